"""The back office of this floor: what is to be issued, what was issued, in whose name."""

import django_filters
from django.db.models import F, Q, QuerySet
from django.urls import URLPattern, path, re_path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from accounts.models import Organisation
from accounts.views.back_office import LOOK, OfficeViewSet, text
from certificates.domain.queries import newest_seal, to_issue
from certificates.enums import Answer, RevocationReason
from certificates.models import Certificate, Issuer, RevocationRequest
from certificates.views.back_office import (
    certificates,
    orders,
    papers,
    template_draft,
    template_files,
    templates,
)
from training.models import Course, Session
from training.wagtail_hooks import OfficeItem


def day(moment) -> str:
    return date_format(localtime(moment), "SHORT_DATE_FORMAT")


def file_link(certificate: Certificate) -> str:
    return format_html('<a href="{}">PDF</a>', reverse("certificate_file", args=[certificate.pk]))


class IssuingFilters(WagtailFilterSet):
    course = django_filters.ModelChoiceFilter(queryset=Course.objects.order_by("code"), label=_("Course"))
    waiting = django_filters.BooleanFilter(label=_("Somebody has no certificate yet"), method="that_wait")

    class Meta:
        model = Session
        fields: list[str] = []

    def that_wait(self, queryset: QuerySet, name: str, waiting: bool) -> QuerySet:
        fewer = Q(issued__lt=F("people"))
        return queryset.filter(fewer if waiting else ~fewer)


class IssuingViewSet(OfficeViewSet):
    """Sessions, seen from their certificates."""

    model = Session
    name = "issuing_office"
    url_prefix = "certificates/issuing"
    icon = "list-ul"
    menu_label = _("To issue")
    title_label = _("Session")
    title_sort = "code"
    may = LOOK
    ordering = ["-last_day", "code"]
    index_view_class = orders.SessionsIndex
    inspect_view_class = orders.SessionPage
    inspect_template_name = "certificates/back_office/session.html"
    list_display = [
        "code",
        text("title", _("Course")),
        text(
            "last_day", _("Last day"), lambda one: date_format(one.last_day, "SHORT_DATE_FORMAT"), "last_day"
        ),
        text("people", _("On the register")),
        text("issued", _("Certificates")),
    ]
    filterset_class = IssuingFilters
    search_fields = ["code", "title_fr", "title_nl"]
    list_export = ["code", "title", "provider.name", "first_day", "last_day", "people", "issued"]
    export_headings = {
        "title": _("Course"),
        "provider.name": _("Training provider"),
        "people": _("On the register"),
        "issued": _("Certificates"),
    }
    export_filename = "certificates-to-issue"

    def deeds(self) -> list:
        return [
            path("<int:pk>/order/", orders.PlaceOrder.as_view(), name="place_order"),
            path("<int:pk>/tell/", orders.TellHolders.as_view(), name="tell_holders"),
            path("<int:pk>/certificates.zip", orders.SessionZip.as_view(), name="zip"),
            path("<int:pk>/papers/", papers.Papers.as_view(), name="papers"),
            path("papers/<int:pk>/again/", papers.OrderAgain.as_view(), name="order_again"),
            path("orders/<int:pk>/", orders.OrderPage.as_view(), name="order"),
        ]


class CertificateFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[(one.value, one.label) for one in Answer if one != Answer.UNKNOWN],
        method="in_state",
    )
    reason = django_filters.ChoiceFilter(
        label=_("Reason of the revocation"), choices=RevocationReason.choices, field_name="revocation_reason"
    )
    session = django_filters.ModelChoiceFilter(
        label=_("Session"),
        field_name="enrolment__session",
        queryset=Session.objects.order_by("-last_day", "code"),
    )
    provider = django_filters.ModelChoiceFilter(
        label=_("Training provider"),
        field_name="enrolment__session__provider",
        queryset=Organisation.objects.providers(),
    )

    class Meta:
        model = Certificate
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, state: str) -> QuerySet:
        return queryset.answered(Answer(state))


class CertificateViewSet(OfficeViewSet):
    """What was issued. Read only: a certificate changes by its two verbs."""

    model = Certificate
    name = "certificates_office"
    url_prefix = "certificates/issued"
    icon = "success"
    menu_label = _("Issued")
    title_label = _("Code")
    title_sort = "code"
    may = LOOK
    ordering = ["-issued_at", "-pk"]
    index_view_class = certificates.CertificatesIndex
    inspect_view_class = certificates.CertificatePage
    inspect_template_name = "certificates/back_office/certificate.html"
    filterset_class = CertificateFilters
    list_display = [
        "grouped_code",
        text("holder_name", _("Holder"), sort="enrolment__person__name_key"),
        text("session", _("Session"), "enrolment.session.code", "enrolment__session__code"),
        text("issued_at", _("Issued on"), lambda one: day(one.issued_at), "issued_at"),
        text("answer", _("State"), "answer.label"),
        text("file", _("File"), file_link),
    ]
    search_fields = ["code", "enrolment__session__code", "enrolment__session__title_fr"]
    list_export = [
        "grouped_code",
        "holder_name",
        "enrolment.session.code",
        "enrolment.session.title",
        "issued_at",
        "answer.label",
        "revoked_at",
        "get_revocation_reason_display",
        "replaced_by.grouped_code",
        "document.sha256",
    ]
    export_headings = {
        "grouped_code": _("Code"),
        "holder_name": _("Holder"),
        "enrolment.session.code": _("Session"),
        "enrolment.session.title": _("Course"),
        "answer.label": _("State"),
        "get_revocation_reason_display": _("Reason of the revocation"),
        "replaced_by.grouped_code": _("Replaced by"),
        "document.sha256": "SHA-256",
    }
    export_filename = "certificates"

    def deeds(self) -> list:
        return [
            path("<int:pk>/revoke/", certificates.AskToRevoke.as_view(), name="revoke"),
            path("<int:pk>/replace/", certificates.AskToReplace.as_view(), name="replace"),
            path("asked/<int:pk>/confirm/", certificates.Confirm.as_view(), name="confirm"),
            path("asked/<int:pk>/decline/", certificates.Decline.as_view(), name="decline"),
        ]


