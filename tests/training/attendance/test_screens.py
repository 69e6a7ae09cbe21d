"""The trainer's pages: her day, her register, tap by tap, in both languages, with and without htmx."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_person,
    a_session,
    a_trainer,
    an_account,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, signed_notes, syncing
from training.domain.device import Device
from training.domain.noted import Note, Said, Signed
from training.models import HalfDay

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def trainer():
    return a_trainer(language="fr")


@pytest.fixture
def session(trainer):
    return a_session(trainer=trainer)


@pytest.fixture
def half_day(session) -> HalfDay:
    return session.half_days.first()


@pytest.fixture
def group(session):
    return [enrolled(session, person=a_person(family_name=f"Delattre{n:02}")) for n in range(12)]


@pytest.fixture(autouse=True)
def now(half_day):
    """An hour into the first lesson, for everybody."""
    with in_the_lesson(half_day):
        yield


def signed_in(user, language: str = "fr") -> Client:
    type(user).objects.filter(pk=user.pk).update(language=language)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client(trainer) -> Client:
    return signed_in(trainer)


def address(name: str, half_day) -> str:
    return reverse(name, args=[half_day.pk])


class TestToday:
    @pytest.mark.parametrize(
        ("language", "day", "action"),
        [
            ("fr", "lundi 11 janvier", "Faire l’appel"),
            ("nl", "maandag 11 januari", "Aanwezigheden opnemen"),
        ],
    )
    @pytest.mark.usefixtures("group")
    def test_the_register_is_one_tap_away(self, trainer, half_day, language, day, action):
        page = signed_in(trainer, language).get(reverse("trainer_today")).content.decode()
        assert day in page
        assert action in page
        assert address("register", half_day) in page

    def test_registers_that_were_not_closed_are_remembered(self, client, session, half_day, group):
        with at(MONDAY + timedelta(days=2)):
            page = client.get(reverse("trainer_today")).content.decode()
        assert "Encore à clore" in page
        assert address("register", half_day) in page
        assert "Pas de séance aujourd’hui" in page
        assert "lundi 18 janvier" in page

    def test_without_any_lesson_there_is_a_word(self):
        page = signed_in(a_trainer()).get(reverse("trainer_today")).content.decode()
        assert "Aucune séance prévue" in page

    def test_the_office_sees_every_lesson(self, half_day):
        page = signed_in(a_coordinator()).get(reverse("trainer_today")).content.decode()
        assert address("register", half_day) in page

    def test_to_a_learner_the_page_does_not_exist(self):
        learner = an_account()
        a_person(user=learner)
        assert signed_in(learner).get(reverse("trainer_today")).status_code == 404


class TestTaps:
    def test_everybody_then_two_exceptions_then_closed(self, client, half_day, group):
        """The whole register of twelve people, two exceptions: seven taps, four of which reach the server."""
        first, second = group[0], group[1]
        client.post(address("register_everybody", half_day))
        client.post(address("register_mark", half_day), {"enrolment": first.pk, "absence_code": "J_SICK"})
        client.post(address("register_mark", half_day), {"enrolment": second.pk, "minutes_late": "15"})
        confirm = client.get(address("register_close", half_day)).content.decode()
        assert "11 présents" in confirm
        assert "1 absent" in confirm
        assert first.person.full_name in confirm
        assert second.person.full_name in confirm
        assert group[2].person.full_name not in confirm
        closed = client.post(address("register_close", half_day), follow=True).content.decode()
        half_day.refresh_from_db()
        assert half_day.is_closed
        assert "Close par" in closed
        assert "<form" not in closed.split('id="sheet"')[1].split('id="paper"')[0]

    def test_without_javascript_the_page_comes_back_at_the_person(self, client, half_day, group):
        response = client.post(
            address("register_mark", half_day), {"enrolment": group[3].pk, "minutes_late": 5}
        )
        assert response.status_code == 302
        assert response["Location"].endswith(f"#person-{group[3].pk}")

    def test_htmx_gets_the_sheet_alone_with_the_focus_where_the_finger_was(self, client, half_day, group):
        facts = {"enrolment": group[3].pk, "minutes_late": 5}
        response = client.post(address("register_mark", half_day), facts, headers=HTMX)
        page = response.content.decode()
        assert "<html" not in page
        assert page.count("autofocus") == 1

    def test_before_the_first_tap_everybody_counts_as_present(self, client, half_day, group):
        page = client.get(address("register", half_day)).content.decode()
        assert "12 présents" in page
        assert not half_day.marks.exists()
        client.post(address("register_mark", half_day), {"enrolment": group[0].pk, "absence_code": "J_SICK"})
        page = client.get(address("register", half_day)).content.decode()
        assert half_day.marks.count() == 12
        assert address("register_close", half_day) in page

    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
    def test_the_last_change_can_be_undone(self, half_day, group, headers):
        client = signed_in(half_day.trainer)
        for facts in ({"absence_code": "J_SICK"}, {"minutes_late": "15"}):
            data = {"enrolment": group[0].pk} | facts
            page = client.post(address("register_mark", half_day), data, headers=headers, follow=True)
        undo = page.content.decode().split('class="register-undo"')[1].split("</form>")[0]
        assert group[0].person.full_name in undo
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', undo))
        client.post(address("register_mark", half_day), fields, headers=headers)
        mark = half_day.marks.get(enrolment=group[0])
        assert (mark.absence_code.code, mark.minutes_late) == ("J_SICK", 0)

    def test_a_page_that_is_no_longer_true_overwrites_nothing(self, client, half_day, group):
        """Two screens show somebody present; a colleague notes an absence, then the other says late."""
        colleague = signed_in(a_coordinator())
        shown = {"enrolment": group[0].pk, "seen": ""}
        colleague.post(address("register_mark", half_day), shown | {"absence_code": "J_SICK"})
        client.post(address("register_mark", half_day), shown | {"minutes_late": "15"})
        page = client.get(address("register", half_day)).content.decode()
        choices = page.split('class="conflict-choices"')[1].split("</form>")[0]
        assert choices.count("<button") == 2
        assert "15\N{NO-BREAK SPACE}min" in choices
        assert address("register_close", half_day) not in page
        note = half_day.notes.undecided().get()
        client.post(address("register_settle", half_day), {"enrolment": group[0].pk, "holds": note.uid})
        assert half_day.marks.get(enrolment=group[0]).minutes_late == 15
        assert not half_day.notes.undecided().exists()

    def test_a_large_group_is_searched_whatever_the_accents(self, client, session, half_day, group):
        assert 'name="find"' not in client.get(address("register", half_day)).content.decode()
        for family_name in ("Lefèvre", "Lefebvre", "Gaudin", "Noël"):
            enrolled(session, person=a_person(family_name=family_name))
        page = client.get(address("register", half_day), {"find": "lefeV"}).content.decode()
        found = page.split('id="people"')[1].split("</ol>")[0]
        assert found.count('class="person"') == 1
        assert "Lefèvre" in found
        assert "16 présents" in page
        page = client.get(address("register", half_day), {"find": "Zut"}).content.decode()
        assert "Personne ici ne s’appelle" in page

    def test_what_was_refused_is_shown_until_it_is_read(self, client, half_day, group, trainer):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        note = Note(uuid4(), group[0].pk, Said("J_SICK"), Said(), timezone.now())
        syncing.apply(half_day=half_day, by=trainer, notes=[note])
        assert "avant que ceci n’arrive" in client.get(address("register", half_day)).content.decode()
        client.post(address("register_seen", half_day))
        assert "avant que ceci n’arrive" not in client.get(address("register", half_day)).content.decode()

    def test_a_signature_that_could_not_count_is_shown_as_it_was_drawn(
        self, client, half_day, group, trainer
    ):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        signed = Signed("DRAWN", "[[100,200,300,150]]", signed_notes.lesson(half_day), Device())
        note = Note(uuid4(), group[0].pk, Said(), Said(), timezone.now(), signed)
        syncing.apply(half_day=half_day, by=trainer, notes=[note])
        page = client.get(address("register", half_day)).content.decode()
        assert 'd="M100 200L300 150"' in page
        assert "avant que ceci n’arrive" in page

    def test_a_signature_and_an_absence_stand_beside_each_other(self, client, half_day, group, trainer):
        jan = a_coordinator()
        absent = Note(uuid4(), group[0].pk, Said("J_SICK"), Said(), timezone.now())
        signed = Signed("TYPED", group[0].person.full_name, signed_notes.lesson(half_day), Device())
        note = Note(uuid4(), group[0].pk, Said(), Said(), timezone.now(), signed)
        syncing.apply(half_day=half_day, by=jan, notes=[absent])
        syncing.apply(half_day=half_day, by=trainer, notes=[note])
        page = client.get(address("register", half_day)).content.decode()
        choices = page.split('class="conflict-choices"')[1].split("</form>")[0]
        assert choices.count('class="reason"') == 2
        assert f'<span class="signed-name">{group[0].person.full_name}</span>' in choices
        data = {"enrolment": group[0].pk, "holds": note.uid}
        client.post(address("register_settle", half_day), data, headers=HTMX)
        assert half_day.signatures.get().change_id == note.uid

    def test_every_form_carries_its_token(self, trainer, half_day, group):
        client = Client(enforce_csrf_checks=True)
        client.force_login(trainer)
        page = client.get(address("register", half_day)).content.decode()
        sheet = page.split('id="sheet"')[1].split("</main>")[0]
        assert sheet.count("<form") == sheet.count('name="csrfmiddlewaretoken"') > 12

    def test_somebody_who_joined_later_can_be_added(self, client, session, half_day, group):
        late = enrolled(session, confirmed_on=MONDAY + timedelta(days=1))
        page = client.get(address("register", half_day)).content.decode()
        assert "Places confirmées après ce jour" in page
        client.post(address("register_mark", half_day), {"enrolment": late.pk})
        assert half_day.marks.get(enrolment=late).is_present


class TestWrongInput:
    @pytest.mark.parametrize(
        ("facts", "sentence"),
        [
            ({"minutes_late": "500"}, "Entre 0 et 270 minutes."),
            ({"minutes_late": "-5"}, "Entre 0 et 270 minutes."),
            ({"minutes_left_early": "bientôt"}, "Un nombre de minutes, par exemple 15."),
            ({"minutes_late": "180"}, "choisissez plutôt un motif"),
        ],
    )
    @pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "htmx"])
    def test_the_sentence_stands_beside_its_field_and_nothing_is_lost(
        self, half_day, group, facts, sentence, headers
    ):
        client = signed_in(half_day.trainer)
        data = {"enrolment": group[0].pk} | facts
        page = client.post(address("register_mark", half_day), data, headers=headers).content.decode()
        row = page.split(f'id="person-{group[0].pk}"')[1].split("</li>")[0]
        assert sentence in page.replace("&#x27;", "'")
        assert "data-refused" in page
        assert f'value="{next(iter(facts.values()))}"' in row or "bientôt" in row
        assert not half_day.marks.exists()

    def test_a_code_that_does_not_exist(self, client, half_day, group):
        data = {"enrolment": group[0].pk, "absence_code": "NONSENSE"}
        assert client.post(address("register_mark", half_day), data).status_code == 200
        assert not half_day.marks.exists()

    def test_somebody_of_another_session(self, client, half_day, group):
        stranger = enrolled(a_session())
        page = client.post(address("register_mark", half_day), {"enrolment": stranger.pk}).content.decode()
        assert "Rien n’a changé" in page
        assert not half_day.marks.exists()

    def test_closing_too_early_says_why(self, client, half_day, group):
        page = client.post(address("register_close", half_day)).content.decode()
        assert "12 personnes ne sont pas encore notées" in page
        half_day.refresh_from_db()
        assert not half_day.is_closed

    def test_opening_too_early_says_when(self, client, session):
        tomorrow = session.half_days.all()[1]
        enrolled(session)
        page = client.post(address("register_everybody", tomorrow)).content.decode()
        assert "mardi 12 janvier" in page
        assert not tomorrow.marks.exists()
        assert f'action="{address("register_everybody", tomorrow)}"' not in page


class TestClosed:
    @pytest.fixture
    def closed(self, half_day, group, trainer):
        attendance.open_register(half_day=half_day, by=trainer)
        return attendance.close(half_day=half_day, by=trainer)

    def test_nothing_is_written_any_more(self, client, closed, group):
        data = {"enrolment": group[0].pk, "absence_code": "J_SICK"}
        page = client.post(address("register_mark", closed), data).content.decode()
        assert "émargement est close" in page
        assert not closed.marks.exclude(absence_code=None).exists()
        page = client.post(address("register_everybody", closed), {}).content.decode()
        assert "plus rien n’y change" in page

    def test_it_reads_in_dutch_too(self, trainer, closed):
        page = signed_in(trainer, "nl").get(address("register", closed)).content.decode()
        assert "Afgesloten door Lieselot Maes" in page
        assert "3\N{NO-BREAK SPACE}uur" in page

    def test_closing_again_is_calm(self, client, closed):
        assert client.post(address("register_close", closed)).status_code == 302
        assert "émargement est close" in client.get(address("register_close", closed)).content.decode()


class TestStrangers:
    NAMES = (
        "register",
        "register_everybody",
        "register_mark",
        "register_settle",
        "register_seen",
        "register_close",
    )

    @pytest.mark.parametrize("name", NAMES)
    def test_another_trainer_and_a_learner_find_nothing(self, half_day, group, name):
        learner = an_account()
        a_person(user=learner)
        for user in (a_trainer(), learner):
            client = signed_in(user)
            answer = client.get if name in ("register", "register_close") else client.post
            assert answer(address(name, half_day)).status_code == 404
        assert not half_day.marks.exists()

    @pytest.mark.parametrize("name", NAMES)
    def test_who_is_not_signed_in_is_asked_to(self, half_day, name):
        response = Client().get(address(name, half_day))
        assert response.status_code == 302
        assert "/account/login/" in response["Location"]

    def test_a_second_trainer_of_the_session_reads_but_does_not_write(self, session, half_day, group):
        colleague = a_trainer()
        session.trainers.add(colleague)
        client = signed_in(colleague)
        page = client.get(address("register", half_day)).content.decode()
        assert "Seul le formateur ou la formatrice" in page
        assert f'action="{address("register_everybody", half_day)}"' not in page
        client.post(address("register_everybody", half_day))
        assert not half_day.marks.exists()


def test_as_many_queries_for_one_person_as_for_thirty(client, session, half_day, trainer):
    counts = []
    client.get(reverse("trainer_today"))  # the shell's own memory fills
    for number in (1, 29):
        for _ in range(number):
            enrolled(session)
        attendance.open_register(half_day=half_day, by=trainer)
        found = []
        for path in (
            reverse("trainer_today"),
            address("register", half_day),
            address("register_close", half_day),
        ):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            found.append(len(queries))
        counts.append(found)
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 16
