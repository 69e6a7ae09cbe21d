"""The whole journey by the pages, in French and in Dutch; what each stranger does not get."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person, User
from tests.training.enrolment import ics_reader
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, sent
from tests.training.planning.builders import MONDAY, a_coordinator, a_trainer, at, in_the_lesson
from training.domain import attendance
from training.domain import enrolment as verbs
from training.domain.queries import learner
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Enrolment

pytestmark = pytest.mark.django_db
IDENTITY = {
    "given_name": "Amina",
    "family_name": "Deschodt",
    "birth_date_day": "12",
    "birth_date_month": "3",
    "birth_date_year": "1994",
}
HOME = {
    "place": "Dunkerque",
    "france_travail_missing": "FORGOTTEN",
    "france_travail_identifier": "",
    "phone": "",
}
AVAILABILITY = {"free": "all", "availability": "", "motivation": ""}
STEPS = {"identity": IDENTITY, "home": HOME, "availability": AVAILABILITY, "check": {"privacy": "on"}}


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def session():
    return an_open_session(capacity=2)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = user.language
    return client


def somebody(language: str = "fr") -> User:
    number = User.objects.count()
    return User.objects.create(email=f"amina{number}@example.org", language=language)


def step(session, name: str) -> str:
    return reverse("enrol_step", args=[session.code, name])


def play(client: Client, session, until: str = "check"):
    """Fills in the steps one after the other; returns the answer to the last one."""
    for name, typed in STEPS.items():
        response = client.post(step(session, name), typed)
        if name == until:
            return response
        assert response.status_code == 302, response.content.decode()
    raise AssertionError(until)


def words(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("language", "seated", "waits"),
    [
        ("fr", "Vous avez une place", "Vous êtes numéro 1 sur la liste d’attente"),
        ("nl", "Je hebt een plaats", "Je staat op nummer 1 van de wachtlijst"),
    ],
)
def test_the_whole_journey(session, language, seated, waits):
    user = somebody(language)
    client = signed_in(user)
    start = client.get(reverse("enrol_start", args=[session.code]))
    assert start.url == step(session, "identity")
    for name, typed in STEPS.items():
        page = words(client.get(step(session, name)))
        assert f'<html lang="{language}">' in page
        answer = client.post(step(session, name), typed)
        assert answer.status_code == 302, answer.content.decode()
    assert answer.url == reverse("enrol_sent", args=[session.code])
    assert seated in words(client.get(answer.url))
    person = Person.objects.get(user=user)
    assert (person.full_name, person.language, person.commune_id) == ("Amina Deschodt", language, "59183")
    assert person.enrolments.get().status == S.CONFIRMED
    assert [message.to for message in mail.outbox] == [[user.email]]

    sent(session)
    late = signed_in(somebody(language))
    assert waits in words(late.get(play(late, session).url))


def test_a_request_that_needs_a_decision_is_received():
    session = an_open_session(needs_decision=True)
    client = signed_in(somebody())
    client.get(step(session, "check"))
    assert "Nous avons reçu votre demande" in words(client.get(play(client, session).url))


def test_leave_and_come_back(session):
    """The draft is kept, on another telephone too; each step shows what was typed."""
    user = somebody()
    play(signed_in(user), session, until="home")
    other = signed_in(user)
    start = reverse("enrol_start", args=[session.code])
    assert other.get(start).url == step(session, "availability")
    assert 'value="Amina"' in words(other.get(step(session, "identity")))
    assert 'value="Dunkerque (59140)"' in words(other.get(step(session, "home")))
    assert "n’est pas encore envoyée" in words(other.get(reverse("my_home")))


def test_nobody_jumps_ahead(session):
    client = signed_in(somebody())
    for name in ("home", "availability", "check"):
        assert client.get(step(session, name)).url == step(session, "identity")
        assert client.post(step(session, name), STEPS[name]).url == step(session, "identity")
    assert Enrolment.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "wrong", "sentence", "kept"),
    [
        ("identity", {"birth_date_month": "13"}, "Cette date n’existe pas", 'value="Deschodt"'),
        ("home", {"place": "Oostende"}, "Nous ne trouvons pas", 'value="Oostende"'),
        (
            "home",
            {"france_travail_identifier": "1234567A"},
            "Gardez l’un des deux",
            'value="1234567A"',
        ),
        ("availability", {"free": "part", "motivation": "Veurne"}, "Dites quand", "Veurne</textarea>"),
        ("check", {"privacy": ""}, "cochez la case", "Amina Deschodt"),
    ],
)
def test_a_form_sent_wrong_says_where_and_loses_nothing(session, name, wrong, sentence, kept):
    client = signed_in(somebody())
    if name != "identity":
        play(client, session, until=list(STEPS)[list(STEPS).index(name) - 1])
    page = words(client.post(step(session, name), STEPS[name] | wrong))
    assert sentence in page
    assert kept in page
    assert 'aria-invalid="true"' in page
    assert not Enrolment.objects.exclude(status=S.DRAFT).exists()


def test_from_the_summary_one_thing_is_changed_and_one_is_back(session):
    client = signed_in(somebody())
    play(client, session, until="availability")
    page = words(client.get(step(session, "home") + "?back=check"))
    assert 'name="back" value="check"' in page
    assert client.post(step(session, "home"), HOME | {"back": "check"}).url == step(session, "check")
    assert client.post(step(session, "home"), HOME).url == step(session, "availability")


def test_too_young_for_this_session_is_told_before_anything_is_kept(session):
    client = signed_in(somebody())
    typed = IDENTITY | {"birth_date_year": "2010"}
    assert "Mission locale" in words(client.post(step(session, "identity"), typed))
    assert Person.objects.count() == 0


@pytest.mark.parametrize("name", ["عبد الرحمن", "Шевченко", "😀", "12345", "!!!", "王"])
def test_a_name_that_no_paper_can_carry_is_asked_again_at_its_field(session, name):
    page = words(signed_in(somebody()).post(step(session, "identity"), IDENTITY | {"given_name": name}))
    assert "lettres latines" in page
    assert name in page  # nothing typed is lost
    assert not Person.objects.exists()


@pytest.mark.parametrize("name", ["Ó’Súilleabháin", "’t Hooft", "D'Hondt-Van den Berghe", "Ünal", "J. P."])
def test_every_name_in_latin_letters_is_taken(session, name):
    answer = signed_in(somebody()).post(step(session, "identity"), IDENTITY | {"family_name": name})
    assert answer.status_code == 302
    assert Person.objects.get().family_name == name


def test_a_name_that_is_corrected_is_corrected_in_letters_too(session):
    """The account keeps names of its own only when somebody gave it others on purpose."""
    user = somebody()
    client = signed_in(user)
    client.post(step(session, "identity"), IDENTITY | {"given_name": "Amian"})
    client.post(step(session, "identity"), IDENTITY)
    user.refresh_from_db()
    assert user.first_name == "Amina"
    User.objects.filter(pk=user.pk).update(first_name="Mina")
    signed_in(User.objects.get(pk=user.pk)).post(
        step(session, "identity"), IDENTITY | {"given_name": "Aminah"}
    )
    user.refresh_from_db()
    assert user.first_name == "Mina"


def test_sending_twice_is_one_enrolment(session):
    client = signed_in(somebody())
    first = play(client, session)
    again = client.post(step(session, "check"), STEPS["check"])
    assert first.status_code == again.status_code == 302
    assert Enrolment.objects.count() == 1
    enrolment = Enrolment.objects.get()
    start = reverse("enrol_start", args=[session.code])
    assert client.get(start).url == reverse("my_enrolment", args=[enrolment.pk])


def test_a_refusal_of_the_verb_is_said_on_the_page(session, monkeypatch):
    client = signed_in(somebody())
    play(client, session, until="availability")

    def busy(session_id):
        raise Refusal("Beaucoup de personnes s’inscrivent en ce moment.", code="busy")

    monkeypatch.setattr("training.domain.seats.lock", busy)
    page = words(client.post(step(session, "check"), STEPS["check"]))
    assert "Beaucoup de personnes" in page


def test_before_the_door_a_stranger_sees_what_it_is_about(session):
    start = reverse("enrol_start", args=[session.code])
    page = words(Client().get(start))
    assert "2 places libres" in page
    for name in ("account_signup", "account_login"):
        assert f"{reverse(name)}?next={start}" in page
    answer = Client().get(step(session, "identity"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("code", ["S-NONE"])
def test_a_session_that_nobody_may_see_is_not_found(code):
    hidden = an_open_session()
    type(hidden).objects.update(published_at=None)
    for one in (code, hidden.code):
        assert Client().get(reverse("enrol_start", args=[one])).status_code == 404
        assert signed_in(somebody()).get(reverse("enrol_step", args=[one, "identity"])).status_code == 404


def test_outside_the_window_the_page_says_why(session):
    start = reverse("enrol_start", args=[session.code])
    with at(session.first_day):
        assert "a déjà commencé" in words(Client().get(start))
    type(session).objects.update(enrolment_opens_on=TODAY.replace(day=15))
    for client in (Client(), signed_in(somebody())):
        assert "ouvrent le mardi 15 décembre" in words(client.get(start))


# The learner's own pages

OWN = ("my_enrolment", "my_calendar", "my_withdraw", "my_decline")


@pytest.mark.parametrize("name", OWN)
def test_somebody_elses_enrolment_is_not_found(session, name):
    enrolment = sent(session)
    address = reverse(name, args=[enrolment.pk])
    strangers = [a_learner().user, a_coordinator(), a_trainer(), session.trainers.get()]
    assert [signed_in(user).get(address).status_code for user in strangers] == [404] * 4
    assert Client().get(address).url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["my_accept", "my_withdraw", "my_decline"])
def test_nobody_acts_for_somebody_else(session, name):
    enrolment = sent(session)
    stranger = signed_in(a_learner().user)
    assert stranger.post(reverse(name, args=[enrolment.pk])).status_code == 404
    assert Enrolment.objects.get(pk=enrolment.pk).status == S.CONFIRMED


def test_withdrawing_asks_first(session):
    enrolment = sent(session)
    client = signed_in(enrolment.person.user)
    address = reverse("my_withdraw", args=[enrolment.pk])
    assert "Vous retirer" in words(client.get(address))
    assert Enrolment.objects.get(pk=enrolment.pk).status == S.CONFIRMED
    page = words(client.post(address, follow=True))
    assert "Votre inscription est retirée" in page
    assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [("my_accept", S.CONFIRMED, "Votre place est confirmée"), ("my_decline", S.WITHDRAWN, "suivante")],
)
def test_an_offer_is_answered_on_the_page(session, name, status, sentence):
    seated = [sent(session) for _ in range(2)]
    enrolment = sent(session)
    verbs.withdraw(enrolment=seated[0], by=None)
    client = signed_in(enrolment.person.user)
    page = words(client.get(reverse("my_enrolment", args=[enrolment.pk])))
    assert "4 décembre" in page
    assert reverse("my_accept", args=[enrolment.pk]) in page
    assert reverse("my_decline", args=[enrolment.pk]) in page
    assert client.get(reverse("my_accept", args=[enrolment.pk])).status_code == 405
    assert sentence in words(client.post(reverse(name, args=[enrolment.pk]), follow=True))
    assert Enrolment.objects.get(pk=enrolment.pk).status == status


def test_an_offer_answered_too_late_says_so(session):
    seated = [sent(session) for _ in range(2)]
    enrolment = sent(session)
    verbs.withdraw(enrolment=seated[0], by=None)
    client = signed_in(enrolment.person.user)
    with at(TODAY.replace(day=10)):
        page = words(client.post(reverse("my_accept", args=[enrolment.pk]), follow=True))
    assert "Le délai de réponse est passé" in page


def test_the_answer_right_after_sending_promises_no_place_that_is_only_offered(session):
    """Somebody comes back to that page later, by the Back key or a bookmark."""
    seated = [sent(session) for _ in range(2)]
    enrolment = sent(session)
    client, address = signed_in(enrolment.person.user), reverse("enrol_sent", args=[session.code])
    assert "numéro 1" in words(client.get(address))
    verbs.withdraw(enrolment=seated[0], by=None)
    assert client.get(address).url == reverse("my_enrolment", args=[enrolment.pk])


def test_the_answer_right_after_sending_leads_on_once_something_is_asked():
    session = an_open_session(needs_decision=True)
    enrolment = sent(session)
    client, address = signed_in(enrolment.person.user), reverse("enrol_sent", args=[session.code])
    assert "rien à faire" in words(client.get(address))
    verbs.ask_more(enrolment=enrolment, by=None, note="Quels jours ?")
    assert client.get(address).status_code == 302
    verbs.invite(enrolment=enrolment, by=None, note="10 h")
    assert client.get(address).status_code == 302


def test_the_calendar_of_the_page_is_that_of_the_letter(session):
    enrolment = sent(session)
    response = signed_in(enrolment.person.user).get(reverse("my_calendar", args=[enrolment.pk]))
    assert response["Content-Type"] == "text/calendar"
    assert "grenstaal.ics" in response["Content-Disposition"]
    assert len(ics_reader.read(response.content)) == session.half_days.count()


@pytest.mark.parametrize("status", ["DRAFT", "SUBMITTED", "INTERVIEW", "REFUSED", "WITHDRAWN"])
@pytest.mark.parametrize("language", ["fr", "nl"])
def test_every_state_has_its_words(language, status):
    session = an_open_session(needs_decision=True)
    enrolment = a_draft(session, a_learner(language=language))
    if status != "DRAFT":
        verbs.submit(enrolment=enrolment, by=None)
    if status == "INTERVIEW":
        verbs.invite(enrolment=enrolment, by=None, note="10 h, Dunkerque")
    if status == "REFUSED":
        verbs.refuse(enrolment=enrolment, by=None, reason="NO_ANSWER")
    if status == "WITHDRAWN":
        verbs.withdraw(enrolment=enrolment, by=None)
    client = signed_in(enrolment.person.user)
    page = words(client.get(reverse("my_enrolment", args=[enrolment.pk])))
    assert f'<html lang="{language}">' in page
    assert ("10 h, Dunkerque" in page) == (status == "INTERVIEW")
    words(client.get(reverse("my_home")))


def test_hours_levels_and_what_is_missing(session):
    enrolment = sent(session)
    half_day = session.half_days.first()
    trainer = session.trainers.get()
    with in_the_lesson(half_day):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        client = signed_in(enrolment.person.user)
        page = words(client.get(reverse("my_enrolment", args=[enrolment.pk])))
        assert "3\N{NO-BREAK SPACE}h sur 12\N{NO-BREAK SPACE}h" in page
        assert "Pour l’attestation, il vous faut encore" in page
        home = words(client.get(reverse("my_home")))
    assert "3\N{NO-BREAK SPACE}h sur 12\N{NO-BREAK SPACE}h" in home
    assert "Votre prochain cours" in home


def test_documents_come_from_the_floors_above(session, monkeypatch):
    enrolment = sent(session)

    def papers(enrolments):
        return [learner.DocumentItem(one.pk, "Attestation 42", "/papers/42", TODAY) for one in enrolments]

    monkeypatch.setattr(learner, "document_sources", [papers])
    client = signed_in(enrolment.person.user)
    for address in (reverse("my_home"), reverse("my_enrolment", args=[enrolment.pk])):
        page = words(client.get(address))
        assert "Attestation 42" in page
        assert "/papers/42" in page


def test_an_empty_start_leads_to_the_catalogue():
    assert "Vous n’avez pas encore de formation" in words(signed_in(somebody()).get(reverse("my_home")))


def test_everybody_is_sent_to_their_own_start():
    assert signed_in(a_trainer()).get(reverse("my_home")).url == reverse("trainer_today")
    assert signed_in(a_coordinator()).get(reverse("my_home")).url == reverse("wagtailadmin_home")


def test_one_enrolment_and_many_cost_the_same():
    def queries(number: int) -> int:
        person = a_learner()
        for place in range(number):  # one after the other: nobody is in two rooms at once
            sent(an_open_session(starts_on=MONDAY + timedelta(weeks=10 * place)), person)
        client = signed_in(person.user)
        client.get(reverse("my_home"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("my_home"))
        return len(captured)

    assert queries(1) == queries(8)
