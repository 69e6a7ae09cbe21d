"""The whole file of a session: every paper, an index, the hash of each; the same papers, the same bytes."""

import hashlib
import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone

from documents.models import archive
from tests.training.papers.school import grey, teach
from tests.training.planning.builders import a_coordinator, a_session, a_trainer, at, enrolled
from training.domain import csv_text, paper_codes, paper_sheets, session_files, statements
from training.exceptions import Refusal
from training.models import SessionFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def office():
    return a_coordinator()


@pytest.fixture
def session(trainer, office):
    """Two people, every register closed, January certified and printed, one sheet of paper."""
    session = a_session(trainer=trainer)
    people = [enrolled(session), enrolled(session)]
    for half_day in session.half_days.all():
        teach(half_day, trainer=trainer)
    for one in people:
        statement = statements.certify(enrolment=one, month=date(2027, 1, 1), by=office)
        statements.print_statement(statement.pk)
    paper_sheets.bring_back(session=session, content=grey(), by=trainer)
    return session


def made(session, office) -> SessionFile:
    order = session_files.order(session=session, by=office)
    session_files.make(order.pk)
    order.refresh_from_db()
    return order


def opened(file: SessionFile) -> ZipFile:
    with session_files.read(file) as stored:
        return ZipFile(BytesIO(stored.read()))


def test_every_paper_is_in_it_with_its_hash(session, office):
    file = made(session, office)
    with opened(file) as whole:
        names = whole.namelist()
        sums = dict(reversed(line.split("  ")) for line in whole.read("SHA256SUMS").decode().splitlines())
        for name in set(names) - {"SHA256SUMS"}:
            assert sums.pop(name) == hashlib.sha256(whole.read(name)).hexdigest()
        assert sums == {}
        index = whole.read("index.html").decode()
        table = whole.read("index.csv").decode()
    kinds = [name.partition("/")[0] for name in names]
    assert (kinds.count("emargement"), kinds.count("etats-mensuels"), kinds.count("papier")) == (2, 3, 1)
    for name in names:
        if "/" in name:
            assert name in index
            assert name in table
    assert "chaine/chaine.jsonl" in names
    assert (file.done, file.total) == (file.total, len(names) - 4)
    for heading in ("Feuilles d’émargement", "Aanwezigheidslijsten", "Maandstaten van aanwezigheid"):
        assert heading in index


def test_the_same_papers_are_the_same_bytes(session, office):
    first = made(session, office)
    with at(timezone.localdate() + timedelta(days=3)):
        second = made(session, a_coordinator())
    assert first.pk != second.pk
    assert first.sha256 == second.sha256
    with session_files.read(second) as stored:
        assert hashlib.sha256(stored.read()).hexdigest() == second.sha256


def test_made_twice_it_is_kept_once(session, office):
    file = made(session, office)
    session_files.make(file.pk)
    assert SessionFile.objects.get(pk=file.pk).file.name == file.file.name


def test_while_one_is_being_made_no_other_is_ordered(session, office):
    first = session_files.order(session=session, by=office)
    assert session_files.order(session=session, by=office) == first


def test_a_paper_that_is_lost_stops_it_and_says_so(session, office):
    archive().delete(session.paper_sheets.get().file.name)
    file = made(session, office)
    assert file.made_at is None
    assert file.trouble
    assert session_files.order(session=session, by=office) != file


def test_only_the_office(session, office, trainer):
    with pytest.raises(Refusal):
        session_files.order(session=session, by=trainer)
    made(session, office)
    assert not SessionFile.objects.visible_to(trainer).exists()


def test_the_copy_goes_after_thirty_days_and_the_papers_stay(session, office):
    file = made(session, office)
    with at(timezone.localdate() + timedelta(days=29)):
        assert session_files.forget() == 0
    with at(timezone.localdate() + timedelta(days=32)):
        assert session_files.forget() == 1
    assert not archive().exists(file.file.name)
    assert session.paper_sheets.exists()


