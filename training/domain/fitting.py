"""Whether a session fits a request for any session, and if not, in which respect. Pure."""

from training.enums import Level, Misfit
from training.models import OpenRequest, Session


def misfit(request: OpenRequest, session: Session) -> Misfit | None:
    """None when it fits. Needs `course` and `room` of the session.

    The level fits when the person has the entry level and not yet the target level. Where the office decides
    on each request nobody is called in by the system.
    """
    course, level = session.course, Level(request.level).rank
    if level < Level(course.entry_level).rank:
        return Misfit.TOO_HIGH
    if level >= Level(course.target_level).rank:
        return Misfit.TOO_LOW
    if request.towns and (session.room is None or session.room.town not in request.towns):
        return Misfit.TOWN
    if request.rhythms and session.rhythm not in request.rhythms:
        return Misfit.RHYTHM
    if session.first_day < request.not_before:
        return Misfit.TOO_EARLY
    return Misfit.DECISION if session.needs_decision else None
