"""Two files that both hold much: courses, certificates, tests, papers. Made one, nothing is lost."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Person
from certificates.domain import issuing
from certificates.domain.verifying import verify
from certificates.enums import Answer
from certificates.models import Certificate
from tests.certificates.school import MORNINGS, School, finished_session, reach
from tests.certificates.school import enrolled as in_training
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import at
from training.domain import attachments, attendance, planning
from training.domain.merging import merge
from training.domain.queries import timeline
from training.enums import AttachmentKind, Level, LevelSource, Skill
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Assessment, Attendance, Enrolment, EnrolmentEvent, HalfDay, PlacementAttempt
from training.models import PlacementResult as Result

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
SPRING = {"starts_on": date(2027, 6, 7), "enrolment_closes_on": date(2027, 6, 1)}
FROZEN = ("code", "enrolment", "facts", "facts_sha256", "document", "issued_at", "revoked_at")


@pytest.fixture(autouse=True)
def _one_december():
    with at(TODAY):
        yield


@pytest.fixture
def school() -> School:
    return finished_session(people=1)


@pytest.fixture
def survivor(school) -> Person:
    """Followed the first session and has its certificate; took the placement test."""
    (enrolment,) = school.enrolments
    issuing.issue(enrolment=enrolment, by=school.coordinator)
    took_the_test(enrolment.person)
    return enrolment.person


@pytest.fixture
def duplicate(school) -> Person:
    """Followed a second one and has its certificate; took the test; sent a request with a CV."""
    person = a_learner()
    enrolment = second_course(school, person)
    issuing.issue(enrolment=enrolment, by=school.coordinator)
    took_the_test(person)
    request = sent(an_open_session(**SPRING), person)
    attachments.attach(enrolment=request, kind=AttachmentKind.CV, content=PDF, by=person.user)
    return person


def second_course(school: School, person: Person) -> Enrolment:
    session = planning.create_session(
        course=school.session.course,
        code="LOG-A1-2",
        provider=school.provider,
        room=None,
        trainers=[school.trainer],
        capacity=3,
        minimum_group=1,
        pattern=MORNINGS,
        starts_on=timezone.localdate() - timedelta(days=20),
        by=school.coordinator,
    )
    enrolment = in_training(session, 1)
    Enrolment.objects.filter(pk=enrolment.pk).update(person=person)
    for half_day in session.half_days.all():
        attendance.open_register(half_day=half_day, by=school.trainer)
        attendance.close(half_day=half_day, by=school.trainer)
    reach(enrolment, by=school.trainer)
    return Enrolment.objects.get(pk=enrolment.pk)


def took_the_test(person: Person) -> None:
    now = timezone.now()
    done = PlacementAttempt.objects.create(user=person.user, seed=7, started_at=now, finished_at=now)
    Result.objects.create(
        attempt=done,
        skill=Skill.READING,
        source=LevelSource.PLACEMENT_TEST,
        level=Level.A1,
        low=Level.A0,
        high=Level.A1,
    )


def all_that_is_final() -> list[list[dict]]:
    """Every column of every register, mark, level and test; the diary; the certificates.

    Who did something is the account that is left: `by` of the diary follows.
    """
    final = (HalfDay, Attendance, Assessment, Result)
    rows = [list(model.objects.order_by("pk").values()) for model in final]
    diary = EnrolmentEvent.objects.order_by("pk").values("pk", "at", "to_status", "reason", "note")
    return [*rows, list(diary), list(Certificate.objects.order_by("pk").values(*FROZEN))]


def test_nothing_final_changes_and_all_of_it_is_the_survivors(client, survivor, duplicate, school):
    before, papers = all_that_is_final(), list(Certificate.objects.order_by("pk"))
    told = [line.what for person in (survivor, duplicate) for line in timeline.of(person)]
    assert len(papers) == 2
    assert Attendance.objects.count() == 8

    merge(survivor=survivor, duplicate=duplicate, by=school.coordinator)

    survivor = Person.objects.get(pk=survivor.pk)
    *after, diary, certificates = all_that_is_final()
    *same, old_diary, old_certificates = before
    assert after == same
    assert certificates == old_certificates
    assert diary[: len(old_diary)] == old_diary
    assert {one["reason"] for one in diary[len(old_diary) :]} == {"MERGED"}
    assert {one.person_id for one in Enrolment.objects.all()} == {survivor.pk}
    assert survivor.user.placement_attempts.count() == 2
    now_told = [line.what for line in timeline.of(survivor)]
    assert [what for what in told if what not in now_told] == []
    assert len(now_told) >= len(told) + 3  # that they were merged: once, and once per enrolment that came
    (joined,) = timeline.merged_files(survivor)
    assert now_told.count(joined.what) == 1

    client.force_login(survivor.user)
    for paper in papers:
        assert verify(paper.code).answer == Answer.VALID
        page = client.get(reverse("verify_code", args=[paper.code])).content.decode()
        assert paper.facts["holder_family_name"] in page
        address = reverse("certificate_file", args=[paper.pk])
        kept = client.get(address)
        assert b"".join(kept.streaming_content if kept.streaming else [kept.content])[:4] == b"%PDF"
        assert address in client.get(reverse("my_enrolment", args=[paper.enrolment_id])).content.decode()


def test_the_file_that_was_sent_is_opened_by_the_survivor_and_by_nobody_else(
    client, survivor, duplicate, school
):
    (sent_file,) = Enrolment.objects.get(person=duplicate, status=S.CONFIRMED).attachments.all()
    merge(survivor=survivor, duplicate=duplicate, by=school.coordinator)
    address = reverse("attachment_file", args=[sent_file.pk])
    client.force_login(Person.objects.get(pk=survivor.pk).user)
    kept = client.get(address)
    assert kept.status_code == 200
    assert b"".join(kept.streaming_content if kept.streaming else [kept.content]) == PDF
    client.force_login(a_learner().user)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("mine", "theirs", "says"),
    [
        (S.CONFIRMED, S.WAITLISTED, "retirez"),
        (S.ENTERED, S.CONFIRMED, "retirez"),
        (S.ENTERED, S.ENTERED, "un départ avant la fin"),
        (S.COMPLETED, S.ENTERED, "un départ avant la fin"),
        (S.COMPLETED, S.COMPLETED, "ils restent deux"),
    ],
)
def test_both_in_one_session_is_refused_with_what_can_be_done(mine, theirs, says):
    session = an_open_session()
    one, other = in_state(mine, session), in_state(theirs, session)
    with pytest.raises(Refusal) as refusal:
        merge(survivor=one.person, duplicate=other.person, by=None)
    assert refusal.value.code == "settle_first"
    assert says in str(refusal.value)
    assert Enrolment.objects.get(pk=other.pk).person == other.person
