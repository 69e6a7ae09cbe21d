"""The outbox: tried again, given up, in doubt, sent again, come back; and the log that says so."""

import re
import smtplib
from datetime import UTC, datetime, time, timedelta
from unittest import mock

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.domain import bouncing, messages, outbox, stopping
from accounts.enums import MessageStatus, Trouble
from accounts.exceptions import Refusal
from accounts.models import Message, StoppedLetter
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, a_session, an_account, at
from training.domain import interest, planning
from training.domain.interest import SESSION_OPEN
from training.models import Interest

pytestmark = pytest.mark.django_db
S = MessageStatus
SENDS = "django.core.mail.backends.locmem.EmailBackend.send_messages"
OPENS = "django.core.mail.backends.locmem.EmailBackend.open"


@pytest.fixture
def message() -> Message:
    """One that waits: a place was confirmed while the mail server was away."""
    with mock.patch(OPENS, side_effect=ConnectionRefusedError), at(TODAY):
        sent(an_open_session(), a_learner())
    return Message.objects.get()


def answered(message: Message, error: Exception) -> Message:
    """The message after a try at which the server answered so."""
    Message.objects.filter(pk=message.pk).update(not_before=timezone.now() - timedelta(minutes=1))
    with mock.patch(SENDS, side_effect=error):
        outbox.deliver(message.pk)
    message.refresh_from_db()
    return message


class TestTrying:
    def test_a_silent_server_delays_and_the_wait_grows(self, message):
        assert (message.status, message.trouble, message.attempts) == (S.QUEUED, Trouble.SERVER_SILENT, 1)
        waits = []
        for _ in range(3):
            Message.objects.update(not_before=timezone.now() - timedelta(seconds=1))
            with mock.patch(OPENS, side_effect=ConnectionRefusedError):
                outbox.send_due()
            message.refresh_from_db()
            waits.append(round((message.not_before - timezone.now()) / timedelta(minutes=1)))
        assert waits == [5, 15, 60]
        assert mail.outbox == []

    def test_when_it_answers_again_the_letter_goes_once(self, message):
        Message.objects.update(not_before=timezone.now() - timedelta(seconds=1))
        assert [outbox.send_due(), outbox.send_due()] == [1, 0]
        assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id

    def test_not_before_its_time(self, message):
        with at(TODAY, time(10, 0)):
            assert outbox.deliver(message.pk) == ""
        assert mail.outbox == []

    def test_after_a_day_and_a_half_it_is_given_up_visibly(self, message):
        Message.objects.update(attempts=len(outbox.RETRY_AFTER))
        answered(message, smtplib.SMTPDataError(451, b"busy"))
        assert (message.status, message.trouble) == (S.FAILED, Trouble.COME_BACK_LATER)

    @pytest.mark.parametrize(
        ("error", "status", "trouble"),
        [
            (smtplib.SMTPRecipientsRefused({"x": (550, b"no")}), S.FAILED, Trouble.ADDRESS_REFUSED),
            (smtplib.SMTPRecipientsRefused({"x": (450, b"later")}), S.QUEUED, Trouble.COME_BACK_LATER),
            (smtplib.SMTPDataError(554, b"spam"), S.FAILED, Trouble.LETTER_REFUSED),
            (smtplib.SMTPServerDisconnected("gone"), S.UNSURE, Trouble.INTERRUPTED),
            (TimeoutError(), S.UNSURE, Trouble.INTERRUPTED),
        ],
    )
    def test_what_an_answer_means(self, message, error, status, trouble):
        answered(message, error)
        assert (message.status, message.trouble) == (status, trouble)

    def test_a_letter_that_cannot_be_written_holds_up_nobody(self, message):
        Message.objects.update(context={"event": 0}, not_before=timezone.now() - timedelta(seconds=1))
        assert outbox.deliver(message.pk) == S.QUEUED
        message.refresh_from_db()
        assert message.trouble == Trouble.NOT_WRITTEN


