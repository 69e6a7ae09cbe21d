"""Issuing: once, whatever happens; frozen for ever."""

import hashlib
import threading
from datetime import timedelta

import pytest
import rfc8785
from django.db import connections
from django.utils import timezone
from django.utils.translation import override

from accounts.models import Message
from certificates import tasks
from certificates.domain import chain, issuing, readiness
from certificates.enums import ItemState
from certificates.exceptions import Refusal
from certificates.models import Certificate, IssueBatch
from documents import press, store
from documents.models import Document
from tests.certificates.school import finished_session
from training.domain import progress
from training.enums import EnrolmentStatus, Level, Moment, Skill
from training.models import Enrolment


class Killed(BaseException):
    """What `kill -9` looks like from inside: nobody catches it."""


def test_a_certificate_freezes_what_was_true(school):
    enrolment = school.enrolments[0]
    certificate = issuing.issue(enrolment=enrolment, by=school.coordinator)
    facts = certificate.facts
    assert (facts["holder_given_name"], facts["holder_family_name"]) == ("Amina", "Benali")
    assert (facts["minutes_planned"], facts["minutes_followed"]) == (720, 720)
    assert [level["skill"] for level in facts["levels"]] == list(Skill.values)
    assert {(level["entry"], level["exit"], level["assessor_name"]) for level in facts["levels"]} == {
        ("A0", "A1", "Lieselot Vermeulen")
    }
    assert len(facts["can_do"]) == 4
    assert facts["verify_url"].endswith(f"/v/{certificate.code}")
    assert facts["issued_on"] == timezone.localdate(certificate.issued_at).isoformat()
    assert certificate.facts_sha256 == hashlib.sha256(rfc8785.dumps(facts)).hexdigest()
    assert certificate.issued_by == school.coordinator


def test_the_file_is_kept_byte_for_byte(school):
    certificate = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    pdf = store.read(certificate.document)
    assert pdf.startswith(b"%PDF-")
    assert hashlib.sha256(pdf).hexdigest() == certificate.document.sha256
    assert "Benali" not in certificate.document.title


def test_issuing_completes_somebody_in_training(school):
    certificate = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    enrolment = Enrolment.objects.get(pk=certificate.enrolment_id)
    assert enrolment.status == EnrolmentStatus.COMPLETED
    assert enrolment.events.get().by == school.coordinator


def test_hours_followed_count_not_hours_planned(db):
    school = finished_session(1, minutes_late=45)
    facts = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator).facts
    assert (facts["minutes_planned"], facts["minutes_followed"]) == (720, 675)


def test_issuing_twice_issues_once(school):
    first = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    second = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    assert first == second
    assert (Certificate.objects.count(), Document.objects.count()) == (1, 1)


def test_only_the_office_issues(school):
    for stranger in (school.trainer, school.enrolments[0].person.user):
        with pytest.raises(Refusal):
            issuing.issue(enrolment=school.enrolments[0], by=stranger)
        with pytest.raises(Refusal):
            issuing.order(session=school.session, enrolments=school.enrolments, by=stranger)
    assert not Certificate.objects.exists()
    assert not IssueBatch.objects.exists()


def lower_the_target(school, enrolment):
    school.session.course.target_level = Level.B1
    school.session.course.save()


def open_a_register(school, enrolment):
    half_day = school.session.half_days.last()
    school.session.half_days.create(
        date=half_day.date, part="EVE", start_time="18:00", end_time="20:00", trainer=None
    )


def leave(school, enrolment):
    Enrolment.objects.filter(pk=enrolment.pk).update(
        status=EnrolmentStatus.EXITED, exited_at=timezone.now(), exit_reason="HEALTH"
    )


def go_on_until_next_week(school, enrolment):
    school.session.last_day = timezone.localdate() + timedelta(days=7)
    school.session.save()


def forget_the_signatory(school, enrolment):
    school.provider.issuer.delete()


def forget_the_activity_number(school, enrolment):
    school.provider.activity_number = ""
    school.provider.save()


def forget_a_dutch_title(school, enrolment):
    school.session.title_nl = ""
    school.session.save()


def forget_can_dos(school, enrolment):
    school.session.course.can_dos.clear()


def forget_a_dutch_objective(school, enrolment):
    school.session.course.objectives_nl = "Een instructie begrijpen"
    school.session.course.save()


OBSTACLES = {
    lower_the_target: ("B1", "B1"),
    open_a_register: ("1 feuille", "1 "),
    leave: ("Sortie avant la fin", "Vroegtijdig gestopt"),
    go_on_until_next_week: ("La session dure", "De sessie loopt"),
    forget_the_signatory: ("Atelier des langues", "Atelier des langues"),
    forget_the_activity_number: ("Atelier des langues", "Atelier des langues"),
    forget_a_dutch_title: ("néerlandais", "Nederlandse"),
    forget_can_dos: ("log-a1", "log-a1"),
    forget_a_dutch_objective: ("néerlandais", "Nederlandse"),
}


