"""Signed on paper: each half-day that is over waits for its sheet, which is sent from its register's page."""

from datetime import time, timedelta
from io import BytesIO

import pytest

from tests.training.papers.school import grey, photo
from tests.training.planning.builders import (
    a_coordinator,
    a_course,
    a_session,
    a_trainer,
    at,
    enrolled,
)
from training.domain import paper_sheets, papers_of_register
from training.domain.half_days import cancel_half_day
from training.domain.queries import register_papers
from training.domain.queries import trainer as trainer_pages
from training.enums import LinkKind, ScanState, Signing
from training.exceptions import Refusal
from training.models import ChainLink, HalfDay, PaperSheet, Session

pytestmark = pytest.mark.django_db
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 40


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer) -> Session:
    """Four mornings of three hours, with two people."""
    session = a_session(trainer=trainer, course=a_course())
    enrolled(session), enrolled(session)
    return session


def days_of(session: Session) -> list[HalfDay]:
    return list(session.half_days.order_by("date"))


def photo_of(half_day: HalfDay) -> bytes:
    stretch = papers_of_register.stretch(half_day.session, half_day.date.isoformat())
    return photo(papers_of_register.print_sheet(half_day.session, stretch, is_filled=False).pdf)


def named(content: bytes, name: str = "feuille.jpg") -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


def look(client, user, half_day: HalfDay, *, days_after: int = 1) -> str:
    """At the page of its register."""
    with at(half_day.date + timedelta(days=days_after)):
        client.force_login(user)
        return client.get(f"/trainer/half-days/{half_day.pk}/").content.decode()


def send(client, user, half_day: HalfDay, *contents: bytes, field: str = "files"):
    """From the page of its register, the day after."""
    files = [named(content, f"page-{number}.jpg") for number, content in enumerate(contents, start=1)]
    with at(half_day.date + timedelta(days=1)):
        client.force_login(user)
        return client.post(f"/trainer/half-days/{half_day.pk}/sheet/", {field: files}, follow=True)


class TestWhichAreDue:
    def test_the_minute_the_lesson_is_over(self, session):
        first, second, *_later = days_of(session)
        with at(second.date, time(11, 59)):
            assert list(HalfDay.objects.sheet_due()) == [first]
        with at(second.date, time(12)):
            assert list(HalfDay.objects.sheet_due()) == [first, second]

    def test_not_one_that_people_sign_on_screen(self, session):
        Session.objects.filter(pk=session.pk).update(signing=Signing.SCREEN)
        with at(days_of(session)[-1].date + timedelta(days=1)):
            assert not HalfDay.objects.sheet_due().exists()

    def test_not_one_that_was_cancelled(self, session):
        first = days_of(session)[0]
        with at(first.date - timedelta(days=2)):
            cancel_half_day(half_day=first, by=a_coordinator())
        with at(first.date + timedelta(days=1)):
            assert not HalfDay.objects.sheet_due().filter(pk=first.pk).exists()

    def test_no_more_once_its_sheet_is_filed_and_again_when_that_has_a_virus(self, session, trainer):
        first = days_of(session)[0]
        with at(first.date + timedelta(days=1)):
            sheet = paper_sheets.bring_back(session=session, content=photo_of(first), by=trainer)
            assert not HalfDay.objects.sheet_due().filter(pk=first.pk).exists()
            PaperSheet.objects.filter(pk=sheet.pk).update(scan=ScanState.INFECTED, file="")
            assert list(HalfDay.objects.sheet_due()) == [first]


class TestWhoSeesThem:
    def test_the_trainer_on_her_day_and_nobody_elses(self, session, trainer):
        first, second, *_later = days_of(session)
        with at(second.date + timedelta(days=1)):
            assert trainer_pages.day(trainer).sheets_due == [first, second]
            assert trainer_pages.day(a_trainer()).sheets_due == []

    def test_the_office_on_its_dashboard_and_on_the_papers_of_the_session(self, session):
        office, (first, second, *_later) = a_coordinator(), days_of(session)
        with at(second.date + timedelta(days=1)):
            waiting = register_papers.sheets_lacking(office)
            assert [(one.session, one.number, one.since) for one in waiting] == [(session, 2, first.date)]
            assert register_papers.office_page(session, office).due == 2
            assert register_papers.sheets_page(session, office).due == [first, second]

    def test_the_register_says_it_with_the_way_to_print_and_to_file(self, session, trainer, client):
        first, _second, *_later = days_of(session)
        page = look(client, trainer, first)
        assert "feuille signée n’est pas encore revenue" in page
        assert f"/sheets/blank/{first.date}" in page
        assert f'action="/trainer/half-days/{first.pk}/sheet/"' in page
        assert 'capture="environment"' in page

    def test_before_the_lesson_there_is_only_the_sheet_to_print(self, session, trainer, client):
        first = days_of(session)[0]
        page = look(client, trainer, first, days_after=-1)
        assert f"/sheets/blank/{first.date}" in page
        assert "enctype" not in page


