"""Who changes session in the middle of a course: in training before and after, each hour in one register."""

from datetime import date, time, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from accounts.domain.outbox import send_due
from accounts.enums import OrganisationKind, Role
from accounts.models import Message
from certificates.domain import readiness
from tests.training.back_office.conftest import coordinator, groups, office  # noqa: F401
from tests.training.enrolment.builders import FIRST_DAY, a_learner, an_open_session
from tests.training.planning.builders import (
    MON,
    TUE,
    a_coordinator,
    a_course,
    a_pattern,
    an_account,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import attendance, hours, kairos, progress
from training.domain import enrolment as verbs
from training.domain.queries import lessons
from training.domain.queries.group import group
from training.domain.queries.kairos_sheet import sheet
from training.domain.referring import refer
from training.domain.transferring import transfer
from training.enums import EnrolmentStatus as S
from training.enums import ExitReason, KairosStep
from training.exceptions import Refusal
from training.models import Attendance, Enrolment, HalfDay, Session

pytestmark = pytest.mark.django_db
SECOND_DAY = FIRST_DAY + timedelta(days=1)


@pytest.fixture
def course():
    return a_course()


@pytest.fixture
def here(course) -> Session:
    """Mornings of three hours on 11, 12, 18 and 19 January."""
    return an_open_session(course=course)


@pytest.fixture
def there(course) -> Session:
    """The same course on the afternoons of the same days."""
    return an_open_session(course=course, pattern=a_pattern(MON, TUE, start=time(13), end=time(16)))


@pytest.fixture
def old(here) -> Enrolment:
    """In training since the first morning, whose register is closed; the second morning's is not."""
    place = enrolled(here, person=a_learner(france_travail_missing="", france_travail_identifier="1234567A"))
    take_registers(here, 1)
    return again(place)


@pytest.fixture
def new(old, there) -> Enrolment:
    return moved(old, there)


def moved(old: Enrolment, to: Session, **facts) -> Enrolment:
    """At half past twelve on the second day, between the two lessons."""
    with at(SECOND_DAY, time(12, 30)):
        return transfer(enrolment=old, to=to, by=a_coordinator(), **facts)


def again(enrolment: Enrolment) -> Enrolment:
    return Enrolment.objects.select_related("session__course", "person").get(pk=enrolment.pk)


def take_registers(session: Session, number: int) -> None:
    """Closes the next registers, everybody present."""
    for half_day in session.half_days.filter(closed_at=None)[:number]:
        with in_the_lesson(half_day):
            attendance.open_register(half_day=half_day, by=session.trainers.get())
            attendance.close(half_day=half_day, by=session.trainers.get())


def expected(session: Session, enrolment: Enrolment) -> list[bool]:
    return [attendance.register_of(one).filter(pk=enrolment.pk).exists() for one in session.half_days.all()]


class TestState:
    def test_in_training_before_and_after_with_the_first_entry(self, old, new, there):
        assert (again(old).status, new.status) == (S.TRANSFERRED, S.ENTERED)
        assert new.entered_at == old.entered_at
        assert new.confirmed_at.date() == SECOND_DAY
        assert [(one.from_status, one.to_status, one.reason) for one in new.events.all()] == [
            (S.DRAFT, S.CONFIRMED, "CAME_OVER"),
            (S.CONFIRMED, S.ENTERED, "CAME_OVER"),
        ]
        assert new.deliveries.get().pack.session == there

    def test_it_is_no_exit_and_one_person_in_training(self, old, new):
        left = again(old)
        assert (left.exited_at, left.exit_reason) == (None, "")
        assert list(Enrolment.objects.filter(person=old.person, status=S.ENTERED)) == [new]

    def test_nobody_in_training_is_put_onto_a_waiting_list(self, old, course):
        full = an_open_session(course=course, capacity=1, pattern=a_pattern(start=time(13), end=time(16)))
        enrolled(full)
        with pytest.raises(Refusal) as refused:
            moved(old, full, may_wait=True)
        assert refused.value.code == "full"
        assert again(old).status == S.ENTERED

    def test_to_a_session_that_begins_later_and_back_out_of_it(self, old, course):
        later = an_open_session(course=course, starts_on=date(2027, 2, 1))
        new = moved(old, later)
        assert new.status == S.ENTERED
        with at(SECOND_DAY, time(17)):
            gone = verbs.exit_early(enrolment=new, by=None, reason=ExitReason.TRANSPORT)
        assert gone.status == S.EXITED

    def test_lessons_elsewhere_at_the_same_time_are_refused_and_nothing_changes(self, old, there):
        enrolled(an_open_session(pattern=a_pattern(start=time(14), end=time(17))), person=old.person)
        with pytest.raises(Refusal) as refused:
            moved(old, there)
        assert refused.value.code == "enrolment_one_place_at_a_time"
        assert again(old).status == S.ENTERED
        assert not there.enrolments.exists()

    def test_levels_at_entry_follow_the_end_is_measured_there(self, old, there):
        facts = {"skill": "LIS", "level": "A1", "by": old.session.trainers.get(), "assessed_on": FIRST_DAY}
        with at(SECOND_DAY):
            for moment in ("ENTRY", "MIDWAY", "EXIT"):
                progress.record(enrolment=old, moment=moment, **facts)
        new = moved(old, there)
        assert [one.moment for one in new.assessments.all()] == ["ENTRY", "MIDWAY"]
        assert old.assessments.count() == 3


class TestRegisters:
    def test_on_what_began_before_and_on_nothing_after(self, old, new, here, there):
        assert expected(here, old) == [True, True, False, False]
        assert expected(there, new) == [False, True, True, True]

    def test_closed_marks_stay_and_the_open_one_is_closed_with_the_person(self, old, new, here):
        first, second = here.half_days.all()[:2]
        with in_the_lesson(second):
            trainer = here.trainers.get()
            attendance.open_register(half_day=second, by=trainer)
            attendance.mark(half_day=second, enrolment=again(old), by=trainer, minutes_late=30)
            attendance.close(half_day=second, by=trainer)
        marks = Attendance.objects.filter(enrolment=old).values_list("half_day", "minutes_late")
        assert set(marks) == {(first.pk, 0), (second.pk, 30)}
        assert hours.followed(old) == 180 + 150

    def test_a_lesson_opened_before_the_transfer_and_begun_after_it(self, old, here, there):
        second = here.half_days.all()[1]
        with at(SECOND_DAY, time(8, 50)):
            attendance.open_register(half_day=second, by=here.trainers.get())
            transfer(enrolment=old, to=there, by=None)
        with in_the_lesson(second):
            attendance.close(half_day=second, by=here.trainers.get())
        assert not Attendance.objects.filter(enrolment=old, half_day=second).exists()

    def test_the_calendar_has_the_new_lessons(self, old, new, here, there):
        shown = set(lessons.of(old.person.user).values_list("session", flat=True))
        assert shown == {there.pk}
        assert not HalfDay.objects.filter(session=here, cancelled_at__isnull=False).exists()


class TestHours:
    def test_of_the_same_course_they_count_once_and_stay_where_they_were(self, old, new, here, there):
        take_registers(there, 4)
        facts = progress.completion(again(new)).facts
        assert (facts.minutes_due, facts.minutes_followed, facts.minutes_carried) == (720, 540, 180)
        assert facts.minutes_missing == 0
        assert hours.followed(old) == 180
        assert [one.facts.minutes_carried for one in readiness.preview(there)] == [180]
        assert [one.completion.facts.minutes_counted for one in group(there).members] == [720]

    def test_of_another_course_they_do_not(self, old):
        other = an_open_session(pattern=a_pattern(MON, TUE, start=time(13), end=time(16)))
        facts = progress.completion(again(moved(old, other))).facts
        assert (facts.minutes_followed, facts.minutes_carried) == (0, 0)

    def test_over_two_transfers_each_session_once(self, new, there, course):
        take_registers(there, 2)
        evenings = an_open_session(course=course, pattern=a_pattern(start=time(17), end=time(20)))
        with at(SECOND_DAY, time(16, 30)):
            last = transfer(enrolment=again(new), to=evenings, by=None)
        steps = hours.earlier([again(last)])[last.pk]
        assert [(one.minutes, one.counts) for one in steps] == [(180, True), (180, True)]

    def test_a_request_that_went_over_leaves_nothing(self, here, there):
        place = enrolled(here, person=a_learner())
        with at(FIRST_DAY - timedelta(days=5)):
            new = transfer(enrolment=place, to=there, by=None)
        assert hours.earlier([again(new)])[new.pk] == []


class TestWords:
    def test_the_learner_reads_both(self, client, old, new, here):
        with at(SECOND_DAY, time(17)):
            client.force_login(old.person.user)
            page = client.get(reverse("my_enrolment", args=[new.pk])).content.decode()
            before = client.get(reverse("my_enrolment", args=[old.pk])).content.decode()
        assert here.code in page
        assert "Ces heures comptent ici aussi" in page
        assert "Votre formation se poursuit ici" in page
        assert "Les heures que vous avez suivies ici" in before

    def test_so_does_the_office(self, office, new, old, here):  # noqa: F811
        pages = [reverse("enrolments_office:inspect", args=[one.pk]) for one in (new, old)]
        after, before = (office.get(page).content.decode() for page in pages)
        assert f"({here.code})" in after
        assert "Heures suivies" in before

    def test_the_office_moves_somebody_in_training(self, client, old, there):
        address = reverse("enrolments_office:deed", args=[old.pk, "transfer"])
        with at(SECOND_DAY, time(12, 30)):
            client.force_login(a_coordinator())
            assert address in client.get(reverse("enrolments_office:inspect", args=[old.pk])).content.decode()
            assert there.code in client.get(address).content.decode()
            client.post(address, {"to": there.pk, "note": "Plus près"})
        assert there.enrolments.get().status == S.ENTERED

    def test_the_prescriber_has_one_letter_neither_exit_nor_entry(self, old, there):
        reader = an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER, language="nl")
        refer(enrolment=old, organisation=reader.memberships.get().organisation, by=None)
        moved(old, there)
        kinds = list(Message.objects.filter(recipient=reader).values_list("template", flat=True))
        assert kinds == ["training/emails/prescriber_moved"]
        send_due()
        body = next(one.body for one in mail.outbox if one.to == [reader.email])
        assert "blijft in opleiding" in body
        assert old.person.family_name not in body


class TestKairos:
    def test_the_72_hours_begin_with_the_transfer(self, old, new):
        kairos.note(enrolment=old, done=[KairosStep.AES], by=None)
        with at(SECOND_DAY + timedelta(days=3), time(12)):
            assert not kairos.late().exists()
        with at(SECOND_DAY + timedelta(days=3), time(13)):
            assert list(kairos.late()) == [new]

    def test_or_with_the_first_day(self, old, course):
        new = moved(old, an_open_session(course=course, starts_on=date(2027, 2, 1)))
        with at(date(2027, 2, 3)):
            assert not kairos.late().exists()
        with at(date(2027, 2, 5)):
            assert list(kairos.late()) == [new]

    def test_both_sheets_say_when_and_why(self, old, new):
        ended = {one.value for one in sheet(again(old)).way}
        entered = {one.value for one in sheet(again(new)).way}
        assert {"11/01/2027", "12/01/2027", "Passée à une autre session"} <= ended
        assert entered >= {"12/01/2027"}
        assert "11/01/2027" not in entered
