"""The attendance attestation: hours of closed registers by month, never a reason of absence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from certificates.domain import attesting, comparing, templates
from certificates.domain.comparing import Finding
from certificates.domain.queries import session_papers
from certificates.enums import AttestationKind
from certificates.exceptions import Refusal
from certificates.models import Attestation
from documents import sealing, store
from tests.certificates.school import made
from tests.documents.paper import words
from training.domain import amending, hours
from training.models import AbsenceCode, HalfDay

pytestmark = pytest.mark.django_db
KIND = AttestationKind.ATTENDANCE


@pytest.fixture
def order(school) -> dict:
    return {"enrolment": school.enrolments[0], "kind": KIND, "by": school.coordinator}


def amended(school, enrolment) -> None:
    """Ill on the first morning, it turns out."""
    amending.amend(
        half_day=school.session.half_days.order_by("date")[0],
        enrolment=enrolment,
        by=school.coordinator,
        reason="Certificat reçu",
        absence_code=AbsenceCode.objects.get(code="J_SICK"),
    )


def test_it_says_hours_and_half_days_in_both_languages_under_a_seal(school, order):
    paper = made(**order)
    kept = store.read(paper.document)
    text, followed = words(kept), hours.followed(order["enrolment"])
    assert sealing.check(kept).intact
    assert sum(month["followed"] for month in paper.facts["months"]) == followed > 0
    assert f"a suivi {followed // 60} h" in text
    assert f"heeft {followed // 60} uur gevolgd" in text
    assert paper.document.pages == 1


def test_why_somebody_was_away_is_not_said(school, order):
    amended(school, order["enrolment"])
    paper = made(**order)
    said = str(paper.facts) + words(store.read(paper.document))
    assert sum(month["justified"] for month in paper.facts["months"]) == 180
    code = AbsenceCode.objects.get(code="J_SICK")
    for private in (code.label_fr, code.label_nl, "J_SICK", "Certificat reçu"):
        assert private not in said


def test_a_corrected_register_makes_it_outdated_and_a_new_version_says_why(school, order):
    first = made(**order)
    amended(school, order["enrolment"])
    rows = session_papers.page(school.session).rows
    outdated = {
        (row.enrolment.pk, cell.kind) for row in rows for cell in row.cells if cell.survey.is_outdated
    }
    assert outdated == {(order["enrolment"].pk, KIND)}
    with pytest.raises(Refusal, match="nouvelle version"):
        attesting.order(**order)
    second = made(**order, reason="Feuille corrigée")
    first.refresh_from_db()
    assert first.replaced_at is not None
    assert "remplace la version 1 : Feuille corrigée" in words(store.read(second.document))


def test_what_is_not_closed_yet_is_said(school, order):
    last = school.session.half_days.order_by("-date")[0]
    HalfDay.objects.create(
        session=school.session, date=last.date.replace(year=last.date.year + 1), part=last.part,
        start_time=last.start_time, end_time=last.end_time, trainer=last.trainer,
    )  # fmt: skip
    paper = made(**order)
    assert paper.facts["open_half_days"] == 1
    text = words(store.read(paper.document))
    assert "Demi-journées pas encore closes, non comptées : 1" in text
    assert "Nog niet afgesloten halve dagen, niet meegeteld: 1" in text


def test_neither_trainer_nor_stranger_orders_or_reads_it(school, order):
    for stranger in (school.trainer, school.enrolments[0].person.user):
        with pytest.raises(Refusal):
            attesting.order(**order | {"by": stranger})
    paper = made(**order)
    assert not Attestation.objects.visible_to(school.trainer).exists()
    assert not Attestation.objects.visible_to(school.enrolments[1].person.user).exists()
    assert list(Attestation.objects.visible_to(school.enrolments[0].person.user)) == [paper]


def test_its_holder_finds_it_with_what_it_is_for(school, order, client):
    paper = made(**order)
    client.force_login(order["enrolment"].person.user)
    html = client.get("/my/certificates/").content.decode()
    assert f"/attestations/{paper.pk}.pdf" in html
    assert "Vos heures et demi-journées par mois" in html


def asked(client, content: bytes) -> str:
    sent = {"file": SimpleUploadedFile("x.pdf", content)}
    return client.post("/v/file/", sent, headers={"accept-language": "nl"}).content.decode()


def test_the_file_is_recognised_and_a_changed_one_is_not(school, order, client):
    paper = made(**order)
    kept = store.read(paper.document)
    html = asked(client, kept)
    assert "Aanwezigheidsattest, versie 1" in html
    assert "byte voor byte" in html or comparing.compare(kept).finding == Finding.SAME
    changed = comparing.compare(kept.replace(b"%%EOF", b"%%eof"))
    assert (changed.finding, changed.paper) == (Finding.OTHER, paper)
    assert "Aanwezigheidsattest, versie 1" in asked(client, kept + b"\n")
    assert comparing.compare(b"%PDF-1.7 nothing").finding == Finding.UNKNOWN


def test_it_is_frozen_with_the_template_of_the_day(school, order):
    draft = templates.begin_version(paper="presence", provider=None, by=school.coordinator)
    said = {"title": {"fr": "Attestation de présence"}}
    draft = templates.change(version=draft, words=said, by=school.coordinator)
    templates.publish(version=draft, by=school.coordinator)
    paper = made(**order)
    assert paper.facts["design"]["number"] == 1
    assert "Attestation de présence" in words(store.read(paper.document))
