"""What a file is, decided from its content and never from its name; pictures are drawn anew."""

import warnings
from io import BytesIO

import filetype
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from training.exceptions import Refusal

LARGEST = 5_000_000
MOST_PIXELS = 40_000_000
END_WITHIN = 1024  # bytes, as readers of PDF look
PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"
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
        return _whole(content), PDF
    if kind in PICTURES:
        return _drawn_anew(content, PICTURES[kind]), kind
    if kind == HEIC:
        sentence = _("This picture is in the format of iPhones (HEIC). Send a screenshot of it, or a PDF.")
        raise Refusal(sentence, code="heic")
    raise Refusal(_("Send a PDF, or a picture in JPEG or PNG."), code="type")


def _whole(content: bytes) -> bytes:
    """A PDF says where it ends, near its end; what was cut off on its way opens for nobody."""
    if b"%%EOF" not in content[-END_WITHIN:]:
        raise Refusal(_("This PDF is not whole. Save it again, then send it."), code="cut")
    return content


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
