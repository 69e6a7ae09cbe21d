"""What somebody notes about one person on a register: a mark, or the person's signature under it."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from training.domain.device import Device
from training.models import Attendance, RegisterChange

MINUTES = re.compile(r"(\d{1,3})\+(\d{1,3})")


@dataclass(frozen=True)
class Said:
    """What a mark says. As a word on forms and devices: "" present, "J_SICK" absent, "15+0" late, "0+30"."""

    absence_code: str = ""
    minutes_late: int = 0
    minutes_left_early: int = 0

    @classmethod
    def of(cls, mark: Attendance | RegisterChange | None) -> "Said":
        """Nobody has noted anything: present. Needs `absence_code` loaded to be quick."""
        if mark is None:
            return cls()
        code = mark.absence_code.code if mark.absence_code else ""
        return cls(code, mark.minutes_late, mark.minutes_left_early)

    @classmethod
    def before(cls, change: RegisterChange) -> "Said":
        """What the change replaced, for whoever made it."""
        code = change.seen_absence_code.code if change.seen_absence_code else ""
        return cls(code, change.seen_minutes_late, change.seen_minutes_left_early)

    @classmethod
    def from_word(cls, word: str) -> "Said":
        if minutes := MINUTES.fullmatch(word):
            return cls("", int(minutes[1]), int(minutes[2]))
        return cls(word)

    @property
    def word(self) -> str:
        minutes = f"{self.minutes_late}+{self.minutes_left_early}"
        return self.absence_code or (minutes if minutes != "0+0" else "")


@dataclass(frozen=True)
class Signed:
    """The person signed on the device, under what the note says. `written`: the strokes, or the typed name.

    `lesson`: the fingerprint of the lesson they read about, as `training.domain.frozen` makes it.
    """

    method: str
    written: str
    lesson: str
    device: Device


@dataclass(frozen=True)
class Note:
    """One thing noted. `seen`: what stood there for its author; None where that is not known.

    `signed`: a signature under `said`; without it the note is a mark.
    """

    uid: UUID
    enrolment: int
    said: Said
    seen: Said | None
    made_at: datetime
    signed: Signed | None = None
