"""What keeps a half-day from being held: the room taken, every chosen trainer away or teaching elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.enums import Language
from accounts.models import User
from training.domain.calendar import Reason
from training.domain.timetable import Hindrance, WeeklySlot
from training.enums import SkipKind
from training.models import HalfDay, Room, Unavailability


@dataclass
class Occupation:
    """The room's and the trainers' diaries from a day on, read once. `sets_aside` ignores one session."""

    room: Room | None
    trainers: Sequence[User]
    lessons: dict[date, list[HalfDay]] = field(default_factory=lambda: defaultdict(list))
    absences: list[Unavailability] = field(default_factory=list)

    @classmethod
    def since(
        cls,
        day: date,
        *,
        room: Room | None,
        trainers: Sequence[User],
        sets_aside: int | None = None,
    ) -> "Occupation":
        """Two queries, whatever the length of the plan."""
        found = cls(room, list(trainers))
        rows = HalfDay.objects.held().filter(date__gte=day).exclude(session=sets_aside)
        for one in rows.filter(_of(room, found.trainers)).select_related("session"):
            found.lessons[one.date].append(one)
        found.absences = list(Unavailability.objects.since(day).filter(trainer__in=found.trainers))
        return found

    def __call__(self, day: date, slot: WeeklySlot) -> Hindrance | None:
        """Why there is no lesson then; None when it can be held."""
        if self.room is not None and (other := self._lesson(day, slot, room=self.room)):
            return _hindrance(SkipKind.ROOM_TAKEN, code=other.session.code)
        if not self.trainers or self.teacher(day, slot):
            return None
        away = all(self._away(one, day, slot.part) for one in self.trainers)
        return _hindrance(SkipKind.TRAINER_AWAY if away else SkipKind.TRAINER_TEACHES)

    def teacher(self, day: date, slot: WeeklySlot) -> User | None:
        """The first of the chosen trainers who is there and free."""
        free = (
            one
            for one in self.trainers
            if not self._away(one, day, slot.part) and not self._lesson(day, slot, trainer=one)
        )
        return next(free, None)

    def _away(self, trainer: User, day: date, part: str) -> bool:
        return any(one.trainer_id == trainer.pk and one.covers(day, part) for one in self.absences)

    def _lesson(self, day: date, slot: WeeklySlot, **whose) -> HalfDay | None:
        ((name, one),) = whose.items()
        theirs = (lesson for lesson in self.lessons[day] if getattr(lesson, f"{name}_id") == one.pk)
        return next((lesson for lesson in theirs if _meets(lesson, slot.start_time, slot.end_time)), None)


def _of(room: Room | None, trainers: Sequence[User]) -> Q:
    teaching = Q(trainer__in=trainers)
    return teaching | Q(room=room) if room else teaching


def _meets(lesson: HalfDay, start: time, end: time) -> bool:
    return lesson.start_time < end and start < lesson.end_time


def _hindrance(kind: SkipKind, **facts: str) -> Hindrance:
    """Without names: the reason is kept and shown to the group."""
    said = {}
    for language in Language.values:
        with override(language):
            said[language] = {
                SkipKind.ROOM_TAKEN: _("The room is taken by the session %(code)s"),
                SkipKind.TRAINER_AWAY: _("The trainer is away"),
                SkipKind.TRAINER_TEACHES: _("The trainer teaches elsewhere"),
            }[kind] % facts
    return Hindrance(kind, Reason(**said))