class TestFromTheRegistersPage:
    def test_its_own_code_files_it(self, session, trainer, client):
        first = days_of(session)[0]
        answer = send(client, trainer, first, photo_of(first), field="photo")
        assert answer.redirect_chain[-1][0] == f"/trainer/half-days/{first.pk}/#paper"
        sheet = PaperSheet.objects.get()
        assert (list(sheet.half_days.all()), list(sheet.shows.all())) == ([first], [first])
        assert sheet.filed_by is None
        assert '"filed":"code"' in ChainLink.objects.get(kind=LinkKind.SHEET).payload

    def test_without_a_readable_code_it_is_filed_there_by_hand_and_that_is_kept(
        self, session, trainer, client
    ):
        first = days_of(session)[0]
        answer = send(client, trainer, first, grey())
        sheet = PaperSheet.objects.get()
        assert (list(sheet.half_days.all()), sheet.filed_by) == ([first], trainer)
        assert '"filed":"hand"' in ChainLink.objects.get(kind=LinkKind.SHEET).payload
        assert "classée à la main" in answer.content.decode()

    def test_the_code_of_another_half_day_waits_for_a_confirmation(self, session, trainer, client):
        first, second, *_later = days_of(session)
        answer = send(client, trainer, first, photo_of(second))
        sheet = PaperSheet.objects.get()
        assert answer.redirect_chain[-1][0] == f"/sheets/{sheet.pk}/half-days/"
        assert "celui d’une autre demi-journée" in answer.content.decode()
        assert not sheet.half_days.exists()
        assert not ChainLink.objects.exists()
        ticked = [box.data["value"] for box in answer.context["form"]["half_days"] if box.data["selected"]]
        assert [str(value) for value in ticked] == [str(second.pk)]
        client.post(f"/sheets/{sheet.pk}/half-days/", {"half_days": [second.pk]})
        assert list(sheet.half_days.all()) == [second]

    def test_also_when_that_one_is_of_another_session_of_hers(self, session, trainer):
        first = days_of(session)[0]
        other = a_session(trainer=trainer, starts_on=first.date + timedelta(weeks=8))
        theirs = days_of(other)[0]
        sheet = paper_sheets.bring_back(session=session, content=photo_of(theirs), by=trainer, half_day=first)
        assert (sheet.session, sheet.filed_at, list(sheet.shows.all())) == (other, None, [theirs])

    def test_a_half_day_she_may_not_see_is_refused_and_nothing_is_kept(self, session, trainer, client):
        first = days_of(session)[0]
        strange = days_of(a_session(starts_on=first.date + timedelta(weeks=8)))[0]
        answer = send(client, trainer, first, photo_of(strange))
        assert "celle d’une autre session" in answer.content.decode()
        assert not PaperSheet.objects.exists()

    def test_a_substitute_files_hers_and_is_asked_about_what_she_sent(self, session, client):
        substitute, (first, second, *_later) = a_trainer(), days_of(session)
        HalfDay.objects.filter(pk__in=[first.pk, second.pk]).update(trainer=substitute)
        answer = send(client, substitute, first, photo_of(second))
        assert answer.status_code == 200
        assert list(answer.context["shown"]) == [second]

    def test_several_pages_at_once_each_by_itself(self, session, trainer, client):
        first = days_of(session)[0]
        answer = send(client, trainer, first, photo_of(first), HEIC, grey())
        assert PaperSheet.objects.filter(half_days=first).count() == 2
        page = answer.content.decode()
        assert "page-2.jpg" in page
        assert "HEIC" in page

    def test_no_file_is_asked_for_and_too_many_are_refused(self, session, trainer, client):
        first = days_of(session)[0]
        assert "Choisissez le fichier" in send(client, trainer, first).content.decode()
        assert "20 fichiers au plus" in send(client, trainer, first, *[b"x"] * 21).content.decode()
        assert not PaperSheet.objects.exists()

    def test_sheets_of_somebody_elses_register_are_not_there(self, session, client):
        client.force_login(a_trainer())
        first = days_of(session)[0]
        assert client.get(f"/trainer/half-days/{first.pk}/sheet/").status_code == 404


def test_a_trainer_of_another_session_cannot_send_with_a_half_day_either(session):
    with pytest.raises(Refusal) as refused:
        paper_sheets.bring_back(session=session, content=grey(), by=a_trainer(), half_day=days_of(session)[0])
    assert refused.value.code == "not_allowed"


def test_on_screen_paper_is_what_helps_when_the_battery_is_empty(session, trainer, client):
    Session.objects.filter(pk=session.pk).update(signing=Signing.SCREEN)
    first = days_of(session)[0]
    page = look(client, trainer, first)
    assert "Signée plutôt sur papier" in page
