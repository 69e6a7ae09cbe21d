"""Logos of papers: drawn anew, small, kept for ever under their hash."""

import struct
import zlib
from io import BytesIO

import pytest
from django.utils.translation import override
from PIL import Image, PngImagePlugin

from documents import logos, press
from documents.exceptions import DocumentAltered, PressFault, PressRefusal
from documents.facts import Logo
from documents.models import archive
from documents.press import print_document
from tests.documents.builders import certificate_facts
from tests.documents.designs import design
from tests.documents.logo_builders import logo, written

BLUE = (0, 51, 153)


def kept(content: bytes) -> Image.Image:
    return Image.open(BytesIO(logos.read(logos.keep(content))))


def plain(mode: str, colour, size=(300, 150)) -> Image.Image:
    return Image.new(mode, size, colour)


def test_the_same_picture_is_kept_once():
    sha256 = logos.keep(written(logo()))
    assert logos.keep(written(logo())) == sha256
    assert logos.is_kept(sha256)
    assert archive().listdir(f"logos/{sha256[:2]}")[1].count(f"{sha256}.png") == 1


def test_it_is_drawn_anew_without_what_was_said_in_it():
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "Jean Dupont")
    content = logos.read(logos.keep(written(logo(), pnginfo=said)))
    assert b"Jean Dupont" not in content
    assert {name for name, _data in chunks(content)} <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_no_margin_and_no_larger_than_paper_shows():
    picture = kept(written(logo(0)))
    assert picture.width == logos.LARGEST[0]
    assert kept(written(logo(1))).size == (logos.LARGEST[1], logos.LARGEST[1])


def test_the_colours_of_a_house_stay_exactly():
    picture = logo(0)
    colours = {colour for _often, colour in sorted(kept(written(picture)).convert("RGB").getcolors())[-3:]}
    assert {BLUE, (255, 255, 255)} <= colours


@pytest.mark.parametrize("number", range(3))
def test_a_usual_logo_is_light(number):
    assert len(logos.read(logos.keep(written(logo(number))))) < 8_000


def test_a_photograph_is_light_too():
    noise = Image.merge("RGB", [Image.effect_noise((1200, 800), 90) for _ in range(3)])
    content = logos.read(logos.keep(written(noise, "JPEG")))
    assert len(content) <= logos.MOST_KEPT
    assert Image.open(BytesIO(content)).width >= logos.LARGEST[0] // 2


@pytest.mark.parametrize(
    ("picture", "kind", "expected"),
    [
        (plain("RGB", BLUE), "JPEG", BLUE),
        (plain("CMYK", (255, 170, 0, 102)), "JPEG", (0, 51, 153)),
        (plain("L", 90), "PNG", (90, 90, 90)),
        (plain("1", 0), "PNG", (0, 0, 0)),
        (plain("I;16", 90 * 256), "PNG", (90, 90, 90)),
        (plain("RGBA", (*BLUE, 128)), "PNG", (127, 153, 204)),
        (plain("LA", (0, 128)), "PNG", (127, 127, 127)),
        (plain("RGB", BLUE).quantize(4), "PNG", BLUE),
    ],
    ids=["jpeg", "cmyk", "grey", "one bit", "16 bits", "alpha", "grey alpha", "palette"],
)
def test_every_kind_of_picture_becomes_what_one_sees(picture, kind, expected):
    seen = kept(written(picture, kind)).convert("RGB").getpixel((20, 20))
    assert all(abs(one - other) <= 3 for one, other in zip(seen, expected, strict=True)), seen


def test_a_turned_photograph_is_turned_back():
    turned = Image.Exif()
    turned[0x0112] = 6
    picture = kept(written(plain("RGB", BLUE, (300, 150)), "JPEG", exif=turned))
    assert picture.height > picture.width


def chunks(png: bytes):
    place = 8
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        yield name, png[place + 8 : place + 8 + length]
        place += 12 + length


def bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that says it has so many pixels."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    )


@pytest.mark.parametrize(
    ("content", "french", "dutch"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG ou JPEG", "PNG- of JPEG"),
        (b"", "PNG ou JPEG", "PNG- of JPEG"),
        (written(logo().convert("RGB"), "GIF"), "PNG ou JPEG", "PNG- of JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 200, "PNG ou JPEG", "PNG- of JPEG"),
        (bomb(5_000), "16 millions", "16 miljoen"),
        (bomb(10_000), "PNG ou JPEG", "PNG- of JPEG"),
        (bomb(60_000), "PNG ou JPEG", "PNG- of JPEG"),
        (b"x" * (logos.MOST_BYTES + 1), "2 Mo", "2 MB"),
        (written(plain("RGB", BLUE, (99, 40))), "100 pixels", "100 pixels"),
        (written(plain("RGBA", (255, 255, 255, 255))), "vide", "leeg"),
    ],
    ids=["svg", "nothing", "gif", "broken", "large", "larger", "bomb", "heavy", "small", "white"],
)
def test_what_is_no_logo_is_refused_with_a_sentence(content, french, dutch):
    with pytest.raises(PressRefusal) as refused:
        logos.keep(content)
    for language, words in (("fr", french), ("nl", dutch)):
        with override(language):
            assert words in str(refused.value)


def test_a_logo_that_is_gone_or_another_is_never_printed():
    sha256 = logos.keep(written(logo()))
    name = f"logos/{sha256[:2]}/{sha256}.png"
    archive().delete(name)
    with pytest.raises(DocumentAltered, match="gone"):
        logos.read(sha256)
    facts = certificate_facts(design=design(logos=(Logo(sha256=sha256, name_fr="Ville", name_nl="Stad"),)))
    press.forget()  # another test may have printed it
    with pytest.raises(PressFault, match="gone"):
        print_document("certificate", facts)
    archive().save(name, BytesIO(b"another"))
    with pytest.raises(DocumentAltered, match="another"):
        logos.read(sha256)
    archive().delete(name)
