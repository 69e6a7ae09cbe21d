"""The log of what we wrote to people, and the two things somebody may do about what did not arrive."""

from typing import Any

import django_filters
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.viewsets.base import ViewSetGroup

from accounts.domain import letters, outbox
from accounts.enums import IN_TROUBLE, LEFT_US, MessageStatus
from accounts.models import Message, User
from accounts.views.back_office import LOOK, OfficeIndex, OfficeInspect, OfficeViewSet, carry_out, text
from accounts.views.letters import LettersViewSet, Office

SHOWN_TO_A_PERSON = 50


def log_of(user: User | None) -> list[dict]:
    """The latest messages to somebody, as rows of their page. One query."""
    if user is None:
        return []
    return [row(one) for one in user.messages.order_by("-created_at", "-pk")[:SHOWN_TO_A_PERSON]]


def row(message: Message) -> dict:
    return {
        "message": message,
        "letter": letters.called(message.template),
        "language": message.get_language_display(),
        "status": message.get_status_display(),
        "trouble": message.get_trouble_display(),
        "attempts": message.attempts,
        "when": when(message),
        "can_act": message.status in IN_TROUBLE,
    }


def when(message: Message) -> str:
    """When it went, was tried last, or is tried next."""
    if message.status in LEFT_US:
        return _moment(message.sent_at)
    if message.status == MessageStatus.QUEUED:
        return _("next try: %(moment)s") % {"moment": _moment(message.not_before)}
    return _moment(message.claimed_at or message.created_at)


def _moment(value) -> str:
    return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")


class MessageFilters(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(choices=MessageStatus.choices, label=gettext_lazy("Status"))

    class Meta:
        model = Message
        fields: list[str] = []


class MessageIndex(OfficeIndex):
    related = ("recipient",)


class MessagePage(OfficeInspect):
    related = ("recipient",)
    template_name = "accounts/back_office/message.html"

    def get_page_subtitle(self) -> str:
        return letters.called(self.object.template)

    def get_field_label(self, field_name: str, field: Any) -> str:
        return _("To") if field_name == "recipient" else super().get_field_label(field_name, field)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(can_act=self.object.status in IN_TROUBLE, **kwargs)


class MessageDeed(Office, View):
    """A verb of the outbox on one message. `verb` and `done` come with the address."""

    http_method_names = ["post"]
    verb = staticmethod(outbox.send_again)
    done = ""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        message = get_object_or_404(Message.objects.visible_to(request.user), pk=pk)
        back = get_valid_next_url_from_request(request) or reverse("messages_office:inspect", args=[pk])
        return carry_out(request, lambda: self.verb(message=message), done=str(self.done), back=back)


class MessageViewSet(OfficeViewSet):
    """Written by the outbox only."""

    model = Message
    name = "messages_office"
    url_prefix = "messages"
    icon = "history"
    menu_label = gettext_lazy("Sent and waiting")
    title_label = gettext_lazy("To")
    title_sort = "recipient__email"
    may = LOOK
    index_view_class = MessageIndex
    inspect_view_class = MessagePage
    list_display = [
        "recipient",
        text("letter", gettext_lazy("Letter"), lambda one: letters.called(one.template), "template"),
        text("status", gettext_lazy("Status"), "get_status_display", "status"),
        text("trouble", gettext_lazy("Why"), lambda one: one.get_trouble_display() or "–"),
        text("attempts", gettext_lazy("Tries"), sort="attempts"),
        text("when", gettext_lazy("When"), when, "created_at"),
    ]
    filterset_class = MessageFilters
    search_fields = ["recipient__email", "recipient__last_name"]
    inspect_fields = ("recipient", "language", "status", "trouble", "attempts", "created_at")

    def deeds(self) -> list:
        again = {"verb": staticmethod(outbox.send_again), "done": gettext_lazy("It goes once more.")}
        arrived = {"verb": staticmethod(outbox.note_arrived), "done": gettext_lazy("Noted: it arrived.")}
        return [
            path("<int:pk>/again/", MessageDeed.as_view(**again), name="again"),
            path("<int:pk>/arrived/", MessageDeed.as_view(**arrived), name="arrived"),
        ]


class MessagesGroup(ViewSetGroup):
    menu_label = gettext_lazy("Messages")
    menu_icon = "mail"
    menu_order = 230
    items = (LettersViewSet(), MessageViewSet())
