"""Absences announced before the start: by the person, or by whom they told."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.domain import letters
from accounts.enums import OrganisationKind, Role
from accounts.models import Message
from tests.training.enrolment.builders import a_learner, an_open_session
from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    an_account,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import announcing, attendance, half_days, transferring
from training.domain.queries.register import board
from training.exceptions import Refusal
from training.models import AnnouncedAbsence, Enrolment

pytestmark = pytest.mark.django_db
SATURDAY = MONDAY - timedelta(days=2)


@pytest.fixture(autouse=True)
def _saturday_before():
    with at(SATURDAY):
        yield


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def one(trainer) -> Enrolment:
    return enrolled(a_session(trainer=trainer), person=a_learner())


def announce(one: Enrolment, *half_days, code: str = "J_INTERVIEW", by=None) -> list[AnnouncedAbsence]:
    half_days = half_days or [one.session.half_days.first()]
    return announcing.announce(enrolment=one, half_days=half_days, absence_code=absence(code), by=by)


class TestWho:
    def test_the_person_their_trainer_their_prescriber_and_the_office(self, one, trainer):
        prescriber = an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER)
        one.referred_by = prescriber.memberships.get().organisation
        one.save()
        for user in (one.person.user, trainer, prescriber, a_coordinator()):
            assert announcing.can_announce(user, one)

    def test_nobody_else(self, one):
        strangers = [a_learner().user, a_trainer(), an_account(role=Role.AGENCY_MEMBER, kind="AGENCY")]
        strangers.append(an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER))
        for user in strangers:
            with pytest.raises(Refusal) as refused:
                announce(one, by=user)
            assert refused.value.code == "not_allowed"


class TestAnnouncing:
    def test_the_register_expects_it_with_its_reason(self, one):
        half_day = one.session.half_days.first()
        [announced] = announce(one, half_day, by=one.person.user)
        assert announcing.expected(half_day) == {one.pk: announced}
        assert announced.absence_code.code == "J_INTERVIEW"
        assert announced.announced_by == one.person.user

    def test_twice_is_once_and_another_reason_takes_its_place(self, one):
        half_day = one.session.half_days.first()
        assert announce(one, half_day) == announce(one, half_day)
        [other] = announce(one, half_day, code="J_CHILD")
        assert list(AnnouncedAbsence.objects.standing()) == [other]
        assert AnnouncedAbsence.objects.count() == 2

    def test_the_last_second_before_the_start_and_not_the_first_of_the_lesson(self, one):
        first, second, *_ = one.session.half_days.all()
        with at(MONDAY, time(8, 59, 59)):
            announce(one, first)
        with at(second.date, time(9)), pytest.raises(Refusal) as refused:
            announce(one, second)
        assert refused.value.code == "begun"

    def test_not_for_a_lesson_of_others_nor_one_that_was_cancelled(self, one):
        cancelled = one.session.half_days.first()
        cancelled.cancelled_at = cancelled.starts_at - timedelta(days=3)
        cancelled.save()
        for half_day in (a_session().half_days.first(), cancelled):
            with pytest.raises(Refusal) as refused:
                announce(one, half_day)
            assert refused.value.code == "begun"

    @pytest.mark.parametrize("code", ["U_UNJUSTIFIED", "ORG_CANCELLED", "LEFT_FOR_JOB"])
    def test_only_reasons_of_the_list(self, one, code):
        with pytest.raises(Refusal) as refused:
            announce(one, code=code)
        assert refused.value.code == "reason"


class TestTakingBack:
    def test_before_the_start(self, one):
        [announced] = announce(one)
        announcing.take_back(announced=announced, by=one.person.user)
        announcing.take_back(announced=announced, by=one.person.user)
        assert announcing.expected(announced.half_day) == {}

    def test_not_afterwards(self, one):
        [announced] = announce(one)
        with at(MONDAY, time(9)), pytest.raises(Refusal) as refused:
            announcing.take_back(announced=announced, by=one.person.user)
        assert refused.value.code == "begun"
        assert announcing.expected(announced.half_day) == {one.pk: announced}

    def test_what_lies_ahead_is_taken_back_with_a_move_to_another_session(self, one):
        first, second, *_ = one.session.half_days.all()
        announce(one, first, second)
        with at(first.date, time(18)):
            target = an_open_session()
            target.half_days.all().delete()
            transferring.transfer(enrolment=one, to=target, by=None)
        standing = AnnouncedAbsence.objects.standing().values_list("half_day", flat=True)
        assert list(standing) == [first.pk]


class TestTheRegister:
    def test_it_proposes_what_was_announced_until_the_trainer_says_otherwise(self, one, trainer):
        half_day = one.session.half_days.first()
        away, came = one, enrolled(one.session, person=a_learner())
        for person in (away, came):
            announce(person, half_day)
        enrolled(one.session)
        with in_the_lesson(half_day):
            page = board(half_day, trainer)
            assert (page.present, page.absent) == (1, 2)
            attendance.mark(half_day=half_day, enrolment=came, by=trainer)
            page = board(half_day, trainer)
            assert (page.present, page.absent) == (2, 1)
            attendance.open_register(half_day=half_day, by=trainer)
        marks = dict(half_day.marks.values_list("enrolment", "absence_code__code"))
        assert (marks[away.pk], marks[came.pk]) == ("J_INTERVIEW", None)

    def test_it_says_so_beside_the_name(self, one, trainer, client):
        half_day = one.session.half_days.first()
        announce(one, half_day)
        client.force_login(trainer)
        with in_the_lesson(half_day):
            shown = client.get(reverse("register", args=[half_day.pk])).content.decode()
        assert "absence annoncée" in shown


class TestTheLetter:
    def test_several_make_one_letter_without_the_reason(self, one, trainer):
        first, second, *_ = one.session.half_days.all()
        announce(one, first, second, by=one.person.user)
        message = Message.objects.get(recipient=trainer)
        with translation.override("fr"):
            filled = letters.find(message.template).fill(message.context)
        assert [name for name, _when in filled.facts] == [one.person.given_name] * 2
        assert "9 h" in filled.facts[0][1].replace("\N{NO-BREAK SPACE}", " ")
        assert "embauche" not in str(filled)
        assert one.person.family_name not in str(filled)

    def test_one_that_was_taken_back_says_so(self, one, trainer):
        [announced] = announce(one)
        announcing.take_back(announced=announced, by=None)
        message = Message.objects.get(recipient=trainer)
        with translation.override("fr"):
            [(_name, line)] = letters.find(message.template).fill(message.context).facts
        assert "finalement" in line

    def test_whoever_wrote_it_down_is_not_told(self, one, trainer):
        announce(one, by=trainer)
        assert not Message.objects.filter(recipient=trainer).exists()


class TestThePage:
    def test_two_taps_and_a_button(self, one, client):
        client.force_login(one.person.user)
        page = reverse("absences", args=[one.pk])
        half_day = one.session.half_days.first()
        assert f'value="{half_day.pk}"' in client.get(page).content.decode()
        answer = client.post(page, {"half_days": [half_day.pk], "absence_code": absence("J_CHILD").pk})
        assert answer.url == page
        [announced] = AnnouncedAbsence.objects.standing()
        shown = client.get(page).content.decode()
        assert f'value="{half_day.pk}"' not in shown
        client.post(reverse("absence_take_back", args=[announced.pk]))
        assert not AnnouncedAbsence.objects.standing().exists()

    def test_nothing_chosen_comes_back_with_a_sentence_and_no_box_for_words(self, one, client):
        client.force_login(one.person.user)
        page = reverse("absences", args=[one.pk])
        shown = client.post(page, {"absence_code": absence("J_SICK").pk}).content.decode()
        assert "Choisissez au moins une demi-journée" in shown
        assert "textarea" not in shown
        assert 'type="text"' not in shown

    def test_a_prescriber_announces_for_whom_they_referred_and_reads_no_reason(self, one, client):
        prescriber = an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER)
        one.referred_by = prescriber.memberships.get().organisation
        one.save()
        announce(one, code="J_SICK", by=one.person.user)
        client.force_login(prescriber)
        page = reverse("absences", args=[one.pk])
        assert page in client.get(reverse("referrals")).content.decode()
        shown = client.get(page).content.decode()
        announced = shown[: shown.index('<form class="form"')]
        assert "lundi 11 janvier" in announced
        assert "Arrêt de travail" not in announced


class TestALessonThatMoves:
    def test_to_another_day_the_announcement_lapses_and_the_letter_says_so(self, one):
        half_day = one.session.half_days.first()
        announce(one, half_day)
        tuesday = one.session.last_day + timedelta(days=1)
        with at(SATURDAY, time(11)):
            half_days.move_half_day(half_day=half_day, by=a_coordinator(), date=tuesday)
        assert announcing.expected(half_day) == {}
        assert "Votre absence annoncée" in self.letter(one)
        with at(SATURDAY, time(12)):
            announce(one, half_day)
        assert list(announcing.expected(half_day)) == [one.pk]
        assert "Votre absence annoncée" not in self.letter(one)

    def test_to_another_hour_of_the_same_morning_it_stands(self, one):
        half_day = one.session.half_days.first()
        announce(one, half_day)
        with at(SATURDAY, time(11)):
            half_days.move_half_day(half_day=half_day, by=a_coordinator(), end_time=time(11, 30))
        assert list(announcing.expected(half_day)) == [one.pk]
        assert "Votre absence annoncée" not in self.letter(one)

    def letter(self, one: Enrolment) -> list[str]:
        message = Message.objects.get(recipient=one.person.user)
        with translation.override("fr"):
            return [
                str(label) for label, _words in letters.find(message.template).fill(message.context).facts
            ]