@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda obstacle: obstacle.__name__)
def test_what_is_missing_is_said_in_both_languages_and_nothing_is_written(school, obstacle):
    obstacle(school, school.enrolments[0])
    batch = issuing.order(session=school.session, enrolments=school.enrolments[:1], by=school.coordinator)
    item = batch.items.get()
    french, dutch = OBSTACLES[obstacle]
    assert item.state == ItemState.NOT_READY
    assert french in item.message_fr
    assert dutch in item.message_nl
    assert item.message_fr != item.message_nl
    assert not Certificate.objects.exists()
    assert not Document.objects.exists()
    batch.refresh_from_db()
    assert batch.is_finished
    assert school.enrolments[0].events.count() == 0


@pytest.mark.parametrize("forget", [forget_the_signatory, forget_the_activity_number, forget_can_dos])
def test_what_the_records_lack_is_said_before_anything_is_ordered(school, forget):
    forget(school, school.enrolments[0])
    school.session.refresh_from_db()
    candidates = readiness.preview(school.session)
    assert not any(one.is_ready for one in candidates)
    assert all(OBSTACLES[forget][0] in one.missing[0] for one in candidates)


def test_an_order_issues_for_everybody_and_tells_them(school):
    batch = issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    batch.refresh_from_db()
    assert batch.is_finished
    assert [item.state for item in batch.items.all()] == [ItemState.ISSUED] * 3
    assert Certificate.objects.count() == 3
    told = Message.objects.filter(template="certificates/emails/issued")
    assert {message.recipient for message in told} == {e.person.user for e in school.enrolments}


def test_an_order_may_stay_silent(school):
    issuing.order(
        session=school.session, enrolments=school.enrolments, by=school.coordinator, sends_letters=False
    )
    assert not Message.objects.exists()


def test_an_order_needs_people_of_its_session(school):
    with pytest.raises(Refusal):
        issuing.order(session=school.session, enrolments=[], by=school.coordinator)
    stranger = school.enrolments[0]
    stranger.session_id = school.session.pk + 1
    with pytest.raises(Refusal):
        issuing.order(session=school.session, enrolments=[stranger], by=school.coordinator)
    assert not IssueBatch.objects.exists()


def test_running_an_order_twice_issues_nothing_twice(school):
    batch = issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    before = list(Certificate.objects.order_by("pk").values())
    for _ in range(3):
        tasks.run_batch(batch.pk)
    assert list(Certificate.objects.order_by("pk").values()) == before
    assert Message.objects.count() == 3


def test_a_second_order_finds_them_already_issued(school):
    issuing.order(session=school.session, enrolments=school.enrolments[:1], by=school.coordinator)
    batch = issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    assert [item.state for item in batch.items.all()] == [ItemState.ALREADY] + [ItemState.ISSUED] * 2
    assert Certificate.objects.count() == 3
    assert Message.objects.count() == 3


def unrun_batch(school, monkeypatch) -> IssueBatch:
    """An order whose message to the worker was lost."""
    with monkeypatch.context() as lost:
        lost.setattr(tasks.run_batch, "delay", lambda batch_id: None)
        return issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)


def make_old(batch) -> None:
    IssueBatch.objects.filter(pk=batch.pk).update(requested_at=timezone.now() - timedelta(hours=1))


def kill_at(number: int, plain):
    """Lets `plain` work and dies at its call number `number`."""
    calls = []

    def dying(*args, **kwargs):
        calls.append(1)
        if len(calls) == number:
            raise Killed
        return plain(*args, **kwargs)

    return dying


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (issuing, "_run_item"),  # between two people
        (press, "print_document"),  # while printing
        (store, "keep"),  # printed, not yet kept
        (chain, "append"),  # kept, not yet written down
        (issuing, "_issue_item"),
    ],
    ids=["between people", "printing", "before the file", "before the row", "before the result"],
)
@pytest.mark.django_db(transaction=True)
def test_a_killed_run_is_taken_up_where_it_stopped(monkeypatch, place, name):
    school = finished_session()
    batch = unrun_batch(school, monkeypatch)
    with monkeypatch.context() as deadly:
        deadly.setattr(place, name, kill_at(2, getattr(place, name)))
        with pytest.raises(Killed):
            tasks.run_batch(batch.pk)
    assert Certificate.objects.count() == 1
    assert batch.items.waiting().count() == 2
    batch.refresh_from_db()
    assert not batch.is_finished
    make_old(batch)
    tasks.sweep()
    batch.refresh_from_db()
    assert batch.is_finished
    assert [item.state for item in batch.items.all()] == [ItemState.ISSUED] * 3
    assert Certificate.objects.count() == 3
    for certificate in Certificate.objects.select_related("document"):
        assert store.read(certificate.document).startswith(b"%PDF-")
    assert Message.objects.filter(template="certificates/emails/issued").count() == 3


