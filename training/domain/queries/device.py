"""What a trainer's device holds for a place without network: her registers of today and tomorrow.

Names, ids and marks, as the page of the register shows them; nothing else about anybody.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from accounts.models import User
from training.domain import attendance, signed_notes, signing, words
from training.domain.noted import Said
from training.domain.permissions import can_take_register
from training.domain.queries import lessons
from training.domain.queries.register import Board, board
from training.enums import Signing
from training.models import AbsenceCode, Enrolment, HalfDay, RegisterChange

DAYS_AHEAD = 1
AT_MOST = 12  # registers on one device: two full days, and those that were opened by hand


def held(user: User, *, also: Iterable[int] = ()) -> list[Board]:
    """The open registers this reader takes today and tomorrow, and those asked for by their ids."""
    today = timezone.localdate()
    near = lessons.taught(user).filter(date__range=(today, today + timedelta(days=DAYS_AHEAD)))
    asked = HalfDay.objects.visible_to(user).filter(pk__in=list(also)[:AT_MOST])
    ids = {*near.values_list("pk", flat=True), *asked.order_by().values_list("pk", flat=True)}
    found = HalfDay.objects.visible_to(user).held().filter(pk__in=ids, closed_at=None)
    rows = found.select_related("session", "room", "trainer")[:AT_MOST]
    return [board(one, user) for one in rows if can_take_register(user, one)]


def facts(board: Board) -> dict:
    """One register as a device keeps it."""
    half_day = board.half_day
    signed = signing.of(half_day)
    return {
        "id": half_day.pk,
        "title": half_day.session.title,
        "date": half_day.date.isoformat(),
        "day": words.day(half_day.date),
        "hours": words.span(half_day.start_time, half_day.end_time),
        "place": half_day.room.name if half_day.room else "",
        "opens": attendance.opens_at(half_day).isoformat(),
        "minutes": half_day.minutes,
        "signs": half_day.session.signing == Signing.SCREEN,
        "lesson": signed_notes.lesson(half_day),
        "people": [
            {
                "id": row.enrolment.pk,
                "name": row.name,
                "key": row.enrolment.person.name_key,
                "said": row.word,
                "noted": row.mark is not None,
                "expected": row.announced.absence_code.code if row.is_expected_away else "",
                "signed": row.enrolment.pk in signed,
            }
            for row in board.rows
        ],
    }


def codes() -> list[dict]:
    """The reasons of absence that are in use, in the reader's language; which one a single tap may note."""
    return [
        {"code": one.code, "label": one.label, "is_unjustified": one.hours_due and not one.justified}
        for one in AbsenceCode.objects.filter(retired=False)
    ]


def refused(user: User) -> list[dict]:
    """Where notes of this person wait to be read, because they could not be written: no name among it."""
    notes = RegisterChange.objects.refused_unseen().filter(
        by=user, half_day__in=HalfDay.objects.visible_to(user).order_by()
    )
    when = ("half_day__date", "half_day__start_time", "half_day__end_time")
    counted = notes.order_by(*when).values("half_day", *when).annotate(number=Count("pk"))
    return [
        {
            "half_day": one["half_day"],
            "day": words.day(one["half_day__date"]),
            "hours": words.span(one["half_day__start_time"], one["half_day__end_time"]),
            "number": one["number"],
        }
        for one in counted
    ]


def to_sign(half_day: HalfDay, enrolment: Enrolment) -> dict:
    """What a device notes of a signature that is given on the page with network."""
    mark = half_day.marks.select_related("absence_code").filter(enrolment=enrolment).first()
    return {
        "half_day": half_day.pk,
        "enrolment": enrolment.pk,
        "said": Said.of(mark).word,
        "lesson": signed_notes.lesson(half_day),
        "name": enrolment.person.full_name,
    }
