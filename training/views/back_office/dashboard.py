"""The panel "to do today" on the first page of the back office."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.components import Component

from accounts.days import said
from accounts.domain.letters import called
from accounts.models import Message
from training.domain import words
from training.domain.queries.to_do import Pile, to_do
from training.models import (
    AbsenceProof,
    Attendance,
    Contact,
    Delivery,
    Enrolment,
    HalfDay,
    Referral,
    RegisterFinding,
    Session,
)


class ToDo(Component):
    name = "to_do"
    template_name = "training/back_office/to_do.html"
    order = 50

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict:
        piles = [shown(name, pile) for name, pile in to_do(self.request.user).items() if pile.number]
        return {"piles": piles, "done": not piles}


def shown(name: str, pile: Pile) -> dict:
    title, row, everything = PILES[name]
    return {
        "title": title(pile.number),
        "number": pile.number,
        "rows": [row(one) for one in pile.first],
        "all_url": everything() if everything and pile.number > len(pile.first) else "",
    }


def decision(one: Enrolment) -> dict:
    sent = said(one.submitted_at, "j F")
    return _line(one.person.full_name, f"{one.session} · {sent}", "enrolments_office:inspect", one.pk)


def offer(one: Enrolment) -> dict:
    until = date_format(timezone.localtime(one.offered_until), "SHORT_DATETIME_FORMAT")
    note = _("%(session)s · until %(moment)s") % {"session": one.session, "moment": until}
    return _line(one.person.full_name, note, "enrolments_office:inspect", one.pk)


def referral(one: Referral) -> dict:
    note = _("%(organisation)s may read the stage if the person wishes it") % {
        "organisation": one.organisation
    }
    return _line(one.enrolment.person.full_name, note, "enrolments_office:inspect", one.enrolment_id)


def to_call(one: Enrolment) -> dict:
    referred = _("referred by %(organisation)s · no e-mail address") % {"organisation": one.referred_by}
    note = " · ".join(part for part in (str(one.get_status_display()), referred, one.person.phone) if part)
    here = urlencode({"next": reverse("wagtailadmin_home")})
    called = f"{reverse('enrolments_office:deed', args=[one.pk, 'note_call'])}?{here}"
    ways = [{"text": _("Note the call"), "url": called}]
    return _line(one.person.full_name, note, "enrolments_office:inspect", one.pk) | {"ways": ways}


def register(one: HalfDay) -> dict:
    trainer = one.trainer or _("no trainer yet")
    moment = f"{words.day(one.date)}, {words.clock(one.start_time)}"
    return _line(moment, f"{one.session} · {trainer}", "register", one.pk)


def to_hand_over(one: HalfDay) -> dict:
    moment = f"{words.day(one.date)}, {words.clock(one.start_time)}"
    return _line(moment, str(one.session), "half_days_office:substitute", one.pk)


def small_group(one: Session) -> dict:
    note = _("%(first_day)s · %(taken)d of at least %(minimum)d") % {
        "first_day": words.day(one.first_day),
        "taken": one.seats_taken,
        "minimum": one.minimum_group,
    }
    ways = [{"text": label, "url": reverse(view, args=[one.pk])} for view, label in WAYS.items()]
    return _line(str(one), note, "sessions_office:inspect", one.pk) | {"ways": ways}


def to_finish(one: Session) -> dict:
    sentence = ngettext("%(number)d person to settle", "%(number)d people to settle", one.undecided)
    return _line(str(one), sentence % {"number": one.undecided}, "sessions_office:inspect", one.pk)


def draft(one: Session) -> dict:
    return _line(str(one), words.day(one.first_day), "sessions_office:inspect", one.pk)


def kairos_late(one: Enrolment) -> dict:
    since = {"session": one.session, "day": words.day(timezone.localdate(one.entered_at))}
    note = _("%(session)s · in training since %(day)s") % since
    return _line(one.person.full_name, note, "enrolments_office:kairos", one.pk)


def paper(one: Delivery) -> dict:
    note = one.trouble or one.pack.session.code
    return _line(one.enrolment.person.full_name, note, "enrolments_office:inspect", one.enrolment_id)


def proof(one: AbsenceProof) -> dict:
    note = f"{one.absence_code} · {words.day(one.first_day)}"
    return _line(one.enrolment.person.full_name, note, "proofs_office:inspect", one.pk)


def missing_proof(one: Attendance) -> dict:
    note = f"{one.absence_code} · {words.day(one.half_day.date)}"
    return _line(one.enrolment.person.full_name, note, "enrolments_office:inspect", one.enrolment_id)


def call_back(one: Contact) -> dict:
    phone = one.enrolment.person.phone
    note = " · ".join(part for part in (words.day(one.next_on), one.next_step, phone) if part)
    here = urlencode({"next": reverse("wagtailadmin_home")})
    noted = f"{reverse('enrolments_office:contact', args=[one.enrolment_id])}?{here}"
    ways = [{"text": _("Note a contact"), "url": noted}]
    name = one.enrolment.person.full_name
    return _line(name, note, "enrolments_office:inspect", one.enrolment_id) | {"ways": ways}


def letter(one: Message) -> dict:
    note = f"{called(one.template)} · {one.get_status_display()}"
    return _line(str(one.recipient), note, "messages_office:inspect", one.pk)


def altered_register(one: RegisterFinding) -> dict:
    return _line(str(one.session), one.sentence, "sessions_office:inspect", one.session_id)


def _line(text: str, note: str, view: str, pk: int) -> dict:
    return {"text": text, "note": note, "url": reverse(view, args=[pk])}


def _list(view: str, query: str) -> Callable[[], str]:
    return lambda: f"{reverse(view)}?{query}"


# What can become of a group that is too small.
WAYS = {
    "sessions_office:run": gettext_lazy("Let it run"),
    "sessions_office:postpone": gettext_lazy("Postpone"),
    "sessions_office:join": gettext_lazy("Join to another"),
    "sessions_office:cancel": gettext_lazy("Cancel the session"),
}
# name → its heading for a number, its rows, the list that holds all of them.
PILES: dict[str, tuple] = {
    "altered_registers": (
        lambda number: ngettext(
            "register is no longer as it was signed: tell the administrator",
            "entries of registers are no longer as they were signed: tell the administrator",
            number,
        ),
        altered_register,
        None,
    ),
    "decisions": (
        lambda number: ngettext("request to decide", "requests to decide", number),
        decision,
        _list("decisions_office:index", "state=ours"),
    ),
    "offers": (
        lambda number: ngettext("offer that expires soon", "offers that expire soon", number),
        offer,
        _list("enrolments_office:index", "status=OFFERED"),
    ),
    "referrals": (
        lambda number: ngettext(
            "person to ask whether they wish to be referred",
            "people to ask whether they wish to be referred",
            number,
        ),
        referral,
        None,
    ),
    "referred_to_call": (
        lambda number: ngettext("referred person to call", "referred people to call", number),
        to_call,
        None,
    ),
    "call_back": (
        lambda number: ngettext("person to call back", "people to call back", number),
        call_back,
        _list("contacts_office:index", "next=due"),
    ),
    "proofs_to_decide": (
        lambda number: ngettext("proof of absence to look at", "proofs of absence to look at", number),
        proof,
        _list("proofs_office:index", "state=WAITING"),
    ),
    "proofs_missing": (
        lambda number: ngettext("absence without its proof", "absences without their proof", number),
        missing_proof,
        lambda: reverse("proofs_office:missing"),
    ),
    "registers": (
        lambda number: ngettext("register not closed", "registers not closed", number),
        register,
        _list("half_days_office:index", "state=late"),
    ),
    "small_groups": (
        lambda number: ngettext("group still too small", "groups still too small", number),
        small_group,
        None,
    ),
    "without_trainer": (
        lambda number: ngettext("lesson without a trainer", "lessons without a trainer", number),
        to_hand_over,
        None,
    ),
    "to_finish": (
        lambda number: ngettext("finished session to settle", "finished sessions to settle", number),
        to_finish,
        _list("sessions_office:index", "when=finished"),
    ),
    "drafts": (
        lambda number: ngettext("session not published yet", "sessions not published yet", number),
        draft,
        _list("sessions_office:index", "when=draft"),
    ),
    "kairos_late": (
        lambda number: ngettext(
            "certificate of entry late in KAIROS", "certificates of entry late in KAIROS", number
        ),
        kairos_late,
        None,
    ),
    "papers_to_post": (
        lambda number: ngettext("welcome pack to print and send", "welcome packs to print and send", number),
        paper,
        None,
    ),
    "papers_in_trouble": (
        lambda number: ngettext(
            "welcome pack that cannot be printed", "welcome packs that cannot be printed", number
        ),
        paper,
        None,
    ),
    "letters": (
        lambda number: ngettext("letter that did not arrive", "letters that did not arrive", number),
        letter,
        _list("messages_office:index", "status=UNSURE&status=FAILED&status=BOUNCED"),
    ),
}
