"""The ends of all chains, kept outside the database each night: who cuts a chain off is found.

A file a day in the store of the documents, `anchors/2027-01-11.json`: session id → number and hash of its
last link. An end never goes back: of a chain that was found shorter, the longer end stays known. The floors
above keep the ends of chains of their own in folders below.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.utils import timezone

from documents.models import archive
from training.models import ChainLink

FOLDER = "anchors"  # of the registers


@dataclass(frozen=True)
class End:
    number: int
    hash: str


def last_known(folder: str = FOLDER) -> dict[int, End]:
    """As of the newest file, by what each is a chain of; empty where nothing was kept yet."""
    names = _names(folder)
    if not names:
        return {}
    with archive().open(f"{folder}/{names[-1]}") as stored:
        return {int(key): End(*end) for key, end in json.load(stored).items()}


def keep(now: Mapping[int, End], *, folder: str = FOLDER) -> None:
    """Writes today's file anew. May run twice a day: the later one knows more."""
    known = last_known(folder)
    ends = {key: end for key, end in now.items() if not _goes_back(end, known.get(key))}
    name = f"{folder}/{timezone.localdate():%Y-%m-%d}.json"
    content = _written(known | ends)
    if archive().exists(name):
        archive().delete(name)
    archive().save(name, ContentFile(content))


def _goes_back(end: End, known: End | None) -> bool:
    return known is not None and known.number > end.number


def of_sessions() -> dict[int, End]:
    """The last link of each session, as it stands."""
    last = ChainLink.objects.order_by("session", "-number").distinct("session")
    return {
        session: End(number, digest)
        for session, number, digest in last.values_list("session", "number", "hash")
    }


def _written(ends: Mapping[int, End]) -> bytes:
    return json.dumps({str(key): [end.number, end.hash] for key, end in sorted(ends.items())}).encode()


def _names(folder: str) -> list[str]:
    """An object store lists nothing where a disk has no folder yet."""
    try:
        _folders, names = archive().listdir(folder)
    except FileNotFoundError:
        return []
    return sorted(name for name in names if name.endswith(".json"))
