"""The back office of this floor: organisations, accounts with their roles, people's files."""

import django_filters
from django.db.models import Field, QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.base import ViewSetGroup

from accounts.enums import Country, Language, OrganisationKind, Role
from accounts.forms.back_office import ROLES, AccountForm, InviteForm, PersonForm
from accounts.models import Membership, Organisation, Person, User
from accounts.views.back_office import LOOK, OfficeIndex, OfficeInspect, OfficeViewSet, text
from accounts.views.office_accounts import (
    AccountIndex,
    AccountPage,
    ChangeAccount,
    EndRole,
    GrantRole,
    InviteView,
    page_of,
)
from accounts.views.outbox import MessagesGroup, log_of


class OrganisationFilters(WagtailFilterSet):
    kind = django_filters.MultipleChoiceFilter(choices=OrganisationKind.choices, label=_("Kind"))
    country = django_filters.ChoiceFilter(choices=Country.choices, label=_("Country"))

    class Meta:
        model = Organisation
        fields: list[str] = []


REFERS_PEOPLE = _(
    "For prescribers and member authorities. Fill in the moment at which you made sure that it is them and "
    "that they ask people for their agreement. Empty: they refer nobody on line."
)


class OrganisationViewSet(OfficeViewSet):
    model = Organisation
    name = "organisations_office"
    url_prefix = "organisations"
    icon = "group"
    menu_label = _("Organisations")
    title_label = _("Name")
    title_sort = "name_fr"
    list_display = [
        "name",
        text("kind", _("Kind"), "get_kind_display", "kind"),
        text("town", _("Town"), sort="town"),
        text("country", _("Country"), "get_country_display", "country"),
        text("recognition", _("Recognised until"), lambda one: _day(one.recognition_expires_on)),
    ]
    filterset_class = OrganisationFilters
    search_fields = ["name_fr", "name_nl", "town", "siret", "enterprise_number"]
    list_export = [
        "name_fr",
        "name_nl",
        "get_kind_display",
        "get_country_display",
        "town",
        "email",
        "siret",
        "enterprise_number",
        "recognition_number",
        "recognition_expires_on",
    ]
    export_headings = {"get_kind_display": _("Kind"), "get_country_display": _("Country")}
    export_filename = "organisations"
    inspect_fields = (
        "kind",
        "name_fr",
        "name_nl",
        "country",
        "town",
        "address",
        "email",
        "phone",
        "website",
        "siret",
        "enterprise_number",
        "activity_number",
        "recognition_number",
        "recognition_expires_on",
        "verified_at",
    )
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("name_fr"), FieldPanel("name_nl")]),
                FieldPanel("needs_confirmation"),
            ],
            heading=_("Who"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("country"), FieldPanel("town")]),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                FieldPanel("website"),
            ],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("siret"), FieldPanel("enterprise_number")]),
                FieldRowPanel([FieldPanel("activity_number"), FieldPanel("activity_region")]),
                FieldPanel("qualiopi_valid_until"),
            ],
            heading=_("Numbers"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("recognition_number"), FieldPanel("recognition_verified_on")]),
                FieldPanel("recognition_expires_on"),
                FieldRowPanel(
                    [FieldPanel("recognised_in_general"), FieldPanel("recognised_for_construction")]
                ),
            ],
            heading=_("Recognition as a temp agency in Flanders"),
        ),
        FieldPanel("verified_at", heading=_("Verified: may refer people on line"), help_text=REFERS_PEOPLE),
    ]


class AccountFilters(WagtailFilterSet):
    role = django_filters.ChoiceFilter(choices=ROLES, label=_("Role"), method="with_role")
    language = django_filters.ChoiceFilter(choices=Language.choices, label=_("Language"))
    is_active = django_filters.BooleanFilter(label=_("Open"))

    class Meta:
        model = User
        fields: list[str] = []

    def with_role(self, queryset: QuerySet, name: str, role: str) -> QuerySet:
        return queryset.filter(pk__in=Membership.objects.active().filter(role=role).values("user"))


class AccountViewSet(OfficeViewSet):
    model = User
    name = "accounts_office"
    url_prefix = "accounts"
    icon = "user"
    menu_label = _("Accounts")
    title_label = _("E-mail address")
    title_sort = "email"
    add_to_reference_index = False
    index_view_class = AccountIndex
    inspect_view_class = AccountPage
    add_view_class = InviteView
    edit_view_class = ChangeAccount
    create_template_name = "accounts/back_office/new_account.html"
    inspect_template_name = "accounts/back_office/account.html"
    list_display = [
        "email",
        text("name", _("Name"), "get_full_name", "last_name"),
        text(
            "roles", _("Roles"), lambda user: ", ".join(str(Role(role).label) for role in sorted(user.roles))
        ),
        text("language", _("Language"), "get_language_display", "language"),
        text("last_login", _("Last signed in"), lambda user: _day(user.last_login), "last_login"),
    ]
    filterset_class = AccountFilters
    search_fields = ["email", "first_name", "last_name"]
    list_export = ["email", "first_name", "last_name", "get_language_display", "is_active"]
    export_headings = {"get_language_display": _("Language"), "is_active": _("Open")}
    export_filename = "accounts"

    def get_edit_handler(self) -> None:
        return None

    def get_form_class(self, for_update: bool = False) -> type:
        return AccountForm if for_update else InviteForm

    def deeds(self) -> list:
        grant = self.construct_view(GrantRole, **self.get_inspect_view_kwargs())
        return [
            path("<int:pk>/roles/", grant, name="grant"),
            path("roles/<int:pk>/end/", EndRole.as_view(), name="end"),
        ]


