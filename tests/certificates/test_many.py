"""A list of codes: read line by line, answered by one query, nothing kept, nothing typed lost."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from accounts.domain import roles
from accounts.enums import OrganisationKind, Role
from certificates.domain import codes, issuing, many
from certificates.enums import Answer, RevocationReason
from certificates.exceptions import Refusal
from certificates.models import Verification
from certificates.views import limits
from certificates.views import many as view
from tests.certificates.school import account, organisation, replace, revoke

pytestmark = pytest.mark.usefixtures("fast_press")

CODE, OTHER = "7K3M9XQ24BTD", "0123456789AB"


@pytest.fixture
def desk(client, member):
    client.force_login(member)
    return client


def send(client, codes="", **more):
    return client.post(reverse("check_many"), {"codes": codes, **more})


@pytest.mark.parametrize(
    "line",
    [
        "7K3M-9XQ2-4BTD",
        "7k3m 9xq2 4btd",
        "https://example.org/v/7K3M9XQ24BTD",
        "https://example.org/v/7K3M9XQ24BTD?lang=nl",
    ],
)
@pytest.mark.parametrize(
    "behind", ["", "; Van den Berghe", "\tVan den Berghe", ", Van den Berghe", "  Van den Berghe"]
)
def test_a_line_is_a_code_and_perhaps_a_name(line, behind):
    [question] = many.read(line + behind)
    assert (question.code, question.trouble) == (CODE, "")
    assert question.family_name == behind.strip("\t;, ")


def test_empty_lines_keep_the_numbers_right():
    questions = many.read(f"{CODE}\n\n  \n{OTHER}; Peeters\n")
    assert [(one.number, one.code) for one in questions] == [(1, CODE), (4, OTHER)]
    assert many.read(many.as_text(questions)) == questions


@pytest.mark.parametrize("headings", ["Code;Naam", "Nom\tCode de vérification", "Verificatiecode"])
def test_pasted_headings_are_no_question(headings):
    [question] = many.read(f"{headings}\n{CODE}")
    assert (question.number, question.code) == (2, CODE)


@pytest.mark.parametrize("first", [CODE[:-1], "Peeters", f"Code {CODE[:-1]}"])
def test_a_slip_on_the_first_line_is_not_taken_for_headings(first):
    slip, good = many.read_file(f"{first}\n{OTHER}".encode())
    assert slip.trouble
    assert good.code == OTHER


def test_a_bad_line_says_what_is_wrong():
    bad, much, good = many.read(f"Peeters\n{CODE}; Peeters; Els\n{OTHER}")
    assert "geen code" in bad.trouble or "no code" in bad.trouble or "pas de code" in bad.trouble
    assert much.trouble
    assert much.code is None
    assert good.trouble == ""


@pytest.mark.parametrize("text", ["", " \n \n", "\n".join([CODE] * 201)])
def test_nothing_and_too_much_are_refused(text):
    with pytest.raises(Refusal):
        many.read(text)


@given(st.text(max_size=600))
def test_whatever_is_pasted_is_read_or_refused(text):
    try:
        questions = many.read(text)
    except Refusal:
        return
    assert all(bool(one.code) != bool(one.trouble) for one in questions)


def workbook(*lines) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        f"{CODE};Peeters\n{OTHER};".encode(),
        f"Code;Naam\n{CODE};Peeters\n{OTHER};\n".encode("utf-8-sig"),
        f"Naam,Code\nPeeters,{CODE}\n,{OTHER}\n".encode(),
        f"{CODE} Peeters\n{OTHER}".encode(),
        workbook(["Code", "Familienaam"], [CODE, "Peeters"], [OTHER]),
    ],
)
def test_a_file_of_any_kind(content):
    questions = many.read_file(content)
    assert [(one.code, one.family_name) for one in questions] == [(CODE, "Peeters"), (OTHER, "")]


def test_each_answer_in_one_query(school, certificate, django_assert_num_queries):
    revoked, replaced = (
        issuing.issue(enrolment=each, by=school.coordinator) for each in school.enrolments[1:]
    )
    revoke(revoked, school.coordinator, RevocationReason.FRAUD)
    replace(replaced, school.coordinator, RevocationReason.ERROR_IN_DATA)
    wanted = [certificate.code, revoked.code, replaced.code, "0" * 12, certificate.code]
    questions = many.read("\n".join(f"{code}; Benali" for code in wanted))
    with django_assert_num_queries(1):
        answers = many.answer(questions)
        names = [one.same_name for one in answers]
    assert [one.answer for one in answers] == [
        Answer.VALID, Answer.REVOKED, Answer.REPLACED, Answer.UNKNOWN, None,
    ]  # fmt: skip
    assert names == [True, False, False, None, None]
    assert [one.still_says for one in answers] == [True, False, False, False, False]
    assert "1" in answers[-1].trouble


def test_the_page_says_it_all_and_never_the_right_name(desk, certificate):
    response = send(desk, f"{certificate.grouped_code}; Peeters\nnothing\n{'0' * 12}")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Benali" not in html
    assert html.count('data-label="Luisteren">A1') == 1
    for words in ("Geldig", "Onbekend", "Hier staat geen code", "Nee", "12 uur"):
        assert words in html.replace("\N{NO-BREAK SPACE}", " ")
    assert f"{certificate.grouped_code}; Peeters\nnothing" in html  # to be mended and sent again
    assert Verification.objects.count() == 2


def test_nothing_of_the_list_is_kept(desk, certificate):
    send(desk, f"{certificate.code}; Peeters")
    [counted] = Verification.objects.all()
    assert (counted.certificate, counted.answer, counted.language) == (certificate, Answer.VALID, "nl")


def test_the_same_as_csv_without_formulas(desk, certificate):
    response = send(desk, f"=1+1; x\n{certificate.code}; benali", **{"as": "csv"})
    assert response["Content-Disposition"] == 'attachment; filename="certificates.csv"'
    head, bad, good = csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    assert len(head) == len(bad) == len(good)
    assert bad[1] == "'=1+1"
    assert good[:2] == ["2", certificate.grouped_code]
    assert good[2:10] == ["Geldig", "Ja", "A1", "A1", "A1", "A1", "A1", "12\N{NO-BREAK SPACE}uur"]


def test_a_file_comes_back_as_text_to_be_mended(desk, certificate):
    file = SimpleUploadedFile("codes.csv", f"Code;Naam\n{certificate.code};Benali\nbad;x".encode())
    html = send(desk, file=file).content.decode()
    assert f"{certificate.code}; Benali\nbad; x" in html
    assert "Ja" in html


@pytest.mark.parametrize("more", [{}, {"file": b"PK\x03\x04broken"}, {"codes": CODE, "file": b"x"}])
def test_what_is_wrong_with_the_whole_is_said(desk, more):
    if "file" in more:
        more["file"] = SimpleUploadedFile("codes.xlsx", more["file"])
    response = send(desk, **more)
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert more.get("codes", "") in response.content.decode()


def test_a_code_that_was_asked_too_often_waits(desk, certificate, monkeypatch):
    monkeypatch.setattr(limits, "PER_CODE", 1)
    assert "Geldig" in send(desk, certificate.code).content.decode()
    html = send(desk, f"{certificate.code}; Benali").content.decode()
    assert "te vaak opgevraagd" in html
    assert "Geldig" not in html


def test_too_many_lists_are_refused_with_what_was_typed(desk, certificate, monkeypatch):
    monkeypatch.setattr(view, "PER_ACCOUNT", 0)
    response = send(desk, certificate.code)
    assert (response.status_code, response["Retry-After"]) == (429, "60")
    assert certificate.code in response.content.decode()


def test_an_organisation_that_is_not_verified_asks_one_by_one(desk, agency, certificate):
    agency.verified_at = None
    agency.save()
    html = send(desk, certificate.code).content.decode()
    assert "nog niet gecontroleerd" in html
    assert "Geldig" not in html
    assert reverse("verify") in html


def test_for_whom_the_page_exists(client, school, agency):
    assert client.get(reverse("check_many")).status_code == 302
    for user, role, found in (
        (school.trainer, None, 404),
        (account("p@example.org", "P", "Q"), Role.PRESCRIBER, 200),
    ):
        if role:
            house = organisation(OrganisationKind.PRESCRIBER, "Mission locale", verified_at=timezone.now())
            roles.grant(user=user, organisation=house, role=role, by=None)
        client.force_login(user)
        assert client.get(reverse("check_many")).status_code == found


def test_two_hundred_codes_cost_what_one_costs(desk, monkeypatch):
    monkeypatch.setattr(view.tally, "count", lambda *args, **more: None)
    spent = []
    for number in (1, 1, 200):  # the first fills what is kept of the frame
        with CaptureQueriesContext(connection) as queries:
            assert send(desk, "\n".join(codes.new() for _ in range(number))).status_code == 200
        spent.append(len(queries))
    assert spent[1] == spent[2]
