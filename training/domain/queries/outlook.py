"""What somebody who waits for any session can expect of each session that is announced."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.domain import seats
from training.domain.fitting import misfit
from training.domain.waiting import lines
from training.enums import Misfit
from training.models import OpenRequest, Session


@dataclass(frozen=True)
class Outlook:
    session: Session
    sentence: str
    fits: bool


def outlook(request: OpenRequest) -> list[Outlook]:
    """The sessions to come, those that fit first, each with the reason why there is no place yet."""
    coming = seats.with_seats(Session.objects.published().alive().upcoming())
    sessions = list(coming.select_related("course", "room").order_by("first_day", "code"))
    lists = lines([one.pk for one in sessions])
    found = [_of(request, one, lists[one.pk]) for one in sessions]
    return sorted(found, key=lambda one: not one.fits)


def _of(request: OpenRequest, session: Session, parties: list) -> Outlook:
    if (reason := misfit(request, session)) is not None:
        return Outlook(session, _misfits()[reason], fits=False)
    ahead = 0
    for party in parties:
        if party.request == request:
            return Outlook(session, _ahead(session, ahead), fits=True)
        ahead += party.size
    return Outlook(session, _("You have asked for this session, or answered its offer."), fits=False)


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
