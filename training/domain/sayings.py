"""The state of an enrolment, said to the person it concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import Person
from training.domain import hours, words
from training.enums import SEATED, EnrolmentStatus, EventReason, ExitReason, Inquiry, RefusalReason
from training.models import Enrolment, EnrolmentEvent, Session

S = EnrolmentStatus
PRIVATE_REASONS = (ExitReason.HEALTH, ExitReason.FAMILY, ExitReason.EXCLUDED)


@dataclass(frozen=True)
class Saying:
    """`kind` is that of components/state.html; `title` says where things stand, `text` what comes next."""

    kind: str
    title: str
    text: str = ""


def now(enrolment: Enrolment, *, position: int | None = None, ended_by: str = "") -> Saying:
    """Where this enrolment stands and what comes next.

    `position` on the waiting list, when it waits. `ended_by`: the reason of its last move, when it is over.
    """
    status = S(enrolment.status)
    if enrolment.inquiry:
        return _asked(enrolment.inquiry)
    if status == S.WAITLISTED:
        return _waiting(position)
    if status == S.OFFERED:
        return _offered(enrolment)
    if status == S.REFUSED:
        return Saying("problem", _("We could not give you a place"), why_refused(enrolment.refusal_reason))
    if status == S.WITHDRAWN and ended_by in (EventReason.OFFER_EXPIRED, EventReason.OFFER_DECLINED):
        return Saying("quiet", _offer_ended(ended_by), _come_back())
    return _plainly(enrolment)[status]


def time_is_over() -> str:
    return _("The time to answer is over: the place goes to the next person.")


def _come_back() -> str:
    return _("Still interested? Enrol again, or look at the other dates.")


def _offer_ended(reason: str) -> str:
    if reason == EventReason.OFFER_EXPIRED:
        return _("The time to answer ran out: the place went to the next person")
    return _("You left the place to the next person")


def _asked(inquiry: str) -> Saying:
    if inquiry == Inquiry.ASKED:
        text = _("Your request waits for your answer. Then the coordination decides.")
        return Saying("highlight", _("We need something more from you"), text)
    return Saying("info", _("We have your answer"), _("The coordination reads it and writes to you."))


def _offered(enrolment: Enrolment) -> Saying:
    if not enrolment.offer_holds:
        return Saying("quiet", time_is_over(), _come_back())
    until = {"moment": words.moment(enrolment.offered_until)}
    text = _("We keep it for you until %(moment)s. After that it goes to the next person.") % until
    return Saying("highlight", _("A place is free for you"), text)


def _waiting(position: int | None) -> Saying:
    title = _("You are number %(number)d on the waiting list") % {"number": position or 1}
    return Saying("warning", title, _("When a place comes free for you, we write to you at once."))


def _plainly(enrolment: Enrolment) -> dict[str, Saying]:
    first = {"day": words.day(enrolment.session.first_day)}
    return {
        S.DRAFT: Saying(
            "info", _("Your request is not sent yet"), _("What you filled in is kept for 30 days.")
        ),
        S.SUBMITTED: Saying(
            "info", _("We have received your request"), _("Somebody reads it and answers you by e-mail.")
        ),
        S.INTERVIEW: Saying(
            "info", _("We would like to talk with you"), _("Together we look which course suits you.")
        ),
        S.CONFIRMED: Saying("done", _("Your place is confirmed"), _("The course begins on %(day)s.") % first),
        S.ENTERED: Saying("done", _("You are in training")),
        S.COMPLETED: Saying("done", _("You followed the course to its end")),
        S.EXITED: Saying("quiet", _("You left before the end"), _("The hours you followed still count.")),
        S.WITHDRAWN: Saying(
            "quiet", _("You are no longer enrolled"), _("You may come back whenever you like.")
        ),
        S.TRANSFERRED: Saying("quiet", _("You went to another session"), _what_went_along(enrolment)),
        S.NO_SHOW: Saying(
            "quiet", _("You did not come"), _("Your place went back. You may enrol for another date.")
        ),
    }


def _what_went_along(enrolment: Enrolment) -> str:
    if enrolment.entered_at:
        return _("Your training goes on there. The hours you followed here are kept.")
    return _("Your request and your levels went with you.")


def why_moved(event: EnrolmentEvent) -> str:
    """Why somebody went to another session, as the office wrote it; empty where it wrote nothing."""
    return "" if Session.objects.filter(code=event.note).exists() else event.note


def before_in_words(steps: Iterable[hours.Earlier]) -> list[str]:
    """The hours of the sessions somebody came over from in training, and what they count for."""
    return [_before(one) for one in steps]


def _before(step: hours.Earlier) -> str:
    facts = {
        "hours": words.duration(step.minutes),
        "session": f"{step.session.title} ({step.session.code})",
    }
    if step.counts:
        return _("Followed before, in “%(session)s”: %(hours)s. These hours count here too.") % facts
    return _("Followed before, in “%(session)s”: %(hours)s. It is another course: they stay there.") % facts


def happened(event: EnrolmentEvent) -> str:
    """One line of the diary, in plain words."""
    if event.reason in (EventReason.OFFER_EXPIRED, EventReason.OFFER_DECLINED):
        return _offer_ended(event.reason)
    if event.to_status == S.WITHDRAWN and event.from_status not in SEATED:
        return _("You withdrew your request")
    if said := _remarks().get(event.reason):
        return said
    if event.reason == EventReason.CAME_OVER and event.to_status == S.ENTERED:
        return _("Your training goes on here")
    if event.reason == EventReason.CAME_OVER:
        return _("You came over from another session")
    return {
        S.DRAFT: _("You began your request"),
        S.SUBMITTED: _("You sent your request"),
        S.INTERVIEW: _("We invited you to a talk"),
        S.WAITLISTED: _("You came onto the waiting list"),
        S.OFFERED: _("We offered you a place"),
        S.CONFIRMED: _("Your place was confirmed"),
        S.ENTERED: _("You came to your first lesson"),
        S.COMPLETED: _("You followed the course to its end"),
        S.EXITED: _("You left before the end"),
        S.WITHDRAWN: _("You gave your place back"),
        S.TRANSFERRED: _("You went to another session"),
        S.REFUSED: _("We could not give you a place"),
        S.NO_SHOW: _("You did not come"),
    }[S(event.to_status)]


def who_decided(event: EnrolmentEvent, person: Person) -> str:
    """To the person themselves nobody of the office has a name."""
    by_trainers = (S.ENTERED, S.COMPLETED, S.EXITED, S.NO_SHOW)
    if event.by_id in (None, person.user_id) or event.to_status in by_trainers:
        return ""
    if event.reason in (EventReason.REFERRED, EventReason.CALLED):
        return ""
    return _("The coordination decided it")


def _remarks() -> dict[str, str]:
    return {
        EventReason.MERGED: _("Two files of yours became one"),
        EventReason.MORE_ASKED: _("We asked you for something more"),
        EventReason.MORE_GIVEN: _("You answered our question"),
        EventReason.CONDITIONS: _("You sent your request: the coordination looks at a condition with you"),
        EventReason.WAIVED: _("The coordination lets you take part although a condition is missing"),
        EventReason.PASSED_PAIR: _("One place was free, you need two: it went to the next person"),
        EventReason.PASSED_KEPT: _("A place was free, kept for people of a partner"),
        EventReason.PASSED_RULES: _("A place was free, but a condition of the course is missing"),
        EventReason.PASSED_OFFICE: _("The coordination gave a place to somebody else"),
        EventReason.REFERRED: _("An organisation referred you to us, with your agreement"),
        EventReason.CALLED: _("We called you"),
        EventReason.PAIRED: _("You come with somebody"),
        EventReason.UNPAIRED: _("You come alone again"),
    }


def to_come(enrolment: Enrolment) -> list[tuple[str, date]]:
    """The days that somebody with a place looks forward to."""
    session = enrolment.session
    last = (_("Last lesson"), session.last_day)
    if enrolment.status == S.CONFIRMED:
        return [(_("First lesson"), session.first_day), last]
    return [last] if enrolment.status == S.ENTERED else []


def to_the_prescriber(enrolment: Enrolment) -> str:
    """Why the enrolment stands where it does, for who referred the person. Nothing about health or family."""
    if enrolment.inquiry == Inquiry.ASKED:
        return _("We asked the person for something more and wait for their answer.")
    if enrolment.status == S.REFUSED:
        return str(enrolment.get_refusal_reason_display())
    if enrolment.status == S.EXITED and enrolment.exit_reason not in PRIVATE_REASONS:
        return str(enrolment.get_exit_reason_display())
    return ""


def why_refused(reason: str) -> str:
    """The reason of the list, said to the person themselves."""
    return {
        RefusalReason.LEVEL_TOO_LOW: _(
            "This course starts from a level of Dutch you do not have yet. "
            "A course for beginners suits you better."
        ),
        RefusalReason.LEVEL_TOO_HIGH: _(
            "You already know what is taught there. A higher course suits you better."
        ),
        RefusalReason.NOT_ELIGIBLE: _("This course is for people in another situation."),
        RefusalReason.NOT_AVAILABLE: _("You are not free at the hours of the course."),
        RefusalReason.NO_ANSWER: _("We wrote to you and called you, and had no answer."),
    }.get(reason, _("We explain why when you call us."))
