"""What the two pages of signing by telephone show: the trainer's screen and the learner's own page."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Person, User
from documents import square_code
from training.domain import attendance, phone, rotating_code, signing
from training.domain.permissions import can_take_register
from training.models import HalfDay, Signature


@dataclass(frozen=True)
class Screen:
    """What everybody in the room reads: the code, how long it is shown, who has signed. Empty: not now."""

    half_day: HalfDay
    opens_at: datetime
    is_early: bool
    is_open: bool
    is_begun: bool
    code: str = ""
    address: str = ""
    seconds_left: int = 0
    signed: tuple[str, ...] = ()
    expected: int = 0

    @property
    def halves(self) -> tuple[str, str]:
        """The code as it is read out."""
        return self.code[:3], self.code[3:]

    @property
    def typed_at(self) -> str:
        """Where it is typed, without what nobody types."""
        return f"{settings.SITE_URL}{reverse('my_home')}".partition("://")[2]

    @property
    def square(self) -> str:
        """The address as a square code: an SVG of our own, without anybody's words in it."""
        return square_code.qr(self.address)


def screen(half_day: HalfDay, user: User) -> Screen:
    now = timezone.now()
    facts = {
        "half_day": half_day,
        "opens_at": attendance.opens_at(half_day),
        "is_early": now < attendance.opens_at(half_day),
        "is_open": bool(can_take_register(user, half_day)) and phone.is_open(half_day, now),
        "is_begun": half_day.marks.exists(),
    }
    if not (facts["is_open"] and facts["is_begun"]):
        return Screen(**facts)
    code = rotating_code.shown(half_day, now)
    signed = sorted(signing.of(half_day).values(), key=lambda one: one.signed_at)
    return Screen(
        **facts,
        code=code,
        address=f"{settings.SITE_URL}{reverse('my_sign_code', args=[half_day.pk, code])}",
        seconds_left=rotating_code.seconds_left(now),
        signed=_first_names([one.enrolment.person for one in signed]),
        expected=attendance.in_the_room(half_day).count(),
    )


def _first_names(people: list[Person]) -> tuple[str, ...]:
    """On a wall no more than needed: with the first letter of the name where two are called alike."""
    often = Counter(one.given_name for one in people)
    return tuple(
        f"{one.given_name} {one.family_name[:1]}." if often[one.given_name] > 1 else one.given_name
        for one in people
    )


@dataclass(frozen=True)
class Own:
    """The learner's page of one half-day."""

    half_day: HalfDay
    signature: Signature | None
    opens_at: datetime
    is_early: bool
    is_open: bool


def own(half_day: HalfDay, user: User) -> Own:
    now = timezone.now()
    standing = Signature.objects.standing().filter(half_day=half_day, enrolment__person__user=user)
    return Own(
        half_day=half_day,
        signature=standing.order_by("-pk").first(),
        opens_at=attendance.opens_at(half_day),
        is_early=now < attendance.opens_at(half_day),
        is_open=phone.is_open(half_day, now),
    )