def test_the_sweeper_takes_up_an_order_whose_message_was_lost(school, monkeypatch):
    batch = unrun_batch(school, monkeypatch)
    tasks.sweep()
    assert not Certificate.objects.exists()  # still young: its worker may be at it
    make_old(batch)
    tasks.sweep()
    assert Certificate.objects.count() == 3


def test_one_failure_does_not_stop_the_others(school, monkeypatch):
    plain = press.print_document

    def breaks_for_bruno(template, facts, **options):
        if facts.holder_given_name == "Bruno":
            raise RuntimeError("paper jam")
        return plain(template, facts, **options)

    monkeypatch.setattr(press, "print_document", breaks_for_bruno)
    batch = issuing.order(session=school.session, enrolments=school.enrolments, by=school.coordinator)
    states = {item.enrolment.person.given_name: item for item in batch.items.all()}
    assert states["Bruno"].state == ItemState.FAILED
    assert "rien n’a été délivré" in states["Bruno"].message_fr
    assert "niets uitgereikt" in states["Bruno"].message_nl
    assert "paper jam" not in states["Bruno"].message_fr
    assert {states[name].state for name in ("Amina", "Chloé")} == {ItemState.ISSUED}
    batch.refresh_from_db()
    assert batch.is_finished


def in_threads(work, number: int) -> list:
    """Runs `work` that many times at once; each thread closes its own connection."""
    barrier, results = threading.Barrier(number), []

    def one() -> None:
        barrier.wait()
        try:
            results.append(work())
        except Exception as error:
            results.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_once_get_the_same_certificate():
    school = finished_session(1)
    enrolment = school.enrolments[0]
    results = in_threads(lambda: issuing.issue(enrolment=enrolment, by=school.coordinator), 4)
    assert len({result.pk for result in results}) == 1
    assert Certificate.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_without_the_lock_the_constraint_is_the_net(monkeypatch):
    school = finished_session(1)
    enrolment = school.enrolments[0]
    Enrolment.objects.filter(pk=enrolment.pk).update(
        status=EnrolmentStatus.COMPLETED, completed_at=timezone.now()
    )
    meeting = threading.Barrier(2, timeout=20)
    plain = readiness.refuse_unready

    def both_look_before_either_writes(enrolment, **options):
        plain(enrolment, **options)
        meeting.wait()

    monkeypatch.setattr(issuing, "locked", lambda enrolment: Enrolment.objects.get(pk=enrolment.pk))
    monkeypatch.setattr(readiness, "refuse_unready", both_look_before_either_writes)
    results = in_threads(lambda: issuing.issue(enrolment=enrolment, by=school.coordinator), 2)
    assert sorted(type(result).__name__ for result in results) == ["Certificate", "IntegrityError"]
    assert Certificate.objects.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_workers_share_an_order(monkeypatch):
    school = finished_session(4)
    batch = unrun_batch(school, monkeypatch)
    assert in_threads(lambda: issuing.run_batch(batch.pk), 2) == [None, None]
    batch.refresh_from_db()
    assert batch.is_finished
    assert [item.state for item in batch.items.all()] == [ItemState.ISSUED] * 4
    assert Certificate.objects.count() == 4


def test_the_preview_says_who_and_why_not(school):
    ready, weak, gone = school.enrolments
    school.session.course.skills_needed = 5
    school.session.course.save()
    progress.record(
        enrolment=weak,
        moment=Moment.EXIT,
        skill=Skill.WRITING,
        level=Level.A0,
        by=school.trainer,
        assessed_on=timezone.localdate(),
    )
    leave(school, gone)
    with override("nl"):
        candidates = {each.enrolment.pk: each for each in readiness.preview(school.session)}
    assert candidates[ready.pk].is_ready
    assert "A1" in candidates[weak.pk].missing[0]
    assert "Vroegtijdig gestopt" in candidates[gone.pk].missing[0]
    issuing.issue(enrolment=ready, by=school.coordinator)
    again = {each.enrolment.pk: each for each in readiness.preview(school.session)}
    assert again[ready.pk].certificate.holder_name == "Amina Benali"
    assert not again[ready.pk].is_ready


@pytest.mark.parametrize("people", [1, 8])
def test_the_preview_asks_the_same_number_of_questions_for_any_group(db, people, django_assert_num_queries):
    school = finished_session(people)
    with django_assert_num_queries(12):
        readiness.preview(school.session)
