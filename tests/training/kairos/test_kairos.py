"""The KAIROS sheet: what is copied, what is ticked, who is late, and the alarm that is given once."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from accounts.enums import FranceTravailMissing
from accounts.models import Message
from tests.training.enrolment.builders import a_learner, an_open_session
from tests.training.planning.builders import a_coordinator, at, enrolled
from training.domain import enrolment as verbs
from training.domain import kairos
from training.domain.queries.kairos_sheet import sheet
from training.domain.queries.to_do import to_do
from training.enums import ExitReason, KairosStep
from training.exceptions import Refusal
from training.models import Enrolment
from training.tasks import sweep

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2027, 1, 11)
IN_TIME, LATE = FIRST_DAY + timedelta(days=3), FIRST_DAY + timedelta(days=3, hours=1)


def known_there(**fields):
    return a_learner(france_travail_missing="", france_travail_identifier="1234567A", **fields)


@pytest.fixture
def session():
    return an_open_session(capacity=5)


@pytest.fixture
def entered(session) -> Enrolment:
    """In training since the first day, ten o'clock."""
    enrolment = enrolled(session, person=known_there())
    with at(FIRST_DAY):
        return verbs.enter(enrolment=enrolment, by=None)


@pytest.fixture
def later():
    with at(FIRST_DAY + timedelta(days=3), time(10, 1)):
        yield


class TestLate:
    def test_after_72_hours_and_not_before(self, entered):
        with at(FIRST_DAY + timedelta(days=3), time(9, 59)):
            assert not kairos.late().exists()
        with at(FIRST_DAY + timedelta(days=3), time(10, 1)):
            assert list(kairos.late()) == [entered]

    def test_ticked_is_not_late(self, entered, later):
        kairos.note(enrolment=entered, done=["AES"], by=None)
        assert not kairos.late().exists()

    def test_who_is_not_registered_there_and_who_only_has_a_place_are_not(self, session, entered, later):
        Enrolment.objects.filter(pk=entered.pk).update(
            person=a_learner(france_travail_missing=FranceTravailMissing.NOT_REGISTERED)
        )
        enrolled(session, person=known_there())
        assert not kairos.late().exists()

    def test_who_forgot_the_number_and_who_left_still_are(self, entered, later):
        verbs.exit_early(enrolment=entered, by=None, reason=ExitReason.NO_NEWS)
        person = entered.person
        person.france_travail_identifier, person.france_travail_missing = "", FranceTravailMissing.FORGOTTEN
        person.save()
        assert kairos.late().count() == 1


class TestAlarm:
    def letters(self):
        return Message.objects.filter(template=kairos.LATE)

    def test_one_letter_a_coordinator_for_the_group_once(self, session, entered, later):
        office = [a_coordinator(), a_coordinator()]
        other = enrolled(session, person=known_there())
        with at(FIRST_DAY):
            verbs.enter(enrolment=other, by=None)
        assert kairos.alarm() == 2
        assert kairos.alarm() == 0
        sweep()
        assert {one.recipient for one in self.letters()} == set(office)
        assert self.letters().count() == 2

    def test_who_becomes_late_afterwards_makes_another_one(self, session, entered, later):
        a_coordinator()
        kairos.alarm()
        other = enrolled(session, person=known_there())
        with at(FIRST_DAY + timedelta(days=1)):
            verbs.enter(enrolment=other, by=None)
        with at(FIRST_DAY + timedelta(days=5)):
            assert kairos.alarm() == 1
        assert self.letters().count() == 2

    def test_the_dashboard_shows_who_is_late(self, entered, later):
        pile = to_do(a_coordinator())["kairos_late"]
        assert (pile.number, pile.first) == (1, [entered])


class TestTicks:
    def test_a_tick_says_who_and_when_and_stays(self, entered):
        first, second = a_coordinator(), a_coordinator()
        kairos.note(enrolment=entered, done=["AIS"], by=first)
        kairos.note(enrolment=entered, done=["AIS", "AES"], by=second)
        assert [(one.step, one.by) for one in entered.kairos_entries.all()] == [
            ("AIS", first),
            ("AES", second),
        ]

    def test_a_second_window_takes_nothing_back_that_it_had_not_seen(self, client, entered, later):
        """Two coordinators have the sheet open; the one who saves last does not undo what the first noted."""
        client.force_login(a_coordinator())
        address = f"/admin/enrolments/{entered.pk}/kairos/"
        client.post(address, {"done": ["AIS"]})
        client.post(address, {"done": ["AES"]})  # sent from a page on which nothing was ticked
        assert {one.step for one in entered.kairos_entries.all()} == {"AIS", "AES"}
        assert 'name="seen" value="AES"' in client.get(address).content.decode()
        client.post(address, {"done": ["AES"], "seen": ["AIS", "AES"]})
        assert entered.kairos_entries.get().step == "AES"

    def test_unticked_is_taken_back_but_not_the_alarm(self, entered, later):
        kairos.alarm()
        kairos.note(enrolment=entered, done=["AES"], by=None)
        assert kairos.note(enrolment=entered, done=[], by=None) == []
        assert entered.kairos_entries.get().step == KairosStep.ALARM

    @pytest.mark.parametrize("done", [["ALARM"], ["AIS", "PARTY"]])
    def test_steps_that_do_not_exist(self, entered, done):
        with pytest.raises(Refusal) as refused:
            kairos.note(enrolment=entered, done=done, by=None)
        assert refused.value.code == "step"
        assert not entered.kairos_entries.exists()

    def test_only_the_office(self, entered):
        with pytest.raises(Refusal) as refused:
            kairos.note(enrolment=entered, done=["AIS"], by=entered.person.user)
        assert refused.value.code == "not_allowed"


class TestSheet:
    def test_fields_as_the_portal_asks_for_them(self, entered):
        found = {one.label: one.value for _title, fields in sheet(entered).groups for one in fields}
        values = set(found.values())
        session = entered.session
        assert {
            "1234567A",
            entered.person.family_name,
            "12/03/1994",
            session.title_fr,
            "11/01/2027",
        } <= values
        assert {"12", "3"} <= values or {"12", "6"} <= values  # hours in all, hours a week

    def test_what_is_copied_is_french_whoever_reads(self, entered):
        with translation.override("fr"):
            french = sheet(entered)
        with translation.override("nl"):
            dutch, rhythm = sheet(entered), entered.session.get_rhythm_display()
        assert [one.value for one in dutch.course] == [one.value for one in french.course]
        assert [one.label for one in dutch.course] != [one.label for one in french.course]
        assert rhythm not in [one.value for one in dutch.course]

    @pytest.mark.parametrize(
        ("weeks", "usual"),
        [({}, 0), ({(2027, 1): 540, (2027, 2): 720, (2027, 3): 720}, 720), ({(1, 1): 1, (1, 2): 2}, 2)],
    )
    def test_the_usual_week(self, weeks, usual):
        assert kairos.hours_a_week(weeks) == usual

    def test_the_page_is_read_ticked_and_keeps_nothing_wrong(self, client, entered, later):
        client.force_login(a_coordinator())
        address = f"/admin/enrolments/{entered.pk}/kairos/"
        page = client.get(address).content.decode()
        assert 'data-copy="1234567A"' in page
        assert "72\u00a0heures" in page
        client.post(address, {"done": ["AIS", "AES"]})
        assert entered.kairos_entries.count() == 2
        client.post(address, {"done": ["<script>"]})
        assert entered.kairos_entries.count() == 2
