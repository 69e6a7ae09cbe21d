"""What the papers of the register say, frozen: the attendance sheet, the monthly statement, the certificate
of completed hours. Minutes are whole numbers of the wall clock; codes of absence stand in both languages.
"""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import pgettext_lazy

from documents.facts import SPECIMEN, Design, Facts, FundingStatement, Signatory, later, named, optional


@dataclass(frozen=True, kw_only=True)
class Identity(Facts):
    """Whose training it is: the same lines on every paper of the register."""

    title_fr: str = field(metadata=named(pgettext_lazy("fact", "title of the course")))
    title_nl: str = field(metadata=named(pgettext_lazy("fact", "title of the course")))
    session_code: str = field(metadata=named(pgettext_lazy("fact", "code of the session")))
    provider_name: str = field(metadata=named(pgettext_lazy("fact", "name of the training provider")))
    provider_nda: str = field(metadata=optional(pgettext_lazy("fact", "activity declaration number")))
    provider_siret: str = field(metadata=optional("SIRET"))
    provider_region: str = field(metadata=optional(pgettext_lazy("fact", "region of the training provider")))


@dataclass(frozen=True, kw_only=True)
class Signed(Facts):
    """One signature: its strokes as an SVG path in a box of `box`, or the typed name; how, and when.

    `method` is a key of `documents.sheets.attendance.METHODS`; `at` is 09:02 on the wall clock.
    """

    name: str = field(metadata=named(pgettext_lazy("fact", "name of the signatory")))
    path: str = field(metadata=optional(pgettext_lazy("fact", "signature")), default="")
    box: tuple[int, ...] = field(metadata=optional(pgettext_lazy("fact", "signature")), default=())
    method: str = field(metadata=optional(pgettext_lazy("fact", "way of signing")), default="")
    at: str = field(metadata=optional(pgettext_lazy("fact", "time of the signature")), default="")


@dataclass(frozen=True, kw_only=True)
class Presence(Facts):
    """What stands in one square of the sheet: `state` is blank, outside, open, present or absent."""

    state: str = field(metadata=named(pgettext_lazy("fact", "mark")))
    minutes: int = field(metadata=named(pgettext_lazy("fact", "hours followed")), default=0)
    minutes_late: int = field(metadata=named(pgettext_lazy("fact", "minutes late")), default=0)
    minutes_left_early: int = field(metadata=named(pgettext_lazy("fact", "minutes left early")), default=0)
    code: str = field(metadata=optional(pgettext_lazy("fact", "absence code")), default="")
    code_fr: str = field(metadata=optional(pgettext_lazy("fact", "absence code")), default="")
    code_nl: str = field(metadata=optional(pgettext_lazy("fact", "absence code")), default="")
    signature: Signed | None = field(metadata=optional(pgettext_lazy("fact", "signature")), default=None)
    is_amended: bool = field(metadata=named(pgettext_lazy("fact", "amendment")), default=False)


@dataclass(frozen=True, kw_only=True)
class Attendant(Facts):
    """One line of the sheet: a person and a square for each half-day, in the order of the half-days."""

    name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    presences: tuple[Presence, ...] = field(metadata=named(pgettext_lazy("fact", "mark")))


@dataclass(frozen=True, kw_only=True)
class Meeting(Facts):
    """One half-day of the sheet. `part` is AM, PM or EVE; times are 09:30; `fingerprint` is that of the
    closed register.
    """

    day: date = field(metadata=named(pgettext_lazy("fact", "day of a lesson")))
    part: str = field(metadata=named(pgettext_lazy("fact", "part of the day")))
    starts: str = field(metadata=named(pgettext_lazy("fact", "hours of a lesson")))
    ends: str = field(metadata=named(pgettext_lazy("fact", "hours of a lesson")))
    minutes: int = field(metadata=named(pgettext_lazy("fact", "hours planned")))
    place: str = field(metadata=optional(pgettext_lazy("fact", "place of a lesson")))
    trainer: str = field(metadata=optional(pgettext_lazy("fact", "trainer of a lesson")))
    url: str = field(metadata=named(pgettext_lazy("fact", "address of the half-day")))
    signature: Signed | None = field(metadata=optional(pgettext_lazy("fact", "signature")), default=None)
    closed_on: date | None = field(
        metadata=optional(pgettext_lazy("fact", "closing of the register")), default=None
    )
    closed_at: str = field(metadata=optional(pgettext_lazy("fact", "closing of the register")), default="")
    fingerprint: str = field(metadata=optional(pgettext_lazy("fact", "fingerprint")), default="")