class TestDoubt:
    def test_a_dead_sender_leaves_it_visible_and_it_is_never_sent_by_itself(self, message):
        Message.objects.update(status=S.SENDING, claimed_at=timezone.now() - timedelta(minutes=1))
        assert outbox.show_interrupted() == 0
        Message.objects.update(claimed_at=timezone.now() - timedelta(minutes=6))
        assert [outbox.show_interrupted(), outbox.send_due()] == [1, 0]
        assert list(Message.objects.in_trouble()) == [message]
        assert mail.outbox == []

    def test_somebody_sends_it_again_with_the_same_number(self, message):
        answered(message, TimeoutError())
        outbox.send_again(message=message)
        assert mail.outbox[0].extra_headers["Message-ID"] == message.message_id
        assert Message.objects.get().status == S.SENT
        with pytest.raises(Refusal):
            outbox.send_again(message=message)

    def test_or_notes_that_it_arrived(self, message):
        answered(message, TimeoutError())
        assert outbox.note_arrived(message=message).sent_at == message.claimed_at
        assert mail.outbox == []


def notice(message: Message, *, action: str = "failed", status: str = "5.1.1") -> bytes:
    """A delivery status notification as mail servers write it (RFC 3464)."""
    return f"""From: MAILER-DAEMON@example.org
To: bonjour@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--edge
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; somebody@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user somebody@example.org

--edge
Content-Type: text/rfc822-headers

Message-ID: {message.message_id}
Subject: Votre place

--edge--
""".encode()


class TestComingBack:
    @pytest.mark.parametrize(
        ("status", "trouble"),
        [
            ("5.1.1", Trouble.NO_SUCH_MAILBOX),
            ("5.2.2", Trouble.MAILBOX_FULL),
            ("5.7.1", Trouble.CAME_BACK),
        ],
    )
    def test_a_notice_marks_the_message(self, message, status, trouble):
        Message.objects.update(status=S.SENT, sent_at=timezone.now(), trouble="")
        for _ in range(2):
            assert bouncing.read_notice(notice(message, status=status)) == message
        message.refresh_from_db()
        assert (message.status, message.trouble) == (S.BOUNCED, trouble)

    def test_a_delay_or_another_mail_marks_nothing(self, message):
        Message.objects.update(status=S.SENT, sent_at=timezone.now(), trouble="")
        assert bouncing.read_notice(notice(message, action="delayed", status="4.4.1")) is None
        assert bouncing.read_notice(b"Subject: I am on holiday\n\nBack on Monday.") is None
        assert bouncing.read_notice(notice(message).replace(str(message.uid).encode(), b"x")) is None
        assert Message.objects.get().status == S.SENT

    def test_a_mailbox_file_is_read_by_the_command(self, message, tmp_path, capsys):
        Message.objects.update(status=S.SENT, sent_at=timezone.now(), trouble="")
        path = tmp_path / "bounces"
        path.write_bytes(b"From MAILER-DAEMON Tue Jan 05 10:00:00 2027\n" + notice(message))
        call_command("read_bounces", str(path))
        assert "1 of 1" in capsys.readouterr().out
        assert Message.objects.get().status == S.BOUNCED


class TestTheLog:
    def test_stands_on_the_persons_page_with_what_can_be_done(self, client, message):
        answered(message, smtplib.SMTPDataError(554, b"spam"))
        client.force_login(a_coordinator(language="fr"))
        person = message.recipient.person
        page = client.get(reverse("people_office:inspect", args=[person.pk])).content.decode()
        assert "Place donnée tout de suite" in page
        assert "refuse ce courrier" in page
        assert reverse("messages_office:again", args=[message.pk]) in page
        client.post(reverse("messages_office:again", args=[message.pk]))
        assert len(mail.outbox) == 1

    def test_its_own_page_speaks_the_readers_language_and_the_wall_clock(self, client, message):
        summer = datetime(2027, 7, 1, 22, 30, tzinfo=UTC)
        Message.objects.filter(pk=message.pk).update(created_at=summer)
        client.force_login(a_coordinator(language="fr"))
        page = client.get(reverse("messages_office:inspect", args=[message.pk])).content.decode()
        assert "Place donnée tout de suite" in page
        assert message.template not in page
        assert "Recipient" not in page
        assert "02/07/2027 00:30" in page

    @pytest.mark.parametrize("page", ["messages_office:inspect", "people_office:inspect"])
    def test_the_buttons_carry_what_a_browser_must_send_back(self, message, page):
        answered(message, smtplib.SMTPDataError(554, b"spam"))
        client = Client(enforce_csrf_checks=True)
        client.force_login(a_coordinator(language="fr"))
        thing = message if page.startswith("messages") else message.recipient.person
        shown = client.get(reverse(page, args=[thing.pk])).content.decode()
        assert "Recipient" not in shown
        form = shown[shown.index(reverse("messages_office:again", args=[message.pk])) :]
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form[: form.index("</form>")])[1]
        address = reverse("messages_office:again", args=[message.pk])
        assert client.post(address, {"csrfmiddlewaretoken": token}).status_code == 302
        assert len(mail.outbox) == 1

    def test_and_on_the_dashboard_what_did_not_arrive(self, client, message):
        client.force_login(a_coordinator(language="fr"))
        home = reverse("wagtailadmin_home")
        assert "courrier qui n’est pas arrivé" not in client.get(home).content.decode()
        answered(message, TimeoutError())
        assert "courrier qui n’est pas arrivé" in client.get(home).content.decode()


