"""The private calendar address of an account: made, renewed, revoked, and recognised when a telephone asks.

It opens the lessons of one account for reading and nothing else. Who holds it needs no password, so it can
be taken back at any moment (docs/decisions/0086).
"""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from training.models import CalendarFeed

KEPT_FOR = timedelta(days=90)  # a revoked address says "gone" for as long, then it was never there
_signer = Signer(salt="training.calendar", sep="~")


def make(*, user: User) -> CalendarFeed:
    """The address of this account, made now unless it has one. Idempotent."""
    return CalendarFeed.objects.active().get_or_create(user=user)[0]


@transaction.atomic
def revoke(*, user: User) -> None:
    """The address opens nothing any more, at once. Idempotent."""
    CalendarFeed.objects.active().filter(user=user).update(revoked_at=timezone.now())


@transaction.atomic
def renew(*, user: User) -> CalendarFeed:
    """Another address; the one before opens nothing any more."""
    revoke(user=user)
    return make(user=user)


def of(user: User) -> CalendarFeed | None:
    return CalendarFeed.objects.active().filter(user=user).first()


def address(feed: CalendarFeed) -> str:
    return settings.SITE_URL + reverse("calendar_feed", args=[token(feed)])


def token(feed: CalendarFeed) -> str:
    return _signer.sign(feed.key)


def find(token: str) -> CalendarFeed | None:
    """Whose calendar this is, revoked or not; None when we never gave this address or the account is closed.

    Nothing is looked up for an address without our signature.
    """
    try:
        key = _signer.unsign(token)
    except BadSignature:
        return None
    known = CalendarFeed.objects.filter(key=key, user__is_active=True)
    return known.select_related("user").first()


def forget_revoked() -> int:
    """Deletes what was revoked long ago. Idempotent; returns how many."""
    old = CalendarFeed.objects.filter(revoked_at__lt=timezone.now() - KEPT_FOR)
    return old.delete()[0]
