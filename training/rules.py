"""What a file must be, decided from its content and never from its name."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LARGEST_RECORDING = 1_000_000
MP3_FRAMES = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")


def audio_type(head: bytes) -> str:
    """The media type of a sound file by its first bytes; empty when it is none that every browser plays."""
    if head.startswith((b"ID3", *MP3_FRAMES)):
        return "audio/mpeg"
    if head.startswith(b"OggS"):
        return "audio/ogg"
    if head[4:8] == b"ftyp" and head[8:11] in (b"M4A", b"mp4", b"iso"):
        return "audio/mp4"
    return ""


def validate_recording(file) -> None:
    """A sound of 1 MB at most."""
    if file.size > LARGEST_RECORDING:
        raise ValidationError(_("A recording has 1 MB at most."), code="size")
    file.seek(0)
    kind = audio_type(file.read(16))
    file.seek(0)
    if not kind:
        raise ValidationError(_("This is no sound in MP3, Ogg or M4A."), code="type")
