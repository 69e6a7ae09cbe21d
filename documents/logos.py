"""Logos on papers: kept in the archive under the hash of their bytes, for ever, in a form the press prints.

What is uploaded is drawn anew: no metadata, no transparency (white instead), the empty margin cut away, no
larger than paper shows, in a table of few colours, so that twelve of them fit into a file. PNG and JPEG only:
an SVG can hold programs, fonts and addresses.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageChops, ImageOps

from documents.exceptions import DocumentAltered, PressRefusal
from documents.models import archive

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 2_000_000
MOST_PIXELS = 16_000_000
LEAST = 100  # pixels on the longer side: 130 to the inch at the size it is printed
AT_WORK = (2048, 2048)  # pixels; larger ones would take a web process 250 MB
LARGEST = (384, 256)  # 500 to the inch on 19.5 × 13 mm; no logo is printed larger than the European emblem
MOST_KEPT = 16_384  # bytes
WHITE = (255, 255, 255)
PALE = 12  # nearer to white than this, of 255, is margin
# What Pillow raises for files that are broken, of another kind, or that unpack to something huge.
BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


def keep(content: bytes) -> str:
    """Put a logo away; its hash. Idempotent. Raises PressRefusal, a sentence in the reader's language, for
    what is no picture of these formats, too large, too small or empty.
    """
    kept = _drawn_small(_cut(_on_white(_opened(content))))
    sha256 = hashlib.sha256(kept).hexdigest()
    if not archive().exists(_name(sha256)):
        archive().save(_name(sha256), ContentFile(kept))
    return sha256


def read(sha256: str) -> bytes:
    """The PNG. Raises DocumentAltered when it is gone or another."""
    try:
        with archive().open(_name(sha256)) as stored:
            content = stored.read()
    except FileNotFoundError as missing:
        raise DocumentAltered(f"the logo {sha256} is gone") from missing
    if hashlib.sha256(content).hexdigest() != sha256:
        raise DocumentAltered(f"the logo {sha256} is another")
    return content


def is_kept(sha256: str) -> bool:
    return archive().exists(_name(sha256))


def _name(sha256: str) -> str:
    return f"logos/{sha256[:2]}/{sha256}.png"


def _opened(content: bytes) -> Image.Image:
    if len(content) > MOST_BYTES:
        raise PressRefusal(_("A logo has 2 MB at most."))
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        if picture.width * picture.height > MOST_PIXELS:
            raise PressRefusal(_("This picture has too many pixels for a logo: 16 million are the most."))
        picture.load()
        return ImageOps.exif_transpose(picture)
    except BROKEN as broken:
        raise PressRefusal(_("A logo is a PNG or JPEG picture; this file is none.")) from broken


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # grey in 16 bits
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("1", "P"):
        picture = picture.convert("L" if picture.mode == "1" else "RGBA")
    picture.thumbnail(AT_WORK, reducing_gap=2)
    if picture.mode == "CMYK":
        return picture.convert("RGB")
    with_alpha = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", with_alpha.size, "white"), with_alpha).convert("RGB")


def _cut(picture: Image.Image) -> Image.Image:
    """Without its empty margin."""
    ink = ImageChops.difference(picture, Image.new("RGB", picture.size, WHITE)).convert("L")
    box = ink.point(lambda value: 255 * (value > PALE)).getbbox()
    if box is None:
        raise PressRefusal(_("This picture is empty on white paper. Upload the logo in its dark version."))
    picture = picture.crop(box)
    if max(picture.size) < LEAST:
        raise PressRefusal(
            format_lazy(
                _(
                    "This picture is too small to be printed: without its margin, its longer side needs "
                    "{least} pixels."
                ),
                least=LEAST,
            )
        )
    return picture


def _drawn_small(picture: Image.Image) -> bytes:
    """As PNG with a table of colours: the largest and most colourful that is light enough."""
    for drawn in _smaller_and_smaller(picture):
        written = BytesIO()
        drawn.save(written, format="PNG", optimize=True)
        if written.tell() <= MOST_KEPT:
            break
    return written.getvalue()


def _smaller_and_smaller(picture: Image.Image) -> Iterator[Image.Image]:
    for share in (1, 0.75, 0.5):
        scaled = picture.copy()
        scaled.thumbnail([round(share * side) for side in LARGEST], Image.Resampling.LANCZOS)
        for most in (128, 64, 32, 16):
            yield _in_colours(scaled, most)


def _in_colours(picture: Image.Image, most: int) -> Image.Image:
    """With a table of so many colours; in mean steps those of large areas stay exactly what they are."""
    return picture.quantize(most, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
