"""The language profile: levels with their source and day, ordered by the person, a trainer or the office."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certificates.domain import attesting
from certificates.domain.queries import language_profile
from certificates.enums import AttestationKind
from certificates.exceptions import Refusal
from certificates.models import Attestation
from documents import sealing, store
from tests.certificates.school import account, enrolled, made
from tests.documents.paper import words
from training.domain import can_dos, progress
from training.domain.queries import ways
from training.enums import CanDoAnswer, EnrolmentStatus, Level, LevelSource, Moment, Skill

pytestmark = pytest.mark.django_db
KIND = AttestationKind.PROFILE


@pytest.fixture
def order(school) -> dict:
    enrolment = school.enrolments[0]
    return {"enrolment": enrolment, "kind": KIND, "by": enrolment.person.user}


def note(school, enrolment, *, level: str, source: str = LevelSource.TRAINER) -> None:
    progress.record(
        enrolment=enrolment, moment=Moment.EXIT, skill=Skill.LISTENING, level=level, source=source,
        by=school.trainer, assessed_on=timezone.localdate(),
    )  # fmt: skip


def test_it_says_levels_sources_and_days_in_both_languages_under_a_seal(school, order):
    paper = made(**order)
    kept = store.read(paper.document)
    text = words(kept)
    listening = paper.facts["skills"][0]
    day = (timezone.localdate() - timedelta(days=20)).isoformat()
    assert listening["entry"] == {"level": "A0", "source": "TRAINER", "on": day}
    assert listening["now"] == {"level": "A1", "source": "TRAINER", "on": day}
    assert sealing.check(kept).intact
    assert paper.document.pages == 1
    for phrase in (
        "Fiche de profil linguistique",
        "Taalprofiel",
        "ne vaut pas certification officielle",
        "dit is geen officieel taalcertificaat",
        "A1 – formatrice ou formateur",
        "A1 – lesgever",
        "Objectif : niveau A1",
        "32590987659",
    ):
        assert phrase in text, phrase
    assert school.trainer.last_name not in text


def test_what_the_trainer_ticked_stands_there_and_what_not_does_not(school, order):
    asked = [one for one in can_dos.statements_of(school.session.course) if one.skill == Skill.LISTENING]
    yes, no = asked[:2]
    answers = {yes.pk: CanDoAnswer.YES, no.pk: CanDoAnswer.YES - 1}
    can_dos.tick(enrolment=order["enrolment"], answers=answers, by=school.trainer)
    said = made(**order).facts["skills"][0]["can_do"]
    assert said == [{"fr": yes.text_fr, "nl": yes.text_nl}]


def test_nothing_assessed_is_refused_with_a_sentence(school):
    new = enrolled(school.session, 7)
    with pytest.raises(Refusal, match="Aucun niveau"):
        attesting.order(enrolment=new, kind=KIND, by=school.coordinator)
    assert language_profile.of(new).survey.why_not.startswith("Aucun niveau")
    assert not Attestation.objects.exists()


def test_a_level_since_makes_a_new_version_without_a_reason(school, order):
    first = made(**order)
    assert attesting.order(**order) == first
    note(school, order["enrolment"], level=Level.A2_1)
    assert language_profile.of(order["enrolment"]).can_be_ordered
    second = made(**order)
    first.refresh_from_db()
    assert (second.number, second.reason) == (2, "")
    assert first.replaced_at is not None
    assert first.facts["skills"][0]["now"]["level"] == "A1"
    assert "version 2, remplace la version 1" in words(store.read(second.document))


def test_what_they_say_of_themselves_is_no_level_now(school, order):
    own = order["enrolment"].person.user
    progress.record(
        enrolment=order["enrolment"], moment=Moment.EXIT, skill=Skill.LISTENING, level=Level.B1,
        source=LevelSource.SELF, by=own, assessed_on=timezone.localdate(),
    )  # fmt: skip
    assert made(**order).facts["skills"][0]["now"]["level"] == "A1"


def test_the_trainer_orders_and_a_stranger_neither_orders_nor_reads(school, order, client):
    stranger = school.enrolments[1].person.user
    with pytest.raises(Refusal):
        attesting.order(**order | {"by": stranger})
    paper = made(**order | {"by": school.trainer})
    address = f"/language-profiles/{order['enrolment'].pk}/"
    for user in (stranger, account("nobody@example.org", "No", "Body")):
        client.force_login(user)
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
        assert client.get(f"/attestations/{paper.pk}.pdf").status_code == 404
    client.force_login(school.trainer)
    assert client.get(f"/attestations/{paper.pk}.pdf").status_code == 200


def test_one_button_then_being_made_then_the_file(school, order, client, monkeypatch):
    """The signer is at rest: nothing takes the order up by itself."""
    monkeypatch.setattr(attesting.attestation_ordered, "send_robust", lambda *_sender, **_news: [])
    address = f"/language-profiles/{order['enrolment'].pk}/"
    client.force_login(order["by"])
    assert f'action="{address}"' in client.get("/my/certificates/").content.decode()
    assert client.post(address).url == address
    paper = Attestation.objects.get(kind=KIND)
    assert paper.is_being_made
    waiting = client.get(address)
    assert waiting["Refresh"] == "3"
    assert "en cours de fabrication" in waiting.content.decode()
    attesting.make(paper.pk)
    ready = client.get(address)
    assert "Refresh" not in ready
    assert f"/attestations/{paper.pk}.pdf" in ready.content.decode()
    assert "Vos niveaux de néerlandais" in client.get("/my/certificates/").content.decode()


class TestWays:
    """Every role that may order one finds it beside the levels."""

    def address(self, order) -> str:
        return f'href="/language-profiles/{order["enrolment"].pk}/"'

    def test_the_trainer_from_the_group_and_from_the_levels(self, school, order, client):
        client.force_login(school.trainer)
        for page in (f"/trainer/sessions/{school.session.code}/", self.levels(order)):
            html = client.get(page).content.decode()
            assert self.address(order) in html
            assert "Taalprofiel" in html

    def test_the_office_too(self, school, order, client):
        client.force_login(school.coordinator)
        assert self.address(order) in client.get(self.levels(order)).content.decode()

    def test_the_person_from_their_dutch_and_from_their_certificates(self, order, client):
        client.force_login(order["enrolment"].person.user)
        dutch = client.get(f"/my/enrolments/{order['enrolment'].pk}/dutch/").content.decode()
        assert self.address(order) in dutch
        own = client.get("/my/certificates/").content.decode()
        assert self.address(order).replace("href", "action") in own

    def test_each_way_leads_somewhere(self, school, order, client):
        for user in (school.trainer, school.coordinator, order["enrolment"].person.user):
            client.force_login(user)
            assert client.get(f"/language-profiles/{order['enrolment'].pk}/").status_code == 200

    def test_nobody_before_they_are_on_the_register(self, order):
        waiting = order["enrolment"]
        waiting.status = EnrolmentStatus.WAITLISTED
        assert ways.of(waiting) == []

    def levels(self, order) -> str:
        return f"/trainer/enrolments/{order['enrolment'].pk}/levels/"
