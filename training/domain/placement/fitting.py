"""The sessions that fit a result: the starting level is there, and something is left to learn."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from training.domain import requests
from training.enums import Level, Skill
from training.models import PlacementResult, Session

SHOWN = 6
SHARE_NEEDED = 0.5


@dataclass(frozen=True)
class Fit:
    """One session, the skills that are ready for it and those it takes further."""

    session: Session
    measured: tuple[Skill, ...]
    ready: tuple[Skill, ...]
    gains: tuple[Skill, ...]

    @property
    def fits(self) -> bool:
        """Ready in at least half of the measured skills, and something to learn in at least half."""
        enough = SHARE_NEEDED * len(self.measured)
        return bool(self.measured) and len(self.ready) >= enough and len(self.gains) >= enough

    @property
    def reasons(self) -> list[str]:
        course = self.session.course
        entry, target = Level(course.entry_level), Level(course.target_level)
        return [self._start(entry), self._goal(target)]

    def _start(self, entry: Level) -> str:
        if entry == Level.A0:
            return _("For beginners: no Dutch is needed.")
        if len(self.ready) == len(self.measured):
            return _("Starts from %(level)s: you have it in every skill.") % {"level": entry.short}
        lacking = [one for one in self.measured if one not in self.ready]
        sentence = _("Starts from %(level)s: still to catch up in %(skills)s.")
        return sentence % {"level": entry.short, "skills": listed(lacking)}

    def _goal(self, target: Level) -> str:
        if len(self.gains) == len(self.measured):
            return _("Takes you to %(level)s in every skill.") % {"level": target.short}
        sentence = _("Takes you to %(level)s in %(skills)s.")
        return sentence % {"level": target.short, "skills": listed(self.gains)}


def listed(skills: Sequence[Skill]) -> str:
    names = [str(skill.label).lower() for skill in skills]
    return ", ".join(names)


def fitting(results: Sequence[PlacementResult]) -> list[Fit]:
    """Sessions that take requests now, the nearest first."""
    today = timezone.localdate()
    coming = (
        Session.objects.filter(
            published_at__isnull=False, cancelled_at=None, first_day__gt=today, enrolment_opens_on__lte=today
        )
        .select_related("course", "room")
        .order_by("first_day", "pk")
    )
    fits = [fit(one, results) for one in coming if requests.takes_requests(one)]
    return [one for one in fits if one.fits][:SHOWN]


def fit(session: Session, results: Sequence[PlacementResult]) -> Fit:
    """Pure: needs the session with its course."""
    entry = Level(session.course.entry_level).rank
    target = Level(session.course.target_level).rank
    levels = {Skill(one.skill): Level(one.level).rank for one in results}
    return Fit(
        session=session,
        measured=tuple(levels),
        ready=tuple(skill for skill, rank in levels.items() if rank >= entry),
        gains=tuple(skill for skill, rank in levels.items() if rank < target),
    )
