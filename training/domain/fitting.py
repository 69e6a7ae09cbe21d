"""Whether a session fits a request for any session, and if not, in which respect. Pure."""

from training.domain import distances
from training.enums import Level, Misfit
from training.models import OpenRequest, Session


def misfit(request: OpenRequest, session: Session) -> Misfit | None:
    """None when it fits. Needs `course` and `room` of the session, and the person where a distance is named.

    The level fits when the person has the entry level and not yet the target level. Where the office decides
    on each request nobody is called in by the system.
    """
    course, level = session.course, Level(request.level).rank
    if level < Level(course.entry_level).rank:
        return Misfit.TOO_HIGH
    if level >= Level(course.target_level).rank:
        return Misfit.TOO_LOW
    if not _is_reached(request, session):
        return Misfit.TOWN
    if request.rhythms and session.rhythm not in request.rhythms:
        return Misfit.RHYTHM
    if session.first_day < request.not_before:
        return Misfit.TOO_EARLY
    return Misfit.DECISION if session.needs_decision else None


def _is_reached(request: OpenRequest, session: Session) -> bool:
    """In a town that was ticked, or near enough to where the person lives today."""
    if not request.towns and request.within_km is None:
        return True
    if session.room is None:
        return False
    if session.room.town in request.towns:
        return True
    far = away(request, session)
    return far is not None and far <= request.within_km


def away(request: OpenRequest, session: Session) -> float | None:
    """How many kilometres from home, where a distance is asked for and both places are known."""
    if request.within_km is None or session.room is None:
        return None
    return distances.kilometres(request.person.commune_id, session.room.town)
