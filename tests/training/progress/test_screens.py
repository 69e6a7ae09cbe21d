"""The board of a group and the page where levels are recorded."""

from datetime import timedelta

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_person,
    a_session,
    a_trainer,
    absence,
    an_account,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, evaluating, lessons, progress
from training.enums import EnrolmentStatus, HalfDayPurpose, Level, LevelSource, Moment, Skill
from training.models import Assessment, CanDo, Enrolment, EvaluationDraft

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer):
    return a_session(trainer=trainer)


@pytest.fixture
def one(session) -> Enrolment:
    return enrolled(session, person=a_person("Lina", "Delattre"))


@pytest.fixture(autouse=True)
def now():
    with at(MONDAY + timedelta(days=1)):
        yield


def signed_in(user, language: str = "fr") -> Client:
    type(user).objects.filter(pk=user.pk).update(language=language)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client(trainer) -> Client:
    return signed_in(trainer)


def answers(**changes) -> dict[str, str]:
    """The form as the browser sends it: everything unknown, today."""
    unknown = {skill.value: "-" for skill in Skill}
    return unknown | {"assessed_on": "2027-01-12"} | changes


class TestGroup:
    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("fr", ["Heures suivies", "Écouter", "Noter les niveaux"]),
            ("nl", ["Gevolgde uren", "Luisteren", "Noteer"]),
        ],
    )
    def test_hours_and_levels_of_everybody(self, trainer, session, one, language, words):
        half_day = session.half_days.first()
        with in_the_lesson(half_day):
            attendance.open_register(half_day=half_day, by=trainer)
            attendance.mark(half_day=half_day, enrolment=one, by=trainer, minutes_late=30)
            attendance.close(half_day=half_day, by=trainer)
        progress.record(
            enrolment=one,
            moment=Moment.ENTRY,
            skill=Skill.READING,
            level=Level.A1_1,
            by=trainer,
            assessed_on=MONDAY,
        )
        page = signed_in(trainer, language).get(reverse("group", args=[session.code])).content.decode()
        assert "Lina Delattre" in page
        assert "A1.1" in page
        assert translation_of_two_and_a_half_hours(language) in page
        assert "83\N{NO-BREAK SPACE}%" in page
        assert all(word in page for word in words)

    def test_an_empty_group_says_so(self, client, session):
        page = client.get(reverse("group", args=[session.code])).content.decode()
        assert "Aucune place confirmée pour l’instant" in page

    def test_only_her_own_sessions(self, session):
        address = reverse("group", args=[session.code])
        learner = an_account()
        a_person(user=learner)
        assert signed_in(a_trainer()).get(address).status_code == 404
        assert signed_in(learner).get(address).status_code == 404
        assert signed_in(a_coordinator()).get(address).status_code == 200

    def test_as_many_queries_for_one_as_for_thirty(self, client, session):
        counts = []
        client.get(reverse("trainer_today"))  # the shell's own memory fills
        for number in (1, 29):
            for _ in range(number):
                enrolled(session)
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("group", args=[session.code]))
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 12

    def test_not_many_more_with_all_that_a_board_can_hold(self, client, trainer, session, one):
        first, second, *_ = session.half_days.all()
        purposes = {second.pk: HalfDayPurpose.EXAM}
        lessons.set_mandatory(session=session, purposes=purposes, by=a_coordinator())
        for half_day in (first, second):
            with in_the_lesson(half_day):
                attendance.open_register(half_day=half_day, by=trainer)
                attendance.mark(
                    half_day=half_day, enrolment=one, by=trainer, absence_code=absence("U_UNJUSTIFIED")
                )
                attendance.close(half_day=half_day, by=trainer)
                lessons.note(
                    half_day=half_day, by=trainer, text="Les nombres", can_dos=CanDo.objects.all()[:2]
                )
        evaluating.keep_draft(enrolment=one, moment=Moment.ENTRY, typed=answers(), by=trainer)
        client.get(reverse("trainer_today"))
        with CaptureQueriesContext(connection) as queries, at(second.ends_at + timedelta(days=1)):
            page = client.get(reverse("group", args=[session.code])).content.decode()
        assert "Les nombres" in page
        assert "Évaluation commencée" in page
        assert "2 dernières demi-journées" in page
        assert len([each for each in queries if "django_session" not in each["sql"]]) <= 12


def translation_of_two_and_a_half_hours(language: str) -> str:
    return {"fr": "2 h 30", "nl": "2 uur 30"}[language].replace(" ", "\N{NO-BREAK SPACE}")


