"""Why somebody who waits has no place yet, said to the person."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.domain import seats, words
from training.domain.conditions import Lack
from training.domain.eligibility import judging, lacking, lacking_in
from training.domain.waiting import Chairs, Party, line, obstacle_of
from training.enums import EnrolmentStatus, EventReason
from training.models import Enrolment, Session


def lacks(enrolment: Enrolment) -> list[Lack]:
    """Which conditions of the session this person lacks, with whom to ask. Needs `session` and `person`."""
    return lacking_in([enrolment])[enrolment.pk]


def why_not_yet(enrolment: Enrolment) -> list[str]:
    """Sentences, the first obstacle first. Needs `session`; only for who waits."""
    session, parties = enrolment.session, line(enrolment.session)
    own = next(party for party in parties if enrolment in party.people)
    ahead = parties[: parties.index(own)]
    return [*_chairs(own, seats.chairs(session), session), *_people(own, ahead), *_until(session)]


def _chairs(own: Party, chairs: Chairs, session: Session) -> list[str]:
    if not chairs.free:
        return _all_taken(session)
    eligible = judging(session, own.persons)
    obstacle = obstacle_of(own, chairs, session, eligible)
    if obstacle == EventReason.PASSED_RULES:
        missing = lacking(session, own.persons)
        return [lack.to_the_person for one in own.persons for lack in missing[one.pk]]
    if obstacle == EventReason.PASSED_PAIR:
        return [_("You come with somebody: two places must be free at the same time, and there is one.")]
    if obstacle == EventReason.PASSED_KEPT:
        return [_kept(session)]
    return [_("A place is free at this moment: it is being offered, in the order of the list.")]


def _all_taken(session: Session) -> list[str]:
    taken = ngettext("The %(number)d place is taken.", "All %(number)d places are taken.", session.capacity)
    sentences = [taken % {"number": session.capacity}]
    offered = session.enrolments.filter(status=EnrolmentStatus.OFFERED).order_by("offered_until")
    if until := offered.values_list("offered_until", flat=True).first():
        sentence = _("One of them is offered to somebody who has until %(moment)s to answer.")
        sentences.append(sentence % {"moment": words.moment(until)})
    return sentences


def _kept(session: Session) -> str:
    kept = session.reservations.standing().select_related("organisation").first()
    facts = {"organisation": kept.organisation.name, "day": words.day(kept.until)}
    return _("A place is free, but kept until %(day)s for people sent by %(organisation)s.") % facts


def _people(own: Party, ahead: Sequence[Party]) -> list[str]:
    number = sum(party.size for party in ahead)
    if not number and own.size > 1:
        return [_("You two are the first: the next two places that are free together are for you.")]
    if not number:
        return [_("You are the first: the next place that suits you is for you.")]
    sentence = ngettext("%(number)d person is before you.", "%(number)d people are before you.", number) % {
        "number": number
    }
    if any(party.since > own.since for party in ahead):
        sentence += " " + _("Some asked later, but a partner of the course sent them, and they go first.")
    return [sentence]


def _until(session: Session) -> list[str]:
    day = {"day": words.day(session.offers_until or session.enrolment_closes_on)}
    return [_("We offer free places until %(day)s.") % day]
