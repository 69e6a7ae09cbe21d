"""What the pages of the register's papers read: sheets to print and that came back, months to certify."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import papers_of_register, statements
from training.domain.papers_of_register import Stretch
from training.domain.queries.learner import DocumentItem
from training.domain.statements import Deadline
from training.enums import Signing
from training.models import Enrolment, HalfDay, MonthlyStatement, PaperSheet, Session, SessionFile

# What a floor above adds to the page: each takes a session and gives an address and its words.
more_links: list[Callable[[Session], tuple[str, str]]] = []


@dataclass(frozen=True)
class SheetsPage:
    """For a trainer and the office. `this_week` is the week of today, or the next one with lessons."""

    session: Session
    weeks: list[Stretch]
    days: list[Stretch]
    this_week: Stretch | None
    today: Stretch | None
    due: list[HalfDay]
    came_back: list[PaperSheet]


def sheets_page(session: Session, user: User) -> SheetsPage:
    """Constant queries. A substitute sees the half-days she takes."""
    seen = HalfDay.objects.visible_to(user).held().filter(session=session)
    half_days = list(seen.order_by("date", "start_time", "pk"))
    weeks, days = papers_of_register.weeks(half_days), papers_of_register.days(half_days)
    today = timezone.localdate()
    came_back = (
        PaperSheet.objects.visible_to(user).filter(session=session).select_related("added_by", "filed_by")
    )
    due = set(seen.sheet_due().order_by().values_list("pk", flat=True))
    return SheetsPage(
        session=session,
        weeks=weeks,
        days=days,
        this_week=next((one for one in weeks if one.last_day >= today), None),
        today=next((one for one in days if one.first_day == today), None),
        due=[one for one in half_days if one.pk in due],
        came_back=list(came_back.prefetch_related("half_days")),
    )


@dataclass(frozen=True)
class Paper:
    """The paper of one register: whether its sheet is due, and those that came back."""

    half_day: HalfDay
    is_due: bool
    came_back: list[PaperSheet]

    @property
    def is_usual(self) -> bool:
        """On screen, paper is what helps when the battery is empty."""
        return self.half_day.session.signing == Signing.PAPER

    @property
    def can_come_back(self) -> bool:
        """Nobody has signed before the lesson began."""
        return self.half_day.cancelled_at is None and self.half_day.starts_at <= timezone.now()

    @property
    def day(self) -> str:
        return self.half_day.date.isoformat()


def paper_of(half_day: HalfDay, user: User) -> Paper:
    """For the page of its register: give it with its session. Two queries."""
    sheets = PaperSheet.objects.visible_to(user).filter(half_days=half_day).order_by("added_at", "pk")
    is_due = HalfDay.objects.sheet_due().filter(pk=half_day.pk).exists()
    return Paper(half_day, is_due, list(sheets.select_related("added_by", "filed_by")))


@dataclass(frozen=True)
class Month:
    """How far the statements of one month are."""

    first: date
    people: int
    certified: int

    @property
    def name(self) -> str:
        return capfirst(date_format(self.first, "F Y"))

    @property
    def slug(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def deadline(self) -> Deadline:
        return Deadline(self.first)

    @property
    def is_late(self) -> bool:
        return self.certified < self.people and self.deadline.is_over


@dataclass(frozen=True)
class OfficePage:
    session: Session
    months: list[Month]
    files: list[SessionFile]
    unfiled: int
    due: int

    @property
    def is_making(self) -> bool:
        return any(not one.made_at and not one.trouble for one in self.files)


def office_page(session: Session, user: User) -> OfficePage:
    """Constant queries."""
    people: dict[date, set[int]] = {}
    for day, enrolment in _marked(session):
        people.setdefault(day.replace(day=1), set()).add(enrolment)
    standing = MonthlyStatement.objects.standing().filter(enrolment__session=session)
    certified = list(standing.order_by().values_list("month", flat=True))
    files = SessionFile.objects.visible_to(user).filter(session=session).select_related("ordered_by")
    return OfficePage(
        session=session,
        months=[Month(first, len(some), certified.count(first)) for first, some in sorted(people.items())],
        files=list(files[:5]),
        unfiled=session.paper_sheets.unfiled().count(),
        due=session.half_days.sheet_due().count(),
    )


def _marked(session: Session):
    marks = session.half_days.held().filter(marks__isnull=False).order_by("date")
    return marks.values_list("date", "marks__enrolment")


@dataclass(frozen=True)
class Line:
    """One person of a month: the standing statement, whether it still says what the registers say."""

    enrolment: Enrolment
    standing: MonthlyStatement | None
    versions: list[MonthlyStatement]
    why_not: str
    is_outdated: bool
    followed: int
    planned: int

    @property
    def can_be_certified(self) -> bool:
        return not self.why_not and (self.standing is None)


@dataclass(frozen=True)
class StatementsPage:
    session: Session
    month: Month
    lines: list[Line]

    @property
    def ready(self) -> int:
        return sum(1 for line in self.lines if line.can_be_certified)


def statements_page(session: Session, first: date) -> StatementsPage:
    """Everybody on a register of that month. The same number of queries for one and for forty people."""
    half_days = list(statements.half_days_of(session, first))
    marked = {pk for day, pk in _marked(session) if day.replace(day=1) == first}
    people = Enrolment.objects.filter(pk__in=marked).select_related("person", "session")
    people = list(people.order_by("person__name_key", "pk"))
    marks = statements.marks_of(people, half_days)
    versions: dict[int, list[MonthlyStatement]] = {}
    rows = MonthlyStatement.objects.filter(enrolment__in=people, month=first).select_related("certified_by")
    for one in rows.order_by("-number"):
        versions.setdefault(one.enrolment_id, []).append(one)
    why_not = statements.open_registers(half_days, people)
    lines = [_line(one, marks, versions.get(one.pk, []), why_not.get(one.pk, "")) for one in people]
    certified = sum(1 for line in lines if line.standing)
    return StatementsPage(session, Month(first, len(lines), certified), lines)


def _line(enrolment: Enrolment, marks: dict, versions: list[MonthlyStatement], why_not: str) -> Line:
    counted = [statements.counted(mark) for mark in marks.get(enrolment.pk, [])]
    standing = next((one for one in versions if one.replaced_at is None), None)
    return Line(
        enrolment=enrolment,
        standing=standing,
        versions=versions,
        why_not=why_not,
        is_outdated=bool(standing) and not statements.still_says(standing, enrolment, counted),
        followed=sum(one.followed for one in counted),
        planned=sum(one.planned for one in counted),
    )


# Sessions of which months wait, for the dashboard of the office


@dataclass(frozen=True)
class Waiting:
    session: Session
    month: Month


def to_certify(user: User) -> list[Waiting]:
    """Months that are over and of which somebody has no statement yet, the most urgent first. Two queries."""
    this_month = timezone.localdate().replace(day=1)
    seen = HalfDay.objects.visible_to(user).closed().filter(date__lt=this_month, marks__isnull=False)
    people: dict[tuple[int, date], set[int]] = {}
    for session, day, enrolment in seen.order_by().values_list("session", "date", "marks__enrolment"):
        people.setdefault((session, day.replace(day=1)), set()).add(enrolment)
    done = MonthlyStatement.objects.standing().values_list("enrolment__session", "month", "enrolment")
    for session, month, enrolment in done:
        people.get((session, month), set()).discard(enrolment)
    waiting = {key: some for key, some in people.items() if some}
    sessions = Session.objects.in_bulk({session for session, _month in waiting})
    found = [Waiting(sessions[pk], Month(month, len(some), 0)) for (pk, month), some in waiting.items()]
    return sorted(found, key=lambda one: (one.month.first, one.session.code))


@dataclass(frozen=True)
class Lacking:
    """A session that signs on paper: how many of its sheets are due, and since when."""

    session: Session
    number: int
    since: date


def sheets_lacking(user: User) -> list[Lacking]:
    """Where sheets are due, the longest wait first. Two queries."""
    due = HalfDay.objects.visible_to(user).sheet_due().order_by().values("session")
    rows = list(due.annotate(number=Count("pk"), since=Min("date")).order_by("since", "session"))
    sessions = Session.objects.in_bulk([row["session"] for row in rows])
    return [Lacking(sessions[row["session"]], row["number"], row["since"]) for row in rows]


# A learner's own


def statements_of(enrolments) -> list[DocumentItem]:
    """Statements that stand and are printed, one query for all the enrolments."""
    standing = MonthlyStatement.objects.standing().filter(enrolment__in=enrolments).exclude(document=None)
    return [
        DocumentItem(
            enrolment_id=each.enrolment_id,
            title=_("Attendance of %(month)s (PDF)") % {"month": date_format(each.month, "F Y")},
            url=reverse("statement_file", args=[each.pk]),
            date=timezone.localdate(each.certified_at),
        )
        for each in standing
    ]
