"""What somebody who waits for any session can expect of each session that is announced."""

from dataclasses import dataclass
from math import ceil

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from documents.towns import town_name
from training.domain import seats
from training.domain.conditions import Lack
from training.domain.eligibility import lacking_for
from training.domain.fitting import away, misfit
from training.domain.waiting import lines
from training.enums import ACTIVE, EnrolmentStatus, Misfit
from training.models import Enrolment, OpenRequest, Session

BUSY = (EnrolmentStatus.OFFERED, EnrolmentStatus.CONFIRMED, EnrolmentStatus.ENTERED)


@dataclass(frozen=True)
class Outlook:
    session: Session
    sentence: str
    fits: bool


def outlook(request: OpenRequest) -> list[Outlook]:
    """The sessions to come, those that fit first, each with the reason why there is no place yet."""
    coming = seats.with_seats(Session.objects.published().alive().upcoming())
    sessions = list(coming.select_related("course", "room").order_by("first_day", "code"))
    lists, lacks = lines([one.pk for one in sessions]), lacking_for(request.person, sessions)
    own = _own(request, sessions)
    found = [_of(request, one, lists[one.pk], lacks[one.pk], own) for one in sessions]
    return sorted(found, key=lambda one: not one.fits)


def _own(request: OpenRequest, sessions: list[Session]) -> dict[int, str]:
    """The state of this person's enrolments by session; of those to come, and of any that keeps them busy."""
    rows = Enrolment.objects.filter(person=request.person_id).order_by("pk")
    known = Q(session__in=sessions) & (Q(status__in=ACTIVE) | Q(open_request__isnull=False))
    return dict(rows.filter(known | Q(status__in=BUSY)).values_list("session", "status"))


def _of(
    request: OpenRequest, session: Session, parties: list, lacks: list[Lack], own: dict[int, str]
) -> Outlook:
    if own.get(session.pk) == EnrolmentStatus.OFFERED:
        return Outlook(session, _("A place is free for you: answer on its page."), fits=True)
    if session.pk in own:
        return Outlook(session, _("You have asked for this session, or answered its offer."), fits=False)
    if (reason := misfit(request, session)) is not None:
        far = _distance(request, session) if reason == Misfit.TOWN else ""
        return Outlook(session, far or _misfits()[reason], fits=False)
    if lacks:
        return Outlook(session, " ".join(one.to_the_person for one in lacks), fits=False)
    ahead = 0
    for party in parties:
        if party.request == request:
            why = (_distance(request, session), _ahead(session, ahead))
            return Outlook(session, " ".join(one for one in why if one), fits=True)
        ahead += party.size
    return Outlook(session, _busy(own), fits=False)


def _distance(request: OpenRequest, session: Session) -> str:
    """Said where the person named a distance; empty where they ticked the town, or nothing is known."""
    if session.room is None or session.room.town in request.towns:
        return ""
    if (far := away(request, session)) is None:
        return ""
    facts = {"town": town_name(session.room.town), "number": ceil(far)}
    if not facts["number"]:
        return _("It is where you live.")
    return _("%(town)s is %(number)d km from your commune as the crow flies.") % facts


def _busy(own: dict[int, str]) -> str:
    """Nothing is offered to who has an offer to answer, or a place."""
    if EnrolmentStatus.OFFERED in own.values():
        return _("It suits you. Answer first the offer that you have.")
    return _("It suits you. You have a place in another course: we offer one at a time.")


def _ahead(session: Session, ahead: int) -> str:
    if session.seats_left and not ahead:
        return _("A place is free: you get an offer within a few minutes.")
    sentence = ngettext(
        "It suits you. %(number)d person is before you.",
        "It suits you. %(number)d people are before you.",
        ahead,
    )
    return sentence % {"number": ahead} if ahead else _("It suits you and you are the first. It is full.")


def _misfits() -> dict[str, str]:
    return {
        Misfit.TOO_HIGH: _("It starts at a higher level."),
        Misfit.TOO_LOW: _("You know already what is taught there."),
        Misfit.TOWN: _("It is in another town."),
        Misfit.RHYTHM: _("It has another rhythm."),
        Misfit.TOO_EARLY: _("It begins before the day you named."),
        Misfit.DECISION: _("There we read each request: enrol for it if you like."),
    }