@dataclass(frozen=True, kw_only=True)
class Amended(Facts):
    """One correction of a closed register: what stood there and what stands now, why, by whom, when."""

    day: date = field(metadata=named(pgettext_lazy("fact", "day of a lesson")))
    part: str = field(metadata=named(pgettext_lazy("fact", "part of the day")))
    name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    old_fr: str = field(metadata=named(pgettext_lazy("fact", "mark")))
    old_nl: str = field(metadata=named(pgettext_lazy("fact", "mark")))
    new_fr: str = field(metadata=named(pgettext_lazy("fact", "mark")))
    new_nl: str = field(metadata=named(pgettext_lazy("fact", "mark")))
    reason: str = field(metadata=named(pgettext_lazy("fact", "reason")))
    by: str = field(metadata=named(pgettext_lazy("fact", "author")))
    on: date = field(metadata=named(pgettext_lazy("fact", "date")))


@dataclass(frozen=True, kw_only=True)
class AttendanceFacts(Identity):
    """An attendance sheet of a day or a week, blank (`is_filled` false) or as the registers stand.

    Personal data: names, presence and classes of absence, signatures.
    """

    version: int = 1
    is_filled: bool = field(metadata=named(pgettext_lazy("fact", "kind of sheet")))
    first_day: date = field(metadata=named(pgettext_lazy("fact", "first day")))
    last_day: date = field(metadata=named(pgettext_lazy("fact", "last day")))
    meetings: tuple[Meeting, ...] = field(metadata=named(pgettext_lazy("fact", "timetable")))
    attendants: tuple[Attendant, ...] = field(metadata=optional(pgettext_lazy("fact", "learners")))
    amendments: tuple[Amended, ...] = field(
        metadata=optional(pgettext_lazy("fact", "amendments")), default=()
    )
    funding: FundingStatement = field(metadata=named(pgettext_lazy("fact", "funding")))

    @property
    def dated(self) -> date:
        """The last day it is about: the same sheet printed twice is the same file."""
        return self.last_day


@dataclass(frozen=True, kw_only=True)
class Counted(Facts):
    """One half-day of a statement. The four kinds of minutes add up to `planned` (late counts as missed)."""

    day: date = field(metadata=named(pgettext_lazy("fact", "day of a lesson")))
    part: str = field(metadata=named(pgettext_lazy("fact", "part of the day")))
    starts: str = field(metadata=named(pgettext_lazy("fact", "hours of a lesson")))
    ends: str = field(metadata=named(pgettext_lazy("fact", "hours of a lesson")))
    planned: int = field(metadata=named(pgettext_lazy("fact", "hours planned")))
    followed: int = field(metadata=named(pgettext_lazy("fact", "hours followed")))
    justified: int = field(metadata=named(pgettext_lazy("fact", "justified absence")))
    unjustified: int = field(metadata=named(pgettext_lazy("fact", "unjustified absence")))
    not_due: int = field(metadata=named(pgettext_lazy("fact", "hours not due")))
    note_fr: str = field(metadata=optional(pgettext_lazy("fact", "absence code")), default="")
    note_nl: str = field(metadata=optional(pgettext_lazy("fact", "absence code")), default="")


