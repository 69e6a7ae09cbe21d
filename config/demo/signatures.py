"""How the demo school signs: drawn by a hand of one's own, typed by who rather types, or by telephone."""

import json
import math
import random
from datetime import date
from io import BytesIO
from uuid import UUID

from django.utils import timezone
from PIL import Image

from accounts.models import User
from config.demo.clock import on
from training.domain import amending, phone, rotating_code, signing
from training.domain.device import Device
from training.enums import SignatureMethod
from training.models import AbsenceCode, Enrolment, HalfDay, Session

TABLET = Device(user_agent="Mozilla/5.0 (Linux; Android 15; Tablet)", address="192.0.2.10")
TELEPHONE = "Mozilla/5.0 (Linux; Android 15; Mobile)"
TYPES = 5  # one in five types the name


def sign_all(*, half_day: HalfDay, trainer: User) -> None:
    """Everybody in the room, one after the other, on the trainer's tablet."""
    for one in list(signing.unsigned(half_day)):
        types = one.pk % TYPES == 0
        signing.sign(
            half_day=half_day,
            enrolment=one,
            by=trainer,
            method=SignatureMethod.TYPED if types else SignatureMethod.DRAWN,
            mark=one.person.full_name if types else hand_of(one, half_day),
            change_id=number_of(one, half_day),
            device=TABLET,
        )


def sign_on_telephones(half_day: HalfDay) -> None:
    """Who has an account signs on their own telephone; two of them share one."""
    with_account = [one for one in signing.unsigned(half_day) if one.person.user]
    for place, one in enumerate(with_account):
        owner = with_account[0] if place == 1 else one
        phone.sign(
            half_day=half_day,
            by=one.person.user,
            code=rotating_code.shown(half_day, timezone.now()),
            change_id=number_of(one, half_day),
            device=Device(user_agent=TELEPHONE, address="192.0.2.40", key=f"telephone {owner.pk}"),
            said_at=timezone.now(),
        )


def hand_of(one: Enrolment, half_day: HalfDay) -> str:
    """Loops whose size and slope are the person's, and which are never twice the same."""
    person, day = random.Random(one.pk), random.Random(one.pk * 10_000 + half_day.pk)
    loops, height, slope = person.randint(3, 6), person.randint(50, 110), person.uniform(-0.25, 0.1)
    points = []
    for step in range(loops * 9):
        turn = step / 9 * 2 * math.pi
        x = 120 + step * 620 / (loops * 9) + 45 * math.cos(turn) + day.uniform(-5, 5)
        y = 210 + slope * (x - 400) + height * math.sin(turn) * person.uniform(0.6, 1) + day.uniform(-5, 5)
        points += [min(1000, max(0, round(x))), min(400, max(0, round(y)))]
    return json.dumps([points, [180, 330, 760 + day.randint(-20, 20), 320 + day.randint(-10, 10)]])


def number_of(one: Enrolment, half_day: HalfDay) -> UUID:
    return UUID(int=one.pk << 64 | half_day.pk)


def correct(*, session: Session, trainer: User, day: date) -> None:
    """Somebody marked as absent without a reason brings a letter of the bus company."""
    wrong = session.half_days.closed().filter(marks__absence_code__code="U_UNJUSTIFIED").first()
    mark = wrong.marks.select_related("enrolment").filter(absence_code__code="U_UNJUSTIFIED").first()
    with on(day):
        amending.amend(
            half_day=wrong,
            enrolment=mark.enrolment,
            by=trainer,
            reason="Le bus n’a pas circulé : attestation du transporteur.",
            absence_code=AbsenceCode.objects.get(code="J_TRANSPORT"),
            document=a_photograph(),
        )


def a_photograph() -> bytes:
    """Of a letter that nobody needs to read."""
    taken = BytesIO()
    Image.new("RGB", (600, 848), "#f7f2e8").save(taken, "JPEG")
    return taken.getvalue()
