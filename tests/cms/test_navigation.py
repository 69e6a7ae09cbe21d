"""The front door, the switch of language, the addresses for robots, the search."""

import re
import xml.etree.ElementTree as ET

import pytest
from django.conf import settings
from wagtail.models import Page

from tests.cms.builders import a_taught_course, an_offered_session, page_of
from training.models import Occupation

pytestmark = pytest.mark.usefixtures("site")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.mark.parametrize(
    ("accepted", "cookie", "expected"),
    [
        ("fr-FR,fr;q=0.9", "", "/fr/"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "", "/nl/"),
        ("en-GB,en;q=0.9", "", "/fr/"),
        ("en,nl;q=0.5", "", "/nl/"),
        ("de", "", "/fr/"),
        ("", "", "/fr/"),
        ("fr", "nl", "/nl/"),
        ("nl", "en", "/nl/"),
    ],
)
def test_the_front_door_opens_in_the_readers_language(client, accepted, cookie, expected):
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    response = client.get("/", headers={"accept-language": accepted})
    assert response.status_code == 302
    assert response["Location"] == expected
    assert "Accept-Language" in response["Vary"]


def test_there_is_no_english_tree(client):
    assert client.get("/en/").status_code == 302
    assert client.get("/en/formations/")["Location"] == "/"


def every_page() -> list[Page]:
    return list(Page.objects.filter(depth__gte=2, live=True).select_related("locale").order_by("path"))


def test_every_page_answers_and_links_to_its_translation(client):
    course = a_taught_course()
    an_offered_session(course)
    for page in every_page():
        html = client.get(page.url).content.decode()
        other = next(
            one for one in every_page() if one.translation_key == page.translation_key and one.pk != page.pk
        )
        own, there = settings.SITE_URL + page.url, settings.SITE_URL + other.url
        assert f'<link rel="canonical" href="{own}">' in html
        assert f'hreflang="{other.locale.language_code}" href="{there}"' in html
        assert f'hreflang="{page.locale.language_code}" href="{own}"' in html
        assert f'href="{other.url}" hreflang="{other.locale.language_code}"' in html
        assert f'<html lang="{page.locale.language_code}">' in html
        assert html.count("<h1") == 1


def test_the_switch_stays_on_the_session_and_keeps_the_filters(client):
    session = an_offered_session()
    french, dutch = page_of(session.course).url, page_of(session.course, "nl").url
    assert (
        f'href="{dutch}{session.code}/" hreflang="nl"'
        in client.get(f"{french}{session.code}/").content.decode()
    )
    html = client.get("/fr/formations/?level=A1&places=1").content.decode()
    assert 'href="/nl/opleidingen/?level=A1&amp;places=1" hreflang="nl"' in html
    assert f'<link rel="canonical" href="{settings.SITE_URL}/fr/formations/">' in html
    assert 'content="noindex, follow"' in html


def test_the_switch_leads_home_when_there_is_no_translation(client):
    page = Page.objects.get(slug="mentions-legales").specific
    Page.objects.get(slug="wettelijke-vermeldingen").specific.unpublish()
    html = client.get(page.url).content.decode()
    assert 'href="/nl/" hreflang="nl"' in html
    assert 'rel="alternate"' not in html


def test_pages_of_other_apps_carry_the_same_navigation(client):
    html = client.get("/account/login/", headers={"accept-language": "nl"}).content.decode()
    assert 'href="/nl/opleidingen/"' in html
    assert 'href="/nl/toegankelijkheid/"' in html
    assert "Interreg" in html


def test_the_status_of_accessibility_is_on_the_front_page(client):
    assert re.search(
        r'href="/fr/accessibilite/">\s*Accessibilité\s*: non conforme', client.get("/fr/").content.decode()
    )


def test_the_sitemap_lists_every_page_with_its_translation(client):
    session = an_offered_session()
    root = ET.fromstring(client.get("/sitemap.xml").content)
    addresses = {
        url.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in root.findall(f"{SITEMAP}url")
    }
    for page in every_page():
        assert addresses[settings.SITE_URL + page.url].keys() == {"fr", "nl"}
    assert settings.SITE_URL + f"{page_of(session.course).url}{session.code}/" in addresses
    assert all(address.startswith(settings.SITE_URL) for address in addresses)


def test_robots_may_not_enter_the_peoples_rooms(client):
    text = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text
    for room in ("/account/", "/admin/", "/my/", "/enrol/", "/trainer/", "/v/"):
        assert f"Disallow: {room}" in text


def found(client, words: str, path: str = "/fr/recherche/") -> list[str]:
    html = client.get(path, {"q": words}).content.decode()
    return re.findall(r'<h2 class="found-title"><a href="([^"]+)"', html)


def test_search_forgives_accents_capitals_and_endings(client):
    course = a_taught_course(title_fr="Néerlandais du bâtiment", title_nl="Nederlands voor de bouw")
    course.occupations.add(Occupation.objects.get(rome_code="F1703"))
    course.save()
    french = page_of(course).url
    for words in ("bâtiment", "BATIMENT", "bati", "maçonnerie", "macon", "metselaar", "F1703"):
        assert found(client, words) == [french], words
    assert found(client, "bouw", "/nl/zoeken/") == [page_of(course, "nl").url]
    assert "/fr/contact/" in found(client, "reclamation")
    assert "/nl/contact/" in found(client, "klacht", "/nl/zoeken/")


@pytest.mark.parametrize("words", ["", "   ", "xyzzy", "' OR 1=1", "é" * 300, "& | !", "\x00"])
def test_search_survives_any_text(client, words):
    response = client.get("/fr/recherche/", {"q": words})
    assert response.status_code == 200
    assert 'class="found-title"' not in response.content.decode()


def test_search_follows_a_course_that_changed(client):
    course = a_taught_course()
    assert found(client, "funambule") == []
    course.objectives_fr = "Parler à un funambule"
    course.save()
    assert found(client, "funambule") == [page_of(course).url]


def test_a_hidden_page_is_not_found(client):
    Page.objects.get(slug="contact", locale__language_code="fr").specific.unpublish()
    assert "/fr/contact/" not in found(client, "reclamation")
