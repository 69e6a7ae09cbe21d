"""From one session to another: the place, the file, the levels and the history."""

import pytest
from django.urls import reverse

from accounts.domain import writing
from accounts.models import Message
from tests.training.attached import events_of
from tests.training.back_office.conftest import coordinator, groups, office  # noqa: F401
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, in_state, sent
from tests.training.enrolment.test_race import together
from tests.training.planning.builders import a_coordinator, at
from training.domain import planning, progress
from training.domain.queries import learner
from training.domain.transferring import history, transfer
from training.enums import EnrolmentStatus as S
from training.enums import LevelSource
from training.exceptions import Refusal
from training.models import Enrolment, Session

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def here():
    return an_open_session(capacity=1)


@pytest.fixture
def there():
    return an_open_session(capacity=1)


def again(enrolment: Enrolment) -> Enrolment:
    return Enrolment.objects.get(pk=enrolment.pk)


def test_the_file_the_levels_and_the_history_go_along(here, there):
    old = sent(here)
    Enrolment.objects.filter(pk=old.pk).update(motivation="Un emploi à Veurne", availability="Toujours")
    teacher = here.trainers.get()
    facts = {"moment": "ENTRY", "skill": "LIS", "level": "A1", "assessed_on": TODAY}
    progress.record(enrolment=old, by=teacher, source=LevelSource.TRAINER, **facts)
    new = transfer(enrolment=old, to=there, by=a_coordinator(), note="Horaires du soir")
    assert (again(old).status, new.status) == (S.TRANSFERRED, S.CONFIRMED)
    assert (new.person, new.motivation, new.availability) == (old.person, "Un emploi à Veurne", "Toujours")
    assert [one.level for one in new.assessments.all()] == ["A1"]
    assert [one.level for one in old.assessments.all()] == ["A1"]
    assert [(one.enrolment_id, one.to_status) for one in history(new)] == [
        (old.pk, S.DRAFT),
        (old.pk, S.CONFIRMED),
        (old.pk, S.TRANSFERRED),
        (new.pk, S.CONFIRMED),
    ]
    assert new.events.get().reason == "CAME_OVER"
    assert new.events.get().note == "Horaires du soir"
    assert Message.objects.filter(context__enrolment=new.pk).get().template.endswith("/transferred")


def test_the_letter_brings_the_new_dates_and_takes_the_old_ones_out(here, there):
    old = sent(here)
    transfer(enrolment=old, to=there, by=a_coordinator())
    events = events_of(writing.mail(Message.objects.get(template="training/emails/transferred")))
    uids = {method: {one.uid.value for one in found} for method, found in events.items()}
    assert uids == {
        method: {f"{uid}@grenstaal" for uid in session.half_days.values_list("uid", flat=True)}
        for method, session in (("PUBLISH", there), ("CANCEL", here))
    }


@pytest.mark.parametrize("note", ["Horaires du soir", ""])
def test_the_word_of_the_office_is_read_in_the_letter_and_on_the_page_left_behind(here, there, note):
    old = sent(here)
    transfer(enrolment=old, to=there, by=a_coordinator(), note=note)
    letter = writing.mail(Message.objects.get(template="training/emails/transferred")).body
    page = learner.page(learner.own_enrolments(old.person.user).get(pk=old.pk))
    assert page.note == note
    assert ("Horaires du soir" in letter) == bool(note)
    assert here.code not in letter


def test_both_pages_of_the_learner_tell_it(here, there):
    person = a_learner()
    old = sent(here, person)
    new = transfer(enrolment=old, to=there, by=None)
    own = learner.own_enrolments(person.user)
    titles = [line["title"] for line in learner.page(own.get(pk=new.pk)).timeline]
    assert titles[:4] == [
        "Vous avez commencé votre demande",
        "Votre place a été confirmée",
        "Vous êtes passé à une autre session",
        "Vous venez d’une autre session",
    ]
    assert learner.page(own.get(pk=old.pk)).saying.title == "Vous êtes passé à une autre session"


def test_the_place_left_behind_goes_to_the_next(here, there):
    seated, waiting = sent(here), sent(here)
    transfer(enrolment=seated, to=there, by=None)
    assert again(waiting).status == S.OFFERED


def test_no_place_there_changes_nothing_here(here, there):
    seated, _taken = sent(here), sent(there)
    with pytest.raises(Refusal) as refusal:
        transfer(enrolment=seated, to=there, by=None)
    assert refusal.value.code == "full"
    assert again(seated).status == S.CONFIRMED
    assert there.enrolments.count() == 1
    assert transfer(enrolment=seated, to=there, by=None, may_wait=True).status == S.WAITLISTED


@pytest.mark.parametrize(
    ("before", "after"), [(S.SUBMITTED, S.SUBMITTED), (S.INTERVIEW, S.INTERVIEW), (S.WAITLISTED, S.CONFIRMED)]
)
def test_a_request_stays_a_request_and_who_waits_takes_a_free_place(here, there, before, after):
    assert transfer(enrolment=in_state(before, here), to=there, by=None).status == after


def test_who_waits_waits_behind_who_waits_there(here, there):
    _seated, waiting = sent(here), sent(here)
    _taken, first = sent(there), sent(there)
    moved = transfer(enrolment=waiting, to=there, by=None)
    assert moved.status == S.WAITLISTED
    assert moved.queue_position > first.queue_position


def test_only_to_a_living_session_where_the_person_is_not_yet(here, there):
    person = a_learner()
    one, _other = sent(here, person), a_draft(there, person)
    codes = []
    cancelled = planning.cancel(session=an_open_session(), by=None, reason="Trop peu de monde")
    for target in (here, there, cancelled):
        with pytest.raises(Refusal) as refusal:
            transfer(enrolment=one, to=target, by=None)
        codes.append(refusal.value.code)
    assert codes == ["same", "enrolment_once", "closed"]


def test_out_of_a_cancelled_session(here, there):
    seated = sent(here)
    planning.cancel(session=here, by=None, reason="Trop peu de monde")
    assert transfer(enrolment=seated, to=there, by=None).status == S.CONFIRMED


def test_the_office_moves_somebody(office, here, there):  # noqa: F811
    one = sent(here)
    address = reverse("enrolments_office:deed", args=[one.pk, "transfer"])
    assert there.code in office.get(address).content.decode()
    response = office.post(address, {"to": there.pk, "note": "Plus près"}, follow=True)
    page = response.content.decode()
    assert there.enrolments.get().status == S.CONFIRMED
    assert reverse("enrolments_office:inspect", args=[there.enrolments.get().pk]) in page


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_two_groups_change_places_without_waiting_for_each_other(monkeypatch):
    monkeypatch.setattr("training.domain.moves.write_to", lambda *args: None)
    monkeypatch.setattr("training.domain.patience.PATIENCE", "120s")  # however busy this machine is
    left, right = an_open_session(capacity=16), an_open_session(capacity=16)
    work = [(sent(left), right) for _ in range(8)] + [(sent(right), left) for _ in range(8)]
    results = together(lambda job: transfer(enrolment=job[0], to=job[1], by=None), work)
    assert [one for one in results if isinstance(one, Exception)] == []
    assert [Session.objects.get(pk=one.pk).enrolments.seated().count() for one in (left, right)] == [8, 8]
