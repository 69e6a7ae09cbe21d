"""Files of a request: what they are, who sees them, what the scanner says, when they go."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.utils.translation import override
from PIL import Image

from accounts.enums import OrganisationKind, Role
from documents.models import archive
from tests.training.attachments.scanner import EICAR, clamd
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, in_state, sent
from tests.training.planning.builders import a_coordinator, an_account, at
from training.domain import attachments, received
from training.domain import enrolment as verbs
from training.domain.transferring import transfer
from training.enums import AttachmentKind, ScanState
from training.enums import EnrolmentStatus as S
from training.exceptions import Refusal
from training.models import Attachment, Enrolment
from training.templatetags.sizes import file_size

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
CV, PROOF = AttachmentKind.CV, AttachmentKind.STATUS_PROOF


def picture(form: str = "JPEG", *, mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> bytes:
    """Taken lying down, with a place and a telephone in it."""
    kept, exif = BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "Spionfoon", 6
    exif.get_ifd(0x8825)[1] = "N"
    Image.new(mode, size, 90).save(kept, form, exif=exif)
    return kept.getvalue()


@pytest.fixture(autouse=True)
def _one_december():
    with at(TODAY):
        yield


@pytest.fixture
def request_sent() -> Enrolment:
    return sent(an_open_session(needs_decision=True))


def attached(enrolment: Enrolment, content: bytes = PDF, kind: str = CV) -> Attachment:
    return attachments.attach(enrolment=enrolment, kind=kind, content=content, by=enrolment.person.user)


def is_kept(name: str) -> bool:
    return bool(name) and archive().exists(name)


class TestWhatItIs:
    def test_a_pdf_is_kept_as_it_came(self, request_sent):
        kept = attached(request_sent)
        assert (kept.media_type, kept.file_name, kept.scan) == ("application/pdf", "cv.pdf", ScanState.NONE)
        assert received.read(kept) == PDF

    @pytest.mark.parametrize(
        ("form", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "L")]
    )
    def test_a_picture_keeps_its_pixels_and_nothing_else(self, request_sent, form, mode):
        content = picture(form, mode=mode)
        assert b"Spionfoon" in content
        kept = attached(request_sent, content, PROOF)
        drawn = received.read(kept)
        assert b"Spionfoon" not in drawn
        with Image.open(BytesIO(drawn)) as seen:
            assert not seen.getexif()
            assert seen.size == (20, 40)  # upright, without the mark that said so
            assert seen.format == form

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "empty"),
            (b"MZ\x90\x00 a program", "type"),
            (b"<html><script>alert(1)</script>", "type"),
            (b"GIF89a\x01\x00\x01\x00", "type"),
            (b"PK\x03\x04 word/document.xml", "type"),
            (picture()[:300], "picture"),
            (b"\x89PNG\r\n\x1a\n" + b"x" * 300, "picture"),
            (b"%PDF-" + b"x" * 20_000_000, "size"),
            (PDF[:40], "cut"),
            (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"x" * 300, "heic"),
        ],
        ids=["empty", "program", "page", "gif", "zip", "cut", "false png", "large", "cut pdf", "iphone"],
    )
    def test_everything_else_is_refused_in_words(self, request_sent, content, code):
        with pytest.raises(Refusal) as refused:
            attached(request_sent, content)
        assert refused.value.code == code
        assert not Attachment.objects.exists()

    def test_a_new_one_replaces_the_old_one_and_its_bytes(self, request_sent):
        old = attached(request_sent)
        new = attached(request_sent, picture())
        assert list(request_sent.attachments.all()) == [new]
        assert not is_kept(old.file.name)
        assert is_kept(new.file.name)


def a_photo(size: tuple[int, int]) -> bytes:
    """Grainy, as a telephone takes it lying down: bytes in their millions, and who took it where."""
    grain = [Image.effect_noise((size[0] // 4, size[1] // 4), 40).resize(size) for _band in "RGB"]
    kept, exif = BytesIO(), Image.Exif()
    exif[0x010F], exif[0x0112] = "Spionfoon", 6
    Image.merge("RGB", grain).save(kept, "JPEG", quality=80, exif=exif)
    return kept.getvalue()


class TestLargePictures:
    def test_fifty_million_pixels_are_taken_and_made_small(self, request_sent):
        content = a_photo((8160, 6120))
        assert 8_000_000 < len(content) < 20_000_000
        kept = attached(request_sent, content)
        drawn = received.read(kept)
        assert kept.size == len(drawn) < 5_000_000
        assert b"Spionfoon" not in drawn
        with Image.open(BytesIO(drawn)) as seen:
            assert seen.size == (2250, 3000)  # upright
            assert not seen.getexif()

    @pytest.mark.parametrize(
        ("form", "mode", "size", "kept"),
        [
            ("JPEG", "L", (9400, 1000), (319, 3000)),
            ("PNG", "P", (4000, 20), (15, 3000)),
            ("PNG", "RGBA", (3001, 1), (1, 3000)),
            ("PNG", "RGB", (3000, 2999), (2999, 3000)),
        ],
    )
    def test_whatever_its_shape_and_colours(self, request_sent, form, mode, size, kept):
        drawn = received.read(attached(request_sent, picture(form, mode=mode, size=size)))
        with Image.open(BytesIO(drawn)) as seen:
            assert (seen.size, seen.format) == (kept, form)

    @pytest.mark.parametrize(
        ("form", "size", "more", "most"),
        [
            ("JPEG", (9000, 7300), {}, "65"),
            ("JPEG", (8000, 5100), {"progressive": True}, "40"),
            ("PNG", (8000, 5100), {}, "40"),
            ("PNG", (15_000, 15_000), {}, "40"),
            ("PNG", (30_000, 30_000), {}, "40"),
        ],
        ids=["too large", "in rounds", "unfolds whole", "a bomb", "a larger bomb"],
    )
    def test_what_would_fill_the_memory_is_refused_from_its_head(self, request_sent, form, size, more, most):
        kept = BytesIO()
        Image.new("L" if form == "JPEG" else "1", size).save(kept, form, **more)
        assert len(kept.getvalue()) < 2_000_000  # small to send, large to unfold
        with pytest.raises(Refusal) as refused:
            attached(request_sent, kept.getvalue())
        assert refused.value.code == "pixels"
        assert most in str(refused.value)


class TestWhoMay:
    def test_a_stranger_adds_nothing(self, request_sent):
        with pytest.raises(Refusal) as refused:
            attachments.attach(enrolment=request_sent, kind=CV, content=PDF, by=a_learner().user)
        assert refused.value.code == "not_allowed"

    @pytest.mark.parametrize("status", [S.WITHDRAWN, S.REFUSED, S.COMPLETED, S.EXITED, S.NO_SHOW])
    def test_nothing_is_added_to_a_closed_request(self, status):
        with pytest.raises(Refusal):
            attached(in_state(status, an_open_session()))

    def test_only_the_holder_and_the_office_see_it(self, client, request_sent):
        kept = attached(request_sent)
        prescriber = an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER)
        request_sent.referred_by = prescriber.memberships.get().organisation
        request_sent.save()
        trainer = request_sent.session.trainers.get()
        for user in (trainer, prescriber, a_learner().user):
            client.force_login(user)
            assert client.get(f"/files/{kept.pk}/").status_code == 404
            assert client.post(f"/files/{kept.pk}/delete/").status_code == 404
        for user in (request_sent.person.user, a_coordinator()):
            client.force_login(user)
            answer = client.get(f"/files/{kept.pk}/")
            assert answer.content == PDF
            assert answer["Content-Disposition"] == 'attachment; filename="cv.pdf"'
            assert answer["X-Content-Type-Options"] == "nosniff"
            assert "no-store" in answer["Cache-Control"]


class TestTheScanner:
    @pytest.fixture
    def scanner(self, settings):
        with clamd() as server:
            settings.CLAMAV_URL = server.url
            yield server

    def test_clean(self, scanner, client, request_sent):
        content = PDF.replace(b"trailer", b"x" * 200_000 + b"trailer")
        kept = attached(request_sent, content)
        kept.refresh_from_db()
        assert scanner.seen == [content]
        assert kept.scan == ScanState.CLEAN
        client.force_login(request_sent.person.user)
        assert client.get(f"/files/{kept.pk}/").status_code == 200

    def test_a_virus(self, scanner, client, request_sent):
        kept = attached(request_sent, PDF + EICAR)
        name = kept.file.name
        kept.refresh_from_db()
        assert (kept.scan, kept.file.name, is_kept(name)) == (ScanState.INFECTED, "", False)
        client.force_login(request_sent.person.user)
        assert client.get(f"/files/{kept.pk}/").status_code == 404
        assert (
            kept.get_scan_display() in client.get(f"/my/enrolments/{request_sent.pk}/files/").content.decode()
        )
        attachments.take_back(attachment=kept, by=request_sent.person.user)

    @pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"garbage"])
    def test_an_ill_scanner_makes_it_wait(self, settings, client, request_sent, answer):
        with clamd(answer) as server:
            settings.CLAMAV_URL = server.url
            self.waits_and_is_not_served(client, attached(request_sent))

    def test_a_dead_scanner_makes_it_wait_until_it_is_back(self, settings, client, request_sent):
        with clamd() as gone:
            pass
        settings.CLAMAV_URL = gone.url
        kept = attached(request_sent)
        self.waits_and_is_not_served(client, kept)
        with clamd() as back:
            settings.CLAMAV_URL = back.url
            attachments.scan_waiting()
            attachments.scan(kept.pk)
            assert back.seen == [PDF]
        kept.refresh_from_db()
        assert kept.scan == ScanState.CLEAN

    def waits_and_is_not_served(self, client, kept: Attachment) -> None:
        kept.refresh_from_db()
        assert kept.scan == ScanState.WAITING
        for user in (kept.enrolment.person.user, a_coordinator()):
            client.force_login(user)
            assert client.get(f"/files/{kept.pk}/").status_code == 404


class TestKeeping:
    def test_the_bytes_go_with_a_deleted_enrolment(self):
        draft = a_draft(an_open_session())
        name = attached(draft).file.name
        draft.delete()
        assert not is_kept(name)

    @pytest.mark.parametrize(("days", "left"), [(181, 1), (183, 0)])
    def test_six_months_after_a_request_that_came_to_nothing(self, request_sent, days, left):
        name = attached(request_sent).file.name
        verbs.withdraw(enrolment=request_sent, by=None)
        with at(TODAY + timedelta(days=days)):
            attachments.forget()
        assert Attachment.objects.count() == left
        assert is_kept(name) == bool(left)

    @pytest.mark.parametrize(("days", "left"), [(365, 1), (366, 0)])
    def test_twelve_months_after_the_session(self, request_sent, days, left):
        attached(request_sent)
        with at(request_sent.session.last_day + timedelta(days=days)):
            assert attachments.forget() == 1 - left
            assert attachments.forget() == 0
        assert Attachment.objects.count() == left

    def test_they_go_along_to_another_session(self, request_sent):
        kept = attached(request_sent)
        other = an_open_session(needs_decision=True, starts_on=date(2027, 3, 1))
        new = transfer(enrolment=request_sent, to=other, by=None)
        assert list(new.attachments.all()) == [kept]

    def test_bytes_whose_transaction_failed_go_after_a_day(self, request_sent):
        attachments.forget_strays(at=datetime.max.replace(tzinfo=UTC))  # of other tests: one memory for all
        kept = attached(request_sent, kind=PROOF).file.name
        with transaction.atomic():
            stray = attached(request_sent).file.name
            transaction.set_rollback(True)  # as when the line to the database breaks
        assert is_kept(stray)
        written = archive().get_modified_time(stray)
        assert attachments.forget_strays(at=written + timedelta(hours=23)) == 0
        assert attachments.forget_strays(at=written + timedelta(hours=25)) == 1
        assert attachments.forget_strays(at=written + timedelta(hours=25)) == 0
        assert is_kept(kept)
        assert not is_kept(stray)

    def test_the_dry_run_counts_them(self, capsys):
        call_command("retention")
        assert "files sent with a request" in capsys.readouterr().out


class TestPages:
    def test_a_file_is_added_and_taken_back(self, client, request_sent):
        client.force_login(request_sent.person.user)
        page = f"/my/enrolments/{request_sent.pk}/files/"
        upload = SimpleUploadedFile(
            "Mijn CV - Yasmine.exe", picture(), content_type="application/x-msdownload"
        )
        assert client.post(page, {"kind": CV, "file": upload}).status_code == 302
        kept = request_sent.attachments.get()
        assert kept.media_type == "image/jpeg"
        assert f"/files/{kept.pk}/" in client.get(page).content.decode()
        client.post(f"/files/{kept.pk}/delete/")
        assert not is_kept(kept.file.name)

    @pytest.mark.parametrize(
        ("kind", "content", "field"),
        [
            ("", PDF, "kind"),
            ("PASSPORT", PDF, "kind"),
            (CV, b"<html>", "file"),
            (CV, b"%PDF-" + b"x" * 20_000_000, "file"),
        ],
        ids=["no kind", "unknown kind", "a page", "too large"],
    )
    def test_sent_wrong_it_says_what_at_the_field(self, client, request_sent, kind, content, field):
        for user, page in (
            (request_sent.person.user, f"/my/enrolments/{request_sent.pk}/files/"),
            (a_coordinator(), f"/admin/enrolments/{request_sent.pk}/attach/"),
        ):
            client.force_login(user)
            answer = client.post(page, {"kind": kind, "file": SimpleUploadedFile("cv.pdf", content)})
            assert answer.status_code == 200
            assert field in answer.context["form"].errors or answer.context["form"].non_field_errors()
        assert not Attachment.objects.exists()

    def test_the_office_adds_one_for_the_person(self, client, request_sent):
        office = a_coordinator()
        client.force_login(office)
        address = f"/admin/enrolments/{request_sent.pk}/attach/"
        assert 'enctype="multipart/form-data"' in client.get(address).content.decode()
        client.post(address, {"kind": PROOF, "file": SimpleUploadedFile("x", PDF)})
        kept = request_sent.attachments.get()
        assert kept.added_by == office
        page = client.get(f"/admin/enrolments/inspect/{request_sent.pk}/").content.decode()
        assert f"/files/{kept.pk}/" in page


@pytest.mark.parametrize(
    ("size", "fr", "nl"),
    [
        (49, "1 ko", "1 kB"),
        (340_900, "340 ko", "340 kB"),
        (2_540_000, "2,5 Mo", "2,5 MB"),
        (20_000_000, "20,0 Mo", "20,0 MB"),
    ],
)
def test_a_size_is_said_in_the_units_of_the_help_text(size, fr, nl):
    for language, words in (("fr", fr), ("nl", nl)):
        with override(language):
            assert file_size(size).replace("\N{NO-BREAK SPACE}", " ") == words
