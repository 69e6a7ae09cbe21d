"""Paper comes back: a photo of the sheet of one half-day lands on that half-day, and nowhere else."""

from io import BytesIO

import pytest
from PIL import Image

from documents.models import archive
from tests.threads import together
from tests.training.attachments.scanner import EICAR, clamd
from tests.training.papers.school import grey, photo, scanned
from tests.training.planning.builders import a_coordinator, a_course, a_session, a_trainer, enrolled
from training.domain import paper_codes, paper_sheets, papers_of_register
from training.domain.file_types import HEIC
from training.enums import LinkKind, ScanState
from training.exceptions import Refusal
from training.models import ChainLink, PaperSheet, Session

pytestmark = pytest.mark.django_db
MANY = 24 * 60


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def session(trainer) -> Session:
    """Eight mornings of three hours, with five people."""
    session = a_session(trainer=trainer, course=a_course(minutes=MANY))
    for _number in range(5):
        enrolled(session)
    return session


def sheet_of(session: Session, name: str) -> bytes:
    stretch = papers_of_register.stretch(session, name)
    return papers_of_register.print_sheet(session, stretch, is_filled=False).pdf


def half_days(session: Session) -> list:
    return list(session.half_days.order_by("date", "start_time"))


class TestTheCode:
    def test_it_leads_back_to_its_half_day_however_it_is_written(self, session):
        seventh = half_days(session)[6]
        address = paper_codes.address(seventh)
        assert address == address.upper()
        for text in (address, address.lower(), paper_codes.code(seventh)):
            assert paper_codes.find(text) == seventh

    def test_one_that_we_did_not_print_leads_nowhere(self, session):
        code = paper_codes.code(half_days(session)[0])
        for text in ("", "X", code[:-1] + "ZZ", "0" * 8 + code[8:], "HTTPS://ELSEWHERE.EXAMPLE/", code + "!"):
            assert paper_codes.find(text) is None

    def test_a_code_outlives_the_key_it_was_signed_with(self, session, settings):
        code = paper_codes.code(half_days(session)[0])
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another" * 10
        assert paper_codes.find(code) == half_days(session)[0]
        settings.SECRET_KEY_FALLBACKS = []
        assert paper_codes.find(code) is None

    def test_it_says_nothing_about_anybody(self, session):
        address = paper_codes.address(half_days(session)[0])
        assert session.code.upper() not in address
        assert len(address.rpartition("/")[2]) <= 14


