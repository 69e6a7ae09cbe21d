"""The keys that sign credentials: made, brought into use, retired, and given up when in wrong hands.

The private halves are files in `SIGNING_KEYS_DIR`, readable by the worker that signs and by nobody else; they
are in no table, no backup of the database, and every other process is refused, wherever the files lie.
"""

import os
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.domain import multikey
from certificates.enums import KeyState
from certificates.exceptions import Refusal
from certificates.models import IssuerKey

LOCK = 5_000_001  # of the keys; one number for each thing that is locked as a whole


@transaction.atomic
def make_next() -> IssuerKey:
    """A new key that waits for its turn, published at once. Idempotent: the next one that waits already."""
    _lock()
    waiting = IssuerKey.objects.filter(state=KeyState.NEXT).first()
    return waiting or _made()


@transaction.atomic
def rotate() -> IssuerKey:
    """The next key signs from now on; the one that did is retired, and what it signed stays valid.

    Without a next key one is made. Publish the next one 30 days before: whoever keeps a copy of the issuer's
    document then knows it in time.
    """
    _lock()
    now = timezone.now()
    key = IssuerKey.objects.filter(state=KeyState.NEXT).first() or _made()
    IssuerKey.objects.filter(state=KeyState.ACTIVE).update(state=KeyState.RETIRED, active_until=now)
    key.state, key.active_from = KeyState.ACTIVE, now
    key.save(update_fields=["state", "active_from"])
    return key


@transaction.atomic
def compromise(*, key: IssuerKey, since: datetime) -> IssuerKey:
    """What this key signs or signed from `since` on counts for nothing. Final; rotate afterwards."""
    _lock()
    key = IssuerKey.objects.get(pk=key.pk)
    if since > timezone.now():
        raise Refusal(_("This moment is in the future."), code="future")
    if key.compromised_at and key.compromised_at <= since:
        return key
    key.state, key.compromised_at = KeyState.COMPROMISED, since
    key.save(update_fields=["state", "compromised_at"])
    return key


def active() -> IssuerKey:
    """The key that signs today. The very first is made when it is first asked for.

    Raises Refusal when there were keys and none is active: somebody has to decide which one signs.
    """
    if key := IssuerKey.objects.filter(state=KeyState.ACTIVE).first():
        return key
    with transaction.atomic():
        _lock()
        if not IssuerKey.objects.exists():
            return rotate()
    if key := IssuerKey.objects.filter(state=KeyState.ACTIVE).first():
        return key
    raise Refusal(_("No key signs at the moment. The technical team brings one into use."), code="no_key")


def private(key: IssuerKey) -> Ed25519PrivateKey:
    """The half that signs. Raises Refusal in any process but the one that signs, or without its file."""
    _refuse_elsewhere()
    try:
        return multikey.private_key(_file(key).read_text().strip())
    except (OSError, multikey.NotAKey) as error:
        raise Refusal(
            _("The key that signs is not on this machine. The technical team puts it back."), code="no_key"
        ) from error


def _made() -> IssuerKey:
    """The file first: a row without its file would sign nothing, a file without a row harms nobody."""
    _refuse_elsewhere()
    made = Ed25519PrivateKey.generate()
    key = IssuerKey(public_text=multikey.public_text(made.public_key()), made_at=timezone.now())
    path = _file(key)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(multikey.private_text(made) + "\n")
    key.save()
    return key


def _refuse_elsewhere() -> None:
    if not settings.IS_SIGNER:
        raise Refusal(_("This process may not sign: the signing worker does."), code="not_the_signer")


def _file(key: IssuerKey) -> Path:
    return Path(settings.SIGNING_KEYS_DIR) / f"{key.public_text}.key"


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
