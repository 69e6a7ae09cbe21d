"""What a file is, decided from its content and never from its name; pictures are drawn anew, and smaller."""

import warnings
from io import BytesIO

import filetype
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from training.exceptions import Refusal

LARGEST = 20_000_000  # bytes, as they arrive
PDF, JPEG, PNG, HEIC = "application/pdf", "image/jpeg", "image/png", "image/heic"
PICTURES = {JPEG: "JPEG", PNG: "PNG"}
MOST_PIXELS = 65_000_000  # of what is made smaller while it is read
MOST_PIXELS_WHOLE = 40_000_000  # of what unfolds whole in memory: PNG, and JPEG that comes in rounds
LONGEST_SIDE = 3000  # pixels: an A4 page at 250 dots an inch
QUALITY = 85
END_WITHIN = 1024  # bytes, as readers of PDF look


def accepted(content: bytes) -> tuple[bytes, str]:
    """The bytes to keep and their media type. Refuses what is empty, too large, or neither PDF nor picture.

    A picture loses everything but its pixels: where and when it was taken, with which telephone. One of a
    modern telephone is made smaller, so that it is read quickly and kept cheaply.
    """
    if not content:
        raise Refusal(_("This file is empty."), code="empty")
    insist_on_size(len(content))
    kind = filetype.guess_mime(content)
    if kind == PDF:
        return _whole(content), PDF
    if kind in PICTURES:
        return _drawn_anew(content, PICTURES[kind]), kind
    if kind == HEIC:
        sentence = _("This picture is in the format of iPhones (HEIC). Send a screenshot of it, or a PDF.")
        raise Refusal(sentence, code="heic")
    raise Refusal(_("Send a PDF, or a picture in JPEG or PNG."), code="type")


def insist_on_size(size: int) -> None:
    """Asked of an upload before it is read into memory."""
    if size > LARGEST:
        raise Refusal(_("This file is too large: 20 MB at most."), code="size")


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
                _insist_on_pixels(picture)
                return _pixels_only(picture, form)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large(MOST_PIXELS if form == "JPEG" else MOST_PIXELS_WHOLE) from None
    except (OSError, SyntaxError, ValueError):
        raise Refusal(
            _("We cannot open this picture. Take it again, or send a PDF."), code="picture"
        ) from None


def _insist_on_pixels(picture: Image.Image) -> None:
    """Said from the head of the file, before one pixel is unfolded."""
    is_whole = picture.format == "PNG" or "progressive" in picture.info
    most = MOST_PIXELS_WHOLE if is_whole else MOST_PIXELS
    if picture.width * picture.height > most:
        raise _too_large(most)


def _too_large(most: int) -> Refusal:
    sentence = _("This picture is too large: %(number)s million pixels at most. Choose a smaller size.")
    return Refusal(sentence % {"number": most // 1_000_000}, code="pixels")


def _pixels_only(picture: Image.Image, form: str) -> bytes:
    """Shrunk in two steps: `draft` has the decoder read at a half, a quarter or an eighth, so that 50 million
    pixels never lie in memory; then exactly. `thumbnail` alone would ask too much when one side is longer.
    """
    ratio = LONGEST_SIDE / max(picture.size)
    if ratio < 1:
        picture.draft(None, (round(picture.width * ratio) or 1, round(picture.height * ratio) or 1))
    flat = picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGB")
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=None)
    upright = ImageOps.exif_transpose(flat)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    kept = BytesIO()
    bare.save(kept, form, **({"quality": QUALITY} if form == "JPEG" else {"optimize": False}))
    return kept.getvalue()