class TestLevels:
    def address(self, one, moment: str = "") -> str:
        return reverse("levels", args=[one.pk]) + (f"?moment={moment}" if moment else "")

    def test_levels_are_recorded_for_the_moment_asked(self, client, one, trainer):
        data = answers(LIS="A1", REA="A1.1", LIS_fr="Lit bien, ose peu.", LIS_nl="Leest goed.")
        response = client.post(self.address(one, "EXIT"), data)
        assert response.status_code == 302
        assert response["Location"].endswith(f"#person-{one.pk}")
        found = {(a.moment, a.skill, a.level, a.comment_fr, a.assessor_id) for a in Assessment.objects.all()}
        assert found == {
            ("EXIT", "LIS", "A1", "Lit bien, ose peu.", trainer.pk),
            ("EXIT", "REA", "A1.1", "", trainer.pk),
        }

    def test_what_did_not_change_is_not_recorded_again(self, client, one):
        client.post(self.address(one, "ENTRY"), answers(LIS="A0", REA="A0"))
        client.post(self.address(one, "ENTRY"), answers(LIS="A0", REA="A1.1"))
        assert Assessment.objects.count() == 3

    def test_the_entry_comes_first_then_the_end(self, client, one):
        assert client.get(self.address(one)).context["moment"] == Moment.ENTRY
        client.post(self.address(one), answers(LIS="A0"))
        page = client.get(self.address(one))
        assert page.context["moment"] == Moment.EXIT

    def test_the_next_person_in_the_order_of_the_board(self, client, session, one):
        second = enrolled(session, person=a_person("Karim", "Zaoui"))
        response = client.post(self.address(one, "ENTRY"), answers(LIS="A0") | {"next": "1"})
        assert response["Location"] == self.address(second, "ENTRY")
        response = client.post(self.address(second, "ENTRY"), answers(LIS="A0") | {"next": "1"})
        assert response["Location"].startswith(reverse("group", args=[session.code]))

    @pytest.mark.parametrize(
        ("changes", "field", "sentence"),
        [
            ({}, None, "Choisissez ou modifiez au moins un niveau."),
            ({"LIS": "Z9"}, "LIS", ""),
            (
                {"LIS": "A1", "assessed_on": "2027-02-01"},
                "assessed_on",
                "La date de l’évaluation est dans le futur.",
            ),
            ({"LIS": "A1", "assessed_on": "demain"}, "assessed_on", ""),
            ({"LIS": "A1", "LIS_fr": "x" * 501}, "LIS_fr", ""),
            ({"LIS_fr": "Lit bien.", "LIS_nl": "Leest goed."}, "LIS", "Choisissez le niveau"),
            (
                {"LIS": "A1", "LIS_fr": "Comprend bien."},
                "LIS_nl",
                "Dites-le dans les deux langues, ou gardez un brouillon.",
            ),
        ],
    )
    def test_wrong_input_is_said_beside_its_field(self, client, one, changes, field, sentence):
        response = client.post(self.address(one, "EXIT"), answers(**changes))
        assert response.status_code == 200
        errors = response.context["form"].errors
        assert list(errors) == [field or "__all__"]
        page = response.content.decode().replace("&#x27;", "'")
        assert sentence in page
        assert changes.get("LIS_fr", "") in page
        assert not Assessment.objects.exists()

    def test_a_draft_keeps_what_was_typed_and_counts_for_nothing(self, client, one):
        typed = answers(LIS="A1", LIS_fr="Comprend bien.")
        assert client.post(self.address(one, "EXIT"), typed | {"draft": "1"}).status_code == 302
        assert not Assessment.objects.exists()
        page = client.get(self.address(one, "EXIT"))
        assert page.context["form"]["LIS_fr"].value() == "Comprend bien."
        assert page.context["form"]["LIS"].value() == "A1"
        assert (
            "Évaluation commencée" in client.get(reverse("group", args=[one.session.code])).content.decode()
        )
        client.post(self.address(one, "EXIT"), typed | {"LIS_nl": "Verstaat veel."})
        assert Assessment.objects.get().comment_nl == "Verstaat veel."
        assert not EvaluationDraft.objects.exists()

    def test_the_sources_stand_side_by_side(self, client, one, trainer):
        for source, level in ((LevelSource.PLACEMENT_TEST, Level.A1), (LevelSource.SELF, Level.B1)):
            progress.record(
                enrolment=one,
                moment=Moment.ENTRY,
                skill=Skill.READING,
                level=level,
                by=None,
                assessed_on=MONDAY,
                source=source,
            )
        found = dict(client.get(self.address(one)).context["sources"])[Skill.READING]
        assert [paper.level if paper else None for _source, paper in found] == ["B1", "A1", None, None]

    def test_strangers_find_nothing(self, one):
        learner = an_account()
        a_person(user=learner)
        for user in (a_trainer(), learner):
            client = signed_in(user)
            assert client.get(self.address(one)).status_code == 404
            assert client.post(self.address(one), answers(LIS="A1")).status_code == 404
        assert not Assessment.objects.exists()

    def test_not_for_somebody_who_is_not_on_the_register(self, client, one):
        Enrolment.objects.filter(pk=one.pk).update(
            status=EnrolmentStatus.WITHDRAWN, withdrawn_at=one.confirmed_at
        )
        assert client.get(self.address(one)).status_code == 404


def chart(profile) -> str:
    page = Template('{% load charts %}{% levels_chart profile "chart" %}')
    return page.render(Context({"profile": profile}))


class TestProfile:
    @pytest.mark.parametrize(("language", "skill"), [("fr", "Écouter"), ("nl", "Luisteren")])
    def test_five_lines_and_a_table(self, one, trainer, language, skill):
        for moment, level in ((Moment.ENTRY, Level.PRE_A1), (Moment.EXIT, Level.A1)):
            progress.record(
                enrolment=one,
                moment=moment,
                skill=Skill.LISTENING,
                level=level,
                by=trainer,
                assessed_on=MONDAY,
            )
        with translation.override(language):
            html = chart(progress.profile(one))
        assert html.count('class="chart-skill"') == 5
        assert html.count('class="chart-way"') == 1
        assert "style=" not in html
        table = html.split("<tbody>")[1]
        assert table.count("<tr>") == 5
        assert f'<th scope="row">{skill}</th><td>Pre-A1</td><td>A1</td>' in table

    def test_nothing_measured_is_a_sentence(self, one):
        with translation.override("nl"):
            html = chart(progress.profile(one))
        assert "nog geen niveau" in html
        assert "<svg" not in html
