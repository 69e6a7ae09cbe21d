"""What a learner's own pages read. The floors above add documents through `document_sources`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from accounts.models import User
from training.domain import can_dos, hours, phone, progress, rates, sayings, seats, signing, words
from training.domain.completing import Completion
from training.domain.conditions import Lack
from training.domain.hours import Hours
from training.domain.progress import Profile
from training.domain.queries import papers, standing
from training.domain.queries.papers import Paper
from training.domain.rates import Rates
from training.domain.sayings import Saying
from training.domain.transferring import history
from training.domain.waiting import positions
from training.enums import (
    FOLLOWED,
    UNDECIDED,
    WAITING,
    CanDoAnswer,
    EnrolmentStatus,
    EventReason,
    Inquiry,
    LevelSource,
)
from training.models import Enrolment, EnrolmentEvent, HalfDay, LessonNote, OpenRequest

S = EnrolmentStatus
COMES = (S.CONFIRMED, S.ENTERED)
AHEAD = (S.DRAFT, S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED, S.ENTERED)


@dataclass(frozen=True)
class DocumentItem:
    """A paper of an enrolment that its holder may open: a certificate, later a convocation."""

    enrolment_id: int
    title: str
    url: str
    date: date


# Each takes enrolments of one person and returns their documents in a constant number of queries.
# An app above registers its own in `AppConfig.ready`: document_sources.append(certificates_of)
DocumentSource = Callable[[Sequence[Enrolment]], list[DocumentItem]]
document_sources: list[DocumentSource] = []


def documents_of(enrolments: Sequence[Enrolment]) -> list[DocumentItem]:
    """Newest first."""
    found = [item for source in document_sources for item in source(enrolments)]
    return sorted(found, key=lambda item: item.date, reverse=True)


@dataclass(frozen=True)
class Card:
    """One enrolment on the start page."""

    enrolment: Enrolment
    saying: Saying
    followed: Hours | None

    @property
    def is_running(self) -> bool:
        return self.enrolment.status == S.ENTERED and self.followed is not None


@dataclass(frozen=True)
class Running:
    """The course somebody follows now: hours and progress for the start page."""

    enrolment: Enrolment
    followed: Hours
    rates: Rates
    profile: Profile
    completion: Completion
    ticked: int
    note: LessonNote | None


@dataclass(frozen=True)
class Due:
    """A lesson to sign for; on one's own telephone as long as people are in the room."""

    half_day: HalfDay
    by_phone: bool


@dataclass(frozen=True)
class Home:
    """The learner's start page, in this order: next lesson, signatures due, hours, progress, documents."""

    next_half_day: HalfDay | None
    due: list[Due]
    ahead: list[Card]
    past: list[Card]
    documents: list[DocumentItem]
    open_request: OpenRequest | None
    running: Running | None

    @property
    def is_empty(self) -> bool:
        return not (self.ahead or self.past or self.open_request)


def own_enrolments(user: User):
    """Of the account's own person, whatever else the account may see, with the reason of the last move."""
    own = Enrolment.objects.visible_to(user).filter(person__user=user)
    last = EnrolmentEvent.objects.filter(enrolment=OuterRef("pk")).order_by("-at", "-pk")
    own = own.annotate(last_reason=Subquery(last.values("reason")[:1]))
    return own.select_related("session__course", "session__room", "person", "pair", "transferred_from")


def home(user: User) -> Home:
    """The same number of queries for one enrolment and for thirty."""
    enrolments = list(own_enrolments(user).order_by("session__first_day", "pk"))
    running = Enrolment.objects.filter(pk__in=[one.pk for one in enrolments if one.status == S.ENTERED])
    counted = hours.for_enrolments(running)
    numbers = positions(enrolments)
    cards = [
        Card(
            one,
            sayings.now(one, position=numbers.get(one.pk), ended_by=one.last_reason),
            counted.get(one.pk),
        )
        for one in enrolments
    ]
    return Home(
        next_half_day=next_half_day([one for one in enrolments if one.status in COMES]),
        due=due(enrolments),
        ahead=[card for card in cards if card.enrolment.status in AHEAD],
        past=[card for card in reversed(cards) if card.enrolment.status not in AHEAD],
        documents=documents_of(enrolments),
        open_request=own_request(user),
        running=running_course([one for one in enrolments if one.status == S.ENTERED], counted),
    )


def due(enrolments: Sequence[Enrolment]) -> list[Due]:
    """Of the person whose enrolments these are."""
    if not enrolments:
        return []
    now = timezone.now()
    return [Due(one, phone.is_open(one, now)) for one in signing.due(enrolments[0].person)]


def running_course(entered: Sequence[Enrolment], counted: dict[int, Hours]) -> Running | None:
    """Of the course that began last."""
    if not entered:
        return None
    one = entered[-1]
    yes = can_dos.latest([one], LevelSource.TRAINER)[one.pk].values()
    notes = LessonNote.objects.filter(half_day__session=one.session_id).exclude(text="")
    return Running(
        enrolment=one,
        followed=counted[one.pk],
        rates=rates.of(one),
        profile=progress.profile(one),
        completion=progress.completion(one),
        ticked=sum(1 for answer in yes if answer == CanDoAnswer.YES),
        note=notes.select_related("half_day").order_by("half_day__date", "half_day__start_time").last(),
    )


