"""The public lists that say which credentials were revoked (W3C Bitstring Status List 1.0).

A place is drawn from a sequence of the database, which gives no number twice, even to a transaction that
fails; and it is marked in the archive, which a restored database does not take back. So a place that was
given once is never given again. The order of the places is shuffled: neighbours in a list tell nothing.
"""

import base64
import gzip
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from certificates.domain import keys, proofs
from certificates.domain.issuer_document import address as issuer_address
from certificates.domain.issuer_document import method_of
from certificates.domain.linked_data import CREDENTIALS
from certificates.models import Certificate, StatusList
from documents.models import archive

SIZE = 131_072  # bits: the least the standard allows, so that one asks among many
VALID_FOR = timedelta(days=7)
RENEWED_AFTER = timedelta(hours=20)  # nightly, with room for a night that begins late
SEQUENCE = "certificates_status_place"


@dataclass(frozen=True)
class Place:
    list: StatusList
    index: int

    @property
    def entry(self) -> dict:
        """What a credential says of where its status stands."""
        url = list_url(self.list)
        return {
            "id": f"{url}#{self.index}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(self.index),
            "statusListCredential": url,
        }


def draw() -> Place:
    """A place nobody ever had. Takes no lock."""
    while True:
        ordinal, position = divmod(_next_number(), SIZE)
        place = _at(ordinal, position)
        if _mark(place):
            return place


def list_url(status_list: StatusList) -> str:
    return settings.SITE_URL + reverse("status_list", args=[status_list.name])


@transaction.atomic
def sign(status_list: StatusList, *, now: datetime | None = None) -> StatusList:
    """Writes the list as it stands today, signed, valid for a week. Locks its row.

    Raises Refusal where the key is not at hand.
    """
    now = now or timezone.now()
    status_list = StatusList.objects.select_for_update(of=("self",), no_key=True).get(pk=status_list.pk)
    revoked = Certificate.objects.filter(status_list=status_list, revoked_at__isnull=False)
    bits = encoded(revoked.order_by().values_list("status_index", flat=True))
    key = keys.active()
    status_list.credential = proofs.sign(
        document(status_list, bits, now=now), key=keys.private(key), method=method_of(key), created=now
    )
    status_list.signed_at = now
    status_list.save(update_fields=["credential", "signed_at"])
    return status_list


def renew() -> None:
    """Signs every list that is older than a night or behind a revocation. For the sweeper; idempotent."""
    for one in StatusList.objects.all():
        if is_behind(one, now=timezone.now()):
            sign(one)


def is_behind(status_list: StatusList, *, now: datetime) -> bool:
    if status_list.signed_at is None or now - status_list.signed_at > RENEWED_AFTER:
        return True
    since = status_list.signed_at
    return Certificate.objects.filter(status_list=status_list, revoked_at__gte=since).exists()


def document(status_list: StatusList, bits: str, *, now: datetime) -> dict:
    """The list as a credential, without its proof."""
    url = list_url(status_list)
    return {
        "@context": [CREDENTIALS],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer_address(),
        "validFrom": proofs.instant(now),
        "validUntil": proofs.instant(now + VALID_FOR),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bits,
        },
    }


def encoded(revoked: Iterable[int]) -> str:
    """The bits, the first one leftmost, compressed, as base64url with its multibase `u`."""
    bits = bytearray(SIZE // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> index % 8
    return "u" + base64.urlsafe_b64encode(gzip.compress(bytes(bits), mtime=0)).decode().rstrip("=")


def is_set(encoded_list: str, index: int) -> bool:
    """Raises ValueError for a list that is not one."""
    bits = unpacked(encoded_list)
    if not 0 <= index < len(bits) * 8:
        raise ValueError("no such place")
    return bool(bits[index // 8] & 0x80 >> index % 8)


def unpacked(encoded_list: str) -> bytes:
    """The bits of a list as it is published. Raises ValueError for what is not one."""
    if not encoded_list.startswith("u"):
        raise ValueError("not a list of bits")
    packed = encoded_list[1:]
    try:
        return gzip.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    except (OSError, EOFError) as error:
        raise ValueError("not a list of bits") from error


def _next_number() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s)", [SEQUENCE])
        return cursor.fetchone()[0]


def _at(ordinal: int, position: int) -> Place:
    status_list, _made = StatusList.objects.get_or_create(ordinal=ordinal)
    return Place(status_list, _order(status_list.shuffle)[position])


@lru_cache(maxsize=2)
def _order(shuffle: int) -> list[int]:
    places = list(range(SIZE))
    random.Random(shuffle).shuffle(places)
    return places


def _mark(place: Place) -> bool:
    """False when somebody had this place before the database was restored."""
    name = f"status/{place.list.name}/{place.index}"
    if archive().exists(name):
        return False
    archive().save(name, ContentFile(b""))
    return True
