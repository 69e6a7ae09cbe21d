"""The waiting list of a session, explained line by line: what the office answers when somebody calls."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.domain import seats, words
from training.domain.eligibility import Eligible, judging
from training.domain.waiting import Chairs, Party, line, obstacle_of
from training.enums import EnrolmentStatus, EventReason
from training.models import EnrolmentEvent, OpenRequestEvent, Session

PASSED = (
    EventReason.PASSED_PAIR,
    EventReason.PASSED_KEPT,
    EventReason.PASSED_RULES,
    EventReason.PASSED_OFFICE,
)


@dataclass(frozen=True)
class Line:
    """One party of the list: its numbers, its people (with the enrolment, or None), and the sentences."""

    number: int
    party: Party
    sentences: list[str]

    @property
    def names(self) -> str:
        return " + ".join(person.full_name for person in self.party.persons)


@dataclass(frozen=True)
class WaitingPage:
    session: Session
    chairs: list[str]
    lines: list[Line]


def waiting_page(session: Session) -> WaitingPage:
    """A constant number of queries, whatever the length of the list."""
    parties, chairs = line(session), seats.chairs(session)
    diary = _diary(session, parties)
    ask = judging(session, [person for party in parties for person in party.persons])
    lines, number = [], 1
    for party in parties:
        ahead = number - 1
        sentences = [
            _since(party),
            *_order(party),
            *diary.get(_name(party), []),
            _next(party, ahead, chairs, session, ask),
        ]
        lines.append(Line(number, party, sentences))
        number += party.size
    return WaitingPage(session, _chairs(session, chairs), lines)


def as_text(page: WaitingPage) -> str:
    """The page as plain lines: for a letter, a terminal and the tests."""
    rows = [*page.chairs]
    for one in page.lines:
        rows.append(f"{one.number}. {one.names}: {' '.join(one.sentences)}")
    return "\n".join(rows)


def _chairs(session: Session, chairs: Chairs) -> list[str]:
    taken = session.enrolments.seated().count()
    facts = {"taken": taken, "places": session.capacity, "free": chairs.free}
    sentences = [_("Places taken: %(taken)d of %(places)d. Free: %(free)d.") % facts]
    offered = session.enrolments.filter(status=EnrolmentStatus.OFFERED).select_related("person")
    for one in offered.order_by("offered_until", "pk"):
        facts = {"person": one.person.full_name, "moment": words.moment(one.offered_until)}
        sentences.append(_("Offered to %(person)s until %(moment)s.") % facts)
    for one in session.reservations.standing().select_related("organisation"):
        facts = {
            "number": chairs.kept.get(one.organisation_id, 0),
            "chairs": one.chairs,
            "organisation": one.organisation.name,
            "day": words.day(one.until),
        }
        sentence = _("Kept for %(organisation)s until %(day)s: %(chairs)d, of which free: %(number)d.")
        sentences.append(sentence % facts)
    return sentences


def _since(party: Party) -> str:
    moment = {"moment": words.moment(party.since)}
    if party.request:
        return _("Waits for any session that fits since %(moment)s.") % moment
    if party.size > 1:
        return _("Come together; the later of the two waits since %(moment)s.") % moment
    return _("Waits since %(moment)s.") % moment


def _order(party: Party) -> list[str]:
    if party.rule is None:
        return []
    facts = {"rank": party.rule.rank, "organisation": party.rule.organisation or _("a partner")}
    return [_("Priority %(rank)d: sent by %(organisation)s.") % facts]


def _name(party: Party) -> tuple:
    return ("request", party.request.pk) if party.request else ("people", party.people[0].pk)


def _diary(session: Session, parties: Sequence[Party]) -> dict[tuple, list[str]]:
    """When and why each was passed over, oldest first. A pair is told once."""
    first = {one.people[0].pk for one in parties if one.people}
    events = EnrolmentEvent.objects.filter(enrolment__in=first, reason__in=PASSED).order_by("at", "pk")
    found: dict[tuple, list[str]] = {}
    for event in events:
        found.setdefault(("people", event.enrolment_id), []).append(_passed(event))
    requests = [one.request for one in parties if one.request]
    of_requests = OpenRequestEvent.objects.filter(request__in=requests, session=session, reason__in=PASSED)
    for event in of_requests.order_by("at", "pk"):
        found.setdefault(("request", event.request_id), []).append(_passed(event))
    return found


def _passed(event: EnrolmentEvent | OpenRequestEvent) -> str:
    facts = {"moment": words.moment(event.at), "reason": EventReason(event.reason).label}
    return _("%(moment)s – %(reason)s.") % facts


def _next(party: Party, ahead: int, chairs: Chairs, session: Session, eligible: Eligible) -> str:
    obstacle = obstacle_of(party, chairs, session, eligible)
    if obstacle == EventReason.PASSED_RULES:
        return _("Next when the condition is met.")
    if chairs.free and obstacle is None:
        return _("Next: gets an offer within a minute.") if not ahead else _("Next after those before.")
    wanted = ngettext(
        "Next when %(number)d place is free", "Next when %(number)d places are free", party.size
    ) % {"number": party.size}
    if ahead:
        before = ngettext(
            "and %(ahead)d person before is served", "and %(ahead)d people before are served", ahead
        )
        return f"{wanted} {before % {'ahead': ahead}}."
    if obstacle == EventReason.PASSED_KEPT and chairs.free:
        return f"{wanted}. " + _("Places kept for others do not count.")
    return wanted + "."
