"""Requests that came to nothing go after 24 months, a month after a letter; what was followed stays."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from accounts.domain import messages, outbox, people
from accounts.enums import IN_TROUBLE, LEFT_US, MessageStatus, Trouble
from accounts.models import Message, Person, User
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import at
from training import tasks
from training.domain import open_requests
from training.enums import EnrolmentStatus
from training.models import Enrolment, OpenRequest

pytestmark = pytest.mark.django_db
S = EnrolmentStatus
NOTHING = (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED, S.WITHDRAWN, S.REFUSED, S.NO_SHOW)
WISH = {"level": "A0", "not_before": TODAY}
SOMETHING = (S.ENTERED, S.COMPLETED, S.EXITED)


def after(days: int):
    """Inside, so many days went by since the requests of these tests were written."""
    return at(TODAY + timedelta(days=days))


@pytest.fixture
def session():
    with at(TODAY):
        return an_open_session()


def written(status: str, session) -> Enrolment:
    with at(TODAY):
        return in_state(status, session)


def night() -> None:
    """Both tasks of a night, twice: the second time must change nothing."""
    tasks.forget()
    tasks.forget()


@pytest.mark.parametrize("status", NOTHING)
def test_what_came_to_nothing_is_announced_then_removed(session, status):
    request = written(status, session)
    with after(690):
        night()
    assert not Message.objects.filter(template="training/emails/removal").exists()
    with after(705):
        night()
    letter = Message.objects.get(template="training/emails/removal")
    assert letter.recipient == request.person.user
    with after(734):
        night()
    assert Enrolment.objects.filter(pk=request.pk).exists()
    with after(736):
        night()
    assert not Enrolment.objects.filter(pk=request.pk).exists()
    assert not Person.objects.filter(pk=request.person_id).exists()
    assert not User.objects.filter(pk=request.person.user_id).exists()


@pytest.mark.parametrize("status", SOMETHING)
def test_what_was_followed_stays(session, status):
    request = written(status, session)
    for days in (705, 740, 2000):
        with after(days):
            night()
    assert Enrolment.objects.filter(pk=request.pk).exists()
    assert not Message.objects.filter(template="training/emails/removal").exists()


def test_signing_in_keeps_it(session):
    request = written(S.REFUSED, session)
    with after(705):
        night()
    with after(720):
        User.objects.filter(pk=request.person.user_id).update(last_login=timezone.now())
    with after(740):
        night()
    assert Enrolment.objects.filter(pk=request.pk).exists()
    with after(720 + 701):
        night()
    assert Message.objects.filter(template="training/emails/removal").count() == 2
    with after(720 + 732):
        night()
    assert not Enrolment.objects.filter(pk=request.pk).exists()


def test_nothing_goes_before_its_letter(session):
    """A worker that slept for three years writes first and removes a month later."""
    request = written(S.WITHDRAWN, session)
    with after(1100):
        night()
    assert Enrolment.objects.filter(pk=request.pk).exists()
    with after(1131):
        night()
    assert not Enrolment.objects.filter(pk=request.pk).exists()


def test_who_cannot_be_written_to_is_removed_without_a_letter(session):
    with at(TODAY):
        request = sent(session, a_learner(account=False))
    with after(735):
        night()
    assert not Enrolment.objects.filter(pk=request.pk).exists()


def test_a_course_followed_elsewhere_keeps_the_file(session):
    request = written(S.REFUSED, session)
    with at(TODAY):
        other = in_state(S.COMPLETED, an_open_session())
        Enrolment.objects.filter(pk=other.pk).update(person=request.person)
    with after(705):
        night()
    with after(740):
        night()
    assert list(Enrolment.objects.filter(person=request.person)) == [other]


def test_the_letter_says_until_when_and_where(session):
    written(S.REFUSED, session)
    with after(705):
        night()
        outbox.deliver(Message.objects.get(template="training/emails/removal").pk)
    letter = mail.outbox[-1]
    assert letter.subject == "Nous supprimerons bientôt votre demande"
    assert "5 décembre" in letter.body
    assert "/my/" in letter.body


def test_old_letters_leave_the_log(session):
    with at(TODAY):
        account = people.open_account(email="lea@example.org")
        for status in MessageStatus:
            Message.objects.create(
                recipient=account,
                template="x",
                language="fr",
                status=status,
                sent_at=timezone.now() if status in LEFT_US else None,
                claimed_at=timezone.now() if status == MessageStatus.SENDING else None,
                trouble=Trouble.SERVER_SILENT if status in IN_TROUBLE else "",
                dedupe_key=status,
            )
    with after(729):
        assert messages.forget_old() == 0
    with after(731):
        assert (messages.forget_old(), messages.forget_old()) == (len(MessageStatus) - 1, 0)
    assert [one.status for one in Message.objects.filter(recipient=account)] == [MessageStatus.QUEUED]


def test_the_dry_run_counts_and_changes_nothing(session):
    written(S.REFUSED, session)
    said = StringIO()
    with after(1100):
        call_command("retention", stdout=said)
    assert "     1  requests to announce, 23 months" in said.getvalue()
    assert not Enrolment.objects.exclude(removal_announced_at=None).exists()
    with after(1100):
        call_command("retention", "--do", stdout=said)
    assert Enrolment.objects.exclude(removal_announced_at=None).count() == 1


def test_a_closed_request_for_any_session_goes_too_and_an_open_one_stays():
    with at(TODAY):
        closed, waits = (
            open_requests.ask(person=one, by=one.user, **WISH) for one in (a_learner(), a_learner())
        )
        open_requests.withdraw(request=closed, by=closed.person.user)
    with after(729):
        night()
    assert OpenRequest.objects.filter(pk=closed.pk).exists()
    with after(731):
        night()
    assert list(OpenRequest.objects.all()) == [waits]
