"""What the office does next about a request that could not be decided: in words, with the door to it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from training.domain.overlaps import RULE as ELSEWHERE
from training.domain.queue import Result
from training.domain.requests import old_enough
from training.enums import WAITING
from training.models import Enrolment


@dataclass(frozen=True)
class NextStep:
    """A sentence, and doors that say where they lead: (words, address)."""

    sentence: str
    doors: tuple[tuple[str, str], ...] = ()


def next_step(result: Result) -> NextStep:
    """For a row that was not decided. What nobody foresaw leads to the request."""
    found = {
        "busy": _later,
        "cancelled": _other_dates,
        "conditions": _conditions,
        "wrong_state": _decided_already,
        ELSEWHERE: _one_place_of_two,
    }
    return found.get(result.code, _look)(result.enrolment)


def _later(_one: Enrolment) -> NextStep:
    return NextStep(_("The request is still ticked: decide once more in a minute."))


def _other_dates(one: Enrolment) -> NextStep:
    sentence = _("Move the person to other dates, or refuse with a reason.")
    return NextStep(sentence, (_deed(one, "transfer", _("Move to another session")), _refuse(one)))


def _conditions(one: Enrolment) -> NextStep:
    """The age of an adult is nobody's to set aside."""
    if not old_enough(one.person.birth_date, one.session.first_day):
        sentence = _("Nobody sets this age aside: refuse with a reason. If the birth date is wrong, mend it.")
        return NextStep(sentence, (_refuse(one), _file(one)))
    sentence = _("If the file is wrong or old, mend it. Otherwise set the conditions aside, or refuse.")
    return NextStep(sentence, (_deed(one, "waive", _("Set the conditions aside")), _refuse(one), _file(one)))


def _decided_already(one: Enrolment) -> NextStep:
    if one.status in WAITING:
        address = reverse("sessions_office:waiting", args=[one.session_id])
        sentence = _("Somebody has accepted it meanwhile: the person waits for a free place.")
        return NextStep(sentence, ((_("See the waiting list"), address),))
    sentence = _("Somebody has decided meanwhile, or the person has withdrawn. Nothing is left to decide.")
    return NextStep(sentence, (_request(one),))


def _one_place_of_two(one: Enrolment) -> NextStep:
    sentence = _("Ask the person which place they keep: withdraw the other for them, or refuse this request.")
    everything = reverse("timelines_office:person", args=[one.person_id])
    return NextStep(sentence, ((_("Everything that happened"), everything), _refuse(one)))


def _look(one: Enrolment) -> NextStep:
    return NextStep(_("Look at the request and decide there."), (_request(one),))


def _request(one: Enrolment) -> tuple[str, str]:
    return _("See the request"), reverse("enrolments_office:inspect", args=[one.pk])


def _refuse(one: Enrolment) -> tuple[str, str]:
    return _deed(one, "refuse", _("Refuse with a reason"))


def _deed(one: Enrolment, verb: str, words: str) -> tuple[str, str]:
    return words, reverse("enrolments_office:deed", args=[one.pk, verb])


def _file(one: Enrolment) -> tuple[str, str]:
    return _("The person's file"), reverse("people_office:inspect", args=[one.person_id])
