"""Previews: printed by a worker for people who do not exist, of what the draft says, or why it cannot be."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from certificates import tasks
from certificates.domain import proofing, templates
from certificates.exceptions import Refusal
from certificates.models import Certificate, TemplateProof, TemplateVersion
from documents import press, specimen
from documents.exceptions import PressRefusal
from documents.facts import Signatory
from tests.documents.logo_builders import logo, written
from tests.documents.paper import words

ALL = len(specimen.SAMPLES)


@pytest.fixture
def draft(school) -> TemplateVersion:
    return templates.begin_version(paper="certificate", provider=None, by=school.coordinator)


@pytest.fixture
def office(school) -> Client:
    client = Client()
    client.force_login(school.coordinator)
    return client


@pytest.fixture
def no_worker(monkeypatch) -> list[int]:
    """Nobody takes up what is asked; the list says what was."""
    asked: list[int] = []
    monkeypatch.setattr(tasks.print_template_proof, "delay", asked.append)
    return asked


def page(name: str, pk: int) -> str:
    return reverse(f"templates_office:{name}", args=[pk])


def made(draft: TemplateVersion, sample: str = "ordinary") -> TemplateProof:
    return draft.proofs.get(sample=sample)


def test_a_proof_says_the_words_of_the_draft_and_is_no_certificate(school, draft):
    templates.change(version=draft, words={"title": {"fr": "Brevet de pont"}}, by=school.coordinator)
    proofing.ask(version=draft, by=school.coordinator)
    draft.refresh_from_db()
    proof = made(draft)
    assert "Brevet de pont" in words(bytes(proof.pdf))
    assert "SPECIMEN" in words(bytes(proof.pdf)).replace("É", "E").upper()
    assert Image.open(BytesIO(proof.picture)).width > 1000
    assert proof.is_of(draft)
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("paper", sorted(templates.papers()))
@pytest.mark.parametrize("sample", specimen.SAMPLES)
def test_the_built_in_words_of_every_paper_fit_every_sample(school, no_worker, paper, sample):
    version = templates.begin_version(paper=paper, provider=None, by=school.coordinator)
    proofing.ask(version=version, by=school.coordinator)
    proofing.make(made(version, sample).pk)
    assert made(version, sample).trouble_fr == ""


def test_the_picture_shows_the_emblem_in_its_colours(school, draft):
    proofing.ask(version=draft, by=school.coordinator)
    colours = {
        colour for _number, colour in Image.open(BytesIO(made(draft).picture)).convert("RGB").getcolors()
    }
    assert {(0, 51, 153), (255, 204, 0)} <= colours


def test_it_is_asked_once_and_printed_once(school, draft, no_worker, monkeypatch):
    first = proofing.ask(version=draft, by=school.coordinator)
    assert proofing.ask(version=draft, by=school.coordinator) == first
    assert sorted(no_worker) == sorted(proof.pk for proof in first)
    proofing.make(first[0].pk)
    monkeypatch.setattr(press, "print_document", None)  # a second printing would fail
    proofing.make(first[0].pk)
    first[0].refresh_from_db()
    assert first[0].pdf
    assert not first[0].trouble_fr


def test_a_change_asks_for_a_new_proof(school, draft, no_worker):
    for proof in proofing.ask(version=draft, by=school.coordinator):
        proofing.make(proof.pk)
    before = bytes(made(draft).pdf)
    templates.change(version=draft, words={"title": {"fr": "Autre"}}, by=school.coordinator)
    draft.refresh_from_db()
    assert not made(draft).is_of(draft)
    proofing.ask(version=draft, by=school.coordinator)
    assert made(draft).is_being_made
    proofing.make(made(draft).pk)
    assert bytes(made(draft).pdf) != before
    assert draft.proofs.count() == ALL


def test_what_changed_while_it_waited_is_what_is_printed(school, draft, no_worker):
    [first, *_others] = proofing.ask(version=draft, by=school.coordinator)
    templates.change(version=draft, words={"title": {"fr": "Tardif"}}, by=school.coordinator)
    proofing.make(first.pk)
    draft.refresh_from_db()
    first.refresh_from_db()
    assert first.is_of(draft)
    assert "Tardif" in words(bytes(first.pdf))


def test_why_it_cannot_be_printed_is_said_in_both_languages(school, draft, office):
    templates.change(version=draft, words={"check": {"nl": ""}}, by=school.coordinator)
    proofing.ask(version=draft, by=school.coordinator)
    proof = made(draft)
    assert "Il manque le texte néerlandais" in proof.trouble_fr
    assert "De Nederlandse tekst ontbreekt" in proof.trouble_nl
    assert proof.pdf is None
    assert proof.trouble_fr in office.get(page("version", draft.pk)).content.decode()


def test_a_fault_of_ours_can_be_tried_again(school, draft, no_worker, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("the press is on fire")

    [proof, *_others] = proofing.ask(version=draft, by=school.coordinator)
    with monkeypatch.context() as patched:
        patched.setattr(press, "print_document", broken)
        proofing.make(proof.pk)
    proof.refresh_from_db()
    assert "équipe technique" in proof.trouble_fr
    proofing.ask(version=draft, by=school.coordinator)
    proofing.make(proof.pk)
    proof.refresh_from_db()
    assert (proof.trouble_fr, bool(proof.pdf)) == ("", True)


def test_what_a_killed_worker_left_is_taken_up(school, draft, no_worker):
    asked = proofing.ask(version=draft, by=school.coordinator)
    TemplateProof.objects.update(asked_at=timezone.now() - 2 * tasks.PATIENCE)
    no_worker.clear()
    tasks.sweep()
    assert sorted(no_worker) == sorted(proof.pk for proof in asked)


def test_a_proof_is_there_or_says_why(draft):
    facts = {"version": draft, "sample": "x", "design_sha256": "", "asked_at": timezone.now()}
    for wrong in (
        {"made_at": timezone.now()},
        {"pdf": b"%PDF-", "picture": b"x"},
        {"made_at": timezone.now(), "trouble_fr": "Non"},
        {"made_at": timezone.now(), "pdf": b"%PDF-", "picture": b"x", "trouble_fr": "a", "trouble_nl": "b"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            TemplateProof.objects.create(**facts, **wrong)


def test_only_the_office_asks_and_sees(school, draft):
    with pytest.raises(Refusal):
        proofing.ask(version=draft, by=school.trainer)
    proofing.ask(version=draft, by=school.coordinator)
    assert not TemplateProof.objects.visible_to(school.trainer).exists()


def test_the_page_waits_then_shows_pictures_and_files(office, school, draft, no_worker):
    assert "Refresh" not in office.get(page("version", draft.pk))
    office.post(page("version", draft.pk))
    waiting = office.get(page("version", draft.pk))
    assert waiting["Refresh"] == "2"
    assert f"0 sur {ALL} prêts" in waiting.content.decode()
    for proof in draft.proofs.all():
        proofing.make(proof.pk)
    shown = office.get(page("version", draft.pk))
    assert "Refresh" not in shown
    proof = made(draft)
    assert page("proof_picture", proof.pk) in shown.content.decode()
    assert office.get(page("proof_picture", proof.pk)).content[:4] == b"\x89PNG"
    file = office.get(page("proof_file", proof.pk))
    assert file.content == bytes(proof.pdf)
    assert file["Content-Disposition"] == 'attachment; filename="specimen-certificate-v1-ordinary.pdf"'


def test_a_page_that_waits_too_long_stops_loading_itself(office, draft, school, no_worker):
    proofing.ask(version=draft, by=school.coordinator)
    TemplateProof.objects.update(asked_at=timezone.now() - timedelta(minutes=4))
    shown = office.get(page("version", draft.pk))
    assert "Refresh" not in shown
    assert "Rien n’est perdu" in shown.content.decode()


# Who signs, logos


def sent(draft: TemplateVersion, **more) -> dict:
    draft.refresh_from_db()
    design = draft.design
    fields = {
        f"{each['name']}-{language}": each[language] for each in design["words"] for language in ("fr", "nl")
    }
    for index, one in enumerate(design["signatories"]):
        fields |= {f"signatory-{index}-{name}": one[name] for name in ("name", "role_fr", "role_nl")}
        fields[f"signatory-{index}-sha256"] = one.get("logo") or ""
    for index, one in enumerate(design["logos"]):
        fields |= {f"logo-{index}-{name}": one[name] for name in ("sha256", "name_fr", "name_nl")}
    looks = {name: design[name] for name in ("layout", "emblem")}
    return {**fields, **looks, "seen": draft.design_sha256, **more}


def a_signatory(index: int, name: str, role: str = "Direction") -> dict:
    prefix = f"signatory-{index}"
    return {
        f"{prefix}-name": name,
        f"{prefix}-role_fr": role,
        f"{prefix}-role_nl": role,
        f"{prefix}-sha256": "",
    }


def names(draft: TemplateVersion, kind: str = "signatories", field: str = "name") -> list[str]:
    draft.refresh_from_db()
    return [one[field] for one in draft.design[kind]]


def test_signatories_are_added_moved_and_taken_out(office, draft):
    edit = page("edit", draft.pk)
    office.post(edit, sent(draft, **a_signatory(0, "Ada Un"), then="signatory"))
    office.post(edit, sent(draft, **a_signatory(1, "Bea Deux"), then="signatory"))
    office.post(edit, sent(draft, **a_signatory(2, "Cleo Trois")))
    assert names(draft) == ["Ada Un", "Bea Deux", "Cleo Trois"]
    answer = office.post(edit, sent(draft, then="signatory-2-up"))
    assert answer.url == f"{edit}#signatories"
    assert names(draft) == ["Ada Un", "Cleo Trois", "Bea Deux"]
    office.post(edit, sent(draft, then="signatory-0-down"))
    assert names(draft) == ["Cleo Trois", "Ada Un", "Bea Deux"]
    office.post(edit, sent(draft, then="signatory-0-up"))
    office.post(edit, sent(draft, then="signatory-2-down"))
    office.post(edit, sent(draft, then="signatory-9-remove"))
    assert names(draft) == ["Cleo Trois", "Ada Un", "Bea Deux"]
    office.post(edit, sent(draft, then="signatory-1-remove"))
    assert names(draft) == ["Cleo Trois", "Bea Deux"]


def test_a_signatory_without_a_role_in_one_language_is_named(office, draft):
    office.post(page("edit", draft.pk), sent(draft, **a_signatory(0, "Ada Un") | {"signatory-0-role_nl": ""}))
    shown = office.get(page("edit", draft.pk)).content.decode()
    assert "Ada Un" in shown
    assert 'href="#signatory-0"' in shown
    assert 'id="signatory-0-troubles"' in shown
    draft.refresh_from_db()
    assert templates.troubles(draft)


def test_twelve_signatories_are_the_most_the_page_offers(office, school, draft):
    twelve = tuple(Signatory(name=f"N {n}", role_fr="R", role_nl="R") for n in range(12))
    templates.change(version=draft, by=school.coordinator, signatories=twelve)
    shown = office.get(page("edit", draft.pk)).content.decode()
    assert 'name="signatory-11-name"' in shown
    assert 'name="signatory-12-name"' not in shown
    office.post(page("edit", draft.pk), sent(draft))
    assert len(names(draft)) == 12


def test_logos_are_uploaded_named_moved_and_taken_out(office, draft):
    edit = page("edit", draft.pk)
    files = [BytesIO(written(logo(0))), BytesIO(written(logo(1)))]
    for number, file in enumerate(files):
        file.name = f"{number}.png"
    office.post(edit, sent(draft, new_logos=files, then="logo"))
    first, second = names(draft, "logos", "sha256")
    shown = office.get(edit).content.decode()
    assert reverse("templates_office:logo", args=[first]) in shown
    assert 'href="#logo-0"' in shown  # whose it is, is not said yet
    assert office.get(reverse("templates_office:logo", args=[first])).content[:4] == b"\x89PNG"
    named = {
        "logo-0-name_fr": "Ville",
        "logo-0-name_nl": "Stad",
        "logo-1-name_fr": "Port",
        "logo-1-name_nl": "Haven",
    }
    office.post(edit, sent(draft, **named, then="logo-1-up"))
    assert names(draft, "logos", "sha256") == [second, first]
    assert names(draft, "logos", "name_nl") == ["Haven", "Stad"]
    assert templates.troubles(draft) == []
    office.post(edit, sent(draft, then="logo-0-remove"))
    assert names(draft, "logos", "name_nl") == ["Stad"]


def test_the_thirteenth_logo_is_refused_and_said(office, draft):
    files = [BytesIO(written(logo(number))) for number in range(14)]
    for number, file in enumerate(files):
        file.name = f"{number}.png"
    answer = office.post(page("edit", draft.pk), sent(draft, new_logos=files), follow=True)
    assert len(names(draft, "logos", "sha256")) == 12
    shown = answer.content.decode()
    assert "12.png – " in shown
    assert "13.png – " in shown
    office.post(page("edit", draft.pk), sent(draft))
    assert len(names(draft, "logos", "sha256")) == 12


def test_what_could_not_be_printed_is_said_before_it_is_published(office, school, draft, monkeypatch):
    def full(*args, **kwargs):
        raise PressRefusal("Trop de signataires pour une page.")

    with monkeypatch.context() as patched:
        patched.setattr(press, "print_document", full)
        proofing.ask(version=draft, by=school.coordinator)
    assert "Trop de signataires" in office.get(page("publish", draft.pk)).content.decode()
    templates.change(version=draft, words={"title": {"fr": "Court"}}, by=school.coordinator)
    assert "Trop de signataires" not in office.get(page("publish", draft.pk)).content.decode()


def test_a_file_that_is_no_logo_is_said_and_the_rest_is_kept(office, draft):
    wrong = BytesIO(b"<svg onload=alert(1)>")
    wrong.name = "logo.svg"
    changes = {"title-fr": "Gardé", "new_logos": wrong}
    answer = office.post(page("edit", draft.pk), sent(draft, **changes), follow=True)
    shown = answer.content.decode()
    assert "logo.svg – " in shown
    assert "PNG" in shown
    draft.refresh_from_db()
    assert draft.design["logos"] == []
    assert next(each for each in draft.design["words"] if each["name"] == "title")["fr"] == "Gardé"


def test_the_logo_beside_a_name_comes_and_goes(office, draft):
    edit, file = page("edit", draft.pk), BytesIO(written(logo()))
    file.name = "logo.png"
    office.post(edit, sent(draft, **a_signatory(0, "Ada Un"), **{"signatory-0-picture": file}))
    draft.refresh_from_db()
    assert len(draft.design["signatories"][0]["logo"]) == 64
    office.post(edit, sent(draft, then="signatory-0-up"))
    draft.refresh_from_db()
    assert len(draft.design["signatories"][0]["logo"]) == 64
    office.post(edit, sent(draft, **{"signatory-0-bare": "on"}))
    draft.refresh_from_db()
    assert not draft.design["signatories"][0].get("logo")


def test_a_picture_nobody_uploaded_keeps_it_from_being_published(office, school, draft):
    made_up = {"logo-0-sha256": "0" * 64, "logo-0-name_fr": "a", "logo-0-name_nl": "b"}
    office.post(page("edit", draft.pk), sent(draft, **made_up))
    draft.refresh_from_db()
    with pytest.raises(Refusal):
        templates.publish(version=draft, by=school.coordinator)
    assert office.get(reverse("templates_office:logo", args=["0" * 64])).status_code == 404
    made_up["logo-0-sha256"] = "../../secret"
    assert office.post(page("edit", draft.pk), sent(draft, **made_up)).status_code == 200


def test_save_and_look_asks_for_the_preview(office, draft, no_worker):
    answer = office.post(page("edit", draft.pk), sent(draft, then="look"))
    assert answer.url == page("version", draft.pk)
    assert len(no_worker) == ALL
