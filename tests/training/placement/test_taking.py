"""Taking the test with the site's own verbs and pages: once per question, resumed, claimed, kept."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_course,
    a_person,
    a_session,
    a_trainer,
    an_account,
    at,
    enrolled,
)
from training.domain import progress
from training.domain.placement import fitting, keeping, taking
from training.domain.queries import placement as read
from training.domain.reference import load
from training.enums import EnrolmentStatus, Level, LevelSource, Moment, PlacementPart, Skill
from training.exceptions import Refusal
from training.forms.placement import shuffled
from training.models import Assessment, PlacementAnswer, PlacementAttempt, PlacementItem, PlacementResult
from training.tasks import sweep_placement_tests

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bank(db):
    load()


def go_through(attempt: PlacementAttempt, *, choice=None, most: int = 99) -> PlacementAttempt:
    """Always the same answer: None for "I don't know", 0 for right (and "not yet")."""
    for _ in range(most):
        question = taking.standing(attempt).question
        if question is None:
            break
        attempt = taking.answer(attempt=attempt, key=question.key, choice=choice)
    return attempt


def a_finished_test(user=None, **more) -> PlacementAttempt:
    return go_through(taking.begin(user=user), **more)


def test_i_dont_know_everywhere_gives_a0_in_every_skill():
    attempt = a_finished_test()
    assert attempt.finished_at
    assert {one.level for one in attempt.results.all()} == {Level.A0}
    assert attempt.results.count() == 5


def test_an_answer_counts_once_and_only_for_the_open_question():
    attempt = taking.begin(user=None)
    first = taking.standing(attempt).question.key
    taking.answer(attempt=attempt, key=first, choice=0)
    taking.answer(attempt=attempt, key=first, choice=2)
    assert [one.choice for one in attempt.answers.all()] == [0]
    taking.answer(attempt=attempt, key="i999999", choice=0)
    assert attempt.answers.count() == 1
    with pytest.raises(Refusal):
        taking.answer(attempt=attempt, key=taking.standing(attempt).question.key, choice=4)


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_give_one_answer():
    attempt = taking.begin(user=None)
    key, start = taking.standing(attempt).question.key, Barrier(2)

    def press() -> None:
        start.wait()
        taking.answer(attempt=attempt, key=key, choice=0)
        connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert PlacementAnswer.objects.filter(attempt=attempt).count() == 1


def test_who_cannot_listen_goes_on_and_is_not_measured_there():
    attempt = taking.begin(user=None)
    while taking.standing(attempt).part != PlacementPart.LISTENING:
        attempt = taking.answer(attempt=attempt, key=taking.standing(attempt).question.key, choice=None)
    attempt = go_through(taking.skip_listening(attempt=attempt))
    assert Skill.LISTENING not in {one.skill for one in attempt.results.all()}
    assert read.shown(attempt).unmeasured == [str(Skill.LISTENING.label)]


def test_west_flemish_changes_no_level():
    attempt = a_finished_test(choice=0)
    before = list(attempt.results.values_list("skill", "level", "low", "high"))
    attempt = go_through(taking.add_regional(attempt=attempt), choice=0)
    assert attempt.regional == "YES"
    assert list(attempt.results.values_list("skill", "level", "low", "high")) == before
    assert not PlacementResult.objects.exclude(skill__in=Skill.values).exists()


def test_a_finished_test_is_not_touched_by_later_edits():
    attempt = a_finished_test()
    PlacementItem.objects.filter(answers__attempt=attempt).update(retired=True)
    assert taking.standing(attempt).question is None
    assert go_through(attempt).results.count() == 5


def test_the_levels_go_into_the_enrolments_once_and_each_with_its_source():
    user = an_account()
    with at(MONDAY - timedelta(days=5)):
        one = enrolled(a_session(), person=a_person(user=user))
        attempt = a_finished_test(user)
        assert keeping.keep(attempt=attempt) == 0, "the last answer has kept them already"
        sweep_placement_tests()
    found = Assessment.objects.filter(enrolment=one, moment=Moment.ENTRY)
    assert found.count() == 5
    assert found.get(skill=Skill.READING).source == LevelSource.PLACEMENT_TEST
    assert found.get(skill=Skill.PRODUCTION).source == LevelSource.SELF


def test_a_request_that_is_sent_later_takes_the_levels_along():
    user = an_account()
    with at(MONDAY - timedelta(days=5)):
        a_finished_test(user)
        one = enrolled(a_session(), person=a_person(user=user))
        ids = {"enrolment_id": one.pk, "user_id": user.pk}
        assert keeping.keep_for(**ids) == 5
        assert keeping.keep_for(**ids) == 0
        one.status = EnrolmentStatus.DRAFT
        one.save()
        assert keeping.keep_for(**ids) == 0


def test_a_trainer_departs_from_the_test_only_with_a_reason():
    user, trainer = an_account(), a_trainer()
    with at(MONDAY - timedelta(days=5)):
        one = enrolled(a_session(trainer=trainer), person=a_person(user=user))
        a_finished_test(user)
        facts = {"enrolment": one, "moment": Moment.ENTRY, "skill": Skill.READING, "level": Level.A1}
        facts |= {"by": trainer, "assessed_on": timezone.localdate()}
        with pytest.raises(Refusal) as refused:
            progress.record(**facts)
        assert refused.value.code == "comment"
        progress.record(**facts, comment_fr="Lit sans peine le plan du magasin.")
        known = Assessment.objects.filter(enrolment=one, skill=Skill.READING).order_by("pk")
    assert [(each.source, each.assessor) for each in known] == [
        ("PLACEMENT_TEST", None),
        ("TRAINER", trainer),
    ]
    assert progress.profile(one).skills[1].entry == Level.A1


def test_tests_without_an_account_go_after_30_days():
    kept = a_finished_test(an_account())
    with at(timezone.localdate() - timedelta(days=31)):
        a_finished_test()
        old_but_owned = taking.begin(user=an_account())
    recent = taking.begin(user=None)
    sweep_placement_tests()
    sweep_placement_tests()
    assert set(PlacementAttempt.objects.all()) == {kept, old_but_owned, recent}


def test_claiming_never_takes_somebody_elses_and_keeps_one_open_test():
    owner, other = an_account(), an_account()
    mine = taking.begin(user=None)
    assert taking.claim(attempt_id=mine.pk, user=owner) == mine
    assert taking.claim(attempt_id=mine.pk, user=other) is None
    second = taking.begin(user=None)
    assert taking.claim(attempt_id=second.pk, user=owner) is None, "owner has an open test already"
    assert taking.begin(user=owner) == mine


def test_the_sessions_that_fit_say_why():
    with at(MONDAY - timedelta(days=20)):
        facts = {"published_at": timezone.now(), "enrolment_opens_on": MONDAY - timedelta(days=30)}
        for entry, target in ((Level.A0, Level.A1), (Level.A1, Level.A2), (Level.B1, Level.B2)):
            session = a_session(course=a_course(entry_level=entry, target_level=target))
            type(session).objects.filter(pk=session.pk).update(
                **facts, enrolment_closes_on=MONDAY - timedelta(days=1)
            )
        results = [PlacementResult(skill=skill, level=Level.A1) for skill in Skill]
        fits = fitting.fitting(results)
    assert [one.session.course.target_level for one in fits] == [Level.A2]
    assert any("A1" in reason for reason in fits[0].reasons)
    assert any("A2" in reason for reason in fits[0].reasons)


def page(client: Client, path: str = "/placement/question/"):
    return client.get(path)


def test_the_whole_test_in_a_browser_without_account_or_script():
    client = Client()
    assert page(client).url == "/placement/"
    assert client.post("/placement/").url == "/placement/question/"
    keys = []
    while (shown := page(client)).status_code == 200:
        form = shown.context["form"]
        assert "unknown" in dict(form.fields["choice"].choices), "I don't know is on every question"
        keys.append(form.key)
        client.post("/placement/question/", {"question": form.key, "choice": "unknown"})
    assert shown.url == "/placement/result/"
    assert len(keys) == len(set(keys))
    result = page(client, "/placement/result/")
    assert "A0" in result.content.decode()
    assert page(Client(), "/placement/result/").url == "/placement/", "another browser sees nothing"


def test_back_refresh_and_an_empty_answer():
    client = Client()
    client.post("/placement/")
    first = page(client).context["form"].key
    refused = client.post("/placement/question/", {"question": first})
    assert refused.status_code == 200
    assert refused.context["form"].errors["choice"]
    client.post("/placement/question/", {"question": first, "choice": "unknown"})
    again = client.post("/placement/question/", {"question": first, "choice": "0"})
    assert again.status_code == 302
    assert PlacementAnswer.objects.count() == 1
    second = page(client).context["form"].key
    assert page(client).context["form"].key == second != first


def test_the_order_of_the_answers_stays_and_does_not_give_the_right_one_away():
    client = Client()
    client.post("/placement/")
    first, again = (page(client).context["form"] for _ in range(2))
    assert first.order == again.order
    places = {
        shuffled(seed, code, 4).index(0)
        for seed in range(20)
        for code in PlacementItem.objects.values_list("code", flat=True)[:5]
    }
    assert places == {0, 1, 2, 3}


def test_signing_in_claims_what_was_begun():
    client, user = Client(), an_account()
    client.post("/placement/")
    client.get("/placement/question/")
    begun = PlacementAttempt.objects.get()
    user.set_password("a very long sentence 42")
    user.save()
    assert client.login(username=user.email, email=user.email, password="a very long sentence 42")
    begun.refresh_from_db()
    assert begun.user == user


def test_a_sound_whole_and_in_parts():
    client = Client()
    whole = client.get("/placement/clips/lis-pre-1/")
    assert whole["Content-Type"] == "audio/mpeg"
    part = client.get("/placement/clips/lis-pre-1/", headers={"Range": "bytes=0-1"})
    assert (part.status_code, part.content) == (206, whole.content[:2])
    assert client.get("/placement/clips/rea-pre-1/").status_code == 404


def test_a_recording_replaces_the_computers_voice_by_its_content(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    item = PlacementItem.objects.get(code="lis-pre-1")
    item.recording = SimpleUploadedFile("stem.mp3", b"<script>alert(1)</script>")
    with pytest.raises(ValidationError):
        item.full_clean()
    item.recording = SimpleUploadedFile("stem.bin", b"OggS" + b"\x00" * 40)
    item.full_clean()
    item.save()
    assert Client().get("/placement/clips/lis-pre-1/")["Content-Type"] == "audio/ogg"


def test_trainer_and_office_read_the_result_with_its_day():
    user, trainer, coordinator = an_account(), a_trainer(), a_coordinator()
    with at(MONDAY - timedelta(days=5)):
        one = enrolled(a_session(trainer=trainer), person=a_person(user=user))
        a_finished_test(user)
    for reader, path in (
        (trainer, f"/trainer/enrolments/{one.pk}/levels/"),
        (coordinator, f"/admin/enrolments/inspect/{one.pk}/"),
    ):
        client = Client()
        client.force_login(reader)
        shown = client.get(path)
        assert shown.status_code == 200, path
        assert shown.context["placement"].day == MONDAY - timedelta(days=5)
