"""The sound of an item: the recording of a trainer, else the computer's voice of the reference data."""

import re
from dataclasses import dataclass

from training.domain.reference import FOLDER
from training.models import PlacementItem
from training.rules import audio_type

RANGE = re.compile(r"bytes=(?P<first>\d{0,9})-(?P<last>\d{0,9})")
SHIPPED = FOLDER / "placement_clips"


@dataclass(frozen=True)
class Clip:
    body: bytes
    media_type: str


def clip(item: PlacementItem) -> Clip | None:
    """None when there is neither: an item that an editor has just added."""
    body = recorded(item) or shipped(item)
    return Clip(body, audio_type(body[:16])) if body else None


def recorded(item: PlacementItem) -> bytes:
    if not item.recording:
        return b""
    with item.recording.open("rb") as file:
        return file.read()


def shipped(item: PlacementItem) -> bytes:
    """Codes are slugs: no path leads out of the folder."""
    path = SHIPPED / f"{item.code}.mp3"
    return path.read_bytes() if path.is_file() else b""


def part(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte of a Range header; None for the whole (RFC 9110, 14.2)."""
    found = RANGE.fullmatch(header.strip())
    if not found or not (found["first"] or found["last"]):
        return None
    if not found["first"]:
        first, last = max(0, size - int(found["last"])), size - 1
    else:
        first, last = int(found["first"]), min(int(found["last"] or size - 1), size - 1)
    return (first, last) if first <= last else None
