"""What a signature and a closing freeze, as plain JSON: numbers and the titles of the session, no names.

Names may be corrected later without a signature losing its worth: they stand beside, in `names`.
"""

from collections.abc import Iterable, Mapping

from training.domain import chain
from training.models import Amendment, Attendance, HalfDay, Signature


def lesson(half_day: HalfDay) -> dict:
    """When, where, what and with whom. Needs `session`."""
    return {
        "half_day": half_day.pk,
        "session": half_day.session.code,
        "title_fr": half_day.session.title_fr,
        "title_nl": half_day.session.title_nl,
        "date": half_day.date.isoformat(),
        "part": half_day.part,
        "from": half_day.start_time.isoformat("minutes"),
        "until": half_day.end_time.isoformat("minutes"),
        "room": half_day.room_id,
        "trainer": half_day.trainer_id,
    }


def mark(one: Attendance | Amendment) -> dict:
    return {
        "absence_code": one.absence_code_id,
        "minutes_late": one.minutes_late,
        "minutes_left_early": one.minutes_left_early,
    }


def old_mark(one: Amendment) -> dict:
    return {
        "absence_code": one.old_absence_code_id,
        "minutes_late": one.old_minutes_late,
        "minutes_left_early": one.old_minutes_left_early,
    }


def what_is_signed(half_day: HalfDay, one: Attendance) -> dict:
    """What a learner puts their name under: this lesson, and how long they were there."""
    return {"lesson": lesson(half_day), "enrolment": one.enrolment_id, "mark": mark(one)}


def evidence(one: Signature) -> dict:
    """How it was signed; the handwriting itself stays in its row."""
    return {
        "method": str(one.method),
        "mark_hash": chain.fingerprint(one.mark),
        "signed_by": one.signed_by_id,
        "signed_at": chain.moment(one.signed_at),
        "said_at": chain.moment(one.said_at),
        "user_agent": one.user_agent,
        "network": one.network,
        "change_id": str(one.change_id),
        **({"device": one.device} if one.device else {}),  # links from before have no such word
    }


def closing(half_day: HalfDay) -> dict:
    """What the trainer said when she countersigned."""
    return {
        "closed_at": chain.moment(half_day.closed_at),
        "closed_by": half_day.closed_by_id,
        "head_count": half_day.head_count,
        "unsigned_reason": half_day.unsigned_reason,
        "crowded_reason": half_day.crowded_reason,
    }


def slot(half_day: HalfDay, marks: Iterable[Attendance], signatures: Mapping[int, Signature]) -> dict:
    """The whole half-day as it is countersigned: every mark, and which signature stands under it."""
    return {
        "lesson": lesson(half_day),
        "names": names(half_day) | {"closed_by": str(half_day.closed_by)},
        **closing(half_day),
        "marks": [_slot_line(one, signatures.get(one.enrolment_id)) for one in marks],
    }


def _slot_line(one: Attendance, signature: Signature | None) -> dict:
    return {
        "enrolment": one.enrolment_id,
        "name": one.enrolment.person.full_name,
        "mark": mark(one),
        "signature": signature and signature.link.hash,
    }


def amendment(one: Amendment) -> dict:
    """The old value, the new one, and why."""
    return {
        "old": old_mark(one),
        "new": mark(one),
        "reason": one.reason,
        "document": one.document_hash,
    }


def names(half_day: HalfDay) -> dict:
    """As they were called at that moment."""
    return {
        "room": str(half_day.room or ""),
        "trainer": str(half_day.trainer or ""),
    }