class IssuerFilters(WagtailFilterSet):
    provider = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.providers(), label=_("Training provider")
    )

    class Meta:
        model = Issuer
        fields: list[str] = []


class IssuerViewSet(OfficeViewSet):
    """In whose name certificates are issued from now on; what was issued stays."""

    model = Issuer
    name = "issuers_office"
    url_prefix = "certificates/issuers"
    icon = "edit"
    menu_label = _("Issuers")
    inspect_fields = (
        "provider",
        "signatory_name",
        "signatory_role_fr",
        "signatory_role_nl",
        "place",
        "programme",
        "valid_years",
    )
    list_display = [
        "provider",
        "signatory_name",
        text("role", _("Role"), "signatory_role"),
        "place",
        "programme",
        "valid_years",
    ]
    filterset_class = IssuerFilters
    search_fields = ["provider__name_fr", "provider__name_nl", "signatory_name"]
    list_export = [
        "provider",
        "signatory_name",
        "signatory_role_fr",
        "signatory_role_nl",
        "place",
        "programme",
        "valid_years",
    ]
    export_filename = "issuers"
    panels = [
        FieldPanel("provider"),
        FieldPanel("signatory_name"),
        FieldRowPanel([FieldPanel("signatory_role_fr"), FieldPanel("signatory_role_nl")]),
        FieldPanel("place"),
        FieldPanel("programme"),
        FieldPanel("valid_years"),
    ]


class TemplatesViewSet(ViewSet):
    """How papers look and are worded."""

    name = "templates_office"
    url_prefix = "certificates/templates"
    icon = "doc-full"
    menu_label = _("Templates of papers")
    menu_item_class = OfficeItem

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "versions/<int:pk>/"
        return [
            path("", templates.TemplateList.as_view(), name="index"),
            path("begin/", templates.Begin.as_view(), name="begin"),
            path("<int:pk>/", templates.TemplatePage.as_view(), name="template"),
            path(one, templates.VersionPage.as_view(), name="version"),
            path(f"{one}edit/", template_draft.Edit.as_view(), name="edit"),
            path(f"{one}publish/", templates.Publish.as_view(), name="publish"),
            path(f"{one}discard/", templates.Discard.as_view(), name="discard"),
            path(f"{one}copy/", templates.Copy.as_view(), name="copy"),
            path(f"{one}against/<int:other>/", templates.Compare.as_view(), name="compare"),
            path("proofs/<int:pk>.png", template_files.ProofPicture.as_view(), name="proof_picture"),
            path("proofs/<int:pk>.pdf", template_files.ProofFile.as_view(), name="proof_file"),
            re_path(
                r"^logos/(?P<sha256>[0-9a-f]{64})\.png$", template_files.LogoPicture.as_view(), name="logo"
            ),
        ]


class CertificatesGroup(ViewSetGroup):
    menu_label = _("Certificates")
    menu_icon = "success"
    menu_order = 215
    items = (IssuingViewSet(), CertificateViewSet(), IssuerViewSet(), TemplatesViewSet())


@hooks.register("register_admin_viewset")
def certificates_group() -> CertificatesGroup:
    return CertificatesGroup()


@hooks.register("register_admin_menu_item")
def keys_item() -> OfficeItem:
    label = _("Keys of the interface")
    return OfficeItem(label, reverse("api_keys"), name="api-keys", icon_name="key", order=216)


class ToIssuePanel(Component):
    """On the dashboard: sessions that are over and whose people wait for their certificates."""

    name = "certificates_to_issue"
    template_name = "certificates/back_office/to_issue_panel.html"
    order = 130

    def get_context_data(self, parent_context: dict) -> dict:
        return {"sessions": list(to_issue.ended(parent_context["request"].user)[:5])}


class ToConfirmPanel(Component):
    """On the dashboard: what somebody else wants taken back, for a second person."""

    name = "certificates_to_confirm"
    template_name = "certificates/back_office/to_confirm_panel.html"
    order = 125

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        waiting = RevocationRequest.objects.visible_to(user).waiting().exclude(asked_by=user)
        return {"waiting": list(waiting.select_related("certificate", "asked_by").order_by("asked_at")[:10])}


class TestSealPanel(Component):
    """On the dashboard, as long as it is so: the seal on certificates is one to try with."""

    name = "certificates_test_seal"
    template_name = "certificates/back_office/test_seal_panel.html"
    order = 140

    def get_context_data(self, parent_context: dict) -> dict:
        return {"is_test": newest_seal.is_test()}


@hooks.register("construct_homepage_panels")
def certificate_panels(request, panels: list) -> None:
    if request.user.runs_the_office:
        panels.extend([ToConfirmPanel(), ToIssuePanel(), TestSealPanel()])
