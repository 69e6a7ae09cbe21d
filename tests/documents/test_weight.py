"""What a file weighs, and that what was left out to make it light is on no paper and in no ear."""

import io
from collections import Counter
from itertools import product

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms
from pydyf import Dictionary

from certificates.models import Certificate
from config.bench import peer
from documents import colours, store
from documents.engraving import Elaborate, engraved
from documents.press import Enclosed, print_document
from tests.documents.builders import certificate_facts, levels
from tests.documents.paper import opened, seen, words

MOST = 50 * 1024  # bytes of an ordinary certificate, sealed, with its credential
ENCLOSED = Enclosed(name="credential.json", content=b'{"level": "A1"}' * 100)
DISTANCE = 24  # of 255: the edge of a line that lies a hundredth of its unit further


@pytest.mark.usefixtures("demo_school")
def test_every_certificate_of_the_demo_school_weighs_fifty_kib_at_most():
    files = [store.read(each.document) for each in Certificate.objects.standing()]
    assert files
    assert all(b"/SubFilter /ETSI.CAdES.detached" in each for each in files)
    assert max(map(len, files)) <= MOST


def test_it_looks_as_weasyprint_alone_draws_it():
    facts = certificate_facts()
    ours = print_document("certificate", facts, attachments=[ENCLOSED]).pdf
    alone = peer.print_archival(facts, ENCLOSED.content)
    difference = ImageChops.difference(seen(ours, dpi=150), seen(alone, dpi=150))
    assert max(high for _low, high in difference.getextrema()) <= DISTANCE
    assert sum(difference.convert("L").histogram()[4:]) < 600, "pixels that differ to an eye"
    assert words(ours) == words(alone)


def test_letters_of_stairs_lie_in_the_file_once():
    """Also when the stairs of the next person go higher and have others."""
    for reached in ("A1", "B1", "B2", "A2"):
        five = levels(*((skill, "A1", reached) for skill in ("LIS", "REA", "SPI", "SPP", "WRI")))
        with opened(print_document("certificate", certificate_facts(levels=five)).pdf) as pdf:
            forms = [each for each in pdf.objects if _is_form(each)]
            inside = [list(each.Resources.XObject.values()) for each in forms if each.Resources.XObject]
            lettered = Counter(shared[0].objgen for shared in inside if len(shared[0].read_bytes()) > 1000)
        assert sorted(lettered.values()) == [1, 5], "the coast, in a form of its own, and the letters"


def test_the_profile_is_srgb():
    ours = ImageCms.ImageCmsProfile(io.BytesIO(colours.srgb()))
    theirs = ImageCms.createProfile("sRGB")
    picture = Image.new("RGB", (9 * 9, 9))
    shades = [min(32 * each, 255) for each in range(9)]
    picture.putdata(list(product(shades, repeat=3)))
    same = ImageCms.profileToProfile(picture, ours, theirs)
    assert max(high for _low, high in ImageChops.difference(picture, same).getextrema()) <= 1


def test_no_tag_says_nothing():
    with opened(print_document("certificate", certificate_facts()).pdf) as pdf:
        tree = list(_elements(pdf.Root.StructTreeRoot.K))
        orphans = [each for each in tree if "/K" not in each or (each.K == [] and each.S == "/P")]
    assert {str(each.S) for each in tree} == {
        "/Document", "/Sect", "/P", "/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Figure", "/Link",
    }  # fmt: skip
    assert not orphans


def test_every_word_on_the_page_belongs_to_one_tag():
    with opened(print_document("certificate", certificate_facts()).pdf) as pdf:
        owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums[1])
        for number, owner in enumerate(owners):
            kids = owner.K if not isinstance(owner.K, int) else [owner.K]
            assert number in [each for each in kids if isinstance(each, int)]
            assert owner.Pg.objgen == pdf.pages[0].objgen


def test_a_drawing_says_only_what_changes():
    drawn = [
        b"q", b"2 0 0 2 0 0 cm", b"q", b"/a1.0 gs", b"0.043137 0.235294 0.286275 rg", b"0 0 m",
        b"1 2 m", b"4 2 l", b"4 7 l", b"1 7 l", b"h", b"f", b"Q",
        b"q", b"/a1.0 gs", b"0.043137 0.235294 0.286275 rg", b"0.123456 1 m", b"2 3 l", b"f", b"Q", b"Q",
    ]  # fmt: skip
    state = {"a1.0": Dictionary({"ca": 1})}
    assert engraved(drawn, state).plate.decode().split("\n") == [
        "2 0 0 2 0 0 cm", "0.043 0.235 0.286 rg", "1 2 3 5 re", "f", ".12 1 m", "2 3 l", "f",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("operators", "states"),
    [([b"0 0 5 5 re", b"f"], {"a0.5": Dictionary({"ca": 0.5})}), ([b"0 0 5 5 re", b"W", b"n"], {})],
)
def test_what_shines_through_or_is_cut_stays_as_it_came(operators, states):
    with pytest.raises(Elaborate):
        engraved(operators, states)


def _is_form(each) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"


def _elements(kids):
    for each in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield each
            yield from _elements(each.get("/K", []))