class TestStopping:
    @pytest.fixture
    def asked(self):
        """Somebody asked to hear of new dates; a session is published."""
        user = an_account(language="fr")
        session = a_session(minimum_group=1)
        interest.express(course=session.course, by=user)
        with at(TODAY):
            planning.publish(session=session, by=None)
        return user, session

    def test_a_new_session_is_told_once_with_a_way_to_stop(self, asked):
        user, session = asked
        with at(TODAY):
            planning.publish(session=session, by=None)
        with at(TODAY, time(10, 1)):
            outbox.send_due()
        (letter,) = mail.outbox
        assert letter.to == [user.email]
        link = letter.extra_headers["List-Unsubscribe"].strip("<>")
        assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert user.email not in link
        assert link in letter.body
        assert link in letter.alternatives[0].content

    def test_one_click_without_a_cookie_stops_it_and_the_waiting_one_too(self, asked, client):
        user, _ = asked
        path = stopping.link(user=user, kind=SESSION_OPEN).split("/", 3)[3]
        assert client.get(f"/{path}").status_code == 200
        assert not StoppedLetter.objects.exists()
        client.handler.enforce_csrf_checks = True
        assert client.post(f"/{path}", {"List-Unsubscribe": "One-Click"}).status_code == 200
        with at(TODAY, time(10, 1)):
            outbox.send_due()
        assert mail.outbox == []
        assert Message.objects.get().status == S.DROPPED

    def test_a_link_that_was_altered_is_nobodys(self, asked, client):
        path = stopping.link(user=asked[0], kind=SESSION_OPEN).split("/", 3)[3]
        assert client.post(f"/{path[:-3]}x/").status_code == 404

    def test_what_is_needed_cannot_be_stopped(self):
        stopping.stop(user=an_account(), kind="training/emails/confirmed")
        assert not StoppedLetter.objects.exists()

    def test_the_account_page_stops_and_resumes(self, client):
        user = an_account(language="fr")
        client.force_login(user)
        assert "Une session ouvre" in client.get(reverse("account_profile")).content.decode()
        client.post(reverse("choose_letters"))
        assert stopping.is_stopped(user=user, kind=SESSION_OPEN)
        client.post(reverse("choose_letters"), {"letters": [SESSION_OPEN]})
        assert not stopping.is_stopped(user=user, kind=SESSION_OPEN)


def test_interest_is_asked_for_and_taken_back_on_a_page(client):
    user, course = an_account(language="fr"), a_session().course
    client.force_login(user)
    address = reverse("tell_me", args=[course.code])
    assert client.get(address).status_code == 200
    assert not Interest.objects.exists()
    client.post(address)
    client.post(address)
    assert Interest.objects.get().user == user
    client.post(address, {"stop": "1"})
    assert not Interest.objects.exists()


def test_many_are_queued_with_two_questions(django_assert_num_queries):
    user = an_account()
    drafts = [messages.Draft(user, SESSION_OPEN, {"session": 1}, f"key-{one}") for one in range(30)]
    with django_assert_num_queries(2):
        assert messages.queue_missing(drafts) == 30
    assert messages.queue_missing(drafts) == 0
