"""The log of contacts in the back office: whom to call back, what was said."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from accounts.views.back_office import LOOK, OfficeIndex, OfficeInspect, OfficeViewSet, text
from training.domain import contacts
from training.enums import ContactChannel
from training.forms.contacts import ContactForm
from training.models import Contact, Enrolment
from training.views.back_office.days import day, moment
from training.views.back_office.deeds import Question, enrolment_page

DUE = [("due", gettext_lazy("To call back today"))]


class ContactFilters(WagtailFilterSet):
    next = django_filters.ChoiceFilter(choices=DUE, label=gettext_lazy("Next step"), method="in_state")
    channel = django_filters.ChoiceFilter(choices=ContactChannel.choices, label=gettext_lazy("By which way?"))

    class Meta:
        model = Contact
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, state: str) -> QuerySet:
        return queryset.to_call_back(timezone.localdate())


class ContactIndex(OfficeIndex):
    related = ("enrolment__person", "enrolment__session", "by")
    key_fields = ("enrolment__person__name_key",)


class ContactPage(OfficeInspect):
    related = ("enrolment__person", "enrolment__session", "by")

    def get_page_title(self) -> str:
        return self.object.enrolment.person.full_name

    def get_page_subtitle(self) -> str:
        return self.object.enrolment.session.code


def next_step(contact: Contact) -> str:
    return f"{day(contact.next_on)} {contact.next_step}".strip()


class ContactViewSet(OfficeViewSet):
    """Appended, never changed: a later contact says what came of the one before."""

    model = Contact
    name = "contacts_office"
    url_prefix = "contacts"
    icon = "comment"
    menu_label = gettext_lazy("Contacts")
    title_label = gettext_lazy("Person")
    title_sort = "enrolment__person__name_key"
    may = LOOK
    index_view_class = ContactIndex
    inspect_view_class = ContactPage
    inspect_fields = ("enrolment", "at", "by", "channel", "direction", "what", "next_step", "next_on")
    list_display = [
        text("person", gettext_lazy("Person"), "enrolment.person"),
        text("at", gettext_lazy("When"), lambda one: moment(one.at), "at"),
        text("channel", gettext_lazy("By which way?"), "get_channel_display", "channel"),
        text("direction", gettext_lazy("Who contacted whom?"), "get_direction_display"),
        text("what", gettext_lazy("What was said"), lambda one: one.what or "–"),
        text(
            "next",
            gettext_lazy("Next step"),
            next_step,
            "next_on",
        ),
        text("by", pgettext_lazy("author of an event", "By"), lambda one: one.by or "–"),
    ]
    ordering = ["-at", "-pk"]
    filterset_class = ContactFilters
    search_fields = ["enrolment__person__name_key", "enrolment__session__code", "what"]
    list_export = [
        "enrolment.session.code",
        "enrolment.person",
        "at",
        "get_channel_display",
        "get_direction_display",
        "what",
        "next_step",
        "next_on",
        "by",
    ]
    export_headings = {
        "enrolment.session.code": gettext_lazy("Session"),
        "enrolment.person": gettext_lazy("Person"),
        "get_channel_display": gettext_lazy("By which way?"),
        "get_direction_display": gettext_lazy("Who contacted whom?"),
    }
    export_filename = "contacts"


class NoteContact(Question):
    page_title = gettext_lazy("Note a contact")
    header_icon = "comment"
    label = pgettext_lazy("verb", "Save")
    done = gettext_lazy("Noted.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Enrolment.objects.visible_to(request.user).select_related("person", "session")
        self.enrolment = get_object_or_404(rows, pk=pk)

    def ask(self) -> forms.Form:
        return ContactForm(self.data())

    def do(self, facts: dict) -> None:
        contacts.note(enrolment=self.enrolment, by=self.request.user, **facts)

    def home(self) -> str:
        return enrolment_page(self.enrolment.pk)

    def get_page_subtitle(self) -> str:
        return str(self.enrolment)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{"why_not": "", "takes_away": False} | kwargs, label=self.label)
