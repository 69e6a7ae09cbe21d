"""The certificat de réalisation says what the Ministry's model says, word by word (domain report, 1.4)."""

import pypdfium2
import pytest

from certificates.enums import AttestationKind
from documents import store
from tests.certificates.school import made

pytestmark = pytest.mark.django_db
MODEL = """
CERTIFICAT DE RÉALISATION Je soussigné(e) {signatory}, représentant(e) légal(e) du dispensateur de
l’action concourant au développement des compétences {provider}, atteste que : Mme/M. {holder} a suivi
l’action {title} Nature de l’action concourant au développement des compétences : ☒ action de formation ☐
bilan de compétences ☐ action de VAE ☐ action de formation par apprentissage Qui s’est déroulée du
{first} au {last}, pour une durée de {hours}. Sans préjudice des délais imposés par les règles fiscales,
comptables ou commerciales, je m’engage à conserver l’ensemble des pièces justificatives qui ont permis
d’établir le présent certificat pendant une durée de 3 ans à compter de la fin de l’année du dernier
paiement. En cas de cofinancement des fonds européens la durée de conservation est étendue conformément
aux obligations conventionnelles spécifiques. Fait à : {place}, le : {issued} Cachet et signature du
responsable du dispensateur de formation {signatory}, {role}
"""


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(text.split()) for text in texts]


def test_the_first_page_is_the_model_and_the_second_its_translation(school):
    one = school.enrolments[0]
    realisation = made(enrolment=one, kind=AttestationKind.REALISATION, by=school.coordinator)
    facts = realisation.facts
    first, second = pages(store.read(realisation.document))
    said = {
        "signatory": facts["signatory_name"],
        "provider": facts["provider_name"],
        "holder": one.person.full_name,
        "title": facts["title_fr"],
        "role": facts["signatory_role_fr"],
        "place": facts["place"],
        "hours": f"{facts['minutes_followed'] // 60} h",
    }
    before, dates = " ".join(MODEL.split()).partition("Qui s’est déroulée")[::2]
    assert before.format(**said) in first
    for part in dates.format(**said, first="|", last="|", issued="|").split("|"):
        assert part.strip() in first
    assert second.startswith("Vertaling ter informatie")
    assert "Cofinancé" in first.partition("Cachet et signature")[2] or "Cofinancé" not in first