def test_a_name_that_a_spreadsheet_would_work_out_is_text():
    assert csv_text.written(("a",), [("=1+1",)]).splitlines()[1] == "'=1+1"


class TestTheOfficesPages:
    def test_from_the_session_to_the_file(self, session, office, client):
        client.force_login(office)
        here = f"/admin/sessions/{session.pk}/register-papers/"
        assert here in client.get(f"/admin/sessions/inspect/{session.pk}/").content.decode()
        client.post(here)
        order = SessionFile.objects.get()
        assert client.get(here)["Refresh"] == "3"
        session_files.make(order.pk)
        page = client.get(here)
        assert "Refresh" not in page
        (link,) = re.findall(rf'href="({here}\d+\.zip)"', page.content.decode())
        content = b"".join(client.get(link).streaming_content)
        assert hashlib.sha256(content).hexdigest() == SessionFile.objects.get().sha256

    def test_who_is_ticked_is_certified(self, trainer, office, client):
        session = a_session(trainer=trainer)
        one, other = enrolled(session), enrolled(session)
        for half_day in session.half_days.all():
            teach(half_day, trainer=trainer)
        client.force_login(office)
        here = f"/admin/sessions/{session.pk}/statements/2027-01/"
        assert client.get(here).content.decode().count('name="enrolment"') == 2
        client.post(here, {"enrolment": [one.pk]})
        assert (one.statements.count(), other.statements.count()) == (1, 0)
        assert client.get(here).content.decode().count('name="enrolment"') == 1
        table = client.get(here.rstrip("/") + ".csv").content.decode("utf-8-sig").splitlines()
        assert len(table) == 1 + 4 + 1
        assert ";720;720;0;0;0;" in table[-1]

    def test_an_open_register_is_said_beside_the_person(self, trainer, office, client):
        session = a_session(trainer=trainer)
        enrolled(session)
        first, *_others = session.half_days.all()
        teach(first, trainer=trainer)
        client.force_login(office)
        page = client.get(f"/admin/sessions/{session.pk}/statements/2027-01/").content.decode()
        assert 'name="enrolment"' not in page
        assert "12" in page


class TestTheTrainersPage:
    def test_she_prints_and_files(self, session, trainer, client):
        client.force_login(trainer)
        here = f"/trainer/sessions/{session.code}/sheets/"
        page = client.get(here).content.decode()
        for kind, name in (("blank", "2027-W02"), ("filled", "2027-W02"), ("blank", "2027-01-11")):
            assert f"{here}{kind}/{name}/" in page
            assert client.get(f"{here}{kind}/{name}/").status_code == 200
        assert client.get(f"{here}blank/2027-W30.pdf").status_code == 404
        assert client.get(f"{here}green/2027-W02.pdf").status_code == 404

    def test_an_unreadable_sheet_leads_to_the_question(self, session, trainer, client):
        client.force_login(trainer)
        here = f"/trainer/sessions/{session.code}/sheets/"
        sheet = session.paper_sheets.get()
        other = BytesIO(grey() + b"\0")
        other.name = "scan.png"
        answer = client.post(here, {"files": other}, follow=True)
        asked = session.paper_sheets.exclude(pk=sheet.pk).get()
        assert answer.redirect_chain[-1][0] == f"/sheets/{asked.pk}/half-days/"
        first = session.half_days.first()
        client.post(f"/sheets/{asked.pk}/half-days/", {"half_days": [first.pk]})
        assert list(asked.half_days.all()) == [first]
        assert client.get(f"/sheets/{asked.pk}/")["Content-Disposition"].startswith("attachment")

    def test_the_code_on_the_paper_leads_to_the_register(self, session, trainer, client):
        half_day = session.half_days.first()
        path = paper_codes.address(half_day).partition("/P/")[2]
        for user, answer in ((trainer, 302), (a_trainer(), 404)):
            client.force_login(user)
            assert client.get(f"/P/{path}").status_code == answer
