"""Sheets go through the press in the worker: asked for once, made once, true as long as the registers are."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from documents import press
from documents.exceptions import PressRefusal
from documents.models import archive
from tests.documents.paper import words
from tests.threads import together
from tests.training.papers.school import teach
from tests.training.planning.builders import a_coordinator, a_session, a_trainer, at, enrolled
from training import tasks
from training.domain import papers_of_register, sheet_printing, statements
from training.enums import Signing
from training.exceptions import Refusal
from training.models import MonthlyStatement, PrintedSheet, Session

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer) -> Session:
    """Four mornings, Mondays and Tuesdays from 11 January 2027, two people."""
    session = a_session(trainer=trainer)
    enrolled(session), enrolled(session)
    return session


def ordered(session, trainer, name="2027-W02", *, is_filled=False, language="fr") -> PrintedSheet:
    stretch = papers_of_register.stretch(session, name)
    facts = {"session": session, "stretch": stretch, "is_filled": is_filled, "language": language}
    return sheet_printing.order(by=trainer, **facts)


def printed(*args, **kwargs) -> PrintedSheet:
    return sheet_printing.make(ordered(*args, **kwargs).pk)


class TestTheWorker:
    def test_it_prints_what_was_ordered(self, session, trainer):
        sheet = printed(session, trainer)
        text = words(sheet_printing.read(sheet))
        assert all(one.person.family_name in text for one in session.enrolments.all())

    def test_run_twice_there_is_one_file(self, session, trainer):
        first = printed(session, trainer)
        tasks.make_sheet(first.pk)
        first.refresh_from_db()
        assert sheet_printing.make(first.pk).file.name == first.file.name

    def test_ordered_again_it_is_the_same_sheet_until_a_register_says_something_else(self, session, trainer):
        first = printed(session, trainer, is_filled=True)
        assert ordered(session, trainer, is_filled=True).made_at == first.made_at
        teach(session.half_days.first(), trainer=trainer)
        stretch = papers_of_register.stretch(session, "2027-W02")
        assert sheet_printing.find(session, stretch, is_filled=True, language="fr") is None
        again = ordered(session, trainer, is_filled=True)
        assert (again.pk, again.made_at, again.file.name) == (first.pk, None, "")
        assert sheet_printing.make(again.pk).facts_sha256 != first.facts_sha256

    def test_what_was_ordered_anew_meanwhile_is_not_taken_from_the_older_one(self, session, trainer):
        sheet = ordered(session, trainer)
        older = PrintedSheet.objects.get(pk=sheet.pk)
        PrintedSheet.objects.filter(pk=sheet.pk).update(ordered_at=sheet.ordered_at + timedelta(seconds=1))
        assert sheet_printing._finish(older, trouble="late").trouble == ""

    def test_what_the_press_refuses_is_said_and_can_be_asked_for_again(self, session, trainer):
        person = session.enrolments.first().person
        person.family_name = "Delattre \U0001f600"
        person.save()
        sheet = printed(session, trainer)
        assert sheet.trouble
        person.family_name = "Delattre"
        person.save()
        assert sheet_printing.make(ordered(session, trainer).pk).made_at

    def test_the_sweep_finds_what_a_dead_worker_left(self, session, trainer):
        sheet = ordered(session, trainer)
        tasks.sweep_register_papers()
        sheet.refresh_from_db()
        assert sheet.made_at is None
        old = sheet.ordered_at - sheet_printing.PATIENCE - timedelta(seconds=1)
        PrintedSheet.objects.filter(pk=sheet.pk).update(ordered_at=old)
        tasks.sweep_register_papers()
        sheet.refresh_from_db()
        assert sheet.made_at

    def test_a_copy_goes_after_seven_days(self, session, trainer):
        sheet = printed(session, trainer)
        with at(sheet.ordered_at.date() + timedelta(days=6)):
            assert sheet_printing.forget() == 0
        with at(sheet.ordered_at.date() + timedelta(days=8)):
            assert sheet_printing.forget() == 1
        assert not archive().exists(sheet.file.name)

    def test_a_trainer_of_another_session_orders_nothing(self, session):
        with pytest.raises(Refusal) as refused:
            ordered(session, a_trainer())
        assert refused.value.code == "not_allowed"


class TestTheEveningBefore:
    def test_tomorrows_blank_sheets_are_ordered_where_people_sign_on_paper(self, session):
        other = a_session()
        Session.objects.filter(pk=other.pk).update(signing=Signing.SCREEN)
        first = session.first_day
        with at(first - timedelta(days=1), time(18, 30)):
            assert (sheet_printing.prepare(), sheet_printing.prepare()) == (1, 1)
        sheet = PrintedSheet.objects.get()
        assert (sheet.session, sheet.name, sheet.is_filled) == (session, first.isoformat(), False)
        assert sheet.ordered_by is None


class TestThePage:
    def address(self, session, view="sheet_print", kind="blank", name="2027-W02") -> str:
        return reverse(view, args=[session.code, kind, name])

    def test_asked_for_made_opened(self, session, trainer, client):
        client.force_login(trainer)
        page, file = self.address(session), self.address(session, "sheet_file")
        assert client.get(file)["Location"] == page
        assert not PrintedSheet.objects.exists()
        waiting = client.post(page, follow=True)
        assert waiting["Refresh"]
        assert "en cours d’impression" in waiting.content.decode()
        sheet_printing.make(PrintedSheet.objects.get().pk)
        ready = client.get(page)
        assert file in ready.content.decode()
        assert "Refresh" not in ready
        assert client.get(file).content.startswith(b"%PDF")
        assert client.post(page)["Location"] == file

    def test_the_copy_in_dutch_is_a_sheet_of_its_own(self, session, trainer, client):
        client.force_login(trainer)
        answer = client.post(self.address(session) + "?language=nl")
        assert answer["Location"].endswith("?language=nl")
        assert PrintedSheet.objects.get().language == "nl"

    def test_a_refusal_of_the_press_is_read_with_a_button(self, session, trainer, client):
        sheet = ordered(session, trainer)
        PrintedSheet.objects.filter(pk=sheet.pk).update(trouble="Le signe ☃ manque.")
        client.force_login(trainer)
        page = client.get(self.address(session)).content.decode()
        assert "Le signe ☃ manque." in page
        assert "Imprimer de nouveau" in page


class TestRefusedStatements:
    @pytest.fixture
    def refused(self, session, trainer, monkeypatch) -> MonthlyStatement:
        for half_day in session.half_days.all():
            teach(half_day, trainer=trainer)
        month = session.first_day.replace(day=1)
        one = statements.certify(enrolment=session.enrolments.first(), month=month, by=a_coordinator())

        def refuse(*args, **kwargs):
            raise PressRefusal("Le signe ☃ manque.")

        with monkeypatch.context() as patched:
            patched.setattr(press, "print_document", refuse)
            statements.print_statement(one.pk)
        one.refresh_from_db()
        assert one.trouble
        return one

    def test_the_coordinator_reads_it_and_prints_again(self, refused, client):
        client.force_login(a_coordinator())
        enrolment = refused.enrolment
        page = client.get(reverse("sessions_office:statements", args=[enrolment.session_id, "2027-01"]))
        again = reverse("sessions_office:print_statement_again", args=[refused.pk])
        assert "n’a pas pu être imprimée" in page.content.decode()
        assert again in page.content.decode()
        client.post(again)
        statements.print_statement(refused.pk)
        refused.refresh_from_db()
        assert (bool(refused.document_id), refused.trouble) == (True, "")

    def test_every_evening_it_is_tried_once_more(self, refused):
        assert list(statements.unprinted()) == []
        tasks.prepare_papers()
        assert list(statements.unprinted()) == [refused]

    def test_nobody_but_the_office_asks(self, refused, trainer):
        with pytest.raises(Refusal) as answer:
            statements.print_again(statement=refused, by=trainer)
        assert answer.value.code == "not_allowed"


@pytest.mark.django_db(transaction=True)
def test_two_who_order_at_once_get_one_sheet(session, trainer):
    found = together(lambda _who: ordered(session, trainer).pk, [1, 2])
    assert len(set(found)) == 1
