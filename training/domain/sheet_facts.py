"""What an attendance sheet says, gathered from the registers of its half-days."""

from collections.abc import Sequence
from datetime import datetime, time

from django.utils import timezone

from documents.facts import FundingStatement
from documents.register_facts import Amended, AttendanceFacts, Attendant, Meeting, Presence, Signed
from training.domain import attendance, paper_codes, pen, standing
from training.enums import LinkKind, SignatureMethod
from training.models import AbsenceCode, Amendment, Attendance, Enrolment, HalfDay, Room, Session, Signature

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
    signatures = _signatures(half_days) if is_filled else {}
    registers = {"expected": expected, "marks": marks, "signatures": signatures, "is_filled": is_filled}
    people = set().union(*expected.values(), *({pk for _half, pk in marks},))
    rows = Enrolment.objects.filter(pk__in=people).select_related("person").order_by("person__name_key", "pk")
    return AttendanceFacts(
        **identity(session),
        is_filled=is_filled,
        first_day=half_days[0].date,
        last_day=half_days[-1].date,
        meetings=tuple(_meeting(one, is_filled) for one in half_days),
        amendments=tuple(_amended(one) for mark in marks.values() for one in mark.amendments.all()),
        attendants=tuple(
            Attendant(
                name=f"{one.person.family_name} {one.person.given_name}".strip(),
                presences=tuple(_presence(one, half_day, **registers) for half_day in half_days),
            )
            for one in rows
        ),
    )


def _meeting(half_day: HalfDay, is_filled: bool) -> Meeting:
    room = half_day.room
    closing = _closing(half_day) if is_filled and half_day.closed_at else {}
    return Meeting(
        day=half_day.date,
        part=half_day.part,
        starts=clock(half_day.start_time),
        ends=clock(half_day.end_time),
        minutes=half_day.minutes,
        place=_place(room) if room else "",
        trainer=half_day.trainer.get_full_name() if half_day.trainer else "",
        url=paper_codes.address(half_day),
        **closing,
    )


def _place(room: Room) -> str:
    """Most addresses end with the town; it is said once."""
    town = "" if room.town and room.address.endswith(room.town) else room.town
    return ", ".join(filter(None, (room.name, room.building, room.address, town)))


def _closing(half_day: HalfDay) -> dict:
    """Who countersigned, when, and the fingerprint of what was closed; none of before there was a chain."""
    link = half_day.links.filter(kind=LinkKind.CLOSED).first()
    closed_at = timezone.localtime(half_day.closed_at)
    name = half_day.closed_by.get_full_name() or str(half_day.closed_by)
    return {
        "signature": Signed(name=name, method="CLOSED", at=clock(closed_at)),
        "closed_on": closed_at.date(),
        "closed_at": clock(closed_at),
        "fingerprint": link.hash if link else "",
    }


def _signatures(half_days: Sequence[HalfDay]) -> dict[tuple[int, int], Signature]:
    rows = Signature.objects.standing().filter(half_day__in=half_days)
    return {(one.half_day_id, one.enrolment_id): one for one in rows}


def _signed(signature: Signature, enrolment: Enrolment) -> Signed:
    """Drawn strokes as a path, a typed name as it was typed."""
    drawn = signature.method == SignatureMethod.DRAWN
    typed = signature.method == SignatureMethod.TYPED
    return Signed(
        name=signature.mark if typed else enrolment.person.full_name,
        path=pen.path(signature.mark) if drawn else "",
        box=(pen.WIDTH, pen.HEIGHT) if drawn else (),
        method=signature.method,
        at=clock(signature.signed_at),
    )


def _amended(one: Amendment) -> Amended:
    half_day = one.mark.half_day
    old = (one.old_absence_code, one.old_minutes_late, one.old_minutes_left_early)
    new = (one.absence_code, one.minutes_late, one.minutes_left_early)
    return Amended(
        day=half_day.date,
        part=half_day.part,
        name=one.mark.enrolment.person.full_name,
        old_fr=_said(*old, language="fr"),
        old_nl=_said(*old, language="nl"),
        new_fr=_said(*new, language="fr"),
        new_nl=_said(*new, language="nl"),
        reason=one.reason,
        by=one.by.get_full_name() or str(one.by),
        on=timezone.localdate(one.at),
    )


def _said(code: AbsenceCode | None, late: int, early: int, *, language: str) -> str:
    """'absent : maladie', 'présent, 15 min en moins'."""
    if code:
        return f"absent\u00a0: {code.label_fr}" if language == "fr" else f"afwezig: {code.label_nl}"
    less = f", {late + early} min"
    if language == "fr":
        return "présent" + (f"{less} en moins" if late + early else "")
    return "aanwezig" + (f"{less} minder" if late + early else "")


def _marks(half_days: Sequence[HalfDay]) -> dict[tuple[int, int], Attendance]:
    """By half-day and enrolment."""
    rows = Attendance.objects.filter(half_day__in=half_days).select_related("half_day", "absence_code")
    rows = rows.prefetch_related(standing.CORRECTIONS)
    return {(one.half_day_id, one.enrolment_id): one for one in rows}


def _presence(
    enrolment: Enrolment,
    half_day: HalfDay,
    *,
    expected: dict[int, set[int]],
    marks: dict[tuple[int, int], Attendance],
    signatures: dict[tuple[int, int], Signature],
    is_filled: bool,
) -> Presence:
    mark = marks.get((half_day.pk, enrolment.pk))
    if mark is None:
        room_to_sign = OPEN if is_filled else BLANK
        return room_to_sign if enrolment.pk in expected[half_day.pk] else OUTSIDE
    counts = standing.of(mark)
    code, signature = counts.absence_code, signatures.get((half_day.pk, enrolment.pk))
    return Presence(
        state="absent" if code else "present",
        minutes=counts.minutes_followed,
        minutes_late=counts.minutes_late,
        minutes_left_early=counts.minutes_left_early,
        signature=_signed(signature, enrolment) if signature and not code else None,
        is_amended=counts is not mark,
        code=code.code if code else "",
        code_fr=code.label_fr if code else "",
        code_nl=code.label_nl if code else "",
    )