class TestComingBack:
    def test_the_photo_of_meeting_seven_lands_on_meeting_seven(self, session, trainer):
        seventh = half_days(session)[6]
        content = photo(sheet_of(session, seventh.date.isoformat()))
        sheet = paper_sheets.bring_back(session=session, content=content, by=trainer)
        assert list(sheet.half_days.all()) == [seventh]
        assert sheet.filed_at is not None
        assert sheet.filed_by is None
        link = ChainLink.objects.get(half_day=seventh)
        assert (link.kind, sheet.sha256 in link.payload) == (LinkKind.SHEET, True)

    @pytest.mark.parametrize("turned", [0, 90, 183])
    def test_however_the_telephone_was_held(self, session, trainer, turned):
        second = half_days(session)[1]
        content = photo(sheet_of(session, second.date.isoformat()), turned=turned)
        sheet = paper_sheets.bring_back(session=session, content=content, by=trainer)
        assert list(sheet.half_days.all()) == [second]

    def test_a_scan_of_a_week_is_filed_to_each_of_its_half_days(self, session, trainer):
        week = papers_of_register.weeks(half_days(session))[1]
        content = scanned(sheet_of(session, week.name))
        sheet = paper_sheets.bring_back(session=session, content=content, by=trainer)
        assert set(sheet.half_days.all()) == set(week.half_days)
        assert len(week.half_days) == 2

    def test_the_same_file_comes_once(self, session, trainer):
        content = photo(sheet_of(session, half_days(session)[0].date.isoformat()))
        first = paper_sheets.bring_back(session=session, content=content, by=trainer)
        again = paper_sheets.bring_back(session=session, content=content, by=a_coordinator())
        assert again == first
        assert PaperSheet.objects.count() == 1

    def test_an_unreadable_sheet_is_kept_and_asks(self, session, trainer):
        sheet = paper_sheets.bring_back(session=session, content=grey(), by=trainer)
        assert sheet.filed_at is None
        assert list(PaperSheet.objects.unfiled()) == [sheet]
        third = half_days(session)[2]
        paper_sheets.file_to(sheet=sheet, half_days=[third], by=trainer)
        sheet.refresh_from_db()
        assert (list(sheet.half_days.all()), sheet.filed_by) == ([third], trainer)

    def test_a_sheet_of_another_session_is_refused_and_not_kept(self, session, trainer):
        other = a_session(trainer=trainer, starts_on=half_days(session)[-1].date.replace(day=1, month=3))
        content = photo(sheet_of(other, other.first_day.isoformat()))
        with pytest.raises(Refusal) as refused:
            paper_sheets.bring_back(session=session, content=content, by=trainer)
        assert refused.value.code == "elsewhere"
        assert not PaperSheet.objects.exists()

    def test_a_substitute_files_the_half_day_she_takes_and_no_other(self, session):
        substitute, days = a_trainer(), half_days(session)
        days[0].trainer = substitute
        days[0].save()
        mine, theirs = (photo(sheet_of(session, one.date.isoformat())) for one in days[:2])
        sheet = paper_sheets.bring_back(session=session, content=mine, by=substitute)
        assert list(sheet.half_days.all()) == [days[0]]
        with pytest.raises(Refusal) as refused:
            paper_sheets.bring_back(session=session, content=theirs, by=substitute)
        assert refused.value.code == "elsewhere"

    def test_a_trainer_of_another_session_is_refused(self, session):
        with pytest.raises(Refusal) as refused:
            paper_sheets.bring_back(session=session, content=grey(), by=a_trainer())
        assert refused.value.code == "not_allowed"

    def test_half_days_of_another_session_are_refused(self, session, trainer):
        sheet = paper_sheets.bring_back(session=session, content=grey(), by=trainer)
        other = a_session(starts_on=half_days(session)[-1].date.replace(day=1, month=3))
        for chosen in ([], list(other.half_days.all())):
            with pytest.raises(Refusal):
                paper_sheets.file_to(sheet=sheet, half_days=chosen, by=trainer)
        assert not sheet.half_days.exists()

    def test_an_iphone_is_told_what_to_do(self, session, trainer):
        heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 40
        with pytest.raises(Refusal) as refused:
            paper_sheets.bring_back(session=session, content=heic, by=trainer)
        assert (refused.value.code, HEIC) == ("heic", "image/heic")

    def test_what_the_telephone_wrote_into_the_picture_is_gone(self, session, trainer):
        exif, kept = Image.Exif(), BytesIO()
        exif[0x010F] = "Spionfoon"
        Image.new("RGB", (60, 40)).save(kept, "JPEG", exif=exif)
        sheet = paper_sheets.bring_back(session=session, content=kept.getvalue(), by=trainer)
        assert b"Spionfoon" in kept.getvalue()
        assert b"Spionfoon" not in paper_sheets.read(sheet)


class TestTheVirusScan:
    def test_a_sheet_waits_unserved_until_it_is_found_clean(self, session, trainer, settings):
        settings.CLAMAV_URL = "tcp://127.0.0.1:1"
        sheet = paper_sheets.bring_back(session=session, content=grey(), by=trainer)
        paper_sheets.scan(sheet.pk)
        assert not PaperSheet.objects.served().exists()
        with clamd() as scanner:
            settings.CLAMAV_URL = scanner.url
            paper_sheets.scan(sheet.pk)
        assert list(PaperSheet.objects.served()) == [sheet]

    def test_an_infected_one_is_deleted_at_once(self, session, trainer, settings):
        with clamd() as scanner:
            settings.CLAMAV_URL = scanner.url
            content = b"%PDF-1.7\n" + EICAR + b"\n%%EOF\n"
            sheet = paper_sheets.bring_back(session=session, content=content, by=trainer)
            name = sheet.file.name
            paper_sheets.scan_waiting()
        sheet.refresh_from_db()
        assert (sheet.scan, sheet.file.name) == (ScanState.INFECTED, "")
        assert not archive().exists(name)


@pytest.mark.django_db(transaction=True)
def test_sent_twice_at_the_same_moment_it_is_there_once(session, trainer):
    content = grey()
    results = together(
        lambda _telephone: paper_sheets.bring_back(session=session, content=content, by=trainer).pk, [1, 2]
    )
    assert len(set(results)) == 1
    assert PaperSheet.objects.count() == 1
