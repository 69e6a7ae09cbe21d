"""Is this the file that was issued? Asked on the page, without a code, and on the command line."""

import io
import json
import zlib
from datetime import UTC, datetime

import pikepdf
import pytest
import rfc8785
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from certificates.domain import comparing, enclosed, issuing, showing
from certificates.domain.comparing import Finding
from certificates.enums import Answer, RevocationReason, Shown
from certificates.management.commands.verify import state
from certificates.models import Certificate, Verification
from certificates.views import in_memory, limits
from documents import sealing, store
from tests.certificates.school import finished_session, reach, replace, revoke
from tests.certificates.test_verification import heading
from training.enums import Level

pytestmark = pytest.mark.django_db
SAME = "This is the file that was issued, byte for byte."
OTHER = "This is not the file that was issued."


def send(client, content: bytes, name="certificate.pdf", language="en", **more):
    sent = {"file": SimpleUploadedFile(name, content), **more}
    return client.post(reverse("verify_file"), sent, headers={"accept-language": language})


def shown(response) -> list[str]:
    """Which of the two answers is not hidden."""
    html = response.content.decode()
    return [word for word in ("same", "other") if f'data-file-{word} role="status">' in html]


def edited(pdf: bytes, level: str = "B1") -> bytes:
    """The same page with another level written over it, saved as anybody's editor would."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        page.Resources.Font["/Forged"] = opened.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        drawing = f"q 1 1 1 rg 60 200 60 40 re f 0 g BT /Forged 24 Tf 60 205 Td ({level}) Tj ET Q"
        page.contents_add(opened.make_stream(drawing.encode()))
        made = io.BytesIO()
        opened.save(made)
    return made.getvalue()


@pytest.fixture
def at_a2(school) -> Certificate:
    reach(school.enrolments[0], by=school.trainer, level=Level.A2)
    return issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)


def test_the_issued_file_is_the_issued_file(client, at_a2):
    pdf = store.read(at_a2.document)
    for more in ({}, {"code": at_a2.code}):
        response = send(client, pdf, **more)
        assert (heading(response), shown(response)) == ("Valid", ["same"])


def test_a2_that_became_b1_is_not_and_the_page_shows_a2(client, at_a2):
    forged = edited(store.read(at_a2.document))
    for more in ({}, {"code": at_a2.code}):
        response = send(client, forged, **more)
        html = response.content.decode()
        assert shown(response) == ["other"]
        assert "We certified: Listening A2 · Reading A2" in html
        assert html.count("<strong>A2</strong>") == 5
        assert "B1" not in html.partition("We certified")[2].partition("</p>")[0]
    compared = comparing.compare(forged)
    assert (compared.finding, compared.holds_our_credential) == (Finding.OTHER, True)


@pytest.mark.parametrize("taken_back", [revoke, replace])
def test_the_issued_file_of_one_that_no_longer_stands(client, school, certificate, taken_back):
    pdf = store.read(certificate.document)
    taken_back(certificate, school.coordinator, RevocationReason.ERROR_IN_DATA)
    response = send(client, pdf)
    assert heading(response) in ("Revoked", "Replaced")
    assert shown(response) == ["same"]
    assert "its certificate is no longer valid" in response.content.decode()


def test_a_credential_alone_is_compared_word_for_word(client, certificate):
    written = rfc8785.dumps(certificate.credential)
    spaced = json.dumps(certificate.credential, indent=2).encode()
    changed = written.replace(b'"A1"', b'"B1"')
    assert changed != written
    for content in (written, spaced):
        assert shown(send(client, content, "credential.json")) == ["same"]
    response = send(client, changed, "credential.json")
    assert shown(response) == ["other"]
    assert "Listening A1" in response.content.decode()


def test_the_file_of_another_certificate_is_not_the_one(client, school, certificate):
    second = issuing.issue(enrolment=school.enrolments[1], by=school.coordinator)
    response = send(client, store.read(second.document), code=certificate.code)
    assert shown(response) == ["other"]
    assert certificate.grouped_code in response.content.decode()
    assert "Bruno" not in response.content.decode()


def test_a_hidden_name_stays_hidden(client, certificate):
    showing.choose(certificate=certificate, by=certificate.enrolment.person.user, shows=Shown.CHECK)
    pdf = store.read(certificate.document)
    for content in (pdf, edited(pdf)):
        assert "Benali" not in send(client, content).content.decode()


STRANGERS = {
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(99),
    "an empty PDF": b"%PDF-1.7\n%%EOF",
    "a broken PDF": b"%PDF-1.7\nstream\n\x78\x9c\xff\xff\xff",
    "a text": b"hello",
    "JSON": b'{"credentialSubject": 3}',
    "deep JSON": b'{"credentialSubject":' + b"[" * 100_000,
    "a credential of somebody": b'{"credentialSubject": {"licenseNumber": "0000-0000-0000"}}',
    "a credential with nonsense": b'{"credentialSubject": {"licenseNumber": ["x"]}}',
}


@pytest.mark.parametrize("content", STRANGERS.values(), ids=STRANGERS)
def test_a_file_nobody_knows_is_answered_in_one_way(client, certificate, fast_press, content):
    unknown = send(client, b"%PDF-1.7 unknown")
    assert "We do not know this file." in unknown.content.decode()
    for more in ({}, {"code": "1" * 12}, {"code": "nonsense"}, {"code": ""}):
        response = send(client, content, **more)
        assert response.status_code == 200
        assert response.content == unknown.content


def test_every_unknown_file_asks_the_database_as_much(fast_press, certificate, django_assert_num_queries):
    for content in STRANGERS.values():
        for code in (None, "", "1" * 12, "nonsense"):
            with django_assert_num_queries(3):
                comparing.compare(content, code=code)


@given(st.binary(max_size=400))
def test_no_bytes_make_it_stumble(content):
    assert enclosed.credential_in(content) is None or b"credentialSubject" in content
    assert enclosed.credential_in(b"%PDF stream\n" + content) is None or b"credentialSubject" in content


def test_a_bomb_is_inflated_no_further_than_a_credential_needs():
    bomb = b"%PDF stream\n" + zlib.compress(b'{"credentialSubject": "' + bytes(200_000_000) + b'"}')
    assert len(bomb) < in_memory.MOST
    assert enclosed.credential_in(bomb) is None
    assert enclosed._stream(bomb[12:], enclosed.LONGEST)[1] == enclosed.LONGEST


def streams(pieces: list[bytes]) -> bytes:
    return b"%PDF-1.7\n" + b"".join(b"stream\n%b\nendstream\n" % piece for piece in pieces)


@pytest.mark.parametrize("breaks_off", [False, True])
def test_many_small_bombs_cost_no_more_than_one_file_may(monkeypatch, breaks_off):
    inflated = []

    class Counted:
        def decompress(self, raw, most):
            inflated.append(most)
            return inflate().decompress(raw, most)

    inflate = zlib.decompressobj
    bomb = zlib.compress(bytes(200_000))
    content = streams([bomb[:-8] + bytes(8) if breaks_off else bomb] * 6_000)
    monkeypatch.setattr(enclosed.zlib, "decompressobj", Counted)
    assert len(content) < in_memory.MOST
    assert enclosed.credential_in(content) is None
    assert len(inflated) <= enclosed.MOST_READ // 200_000 + 1


def test_no_more_streams_are_looked_at_than_any_paper_of_ours_has():
    credential = zlib.compress(b'{"credentialSubject": {}}')
    empty = [zlib.compress(b"")] * (enclosed.MOST_STREAMS - 1)
    assert enclosed.credential_in(streams([*empty, credential])) == {"credentialSubject": {}}
    assert enclosed.credential_in(streams([*empty, b"", credential])) is None


def test_a_real_paper_stays_far_below_what_a_file_may_cost(certificate):
    pdf = store.read(certificate.document)
    found = [
        enclosed._stream(pdf[begin.end() : begin.end() + enclosed.LONGEST], enclosed.LONGEST)
        for begin in enclosed.STREAM.finditer(pdf)
    ]
    assert len(found) < enclosed.MOST_STREAMS / 10
    assert sum(cost for _text, cost in found) < enclosed.MOST_READ / 10


def test_one_changed_byte_anywhere_is_found(certificate):
    pdf = store.read(certificate.document)
    for place in range(0, len(pdf), len(pdf) // 40):
        changed = bytearray(pdf)
        changed[place] ^= 1
        assert comparing.compare(bytes(changed), code=certificate.code).finding == Finding.OTHER


def test_it_is_never_written_to_disk(client, certificate, fast_press, monkeypatch):
    def written(*args, **how):
        raise AssertionError("a file of a stranger on the disk")

    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", written)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", written)
    large = b"%PDF" + bytes(in_memory.MOST - 4)
    assert "We do not know this file." in send(client, large).content.decode()
    assert "larger than 2 MB" in send(client, large + b"x").content.decode()


@pytest.mark.parametrize(("content", "sentence"), [(None, "Choose the file."), (b"", "This file is empty")])
def test_what_is_wrong_is_said_where_the_form_stood(client, certificate, fast_press, content, sentence):
    for more in ({}, {"code": certificate.code}):
        sent = more if content is None else {"file": SimpleUploadedFile("x.pdf", content), **more}
        response = client.post(reverse("verify_file"), sent, headers={"accept-language": "en"})
        assert sentence in response.content.decode()
        assert (heading(response) == "Valid") is bool(more)


def test_it_is_counted_once_and_slowed_down(client, certificate, fast_press, monkeypatch):
    monkeypatch.setattr(limits, "PER_NETWORK", 2)
    pdf = store.read(certificate.document)
    assert send(client, pdf).status_code == 200
    assert send(client, b"hello", code=certificate.code).status_code == 200
    assert list(Verification.objects.values_list("certificate", "answer")) == [(certificate.pk, Answer.VALID)]
    assert send(client, pdf).status_code == 429
    assert client.get(reverse("verify_file")).url == reverse("verify")


def test_the_page_of_a_code_has_the_fingerprint_for_the_browser(client, certificate, fast_press):
    html = client.get(reverse("verify_code", args=[certificate.code])).content.decode()
    assert f'data-file-check="{certificate.document.sha256}"' in html
    assert 'src="/static/certificates/file-check' in html


def said(*paths) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("verify", *map(str, paths), stdout=out)
    except CommandError as error:
        return error.returncode, out.getvalue()
    return 0, out.getvalue()


def test_the_command_says_it_with_an_exit_code(tmp_path):
    school = finished_session()
    one, second, third = (issuing.issue(enrolment=each, by=school.coordinator) for each in school.enrolments)
    revoke(second, school.coordinator, RevocationReason.FRAUD)
    new = replace(third, school.coordinator, RevocationReason.ERROR_IN_DATA)

    def kept(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    issued = kept("issued.pdf", store.read(one.document))
    credential = kept("issued.json", rfc8785.dumps(one.credential))
    forged = kept("forged.pdf", edited(store.read(one.document)))
    revoked = kept("revoked.pdf", store.read(second.document))
    replaced = kept("replaced.pdf", store.read(third.document))
    fresh = kept("new.pdf", store.read(new.document))
    stranger = kept("stranger.pdf", b"%PDF-1.7")
    for path, code, words in (
        (issued, 0, "the file that was issued; certificate"),
        (credential, 0, "its signature holds"),
        (fresh, 0, "is valid"),
        (forged, 1, "NOT the file that was issued"),
        (revoked, 2, "is revoked"),
        (replaced, 2, "is replaced"),
        (stranger, 3, "unknown"),
        (tmp_path / "nothing.pdf", 4, "cannot be read"),
    ):
        ended, output = said(path)
        assert ended == code, output
        assert words in output
    assert "we certified LIS A1, REA A1" in said(forged)[1]
    assert "Benali" not in said(issued, forged)[1]
    assert said(issued, forged, revoked)[0] == 2


def test_one_that_was_revoked_first_is_replaced_since_the_new_one():
    new = Certificate(pk=2, issued_at=datetime(2026, 11, 27, 9, tzinfo=UTC))
    old = Certificate(pk=1, revoked_at=datetime(2026, 11, 3, 9, tzinfo=UTC), replaced_by=new)
    assert state(old) == "replaced (2026-11-27)"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"intact": False, "trusted": False, "is_test": True}, "its seal is BROKEN"),
        ({"intact": True, "trusted": True, "is_test": True}, "its seal is intact, a TEST seal"),
        ({"intact": True, "trusted": True, "is_test": False}, "its seal is intact, ours"),
        (
            {"intact": True, "trusted": False, "is_test": False},
            "its seal is intact, of somebody we do not know",
        ),
        (None, ""),
    ],
)
def test_the_command_says_what_becomes_of_the_seal(tmp_path, monkeypatch, facts, words):
    seal = facts and sealing.Seal(**facts, signer="GECT", signed_at=None, level="B-B")
    monkeypatch.setattr(sealing, "check", lambda content: seal)
    path = tmp_path / "sealed.pdf"
    path.write_bytes(b"%PDF-1.7")
    ended, output = said(path)
    assert ended == 3
    assert output.strip().endswith(words or "unknown: it names no certificate of ours")