def own_request(user: User) -> OpenRequest | None:
    """What the account's own person waits for, whatever the session."""
    return OpenRequest.objects.visible_to(user).open().filter(person__user=user).order_by("pk").first()


def next_half_day(enrolments: Sequence[Enrolment]) -> HalfDay | None:
    """The one that is on now or comes next."""
    now = timezone.localtime()
    coming = HalfDay.objects.held().filter(
        session__in=[one.session_id for one in enrolments], date__gte=now.date()
    )
    later = coming.exclude(date=now.date(), end_time__lte=now.time())
    return later.select_related("session", "room", "trainer").order_by("date", "start_time").first()


@dataclass(frozen=True)
class TimetableRow:
    half_day: HalfDay
    is_past: bool
    is_next: bool

    @property
    def hours(self) -> str:
        return words.span(self.half_day.start_time, self.half_day.end_time)


@dataclass(frozen=True)
class Page:
    """The page of one enrolment."""

    enrolment: Enrolment
    saying: Saying
    timetable: list[TimetableRow]
    timeline: list[dict]
    documents: list[DocumentItem]
    papers: list[Paper] = field(default_factory=list)
    followed: Hours | None = None
    profile: Profile | None = None
    completion: Completion | None = None
    before: list[str] = field(default_factory=list)
    note: str = ""
    lacks: list[Lack] = field(default_factory=list)
    why_not_yet: list[str] = field(default_factory=list)
    coming: list[TimetableRow] = field(default_factory=list)

    @property
    def meeting_url(self) -> str:
        """The link to the online lessons, for who has a place and for nobody else."""
        return self.enrolment.session.meeting_url if self.enrolment.status in COMES else ""


SOON = 4


def page(enrolment: Enrolment) -> Page:
    """Of an enrolment from `own_enrolments`."""
    events = history(enrolment)
    timetable = _timetable(enrolment) if enrolment.status in (*AHEAD, *FOLLOWED) else []
    ahead = [row for row in timetable if not row.is_past and not row.half_day.cancelled_at]
    facts = {}
    if enrolment.status in FOLLOWED:
        facts = {
            "followed": hours.for_one(enrolment),
            "profile": progress.profile(enrolment),
            "completion": progress.completion(enrolment),
            "before": sayings.before_in_words(hours.earlier([enrolment])[enrolment.pk]),
        }
    return Page(
        enrolment=enrolment,
        saying=sayings.now(enrolment, position=seats.position(enrolment), ended_by=enrolment.last_reason),
        lacks=standing.lacks(enrolment) if enrolment.status in UNDECIDED else [],
        why_not_yet=standing.why_not_yet(enrolment) if enrolment.status in WAITING else [],
        timetable=timetable,
        coming=ahead[:SOON] if enrolment.status in AHEAD else [],
        timeline=_timeline(enrolment, events),
        documents=documents_of([enrolment]),
        papers=papers.for_learner(enrolment),
        note=_note(enrolment, events),
        **facts,
    )


def _note(enrolment: Enrolment, events: list) -> str:
    """The office's own words that matter now: what it asks, when the talk is, why it refused or moved."""
    if enrolment.inquiry == Inquiry.ASKED:
        return [one.note for one in events if one.reason == EventReason.MORE_ASKED][-1]
    if enrolment.status == S.INTERVIEW:
        return _invitation(events)
    if enrolment.status == S.TRANSFERRED and events:
        return sayings.why_moved(events[-1])
    return events[-1].note if enrolment.status == S.REFUSED and events else ""


def _invitation(events: list) -> str:
    """When and where the talk is: the note of the last invitation, in whichever session it was made."""
    notes = [one.note for one in events if one.to_status == S.INTERVIEW and not one.reason]
    return notes[-1] if notes else ""


def _timetable(enrolment: Enrolment) -> list[TimetableRow]:
    """The next lesson is marked for who has a place."""
    now = timezone.now()
    half_days = list(enrolment.session.half_days.select_related("room", "trainer"))
    coming = [one.pk for one in half_days if one.ends_at > now and not one.cancelled_at]
    first = coming[0] if coming and enrolment.status in COMES else None
    return [TimetableRow(one, is_past=one.ends_at <= now, is_next=one.pk == first) for one in half_days]


def _timeline(enrolment: Enrolment, events: list) -> list[dict]:
    """What happened, then what comes (components/timeline.html)."""
    past = [
        {
            "title": sayings.happened(event),
            "when": event.at,
            "when_words": "",
            "text": sayings.who_decided(event, enrolment.person),
            "state": "done",
        }
        for event in events
    ]
    if past and enrolment.status in AHEAD:
        past[-1]["state"] = "now"
    return past + [
        {"title": title, "when": day, "when_words": "", "text": "", "state": "next"}
        for title, day in sayings.to_come(enrolment)
    ]
