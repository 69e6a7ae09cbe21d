"""Yes or no by one link in the letter, signed out; and what the pages say to who waits."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import Commune
from tests.training.back_office.conftest import coordinator, groups, office  # noqa: F401
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import at
from training.domain import enrolment as verbs
from training.domain import offer_links, open_requests, pairing
from training.domain.adjusting import set_conditions
from training.domain.queries.outlook import outlook
from training.domain.transferring import transfer
from training.enums import EnrolmentStatus as S
from training.models import Enrolment, OpenRequest
from training.tasks import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def queue():
    session = an_open_session(capacity=1)
    return [sent(session) for _ in range(3)]


def link_in(text: str) -> str:
    return re.search(r"/offer/\S+", text)[0]


def status(enrolment: Enrolment) -> str:
    return Enrolment.objects.get(pk=enrolment.pk).status


@pytest.fixture
def link(queue):
    mail.outbox.clear()
    verbs.withdraw(enrolment=queue[0], by=None)
    letter = next(one for one in mail.outbox if one.to == [queue[1].person.user.email])
    return link_in(letter.body)


def test_looking_changes_nothing_and_says_nothing_about_the_person(client, queue, link):
    page = client.get(link)
    assert page.status_code == 200
    assert queue[1].person.family_name not in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert status(queue[1]) == S.OFFERED
    assert queue[1].person.user.email not in link


@pytest.mark.parametrize(("answer", "after"), [("yes", S.CONFIRMED), ("no", S.WITHDRAWN)])
def test_pressing_answers_once(client, queue, link, answer, after):
    assert client.post(link, {"answer": answer}).status_code == 200
    assert status(queue[1]) == after
    events = queue[1].events.count()
    again = client.post(link, {"answer": "no"})
    assert (again.status_code, queue[1].events.count()) == (200, events)


def test_a_late_answer_gets_a_kind_sentence(client, queue, link):
    with at(TODAY + timedelta(days=4)):
        late = client.post(link, {"answer": "yes"}).content.decode()
        assert "Le délai de réponse est passé" in late
        sweep()
        assert status(queue[2]) == S.OFFERED
        gone = client.post(link, {"answer": "yes"}).content.decode()
    assert "Cette place est allée à quelqu’un d’autre" in gone
    assert status(queue[1]) == S.WITHDRAWN


def test_a_place_is_not_shown_as_free_once_the_time_to_answer_is_over(client, queue, link):
    """The sweeper comes within a minute; until then both pages say what is true already."""
    own = reverse("my_enrolment", args=[queue[1].pk])
    with at(TODAY + timedelta(days=4)):
        shown = client.get(link).content.decode()
        client.force_login(queue[1].person.user)
        page = client.get(own).content.decode()
        assert "Le délai de réponse est passé" in shown
        assert "Oui, je prends la place" not in shown + page
        assert "Le délai de réponse est passé" in page
        sweep()
        page = client.get(own).content.decode()
    assert "Vous avez quitté cette formation" not in page
    assert page.count("la place est allée à la personne suivante") == 2  # where it stands, and the diary


def test_the_link_says_what_became_of_the_offer(client, queue, link):
    """Nobody who left a place, or was moved to another session, reads that somebody took it from them."""
    verbs.decline_offer(enrolment=queue[1], by=None)
    assert "Vous avez laissé la place à la personne suivante" in client.get(link).content.decode()
    other = queue[2]
    again = reverse("offer", args=[offer_links.token(Enrolment.objects.get(pk=other.pk).events.last())])
    transfer(enrolment=other, to=an_open_session(code="AUTRE"), by=None)
    shown = client.get(again).content.decode()
    assert "Vous êtes passé à une autre session" in shown
    assert "quelqu’un d’autre" not in shown


def test_a_forged_or_old_link_is_no_page(client, queue, link):
    assert client.get(link.rstrip("/")[:-1] + "x/").status_code == 404
    with at(TODAY + timedelta(days=31)):
        assert client.get(link).status_code in (200, 404)
    event = queue[1].events.last()
    assert offer_links.read(offer_links.token(event)) == queue[1]


def test_my_page_says_the_place_and_why_not_yet(client, queue):
    client.force_login(queue[2].person.user)
    page = client.get(reverse("my_enrolment", args=[queue[2].pk])).content.decode()
    assert "n° 2" in page or "numéro 2" in page
    assert "1 personne est avant vous" in page
    assert reverse("my_any_session") in page


def test_two_people_put_themselves_together(client, queue):
    _seated, first, second = queue
    address = [reverse("my_pair", args=[one.pk]) for one in (first, second)]
    client.force_login(first.person.user)
    client.post(address[0], {"open": "1"})
    code = Enrolment.objects.get(pk=first.pk).pair.code
    assert code in client.get(reverse("my_enrolment", args=[first.pk])).content.decode()
    client.force_login(second.person.user)
    assert client.post(address[0], {"code": code}).status_code == 404
    for _twice in range(2):
        assert client.post(address[1], {"code": f" {code.lower()} "}).status_code == 302
    assert Enrolment.objects.get(pk=first.pk).events.filter(reason="PAIRED").count() == 1
    assert pairing.companion(Enrolment.objects.get(pk=first.pk)) == second
    client.post(address[1], {"part": "1"})
    assert pairing.companion(Enrolment.objects.get(pk=first.pk)) is None


def test_any_session_is_asked_for_on_one_page(client):
    person = a_learner()
    client.force_login(person.user)
    address = reverse("my_any_session")
    form = {"level": "A0", "rhythms": ["EVENING"]}
    form["not_before"] = "2027-01-04"
    refused = client.post(address, form)
    assert refused.status_code == 200
    assert not OpenRequest.objects.exists()
    assert client.post(address, form | {"privacy": "on"}).status_code == 302
    own = OpenRequest.objects.get()
    assert (own.person, own.rhythms, own.not_before.isoformat()) == (person, ["EVENING"], "2027-01-04")
    session = an_open_session()
    seen = client.get(address).content.decode()
    assert session.title in seen
    assert "rythme" in seen
    client.post(reverse("my_any_session_withdraw"))
    assert OpenRequest.objects.get().ended_by == "WITHDRAWN"


@pytest.mark.parametrize(
    ("near", "commune", "said"),
    [
        (20, "59183", "Hondschoote est à 16 km de votre commune à vol d’oiseau. Une place est libre"),
        (10, "59183", "Hondschoote est à 16 km de votre commune à vol d’oiseau."),
        (10, "59309", "C’est là où vous habitez. Une place est libre"),
    ],
)
def test_the_page_says_how_far_a_session_is(client, near, commune, said):
    person = a_learner(commune=Commune.objects.get(code=commune))
    client.force_login(person.user)
    form = {"level": "A0", "within_km": near, "not_before": "2027-01-04", "privacy": "on"}
    assert client.post(reverse("my_any_session"), form).status_code == 302
    an_open_session()
    page = client.get(reverse("my_any_session")).content.decode()
    assert said in page
    assert ("Une place est libre" in page) is ("Une place" in said)
    assert f'value="{near}" selected' in page


def test_who_waits_for_any_session_is_promised_nothing_that_will_not_come(client):
    """A condition that is missing, an offer to answer first: said, not "an offer within a few minutes"."""
    person = a_learner()
    closed, first, second = an_open_session(), an_open_session(), an_open_session()
    set_conditions(session=closed, by=None, minimum_age=18, jobseekers_only=True)
    request = open_requests.ask(person=person, level="A0", not_before=TODAY, by=person.user)
    said = {one.session: one for one in outlook(request)}
    assert "Demandez-le à France Travail" in said[closed].sentence
    assert (said[closed].fits, said[first].fits) == (False, True)
    sweep()
    offered = Enrolment.objects.get(person=person)
    said = {one.session: one.sentence for one in outlook(request)}
    assert offered.session in (first, second)
    other = second if offered.session == first else first
    assert "répondez sur sa page" in said[offered.session]
    assert "Répondez d’abord" in said[other]
    client.force_login(person.user)
    assert client.get(reverse("my_any_session")).status_code == 200


def test_a_pair_that_stands_first_reads_that_it_needs_two_places(client, queue):
    pairing.pair(first=queue[1], second=queue[2], by=None)
    client.force_login(queue[1].person.user)
    page = client.get(reverse("my_enrolment", args=[queue[1].pk])).content.decode()
    assert "les deux prochaines places libres" in page


def test_somebody_new_first_says_who_they_are(client, django_user_model):
    user = django_user_model.objects.create(
        email="nouvelle@example.org", first_name="Nora", last_name="Petit"
    )
    client.force_login(user)
    form = {"given_name": "Nora", "family_name": "Petit"}
    form |= {"birth_date_day": "12", "birth_date_month": "3", "birth_date_year": "1994"}
    assert client.post(reverse("my_any_session"), form).status_code == 302
    home = {"place": "Dunkerque (59140)", "france_travail_missing": "NOT_REGISTERED"}
    assert client.post(reverse("my_any_session"), home).status_code in (200, 302)
    user.refresh_from_db()
    assert user.person.family_name == "Petit"


def test_the_office_reads_the_list_and_sets_its_rules(office, queue):  # noqa: F811
    session = queue[0].session
    page = office.get(reverse("sessions_office:waiting", args=[session.pk])).content.decode()
    assert queue[1].person.family_name in page
    answers = {
        "waiting_offers": {"offer_hours": 48, "late_offer_hours": 12, "late_days": 5},
        "waiting_pair": {"first": queue[1].pk, "second": queue[2].pk},
        "waiting_priority": {"rank": 2},
    }
    for name, facts in answers.items():
        assert office.post(reverse(f"sessions_office:{name}", args=[session.pk]), facts).status_code == 302
    session.refresh_from_db()
    assert session.offer_hours == 48
    assert pairing.companion(Enrolment.objects.get(pk=queue[1].pk)) == queue[2]
    rule = session.priority_rules.get()
    office.post(reverse("sessions_office:waiting_priority_drop", args=[session.pk, rule.pk]))
    assert not session.priority_rules.exists()