class MembershipFilters(WagtailFilterSet):
    role = django_filters.MultipleChoiceFilter(choices=ROLES, label=_("Role"))
    open = django_filters.BooleanFilter(field_name="ended_on", lookup_expr="isnull", label=_("Not ended"))

    class Meta:
        model = Membership
        fields: list[str] = []


class MembershipIndex(OfficeIndex):
    related = ("user", "organisation")

    def get_inspect_url(self, instance: Membership) -> str:
        return page_of(instance.user_id)


class MembershipViewSet(OfficeViewSet):
    """Who acts for whom. Given and ended on the page of the account."""

    model = Membership
    name = "memberships_office"
    url_prefix = "memberships"
    icon = "key"
    menu_label = _("Roles")
    title_label = _("Account")
    title_sort = "user__email"
    may = LOOK
    index_view_class = MembershipIndex
    inspect_view_enabled = False
    list_display = [
        "user",
        text("organisation", _("Organisation")),
        text("role", _("Role"), "get_role_display", "role"),
        text("started_on", _("Since"), lambda one: _day(one.started_on), "started_on"),
        text("ended_on", _("Ended on"), lambda one: _day(one.ended_on), "ended_on"),
    ]
    filterset_class = MembershipFilters
    search_fields = ["user__email", "user__last_name", "organisation__name_fr", "organisation__name_nl"]
    list_export = ["user.email", "organisation.name", "get_role_display", "started_on", "ended_on"]
    export_headings = {
        "user.email": _("Account"),
        "organisation.name": _("Organisation"),
        "get_role_display": _("Role"),
    }
    export_filename = "roles"


class PersonFilters(WagtailFilterSet):
    language = django_filters.ChoiceFilter(choices=Language.choices, label=_("Language"))
    without_account = django_filters.BooleanFilter(
        field_name="user", lookup_expr="isnull", label=_("Without an account")
    )

    class Meta:
        model = Person
        fields: list[str] = []


class PersonIndex(OfficeIndex):
    related = ("commune", "user")
    key_fields = ("name_key",)


class PersonPage(OfficeInspect):
    related = ("commune", "user")

    def get_field_label(self, field_name: str, field: Field) -> str:
        """A key without a name of its own would be called "user", in English."""
        return _("Account") if field_name == "user" else super().get_field_label(field_name, field)

    def get_context_data(self, **kwargs) -> dict:
        """Floors above lead on from here: `person_page_links`, functions of a person → (address, words)."""
        links = [link(self.object) for link in hooks.get_hooks("person_page_links")]
        log = log_of(self.object.user)
        return super().get_context_data(log=log, next=self.request.path, links=links, **kwargs)


class PersonViewSet(OfficeViewSet):
    """Learners' files. Opened by the person's own request, mended here; never deleted by hand."""

    model = Person
    name = "people_office"
    url_prefix = "people"
    icon = "clipboard-list"
    menu_label = _("People")
    title_label = _("Name")
    title_sort = "name_key"
    may = LOOK | {"change"}
    index_view_class = PersonIndex
    inspect_view_class = PersonPage
    inspect_template_name = "accounts/back_office/person.html"
    list_display = [
        "full_name",
        text("birth_date", _("Born on"), lambda person: _day(person.birth_date), "birth_date"),
        text("commune", _("Commune"), lambda person: person.commune or "–"),
        text("phone", _("Telephone"), lambda person: person.phone or "–"),
        text("email", _("E-mail address"), lambda person: person.user.email if person.user else "–"),
    ]
    filterset_class = PersonFilters
    search_fields = ["name_key", "phone", "france_travail_identifier", "user__email"]
    list_export = [
        "family_name",
        "given_name",
        "birth_date",
        "commune",
        "phone",
        "user.email",
        "france_travail_identifier",
        "get_language_display",
    ]
    export_headings = {"user.email": _("E-mail address"), "get_language_display": _("Language")}
    export_filename = "people"
    inspect_fields = (
        "given_name",
        "family_name",
        "birth_date",
        "commune",
        "phone",
        "language",
        "france_travail_identifier",
        "france_travail_missing",
        "user",
    )
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")], heading=_("Name")),
            FieldPanel("birth_date"),
            FieldPanel("place"),
            FieldPanel("commune"),
            FieldPanel("phone"),
            FieldPanel("language"),
            FieldRowPanel(
                [FieldPanel("france_travail_identifier"), FieldPanel("france_travail_missing")],
                heading="France Travail",
            ),
        ],
        base_form_class=PersonForm,
    )


class PeopleGroup(ViewSetGroup):
    menu_label = _("People and organisations")
    menu_icon = "group"
    menu_order = 220
    items = (PersonViewSet(), AccountViewSet(), MembershipViewSet(), OrganisationViewSet())


@hooks.register("insert_global_admin_css")
def our_look() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/back_office.css"))


@hooks.register("construct_main_menu")
def without_help(request: HttpRequest, items: list) -> None:
    """Wagtail's own release notes help nobody here."""
    items[:] = [item for item in items if item.name != "help"]


@hooks.register("construct_settings_menu")
def one_list_of_accounts(request: HttpRequest, items: list) -> None:
    """Accounts and roles are kept in our own lists, through the verbs; Wagtail's are closed (config.urls)."""
    items[:] = [item for item in items if item.name not in ("users", "groups")]


@hooks.register("register_admin_viewset")
def people_group() -> PeopleGroup:
    return PeopleGroup()


@hooks.register("register_admin_viewset")
def messages_group() -> MessagesGroup:
    return MessagesGroup()


def _day(moment) -> str:
    return date_format(moment, "SHORT_DATE_FORMAT") if moment else "–"
