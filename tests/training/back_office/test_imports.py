"""Files brought in: read however they are written, looked over by line, written together or not at all."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta
from functools import partial

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook, load_workbook

from accounts.models import Person
from tests.training.enrolment.builders import TODAY, a_learner, an_open_session, sent
from tests.training.planning.builders import (
    a_coordinator,
    a_course,
    a_room,
    a_session,
    a_trainer,
    an_organisation,
    at,
)
from training import tasks
from training.domain import planning
from training.domain.importing import cells, running, tables
from training.domain.importing.columns import columns, guess
from training.domain.importing.templates import template
from training.enums import DayPart, EnrolmentStatus, ImportKind, ImportOutcome, ImportStatus
from training.exceptions import Refusal
from training.models import Enrolment, HalfDay, Import, ImportRow, Session

pytestmark = pytest.mark.django_db
K = ImportKind


@pytest.fixture(autouse=True)
def _today():
    with at(TODAY):
        yield


@pytest.fixture
def by():
    return a_coordinator()


def a_workbook(*lines) -> bytes:
    book, content = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(content)
    return content.getvalue()


def csv(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def checked(kind: str, content: bytes, by) -> Import:
    """Brought in with the guessed columns, every line tried (the suite is its own worker)."""
    source = running.bring_in(kind=kind, content=content, by=by, language="fr")
    running.name_columns(source=source, mapping=source.mapping, by=by)
    return Import.objects.get(pk=source.pk)


def written(kind: str, content: bytes, by) -> Import:
    source = checked(kind, content, by)
    assert not source.rows.exclude(errors={}).exists(), list(source.rows.values_list("errors", flat=True))
    running.choose(source=source, shown=_numbers(source), ticked=_numbers(source), by=by)
    running.begin_writing(source=source, by=by)
    return Import.objects.get(pk=source.pk)


def _numbers(source: Import) -> list[int]:
    return list(source.rows.values_list("number", flat=True))


def wrong(source: Import) -> dict[int, dict[str, str]]:
    return dict(source.rows.exclude(errors={}).values_list("number", "errors"))


class TestReading:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    @pytest.mark.parametrize("delimiter", [";", ",", "\t"])
    def test_any_encoding_and_any_separator(self, encoding, delimiter):
        content = csv(f"Prénom{delimiter}Nom", f"Zoé{delimiter}Lefèvre", encoding=encoding)
        assert tables.read(content) == tables.Table(["Prénom", "Nom"], [(2, ["Zoé", "Lefèvre"])])

    def test_a_workbook_with_dates_times_numbers_and_the_value_of_a_formula(self):
        content = a_workbook(
            ["Code", "Jour", "De", "Places", "Somme"],
            [None, None, None, None, None],
            ["A-1", date(2027, 10, 5), time(9, 30), 12.0, "=1+1"],
        )
        ((number, row),) = tables.read(content).rows
        assert (number, row) == (3, ["A-1", "2027-10-05", "09:30", "12", ""])  # never worked out: no value
        assert tables.read(with_value(content, "2")).rows[0][1][-1] == "2"

    def test_quotes_empty_lines_and_short_lines(self):
        content = csv("a;b;c", "", '"x; y";"line\nbreak"', ";;", encoding="utf-8")
        assert tables.read(content).rows == [(3, ["x; y", "line\nbreak", ""])]

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "empty"),
            (b"   \n ", "empty"),
            (b"Nom;Prenom\n", "empty"),
            (b"PK\x03\x04 not an archive", "xlsx"),
            (b"\xd0\xcf\x11\xe0 old", "old"),
            (b"a;b\n\x00\x01\x02", "encoding"),
            (b"\x81\x8d\x8f", "encoding"),
            (b"a;b\n" + b"x" * 1001, "cell"),
            (b"a;b\n" + b"x;y\n" * 5_001, "rows"),
            (b"x" * 5_000_001, "size"),
            (b";".join([b"a"] * 61) + b"\n" + b"x", "columns"),
            (b'a;b\n"' + b"y" * 200_000, "csv"),
        ],
    )
    def test_what_is_no_table_is_refused_in_words(self, content, code):
        with pytest.raises(Refusal) as refusal:
            tables.read(content)
        assert refusal.value.code == code
        assert len(str(refusal.value)) > 15

    def test_a_workbook_that_would_unpack_without_end_is_refused_before_it_is_opened(self, monkeypatch):
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", b" " * 101_000_000)
        monkeypatch.setattr("openpyxl.load_workbook", lambda *a, **k: pytest.fail("opened"))
        with pytest.raises(Refusal) as refusal:
            tables.read(content.getvalue())
        assert refusal.value.code == "size"

    @pytest.mark.parametrize(
        "headings",
        [
            ["Prénom", "NOM", "Né(e) le", "Identifiant France Travail"],
            ["Voornaam", "Familienaam", "Geboortedatum", "Identificatienummer"],
            ["First name", "Last name", "Date of birth", "identifier"],
        ],
    )
    def test_columns_are_recognised_in_three_languages(self, headings):
        headings = [*headings, "Remarques"]
        names = ["given_name", "family_name", "birth_date", "identifier"]
        assert guess(K.PEOPLE, headings) == {name: place for place, name in enumerate(names)}

    @pytest.mark.parametrize("text", ["05/10/2027", "5.10.2027", "2027-10-05", "46665", "5-10-2027"])
    def test_dates(self, text):
        assert cells.a_date(text) == date(2027, 10, 5)

    @pytest.mark.parametrize("text", ["9h", "9h00", "9 h 00", "09:00", "9.00 uur", "9u00", "09:00:00"])
    def test_times(self, text):
        assert cells.a_time(text) == time(9)

    @pytest.mark.parametrize("text", ["31/02/2027", "10/2027", "demain", "2027-13-01", "05/10/27"])
    def test_what_is_no_date(self, text):
        with pytest.raises(Refusal):
            cells.a_date(text)

    @pytest.mark.parametrize("text", ["9", "25h00", "9h60", "midi", "9:0:0:0"])
    def test_what_is_no_time(self, text):
        with pytest.raises(Refusal):
            cells.a_time(text)


def with_value(content: bytes, value: str) -> bytes:
    """The workbook as a spreadsheet leaves it: the formula with the value it last showed."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(found, "w") as new:
        for one in old.infolist():
            body = old.read(one).replace(b"<v></v>", b"<v/>").replace(b"<v />", b"<v/>")
            new.writestr(one, body.replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>" + value.encode() + b"</v>"))
    return found.getvalue()


class TestTemplates:
    @pytest.mark.parametrize("kind", list(K))
    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    @pytest.mark.parametrize("language", ["fr", "nl"])
    def test_are_read_back_with_every_column_recognised(self, kind, form, language):
        with translation.override(language):
            table = tables.read(template(kind, form))
            assert guess(kind, table.headers) == {one.name: n for n, one in enumerate(columns(kind))}
        assert len(table.rows) == 1

    def test_hold_no_formula(self):
        sheet = load_workbook(io.BytesIO(template(K.PEOPLE, "xlsx"))).active
        assert "f" not in {cell.data_type for row in sheet for cell in row}
        assert not any(str(cell.value or "").startswith("=") for row in sheet for cell in row)


PEOPLE = "Prénom;Nom;Date de naissance;Identifiant;Code INSEE;Téléphone;Langue"


class TestPeople:
    def test_are_made_mended_and_left_alone(self, by):
        content = csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;1234567A;59183;0612345678;nl")
        first = written(K.PEOPLE, content, by)
        assert (first.created, first.changed, first.same) == (1, 0, 0)
        person = Person.objects.get()
        assert (person.full_name, person.birth_date) == ("Zoé Lefèvre", date(1994, 3, 12))
        assert (person.commune_id, person.language) == ("59183", "nl")
        again = written(K.PEOPLE, content, by)
        assert (again.created, again.changed, again.same) == (0, 0, 1)
        mended = csv(PEOPLE, "ZOE;LEFEVRE;1994-03-12;;;0699999999;")
        assert written(K.PEOPLE, mended, by).changed == 1
        person.refresh_from_db()
        assert (person.phone, person.commune_id, person.given_name) == ("0699999999", "59183", "Zoé")
        assert Person.objects.count() == 1

    def test_what_is_wrong_stands_at_its_cell(self, by):
        a_learner(
            given_name="Léa",
            family_name="Roux",
            france_travail_identifier="7654321B",
            france_travail_missing="",
        )
        source = checked(
            K.PEOPLE,
            csv(
                PEOPLE,
                ";Lefèvre;12/03/1994;;;;",
                "Zoé;Lefèvre;hier;123;Atlantis;;en anglais",
                "Max;Autre;01/01/1990;7654321B;;;",
                f"Zoé;{'x' * 101};12/03/1994;;;;",
                "Ida;Bon;12/03/1994;;;;",
                "ida;BON;1994-03-12;;;;",
            ),
            by,
        )
        found = wrong(source)
        assert {number: set(errors) for number, errors in found.items()} == {
            2: {"given_name"},
            3: {"birth_date", "identifier", "commune", "language"},
            4: {"identifier"},
            5: {"family_name"},
            7: {""},
        }
        assert (
            found[3]["birth_date"]
            == "Ce n’est pas une date. Écrivez-la ainsi\N{NO-BREAK SPACE}: 05/10/2027 ou 2027-10-05."
        )
        assert "6" in found[7][""]
        assert Person.objects.count() == 1

    def test_two_people_of_one_name_are_not_guessed(self, by):
        for _twice in range(2):
            a_learner(given_name="Léa", family_name="Roux", birth_date=date(1994, 3, 12))
        source = checked(K.PEOPLE, csv(PEOPLE, "Léa;Roux;12/03/1994;;;;"), by)
        assert set(wrong(source)[2]) == {"identifier"}


SESSIONS = "Code;Formation;Organisme;Début;Fin;Capacité;Minimum;Salle;Formateurs"


def a_line_of_a_session(code: str = "IMP-1", **fields) -> str:
    facts = {
        "course": "",
        "provider": "Maison PROVIDER",
        "first": "05/10/2027",
        "last": "25/11/2027",
        "capacity": "12",
        "minimum": "",
        "room": "Salle Vauban",
        "trainers": "",
    } | fields
    return ";".join([code, *facts.values()])


class TestSessions:
    def test_are_made_unpublished_and_their_half_days_after_them(self, by):
        provider = an_organisation("PROVIDER")
        course, room, trainer = (
            a_course(minutes=360),
            a_room(name="Salle Vauban"),
            a_trainer(email="li@example.org"),
        )
        line = a_line_of_a_session(course=course.code, provider=provider.name_nl, trainers="li@example.org")
        assert written(K.SESSIONS, csv(SESSIONS, line), by).created == 1
        session = Session.objects.get(code="IMP-1")
        assert (session.first_day, session.last_day) == (date(2027, 10, 5), date(2027, 11, 25))
        assert (session.published_at, session.room, session.minimum_group) == (None, room, 6)
        assert list(session.trainers.all()) == [trainer]
        lines = csv("Code session;Date;De;À", "imp-1;2027-10-05;9h00;12h00", "IMP-1;07/10/2027;18:00;21:00")
        assert written(K.HALF_DAYS, lines, by).created == 2
        session.refresh_from_db()
        assert (session.first_day, session.last_day) == (date(2027, 10, 5), date(2027, 10, 7))
        parts = list(session.half_days.order_by("date").values_list("part", "room", "trainer"))
        assert parts == [("AM", room.pk, trainer.pk), ("EVE", room.pk, trainer.pk)]
        planning.publish(session=session, by=by)
        for kind, content in ((K.SESSIONS, csv(SESSIONS, line)), (K.HALF_DAYS, lines)):
            again = written(kind, content, by)
            assert (again.created, again.changed) == (0, 0)

    def test_places_follow_the_file_and_nothing_else_does(self, by):
        course = a_course()
        an_organisation("PROVIDER"), a_room(name="Salle Vauban")
        line = {"course": course.code}
        written(K.SESSIONS, csv(SESSIONS, a_line_of_a_session(**line)), by)
        assert written(K.SESSIONS, csv(SESSIONS, a_line_of_a_session(**line, capacity="14")), by).changed == 1
        assert Session.objects.get().capacity == 14
        source = checked(K.SESSIONS, csv(SESSIONS, a_line_of_a_session(**line, last="26/11/2027")), by)
        assert set(wrong(source)[2]) == {"last_day"}

    def test_what_is_wrong_stands_at_its_cell(self, by):
        course = a_course()
        an_organisation("PROVIDER"), a_room(name="Salle Vauban"), a_room(name="Double", town="Bergues")
        a_room(name="Double", town="Cassel")
        source = checked(
            K.SESSIONS,
            csv(
                SESSIONS,
                a_line_of_a_session("A", course="none", provider="nobody", room="nowhere"),
                a_line_of_a_session("B", course=course.code, room="Double", trainers="who@example.org"),
                a_line_of_a_session("Un code", course=course.code),
                a_line_of_a_session("D", course=course.code, last="04/10/2027"),
                a_line_of_a_session("E", course=course.code, capacity="beaucoup"),
                a_line_of_a_session("F", course=course.code, room="Double, Cassel"),
            ),
            by,
        )
        assert {number: set(errors) for number, errors in wrong(source).items()} == {
            2: {"course", "provider", "room"},
            3: {"room", "trainers"},
            4: {"code"},
            5: {"last_day"},
            6: {"capacity"},
        }


HALF_DAYS = "session;date;de;à;salle;lesgever;motif jour férié"


class TestHalfDays:
    def test_that_differ_are_moved_and_clashes_are_refused_at_their_cell(self, by):
        session, other = a_session(), a_session()
        taken = other.half_days.first()
        source = checked(
            K.HALF_DAYS,
            csv(
                HALF_DAYS,
                f"{session.code};2027-02-01;9h;12h;;;",
                f"{session.code};2027-01-11;9h;12h;{taken.room.name};;",
                f"{session.code};2027-07-14;9h;12h;;;",
                f"{session.code};2027-02-02;12h;9h;;;",
                "NONE;2027-02-02;9h;12h;;;",
                f"{session.code};2027-01-12;9h30;12h;;;",
                f"{session.code};2027-01-18;9h;12h;;;",
            ),
            by,
        )
        assert {number: set(errors) for number, errors in wrong(source).items()} == {
            3: {"room"},
            4: {"holiday_reason"},
            5: {"end_time"},
            6: {"session"},
        }
        outcomes = dict(source.rows.filter(errors={}).values_list("number", "outcome"))
        assert outcomes == {2: ImportOutcome.NEW, 7: ImportOutcome.CHANGED, 8: ImportOutcome.SAME}
        assert HalfDay.objects.count() == 8  # trying writes nothing
        chosen = set(source.rows.filter(is_chosen=True).values_list("number", flat=True))
        assert chosen == {2, 7}
        running.begin_writing(source=source, by=by)
        moved = session.half_days.get(date=date(2027, 1, 12))
        assert (moved.start_time, moved.sequence) == (time(9, 30), 1)
        assert session.half_days.filter(date=date(2027, 2, 1)).exists()

    def test_two_lines_about_one_half_day_are_refused_however_they_are_written(self, by):
        session = a_session()
        lines = (f"{session.code};01/02/2027;9h;12h;;;", f"{session.code.lower()};2027-02-01;09:30;12h;;;")
        assert set(wrong(checked(K.HALF_DAYS, csv(HALF_DAYS, *lines), by))) == {3}


ENROLMENTS = "session;prénom;nom;date de naissance"


class TestEnrolments:
    def test_go_the_way_of_everybody_and_capacity_decides(self, by):
        session = an_open_session(capacity=1)
        people = [a_learner(given_name=name, family_name="Roux") for name in ("Ada", "Bob")]
        lines = [f"{session.code};{one.given_name};ROUX;12/03/1994" for one in people]
        content = csv(ENROLMENTS, *lines)
        assert written(K.ENROLMENTS, content, by).created == 2
        states = Enrolment.objects.order_by("pk").values_list("person__given_name", "status")
        assert list(states) == [("Ada", EnrolmentStatus.CONFIRMED), ("Bob", EnrolmentStatus.WAITLISTED)]
        assert written(K.ENROLMENTS, content, by).same == 2
        assert Enrolment.objects.count() == 2

    def test_eligibility_and_closed_sessions_refuse_at_their_cell(self, by):
        session, draft = an_open_session(), a_session()
        a_learner(given_name="Tom", family_name="Jeune", birth_date=date(2010, 1, 1))
        a_learner(given_name="Ada", family_name="Roux")
        a_learner(given_name="Bob", family_name="Loin", commune=None)
        source = checked(
            K.ENROLMENTS,
            csv(
                ENROLMENTS,
                f"{session.code};Tom;Jeune;01/01/2010",
                f"{draft.code};Ada;Roux;12/03/1994",
                f"{session.code};Nul;Inconnu;12/03/1994",
                f"{session.code};Bob;Loin;12/03/1994",
            ),
            by,
        )
        found = {number: set(errors) for number, errors in wrong(source).items()}
        assert found == {2: {"birth_date"}, 3: {"session"}, 4: {"family_name"}, 5: {""}}
        assert "commune" in wrong(source)[5][""]

    def test_one_refusal_at_the_last_moment_undoes_all(self, by):
        session = an_open_session(capacity=2)
        for name in ("Ada", "Bob"):
            a_learner(given_name=name, family_name="Roux")
        lines = [f"{session.code};{name};Roux;12/03/1994" for name in ("Ada", "Bob")]
        source = checked(K.ENROLMENTS, csv(ENROLMENTS, *lines), by)
        assert wrong(source) == {}
        Person.objects.filter(given_name="Bob").update(commune=None)  # meanwhile
        running.begin_writing(source=source, by=by)
        source.refresh_from_db()
        assert source.status == ImportStatus.CHECKED
        assert set(wrong(source)) == {3}
        assert not Enrolment.objects.exists()


def killed(*args, **kwargs) -> None:
    """What a worker does when its machine is taken away."""
    raise SystemExit


class TestTheWay:
    def test_five_thousand_lines(self, by):
        """Every fiftieth is good: all are tried, and the good ones written."""
        days = ["12/03/1994" if number % 50 == 0 else "hier" for number in range(5000)]
        lines = [f"Camille;Delattre{number:04};{day};;;;" for number, day in enumerate(days)]
        source = checked(K.PEOPLE, csv(PEOPLE, *lines), by)
        assert source.rows.filter(is_chosen=True).count() == 100
        assert source.rows.filter(errors__has_key="birth_date").count() == 4900
        assert running.progress(source) == 5000
        assert Person.objects.count() == 0
        running.begin_writing(source=source, by=by)
        source.refresh_from_db()
        assert (source.status, source.created) == (ImportStatus.DONE, 100)
        assert Person.objects.count() == 100
        assert not ImportRow.objects.exists()

    def test_a_worker_that_comes_twice_writes_once(self, by):
        source = written(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
        tasks.go_on_with_import(source.pk)
        tasks.go_on_with_import(source.pk)
        assert Person.objects.count() == 1
        source.refresh_from_db()
        assert source.created == 1

    @pytest.mark.parametrize("dies_in", ["check", "write"])
    def test_what_a_dead_worker_left_is_taken_up_and_nothing_is_doubled(self, by, monkeypatch, dies_in):
        lines = [f"Camille;Delattre{number:03};12/03/1994;;;;" for number in range(120)]
        source = running.bring_in(kind=K.PEOPLE, content=csv(PEOPLE, *lines), by=by, language="fr")
        if dies_in == "write":
            running.name_columns(source=source, mapping=source.mapping, by=by)
        with monkeypatch.context() as patch:
            patch.setattr(running, "note_progress", killed)
            begin = partial(running.name_columns, mapping=source.mapping)
            with pytest.raises(SystemExit):  # after fifty of the lines
                (begin if dies_in == "check" else running.begin_writing)(source=source, by=by)
        source.refresh_from_db()
        assert (source.is_working, source.attempts) == (True, 1)
        assert Person.objects.count() == 0
        with at(TODAY, time(10, 1)):
            tasks.sweep()  # its worker may be alive
            source.refresh_from_db()
            assert (source.is_working, source.attempts) == (True, 1)
        with at(TODAY, time(10, 3)):
            tasks.sweep()
            tasks.sweep()
            source.refresh_from_db()
            if dies_in == "check":
                assert (source.status, source.attempts) == (ImportStatus.CHECKED, 0)
                assert source.rows.filter(is_chosen=True).count() == 120
                running.begin_writing(source=source, by=by)
                source.refresh_from_db()
        assert (source.status, source.created) == (ImportStatus.DONE, 120)
        assert Person.objects.count() == 120

    def test_a_file_whose_worker_always_dies_goes_back_and_says_so(self, client, by, monkeypatch):
        source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
        with monkeypatch.context() as patch:
            patch.setattr(running, "_finish", killed)
            with pytest.raises(SystemExit):
                running.begin_writing(source=source, by=by)
            for attempt in range(1, running.MOST_ATTEMPTS):
                with at(TODAY, time(10, 3 * attempt)), pytest.raises(SystemExit):
                    tasks.sweep()
        with at(TODAY, time(11)):
            tasks.sweep()
        source.refresh_from_db()
        assert (source.status, source.was_given_up) == (ImportStatus.CHECKED, True)
        assert Person.objects.count() == 0
        client.force_login(by)
        page = client.get(reverse("imports_office:inspect", args=[source.pk])).content.decode()
        assert "rien n’a été écrit" in page
        running.begin_writing(source=source, by=by)
        assert Person.objects.count() == 1

    def test_what_nobody_writes_goes_after_a_day(self, by):
        source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
        done = written(K.PEOPLE, csv(PEOPLE, "Ada;Lefèvre;12/03/1994;;;;"), by)
        with at(TODAY + timedelta(hours=23)):
            tasks.sweep()
        assert source.rows.exists()
        with at(TODAY + timedelta(days=1), time(11)):
            tasks.sweep()
            tasks.sweep()
        assert list(Import.objects.all()) == [done]
        assert not ImportRow.objects.exists()

    def test_goes_on_once_and_in_its_order(self, by):
        source = running.bring_in(
            kind=K.PEOPLE, content=csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by=by, language="fr"
        )
        with pytest.raises(Refusal) as early:
            running.begin_writing(source=source, by=by)
        assert early.value.code == "status"
        for mapping, code in (({"given_name": 0}, "mapping"), (source.mapping | {"phone": 0}, "twice")):
            with pytest.raises(Refusal) as refusal:
                running.name_columns(source=source, mapping=mapping, by=by)
            assert refusal.value.code == code

    def test_is_for_the_office_only(self):
        with pytest.raises(Refusal):
            running.bring_in(kind=K.PEOPLE, content=csv("a", "b"), by=a_trainer(), language="fr")


ADD = "imports_office:add"


def upload(client, content: bytes, kind: str = K.PEOPLE, name: str = "people.csv", **fields):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse(ADD), {"kind": kind, "file": file, "told": "on"} | fields)


class TestThePages:
    @pytest.fixture
    def office(self, client, by):
        cache.clear()
        client.force_login(by)
        return client

    def test_the_whole_way(self, office):
        content = csv("Prenom usuel;Nom;Date de naissance", "Zoé;Lefèvre;12/03/1994", "Ada;Roux;hier")
        page = upload(office, content).url
        html = office.get(page).content.decode()
        assert 'name="columns"' in html
        assert "Dans la première ligne" in html
        office.post(page, {"columns": "1", "given_name": "", "family_name": "1", "birth_date": "2"})
        refused = office.post(page, {"columns": "1", "given_name": "", "family_name": "1", "birth_date": "2"})
        assert "Dites dans quelle colonne" in refused.content.decode()
        office.post(page, {"columns": "1", "given_name": "0", "family_name": "1", "birth_date": "2"})
        html = office.get(page).content.decode()
        assert "Ce n’est pas une date" in html
        assert html.count('name="ticked"') == 1
        only_bad = office.get(page + "?bad=1").content.decode()
        assert "hier" in only_bad
        assert "Zoé" not in only_bad
        office.post(page, {"write": "1", "shown": "2", "ticked": "2"})
        assert Person.objects.get().full_name == "Zoé Lefèvre"
        html = office.get(page).content.decode()
        assert "Les lignes du fichier sont supprimées" in html
        assert "Lefèvre" not in html

    def test_lines_that_are_not_ticked_are_not_written_nor_are_bad_ones(self, office):
        content = csv(PEOPLE, "Zoé;Un;12/03/1994;;;;", "Ada;Deux;12/03/1994;;;;", "Bob;Trois;hier;;;;")
        page = upload(office, content).url
        source = Import.objects.get()
        office.post(page, {"columns": "1"} | {name: str(n) for name, n in source.mapping.items()})
        office.post(page, {"write": "1", "shown": ["2", "3", "4"], "ticked": ["3", "4", "x"]})
        assert [one.family_name for one in Person.objects.all()] == ["Deux"]

    def test_waiting_shows_how_far_it_is_without_script(self, office, by):
        source = running.bring_in(
            kind=K.PEOPLE, content=csv(PEOPLE, "Z;L;1/1/1990;;;;"), by=by, language="fr"
        )
        Import.objects.filter(pk=source.pk).update(status=ImportStatus.CHECKING)
        running.note_progress(source, 1)
        html = office.get(reverse("imports_office:inspect", args=[source.pk])).content.decode()
        assert '<progress id="import-progress" value="1" max="1">' in html
        assert "Regarder de nouveau" in html

    def test_fifty_lines_a_page_and_the_choice_is_kept_from_page_to_page(self, office):
        content = csv(PEOPLE, *[f"Zoé;Nom{number:03};12/03/1994;;;;" for number in range(60)])
        page = upload(office, content).url
        source = Import.objects.get()
        office.post(page, {"columns": "1"} | {name: str(n) for name, n in source.mapping.items()})
        shown = [str(number) for number in range(2, 52)]
        answer = office.post(page, {"page": "2", "shown": shown, "ticked": shown[:10]})
        assert answer.url.endswith("?p=2")
        assert source.rows.filter(is_chosen=True).count() == 20
        assert office.get(answer.url).content.decode().count('name="ticked"') == 10

    @pytest.mark.parametrize(
        ("content", "fields", "field"),
        [
            (b"", {}, "file"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", {}, "file"),
            (b"PK\x03\x04broken", {}, "file"),
            (b"a;b\n1;2", {"told": ""}, "told"),
            (b"a;b\n1;2", {"kind": "HOUSES"}, "kind"),
        ],
    )
    def test_a_bad_file_is_a_clear_sentence(self, office, content, fields, field):
        form = upload(office, content, **fields).context["form"]
        assert field in form.errors
        assert not Import.objects.exists()

    def test_sessions_need_no_notice(self, office):
        assert upload(office, csv(SESSIONS, "x"), K.SESSIONS, told="").status_code == 302

    def test_templates_are_downloaded(self, office):
        for form in ("csv", "xlsx"):
            answer = office.get(reverse("imports_office:template", args=[K.PEOPLE, form]))
            assert answer["Content-Disposition"] == f'attachment; filename="grenstaal-people.{form}"'
            assert tables.read(answer.content).headers
        assert office.get("/admin/imports/template/PEOPLE/exe/").status_code == 404
        assert office.get("/admin/imports/template/HOUSES/csv/").status_code == 404

    def test_the_list(self, office, by):
        sent(an_open_session())
        written(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
        html = office.get(reverse("imports_office:index")).content.decode()
        assert "Personnes" in html


def test_the_part_of_the_day_follows_the_hour():
    from training.domain.importing.half_days import part_of

    hours = (time(8), time(12, 29), time(12, 30), time(17), time(17, 30), time(18))
    M, A, E = DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING
    assert [part_of(one) for one in hours] == [M, M, A, A, E, E]


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_file_that_another_worker_writes_is_left_to_it(by):
    """However long it takes: the row is held, so the second worker turns away instead of waiting."""
    source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
    Import.objects.filter(pk=source.pk).update(status=ImportStatus.WRITING)
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Import.objects.select_for_update(of=("self",)).get(pk=source.pk)
        pool.submit(in_a_thread, source.pk).result(timeout=20)
        source.refresh_from_db()
        assert (source.status, source.attempts) == (ImportStatus.WRITING, 0)
    tasks.go_on_with_import(source.pk)
    assert Person.objects.count() == 1


def in_a_thread(import_id: int) -> None:
    try:
        tasks.go_on_with_import(import_id)
    finally:
        connection.close()
