"""Letters that are not needed may be stopped: by a link in them, by the mailer itself, on the account page.

The link is signed and says a number and a kind, nothing about the person. It lasts as long as the key.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse

from accounts.domain.letters import Letter, every_letter, find
from accounts.models import StoppedLetter, User

SALT = "accounts.stopping"


def may_be_stopped() -> list[type[Letter]]:
    return [one for one in every_letter() if not one.is_service]


def stop(*, user: User, kind: str) -> None:
    """From now on no letter of this kind. Idempotent. A KeyError for a letter nobody has written."""
    if not find(kind).is_service:
        StoppedLetter.objects.get_or_create(user=user, kind=kind)


def resume(*, user: User, kind: str) -> None:
    """Letters of this kind go again. Idempotent."""
    StoppedLetter.objects.filter(user=user, kind=kind).delete()


def is_stopped(*, user: User, kind: str) -> bool:
    return StoppedLetter.objects.filter(user=user, kind=kind).exists()


def link(*, user: User, kind: str) -> str:
    token = signing.dumps([user.pk, kind], salt=SALT)
    return settings.SITE_URL + reverse("stop_letter", args=[token])


def read(token: str) -> tuple[User, type[Letter]] | None:
    """Whose letter a link stops; None when it is not ours, or the account is gone."""
    try:
        number, kind = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=number).first()
    return (user, find(kind)) if user else None
