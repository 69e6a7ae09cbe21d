"""The filters: each says how many sessions it would leave, all combine, none needs a script."""

import re
from datetime import date

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from cms.domain.filters import FACETS, Chosen, Shelf, row
from cms.domain.offer import shelf as courses
from cms.domain.offer import upcoming
from tests.cms.builders import a_taught_course, an_offered_session, fill, sector
from training.domain import planning
from training.models import Occupation

pytestmark = pytest.mark.usefixtures("site")
CATALOGUE = "/fr/formations/"


@pytest.fixture
def offer(db):
    """Logistics at A1 in Veurne (full) and Dunkerque, food at A2 in Veurne in the evening."""
    logistics = a_taught_course(
        title_fr="Néerlandais de la logistique", title_nl="Nederlands voor de logistiek"
    )
    food = a_taught_course(
        title_fr="Néerlandais de la boulangerie",
        title_nl="Nederlands voor de bakkerij",
        sector=sector("food", "Industrie alimentaire", "Voedingsindustrie"),
        entry_level="A1",
        target_level="A2",
    )
    food.occupations.add(Occupation.objects.get(rome_code="D1102"))
    full = an_offered_session(logistics, town="Veurne", capacity=1)
    fill(full)
    later = an_offered_session(logistics, town="Dunkerque", starts_on=date(2027, 2, 1))
    evening = an_offered_session(food, town="Veurne", rhythm="EVENING", starts_on=date(2027, 2, 8))
    return {"full": full, "later": later, "evening": evening}


def shelf(**parameters) -> Shelf:
    french = Locale.objects.get(language_code="fr")
    offered = upcoming(courses(locale_id=french.pk))
    return Shelf([row(one) for one in offered], Chosen.read(parameters), base=CATALOGUE)


def codes(**parameters) -> list[str]:
    return [one.offered.session.code for one in shelf(**parameters).found]


def choices(facet: str, **parameters) -> dict[str, tuple[int, str]]:
    name = next(one.name for one in FACETS if one.key == facet)
    group = next(group for group in shelf(**parameters).groups() if group.name == name)
    return {choice.label: (choice.count, choice.url) for choice in group.choices}


def test_everything_comes_by_first_day(offer):
    assert codes() == [offer["full"].code, offer["later"].code, offer["evening"].code]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"level": "A2"}, ["evening"]),
        ({"from": "A0"}, ["full", "later"]),
        ({"sector": "food"}, ["evening"]),
        ({"town": "Veurne"}, ["full", "evening"]),
        ({"month": "2027-02"}, ["later", "evening"]),
        ({"rhythm": "EVENING"}, ["evening"]),
        ({"mode": "ON_SITE"}, ["full", "later", "evening"]),
        ({"mode": "REMOTE"}, []),
        ({"places": "1"}, ["later", "evening"]),
        ({"town": "Veurne", "places": "1"}, ["evening"]),
        ({"town": "Atlantis"}, []),
        ({"q": "boulangerie"}, ["evening"]),
        ({"q": "NEERLANDAIS logist"}, ["full", "later"]),
        ({"q": "viennoiserie"}, ["evening"]),
        ({"q": "bakkerij veurne"}, ["evening"]),
        ({"q": "logistique", "places": "1"}, ["later"]),
    ],
)
def test_each_filter_leaves_what_it_says(offer, parameters, expected):
    assert codes(**parameters) == [offer[name].code for name in expected]


def test_a_choice_counts_what_it_would_leave_with_the_other_filters(offer):
    target = choices("level", town="Veurne")
    assert target["A1"][0] == 1
    assert target["A2"][0] == 1
    assert choices("level", rhythm="EVENING")["A1"] == (0, "")


def test_the_address_of_a_choice_keeps_the_others_and_an_active_one_goes_away(offer):
    towns = choices("town", level="A1", town="Dunkerque", q="logistique")
    assert towns["Furnes"][1] == f"{CATALOGUE}?level=A1&town=Veurne&q=logistique"
    assert "town" not in towns["Dunkerque"][1]


@pytest.mark.parametrize("words", ["furnes", "Veurne"])
def test_a_town_is_found_by_either_of_its_names(offer, words):
    assert codes(q=words) == [offer["full"].code, offer["evening"].code]


def test_the_page_works_as_plain_links(client, offer):
    page = client.get(CATALOGUE).content.decode()
    links = [link.replace("&amp;", "&") for link in re.findall(r'class="chip" href="([^"]+\?[^"]+)"', page)]
    assert len(links) >= 10
    for link in links:
        count = int(re.search(r"<strong>(\d+) session", client.get(link).content.decode()).group(1))
        assert count >= 1, link


def test_chosen_filters_can_be_taken_away_one_by_one(client, offer):
    page = client.get(CATALOGUE, {"town": "Veurne", "level": "A2"}).content.decode()
    assert f'href="{CATALOGUE}?level=A2"' in page
    assert f'href="{CATALOGUE}?town=Veurne"' in page
    assert "1 session" in page


def test_nothing_fits_says_what_to_do(client, offer):
    page = client.get(CATALOGUE, {"town": "Calais"}).content.decode()
    assert "Aucune session ne répond" in page
    assert 'href="/fr/contact/"' in page


def test_a_course_without_date_is_shown_until_one_asks_for_a_date(client, offer):
    course = a_taught_course(title_fr="Néerlandais du bâtiment", target_level="B1")
    assert "Néerlandais du bâtiment" in client.get(CATALOGUE).content.decode()
    assert "Néerlandais du bâtiment" in client.get(CATALOGUE, {"q": "batiment"}).content.decode()
    assert "Néerlandais du bâtiment" not in client.get(CATALOGUE, {"town": "Veurne"}).content.decode()
    assert "Néerlandais du bâtiment" not in client.get(CATALOGUE, {"level": "A1"}).content.decode()
    assert course.title_fr == "Néerlandais du bâtiment"


def test_french_and_dutch_show_the_same_sessions(client, offer):
    for query in ({}, {"level": "A1"}, {"places": "1"}):
        counts = [
            re.search(r"<strong>(\d+) ", client.get(path, query).content.decode()).group(1)
            for path in (CATALOGUE, "/nl/opleidingen/")
        ]
        assert counts[0] == counts[1]


def test_what_is_cancelled_unpublished_or_begun_is_not_offered(offer):
    planning.cancel(session=offer["later"], by=None, reason="salle indisponible")
    an_offered_session(town="Ieper", starts_on=date(2026, 11, 30), enrolment_closes_on=date(2026, 11, 27))
    offer["evening"].published_at = None
    offer["evening"].save()
    assert codes() == [offer["full"].code]


def test_a_retired_course_is_not_offered(offer):
    course = offer["evening"].course
    course.retired_on = date(2026, 11, 30)
    course.save()
    assert offer["evening"].code not in codes()


def test_any_text_in_the_address_is_harmless(client, offer):
    for nasty in ("<script>alert(1)</script>", "é" * 500, "'; drop table", "%00", "a\x00b"):
        page = client.get(CATALOGUE, {"town": nasty, "q": nasty, "page": nasty})
        assert page.status_code == 200
        assert b"<script>alert" not in page.content


def test_words_of_the_filters_follow_the_language(offer):
    with override("nl"):
        assert "Ik begin" in choices("from")
    assert "Je débute" in choices("from")
