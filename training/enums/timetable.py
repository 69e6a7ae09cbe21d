"""When and how lessons take place, and what happens to sessions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DayPart(TextChoices):
    MORNING = "AM", pgettext_lazy("part of the day", "Morning")
    AFTERNOON = "PM", pgettext_lazy("part of the day", "Afternoon")
    EVENING = "EVE", pgettext_lazy("part of the day", "Evening")


class Modality(TextChoices):
    ON_SITE = "ON_SITE", pgettext_lazy("modality", "On site")
    REMOTE = "REMOTE", pgettext_lazy("modality", "Remote")
    WORKPLACE = "WORKPLACE", pgettext_lazy("modality", "At the workplace")


class Rhythm(TextChoices):
    FULL_TIME = "FULL_TIME", pgettext_lazy("rhythm", "Whole days")
    PART_TIME = "PART_TIME", pgettext_lazy("rhythm", "Half-days")
    EVENING = "EVENING", pgettext_lazy("rhythm", "Evenings")


class SchoolCalendar(TextChoices):
    """Whose school holidays a session keeps free."""

    FRANCE_B = "FR_B", _("France, zone B")
    FLANDERS = "BE_NL", _("Flanders")


class SkipKind(TextChoices):
    """Why the planner left a half-day out; a public holiday may be put back with a reason."""

    PUBLIC_HOLIDAY = "PUBLIC_HOLIDAY", _("Public holiday")
    SCHOOL_HOLIDAY = "SCHOOL_HOLIDAY", _("School holidays")
    CLOSURE = "CLOSURE", _("The provider is closed")
    TRAINER_AWAY = "TRAINER_AWAY", _("The trainer is away")
    TRAINER_TEACHES = "TRAINER_TEACHES", _("The trainer teaches elsewhere")
    ROOM_TAKEN = "ROOM_TAKEN", _("The room is taken")


class SessionEventKind(TextChoices):
    """What was decided about a session: a line of its diary each."""

    ALERTED = "ALERTED", pgettext_lazy("session event", "Group too small: the coordination was told")
    CONFIRMED = "CONFIRMED", pgettext_lazy("session event", "Confirmed to run")
    POSTPONED = "POSTPONED", pgettext_lazy("session event", "Postponed")
    MERGED = "MERGED", pgettext_lazy("session event", "Joined to another session")
    CANCELLED = "CANCELLED", pgettext_lazy("session event", "Cancelled")


class SessionPhase(TextChoices):
    """Where a session stands: computed from dates and facts, never stored."""

    DRAFT = "DRAFT", pgettext_lazy("session", "In preparation")
    ANNOUNCED = "ANNOUNCED", pgettext_lazy("session", "Announced")
    OPEN = "OPEN", pgettext_lazy("session", "Open for enrolment")
    FULL = "FULL", pgettext_lazy("session", "Full – waiting list")
    CLOSED = "CLOSED", pgettext_lazy("session", "Enrolment closed")
    CONFIRMED = "CONFIRMED", pgettext_lazy("session", "Confirmed to run")
    RUNNING = "RUNNING", pgettext_lazy("session", "Running")
    FINISHED = "FINISHED", pgettext_lazy("session", "Finished")
    CANCELLED = "CANCELLED", pgettext_lazy("session", "Cancelled")

    @property
    def rank(self) -> int:
        """In the order of time: a session only moves to a higher rank (FULL and OPEN may alternate)."""
        return list(type(self)).index(self)

    @property
    def takes_requests(self) -> bool:
        """Whether somebody may enrol: for a chair, or for the waiting list."""
        return self in (SessionPhase.OPEN, SessionPhase.FULL)


class ChangeKind(TextChoices):
    """What happened to a half-day after the timetable was written."""

    ADDED = "ADDED", pgettext_lazy("half-day", "Added")
    MOVED = "MOVED", pgettext_lazy("half-day", "Moved")
    CANCELLED = "CANCELLED", pgettext_lazy("half-day", "Cancelled")


class HalfDayPurpose(TextChoices):
    """Why nobody may miss a half-day: the certificate asks for it."""

    EXAM = "EXAM", pgettext_lazy("half-day", "Assessment")
    AGENCY_VISIT = "AGENCY", pgettext_lazy("half-day", "Meeting with temp agencies")
    COMPANY_VISIT = "COMPANY", pgettext_lazy("half-day", "Company visit")
    SAFETY = "SAFETY", pgettext_lazy("half-day", "Safety training")
