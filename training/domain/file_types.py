"""What a file is, decided from its content and never from its name; pictures are drawn anew."""

import warnings
from io import BytesIO

import filetype
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from training.exceptions import Refusal

LARGEST = 5_000_000
MOST_PIXELS = 40_000_000
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
PICTURES = {JPEG: "JPEG", PNG: "PNG"}


def accepted(content: bytes) -> tuple[bytes, str]:
    """The bytes to keep and their media type. Refuses what is empty, too large, or neither PDF nor picture.

    A picture loses everything but its pixels: where and when it was taken, with which telephone.
    """
    if not content:
        raise Refusal(_("This file is empty."), code="empty")
    if len(content) > LARGEST:
        raise Refusal(_("This file is too large: 5 MB at most."), code="size")
    kind = filetype.guess_mime(content)
    if kind == PDF:
        return content, PDF
    if kind in PICTURES:
        return _drawn_anew(content, PICTURES[kind]), kind
    raise Refusal(_("Send a PDF, or a picture in JPEG or PNG."), code="type")


def _drawn_anew(content: bytes, form: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=[form]) as picture:
                return _pixels_only(picture, form)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refusal(
            _("We cannot open this picture. Take it again, or send a PDF."), code="picture"
        ) from None


def _pixels_only(picture: Image.Image, form: str) -> bytes:
    if picture.width * picture.height > MOST_PIXELS:
        raise Refusal(_("This picture is too large: 40 million pixels at most."), code="pixels")
    upright = ImageOps.exif_transpose(picture)
    flat = upright.convert("RGB" if form == "JPEG" or upright.mode not in ("L", "RGBA") else upright.mode)
    bare = Image.new(flat.mode, flat.size)
    bare.paste(flat)
    kept = BytesIO()
    bare.save(kept, form, **({"quality": 85} if form == "JPEG" else {"optimize": False}))
    return kept.getvalue()
