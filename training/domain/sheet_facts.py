"""What an attendance sheet says, gathered from the registers of its half-days."""

from collections.abc import Sequence
from datetime import datetime, time

from django.utils import timezone

from documents.facts import FundingStatement
from documents.register_facts import AttendanceFacts, Attendant, Meeting, Presence
from training.domain import attendance, paper_codes
from training.models import Attendance, Enrolment, HalfDay, Session

BLANK, OUTSIDE, OPEN = Presence(state="blank"), Presence(state="outside"), Presence(state="open")


def identity(session: Session) -> dict:
    """The lines that every paper of the register has (`documents.register_facts.Identity`)."""
    provider = session.provider
    return {
        "title_fr": session.title_fr,
        "title_nl": session.title_nl,
        "session_code": session.code,
        "provider_name": provider.name_fr,
        "provider_nda": provider.activity_number,
        "provider_siret": provider.siret,
        "provider_region": provider.activity_region,
        "funding": FundingStatement(),
    }


def clock(value: time | datetime) -> str:
    """'09:02', on the wall clock."""
    return f"{timezone.localtime(value) if isinstance(value, datetime) else value:%H:%M}"


def gather(session: Session, half_days: Sequence[HalfDay], *, is_filled: bool) -> AttendanceFacts:
    """The sheet of these half-days, which are in order and not empty; needs their room and trainer."""
    expected = {one.pk: set(attendance.register_of(one).values_list("pk", flat=True)) for one in half_days}
    marks = _marks(half_days) if is_filled else {}
    people = set().union(*expected.values(), *({pk for _half, pk in marks},))
    rows = Enrolment.objects.filter(pk__in=people).select_related("person").order_by("person__name_key", "pk")
    return AttendanceFacts(
        **identity(session),
        is_filled=is_filled,
        first_day=half_days[0].date,
        last_day=half_days[-1].date,
        meetings=tuple(_meeting(one) for one in half_days),
        attendants=tuple(
            Attendant(
                name=f"{one.person.family_name} {one.person.given_name}".strip(),
                presences=tuple(
                    _presence(one, half_day, expected, marks, is_filled) for half_day in half_days
                ),
            )
            for one in rows
        ),
    )


def _meeting(half_day: HalfDay) -> Meeting:
    room = half_day.room
    return Meeting(
        day=half_day.date,
        part=half_day.part,
        starts=clock(half_day.start_time),
        ends=clock(half_day.end_time),
        minutes=half_day.minutes,
        place=", ".join(filter(None, (room.name, room.building, room.address, room.town))) if room else "",
        trainer=half_day.trainer.get_full_name() if half_day.trainer else "",
        url=paper_codes.address(half_day),
    )


def _marks(half_days: Sequence[HalfDay]) -> dict[tuple[int, int], Attendance]:
    """By half-day and enrolment."""
    rows = Attendance.objects.filter(half_day__in=half_days).select_related("half_day", "absence_code")
    return {(one.half_day_id, one.enrolment_id): one for one in rows}


def _presence(
    enrolment: Enrolment,
    half_day: HalfDay,
    expected: dict[int, set[int]],
    marks: dict[tuple[int, int], Attendance],
    is_filled: bool,
) -> Presence:
    mark = marks.get((half_day.pk, enrolment.pk))
    if mark is None:
        room_to_sign = OPEN if is_filled else BLANK
        return room_to_sign if enrolment.pk in expected[half_day.pk] else OUTSIDE
    code = mark.absence_code
    return Presence(
        state="absent" if code else "present",
        minutes=mark.minutes_followed,
        minutes_late=mark.minutes_late,
        minutes_left_early=mark.minutes_left_early,
        code=code.code if code else "",
        code_fr=code.label_fr if code else "",
        code_nl=code.label_nl if code else "",
    )
