"""The square code with the signed short form in it, from the printed page: 20 mm at 100 dpi and worse.

Figures of a longer run are in docs/decisions/0124.
"""

from base64 import b32encode
from io import BytesIO
from random import Random

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from documents import square_code
from documents.press import print_document
from tests.documents.builders import certificate_facts
from tests.documents.paper import seen

HOSTS = ("attest.grenstaal.eu", "attestations.grenstaal.example")
BOX_MM = 28  # on the page, with the white around
MODULES = square_code.MOST_MODULES
DPI_OF_20_MM = 100 * 20 / (BOX_MM * MODULES / (MODULES + 2 * square_code.QUIET))
GROUP = range(6)


def certificate(number: int, *, host: str = HOSTS[0]):
    """A certificate with a short form of chance: 85 bytes, as long as a real one."""
    dice = Random(number)
    code = "".join(dice.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=12))
    text = b32encode(dice.randbytes(85)).decode().rstrip("=")
    return certificate_facts(code=code, verify_url=f"https://{host}/v/{code}", compact=text)


@pytest.fixture(scope="module")
def papers() -> list[tuple[str, bytes]]:
    """What the code says, and the page."""
    facts = [certificate(number) for number in GROUP] + [certificate(99, host=HOSTS[1])]
    return [(each.scanned, print_document("certificate", each).pdf) for each in facts]


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def photographed(picture: Image.Image, *, angle: float, dice: Random | None = None) -> Image.Image:
    """Turned, out of focus, grainy, saved as a telephone saves it. Without `dice` always the same grain."""
    turned = picture.convert("L").rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=True)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.5))
    grainy = ImageChops.add(blurred, _grain(blurred.size, dice or Random(1)), 1, -128)
    kept = BytesIO()
    grainy.save(kept, "JPEG", quality=60)
    return Image.open(kept)


def _grain(size: tuple[int, int], dice: Random) -> Image.Image:
    """Grey of 128 with noise about as a bell, of 24: the mean of four even ones, made narrower."""
    one, two, three, four = (Image.frombytes("L", size, dice.randbytes(size[0] * size[1])) for _ in range(4))
    mean = Image.blend(Image.blend(one, two, 0.5), Image.blend(three, four, 0.5), 0.5)
    return mean.point([round(128 + (value - 127.5) * 24 / 37) for value in range(256)])


@pytest.mark.parametrize("dpi", [72, pytest.param(DPI_OF_20_MM, id="20mm-at-100"), 100, 150, 300])
def test_it_is_read_from_the_page(papers, dpi):
    for said, pdf in papers:
        assert read(seen(pdf, dpi=dpi)) == [said]


@pytest.mark.parametrize("angle", [-4, 1.5, 7])
def test_it_is_read_from_a_poor_photograph(papers, angle):
    for said, pdf in papers:
        assert read(photographed(seen(pdf, dpi=150), angle=angle)) == [said]


def test_the_address_alone_is_read_from_a_poorer_one():
    facts = certificate_facts()
    pdf = print_document("certificate", facts).pdf
    assert read(photographed(seen(pdf, dpi=100), angle=3)) == [facts.verify_url]


def test_capitals_and_the_lower_level_are_what_makes_room():
    facts = certificate(0)
    assert len(square_code.matrix(facts.scanned)) == MODULES
    assert len(square_code.matrix(f"{facts.verify_url}#{facts.compact.lower()}")) > MODULES
    assert square_code.is_fine_enough(certificate(0, host="h" * 30).scanned)
    assert not square_code.is_fine_enough(certificate(0, host="h" * 31).scanned)
