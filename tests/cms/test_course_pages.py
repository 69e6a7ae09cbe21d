"""The course page is the legal programme; each session has an address of its own."""

import json
import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts.models import Organisation
from cms.domain import version
from cms.domain.offer import session_of, sessions_of
from tests.cms.builders import TODAY, a_taught_course, an_offered_session, fill, page_of
from tests.training.planning.builders import at
from training.domain import planning
from training.models import CanDo, Occupation, Session

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def course(db):
    course = a_taught_course(
        title_fr="Néerlandais de l'entrepôt",
        objectives_fr="Comprendre une consigne\nLire une étiquette",
        audience_fr="Demandeurs d'emploi",
        prerequisites_fr="Lire le français",
        methods_fr="On parle dès la première heure",
        evaluation_fr="Cinq compétences",
        accessibility_fr="Salle de plain-pied",
        access_delay_fr="Trois jours",
        updated_on=date(2026, 9, 1),
    )
    course.occupations.add(Occupation.objects.get(rome_code="N1103"))
    course.can_dos.add(CanDo.objects.filter(level="A1").order_by("pk").first())
    return course


def html(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def words_of(client, path: str) -> str:
    """What is read, with ordinary spaces and apostrophes."""
    return plain(unescape(html(client, path)))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_every_element_of_the_programme_is_there(client, course):
    page = words_of(client, page_of(course).url)
    for words in (
        "Comprendre une consigne", "Lire une étiquette", "Demandeurs d'emploi", "Lire le français",
        "On parle dès la première heure", "Cinq compétences", "Salle de plain-pied", "Trois jours",
        "rien à payer", "12 h", "1er septembre 2026", "N1103", "Magazijnmedewerker",
        plain(course.can_dos.get().text_fr), course.can_dos.get().text_nl,
    ):  # fmt: skip
        assert words in page, words


def test_the_dutch_page_is_dutch(client, course):
    page = words_of(client, page_of(course, "nl").url)
    assert course.title_nl in page
    assert '<html lang="nl">' in page
    assert "niets te betalen" in page
    assert "Wat je zult kunnen" in page


def test_the_mention_of_the_provider_comes_with_its_number_only(client, course):
    session = an_offered_session(course)
    assert "ne vaut pas agrément" not in words_of(client, page_of(course).url)
    Organisation.objects.filter(pk=session.provider_id).update(
        activity_number="32590987659", activity_region="Hauts-de-France"
    )
    version.bump()
    page = words_of(client, page_of(course).url)
    assert "sous le numéro 32590987659 auprès du préfet de région Hauts-de-France" in page
    assert "Cet enregistrement ne vaut pas agrément de l'État" in page


def structured(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.+?)</script>', page).group(1))


def test_structured_data_says_what_the_page_says(client, course):
    session = an_offered_session(course, town="Veurne")
    facts = structured(html(client, page_of(course).url))
    assert facts["@type"] == "Course"
    assert facts["name"] == course.title_fr
    assert facts["teaches"] == ["Comprendre une consigne", "Lire une étiquette"]
    assert facts["offers"]["price"] == "0.00"
    (instance,) = facts["hasCourseInstance"]
    assert instance["startDate"] == session.first_day.isoformat()
    assert instance["courseWorkload"] == "PT12H0M"
    assert instance["location"]["address"]["addressLocality"] == "Veurne"
    assert instance["remainingAttendeeCapacity"] == 12


def test_structured_data_cannot_leave_its_element(client):
    course = a_taught_course(title_fr="</script><script>alert(1)</script>")
    page = html(client, page_of(course).url)
    assert "<script>alert" not in page
    assert structured(page)["name"] == "</script><script>alert(1)</script>"


def test_the_way_in_follows_the_places(client, course):
    session = an_offered_session(course, capacity=1)
    address = f"{page_of(course).url}{session.code}/"
    assert f"/enrol/{session.code}/" in words_of(client, address)
    assert "1 place libre" in words_of(client, address)
    fill(session)
    page = words_of(client, address)
    assert "Rejoindre la liste d'attente" in page
    assert "Personne n" in page


def test_a_session_says_when_where_and_why_not(client, course):
    session = an_offered_session(course, town="Ieper", starts_on=date(2027, 5, 10))
    page = words_of(client, f"{page_of(course).url}{session.code}/")
    assert "Lundi, 9 h – 12 h" in page
    assert "<strong>Ypres</strong>, " in page
    assert "lundi 10 mai 2027" in page
    assert "Pas de cours" in page  # Whit Monday
    assert "lundi 17 mai" in page


@pytest.mark.parametrize("case", ["unpublished", "unknown", "other course"])
def test_what_is_not_public_does_not_exist(client, course, case):
    session = an_offered_session(course)
    address = page_of(course).url
    if case == "unpublished":
        session.published_at = None
        session.save()
    if case == "other course":
        address = page_of(a_taught_course()).url
    code = "nowhere" if case == "unknown" else session.code
    assert client.get(f"{address}{code}/").status_code == 404


def test_a_cancelled_session_says_so_and_is_not_offered(client, course):
    session = an_offered_session(course)
    planning.cancel(session=session, by=None, reason="Salle indisponible")
    page = words_of(client, f"{page_of(course).url}{session.code}/")
    assert "Cette session est annulée" in page
    assert "Salle indisponible" in page
    assert f"/enrol/{session.code}/" not in page
    assert "noindex" in page


def test_what_a_stranger_sees_is_what_the_list_of_strangers_holds(client, course):
    """The pages never show a session that `visible_to` hides from a stranger."""
    shown, hidden = an_offered_session(course), an_offered_session(course)
    hidden.published_at = None
    hidden.save()
    strangers = Session.objects.visible_to(AnonymousUser()).filter(course=course)
    assert [one.code for one in strangers] == [shown.code]
    assert [one.code for one in sessions_of(course)] == [shown.code]
    assert session_of(course, hidden.code) is None


def test_the_page_of_a_past_session_still_answers(client, course):
    session = an_offered_session(course)
    with at(session.last_day + timedelta(days=3)):
        assert timezone.localdate() > TODAY
        page = html(client, f"{page_of(course).url}{session.code}/")
    assert "noindex" in page