@dataclass(frozen=True, kw_only=True)
class StatementFacts(Identity):
    """The monthly statement of one person (Code du travail R6341-35).

    Personal data: the name, the France Travail identifier, hours and classes of absence, why they left.
    """

    version: int = 1
    number: int = field(metadata=named(pgettext_lazy("fact", "number of the version")))
    reason: str = field(metadata=optional(pgettext_lazy("fact", "reason")), default="")
    holder_name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    identifier: str = field(metadata=optional(pgettext_lazy("fact", "France Travail identifier")))
    month: date = field(metadata=named(pgettext_lazy("fact", "month")))
    lines: tuple[Counted, ...] = field(metadata=named(pgettext_lazy("fact", "timetable")))
    left_on: date | None = field(metadata=optional(pgettext_lazy("fact", "day of leaving")), default=None)
    left_fr: str = field(metadata=optional(pgettext_lazy("fact", "reason for leaving")), default="")
    left_nl: str = field(metadata=optional(pgettext_lazy("fact", "reason for leaving")), default="")
    certified_by: str = field(metadata=named(pgettext_lazy("fact", "name of the signatory")))
    certified_on: date = field(metadata=named(pgettext_lazy("fact", "date of issue")))
    funding: FundingStatement = field(metadata=named(pgettext_lazy("fact", "funding")))

    @property
    def dated(self) -> date:
        return self.certified_on

    def total(self, kind: str) -> int:
        """Minutes of one kind over the month: planned, followed, justified, unjustified, not_due."""
        return sum(getattr(line, kind) for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class RealisationFacts(Identity):
    """The Ministry's certificat de réalisation: hours followed.

    Personal data: the holder's name and hours.
    """

    version: int = 1
    number: int = field(metadata=named(pgettext_lazy("fact", "number of the version")))
    holder_name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    first_day: date = field(metadata=named(pgettext_lazy("fact", "first day")))
    last_day: date = field(metadata=named(pgettext_lazy("fact", "last day")))
    minutes_followed: int = field(metadata=named(pgettext_lazy("fact", "hours followed")))
    signatory_name: str = field(metadata=named(pgettext_lazy("fact", "name of the signatory")))
    signatory_role_fr: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    signatory_role_nl: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    place: str = field(metadata=named(pgettext_lazy("fact", "place of signature")))
    issued_on: date = field(metadata=named(pgettext_lazy("fact", "date of issue")))
    funding: FundingStatement = field(metadata=named(pgettext_lazy("fact", "funding")))

    @property
    def dated(self) -> date:
        return self.issued_on


@dataclass(frozen=True, kw_only=True)
class MonthOfPresence(Facts):
    """One month of closed registers: half-days on which the person stood and came, and minutes."""

    month: date = field(metadata=named(pgettext_lazy("fact", "month")))
    held: int = field(metadata=named(pgettext_lazy("fact", "timetable")))
    attended: int = field(metadata=named(pgettext_lazy("fact", "timetable")))
    planned: int = field(metadata=named(pgettext_lazy("fact", "hours planned")))
    followed: int = field(metadata=named(pgettext_lazy("fact", "hours followed")))
    justified: int = field(metadata=named(pgettext_lazy("fact", "justified absence")))
    unjustified: int = field(metadata=named(pgettext_lazy("fact", "unjustified absence")))
    not_due: int = field(metadata=named(pgettext_lazy("fact", "hours not due")))


@dataclass(frozen=True, kw_only=True)
class PresenceFacts(Identity):
    """The attendance attestation: hours by month, absences as hours and never with their reason.

    `open_half_days` of the session are not closed yet and not counted. Personal data: the name and hours.
    """

    version: int = 1
    number: int = field(metadata=named(pgettext_lazy("fact", "number of the version")))
    reason: str = field(metadata=optional(pgettext_lazy("fact", "reason")), default="")
    holder_name: str = field(metadata=named(pgettext_lazy("fact", "name of the learner")))
    first_day: date = field(metadata=named(pgettext_lazy("fact", "first day")))
    last_day: date = field(metadata=named(pgettext_lazy("fact", "last day")))
    minutes_planned: int = field(metadata=named(pgettext_lazy("fact", "hours planned")))
    months: tuple[MonthOfPresence, ...] = field(metadata=named(pgettext_lazy("fact", "timetable")))
    open_half_days: int = field(metadata=named(pgettext_lazy("fact", "timetable")))
    signatory_name: str = field(metadata=named(pgettext_lazy("fact", "name of the signatory")))
    signatory_role_fr: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    signatory_role_nl: str = field(metadata=named(pgettext_lazy("fact", "role of the signatory")))
    place: str = field(metadata=named(pgettext_lazy("fact", "place of signature")))
    issued_on: date = field(metadata=named(pgettext_lazy("fact", "date of issue")))
    funding: FundingStatement = field(metadata=named(pgettext_lazy("fact", "funding")))
    design: Design | None = field(metadata=later(pgettext_lazy("fact", "template")), default=None)

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Those of the template, else the one who signs for the training provider."""
        own = Signatory(
            name=self.signatory_name, role_fr=self.signatory_role_fr, role_nl=self.signatory_role_nl
        )
        return (self.design.signatories if self.design else ()) or (own,)

    @property
    def is_specimen(self) -> bool:
        return self.session_code == SPECIMEN

    @property
    def dated(self) -> date:
        return self.issued_on

    def total(self, kind: str) -> int:
        return sum(getattr(one, kind) for one in self.months)
