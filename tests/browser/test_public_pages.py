"""Every page that anybody can open, in both languages, on a desk, on a phone and on a small phone."""

import pytest

from tests.browser import addresses
from tests.browser.visitor import DESK, PHONE

pytestmark = pytest.mark.browser
LANGUAGES = pytest.mark.parametrize("language", ["fr", "nl"])


@LANGUAGES
def test_every_type_of_page(visitor, language):
    somebody = visitor(language=language, size=DESK)
    assert somebody.scan(*addresses.page_types(language), language=language) == []


@LANGUAGES
def test_the_catalogue_and_the_search_in_all_their_states(visitor, language):
    somebody = visitor(language=language, size=DESK)
    catalogue, home = addresses.catalogue(language), addresses.home(language)
    search = f"{home}{'recherche' if language == 'fr' else 'zoeken'}/"
    pages = [
        f"{catalogue}?level=A1",
        f"{catalogue}?level=B2&level=A1&q=zzz",
        f"{catalogue}?q=xyzxyz",
        *(addresses.session(code, language) for code in (addresses.FULL, addresses.OPEN, addresses.RUNNING)),
        search,
        f"{search}?q=logisti",
        f"{search}?q=xyzxyz",
    ]
    assert somebody.scan(*pages, language=language) == []


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_every_answer_of_the_verification(visitor, language):
    somebody = visitor(language=language, size=DESK)
    known = addresses.certificates()
    codes = [f"/v/{one.code}" for one in known.values()]
    assert somebody.scan("/v/", *codes, language=language) == []
    somebody.go("/v/ABCDEFGH1234")
    assert somebody.faults() == []


def test_a_sample_by_night(visitor):
    for size in (DESK, PHONE):
        somebody = visitor(size=size, scheme="dark")
        code = addresses.certificates()["valid"].code
        pages = ["/fr/", addresses.catalogue("fr"), addresses.session(addresses.OPEN, "fr"), f"/v/{code}"]
        for page in [*pages, "/account/login/", "/account/signup/"]:
            somebody.go(page)
            assert somebody.violations() == []
