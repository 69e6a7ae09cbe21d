"""The office's pages of templates: every text in both languages, what is missing named, versions kept."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from certificates.domain import issuing, templates
from certificates.domain.differing import marked
from certificates.models import Template, TemplateVersion
from documents.facts import Signatory
from tests.certificates.school import a_second_person

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def office(school) -> Client:
    client = Client()
    client.force_login(school.coordinator)
    return client


@pytest.fixture
def draft(school) -> TemplateVersion:
    return templates.begin_version(paper="certificate", provider=None, by=school.coordinator)


def page(name: str, *args: int) -> str:
    return reverse(f"templates_office:{name}", args=args)


def typed(version: TemplateVersion, **changes: str) -> dict[str, str]:
    """The form of a draft as a browser sends it; `title_fr="…"` is what somebody typed."""
    version.refresh_from_db()
    fields = {
        f"{each['name']}-{language}": each[language]
        for each in version.design["words"]
        for language in ("fr", "nl")
    }
    changed = {"-".join(name.rsplit("_", 1)): text for name, text in changes.items()}
    looks = {name: version.design[name] for name in ("layout", "emblem")}
    return {**fields, **looks, **changed, "seen": version.design_sha256}


def words_of(version: TemplateVersion, name: str) -> dict[str, str]:
    version.refresh_from_db()
    return next(each for each in version.design["words"] if each["name"] == name)


def test_the_office_begins_a_template_from_the_list(office):
    assert "Modèles des documents" in office.get(page("index")).content.decode()
    answer = office.post(page("begin"), {"paper": "certificate", "provider": ""})
    draft = TemplateVersion.objects.get()
    assert answer.url == page("edit", draft.pk)
    assert page("edit", draft.pk) in office.get(page("index")).content.decode()


def test_a_provider_gets_a_template_of_its_own(office, school):
    office.post(page("begin"), {"paper": "certificate", "provider": str(school.provider.pk)})
    assert Template.objects.get().provider == school.provider
    for sent in ({"paper": "nothing"}, {"paper": "certificate", "provider": "x"}):
        assert office.post(page("begin"), sent).status_code == 404
    assert office.post(page("begin"), {"paper": "certificate", "provider": "0"}).status_code == 404


def test_a_layout_is_drawn_as_it_lies(office, school, draft):
    lying, upright = 'viewBox="0 0 60 42"', 'viewBox="0 0 42 60"'
    shown = office.get(page("edit", draft.pk)).content.decode()
    assert (shown.count(lying), shown.count(upright)) == (1, 1)
    other = templates.begin_version(paper="presence", provider=None, by=school.coordinator)
    assert lying not in office.get(page("edit", other.pk)).content.decode()


def test_a_half_done_text_is_kept_and_named_beside_its_field(office, draft):
    answer = office.post(page("edit", draft.pk), typed(draft, check_nl="", title_fr="Brevet {jour}"))
    assert answer.url == page("edit", draft.pk)
    assert words_of(draft, "check")["nl"] == ""
    assert words_of(draft, "title")["fr"] == "Brevet {jour}"
    shown = office.get(page("edit", draft.pk)).content.decode()
    missing = f"Il manque le texte néerlandais{NBSP}: «{NBSP}mots au-dessus du code{NBSP}»."
    assert shown.count(missing) == 2  # in the summary and beside the field
    assert 'href="#id_check-nl"' in shown
    assert 'id="id_check-nl-troubles"' in shown
    assert "{jour}" in shown


def test_every_field_says_its_gaps_and_its_room(office, draft):
    shown = office.get(page("edit", draft.pk)).content.decode()
    assert "<code>{followed}</code>" in shown
    assert "70 caractères" in shown
    assert "240 caractères" in shown
    assert 'lang="nl"' in shown


def test_what_was_saved_in_between_is_not_overwritten_unasked(office, school, draft):
    sent = typed(draft, title_fr="Le mien")
    templates.change(version=draft, words={"title": {"fr": "Le sien"}}, by=a_second_person())
    shown = office.post(page("edit", draft.pk), sent).content.decode()
    assert words_of(draft, "title")["fr"] == "Le sien"
    assert "Le mien" in shown
    assert "Sophie Lambert" in shown
    assert office.post(page("edit", draft.pk), sent | {"seen": draft.design_sha256}).status_code == 302
    assert words_of(draft, "title")["fr"] == "Le mien"


def test_a_double_click_is_no_conflict(office, draft):
    sent = typed(draft, title_fr="Le mien")
    assert office.post(page("edit", draft.pk), sent).status_code == 302
    assert office.post(page("edit", draft.pk), sent).status_code == 302
    assert words_of(draft, "title")["fr"] == "Le mien"


def test_a_text_beyond_all_measure_is_given_back(office, draft):
    shown = office.post(page("edit", draft.pk), typed(draft, title_fr="x" * 1001, title_nl="Gehouden"))
    assert shown.status_code == 200
    assert "Gehouden" in shown.content.decode()
    assert words_of(draft, "title")["fr"] != "x" * 1001


def test_publishing_is_asked_and_says_what_it_means(office, draft):
    shown = office.get(page("publish", draft.pk)).content.decode()
    assert "octet pour octet" in shown
    office.post(page("publish", draft.pk), {"seen": draft.design_sha256})
    draft.refresh_from_db()
    assert draft.published_at is not None
    assert draft.published_by.email == "coordination@example.org"
    assert office.get(page("edit", draft.pk)).url == page("version", draft.pk)


def test_a_draft_that_lacks_a_text_is_not_published_and_says_which(office, draft):
    office.post(page("edit", draft.pk), typed(draft, check_fr=""))
    missing = escape(f"Il manque le texte français{NBSP}: «{NBSP}mots au-dessus du code{NBSP}».")
    assert missing in office.get(page("publish", draft.pk)).content.decode()
    answer = office.post(page("publish", draft.pk), follow=True)
    assert missing in answer.content.decode()
    draft.refresh_from_db()
    assert draft.is_draft


def test_nobody_publishes_what_they_have_not_seen(office, school, draft):
    seen = draft.design_sha256
    templates.change(version=draft, words={"title": {"fr": "Autre"}}, by=a_second_person())
    answer = office.post(page("publish", draft.pk), {"seen": seen}, follow=True)
    assert "a été modifié depuis que vous l’avez ouvert" in answer.content.decode()
    draft.refresh_from_db()
    assert draft.is_draft


def test_a_draft_is_thrown_away_and_the_version_before_counts(office, draft):
    office.post(page("publish", draft.pk))
    office.post(page("begin"), {"paper": "certificate", "provider": ""})
    second = TemplateVersion.objects.drafts().get()
    office.post(page("discard", second.pk))
    assert [one.pk for one in TemplateVersion.objects.all()] == [draft.pk]
    office.post(page("discard", draft.pk))
    assert TemplateVersion.objects.filter(pk=draft.pk).exists()


def test_the_only_draft_is_thrown_away_and_holds_nothing_up(office, school, draft):
    answer = office.post(page("discard", draft.pk), follow=True)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "Le brouillon est jeté" in shown
    assert "ne peuvent pas être délivrés" not in shown
    assert page("begin") in shown
    assert "design" not in issuing.issue(enrolment=school.enrolments[0], by=school.coordinator).facts


def test_an_old_version_is_copied_into_a_new_draft(office, school, draft):
    templates.change(version=draft, words={"title": {"fr": "La première"}}, by=school.coordinator)
    templates.publish(version=draft, by=school.coordinator)
    second = templates.begin_version(paper="certificate", provider=None, by=school.coordinator)
    templates.change(version=second, words={"title": {"fr": "La seconde"}}, by=school.coordinator)
    answer = office.post(page("copy", draft.pk), follow=True)
    assert "Il y a déjà un brouillon" in answer.content.decode()
    templates.publish(version=second, by=school.coordinator)
    office.post(page("copy", draft.pk))
    third = TemplateVersion.objects.drafts().get()
    assert (third.number, words_of(third, "title")["fr"]) == (3, "La première")


def test_the_history_says_who_and_when_and_what_differs(office, school, draft):
    templates.publish(version=draft, by=school.coordinator)
    second = templates.begin_version(paper="certificate", provider=None, by=school.coordinator)
    templates.change(version=second, words={"title": {"nl": "Attest van opleiding"}}, by=a_second_person())
    shown = office.get(page("template", draft.template_id)).content.decode()
    assert "Hélène Vandamme" in shown
    assert "Sophie Lambert" in shown
    assert page("compare", second.pk, draft.pk) in shown
    marked = office.get(page("compare", second.pk, draft.pk)).content.decode()
    assert "<del>Opleidingsattest</del>" in marked
    assert "<ins>Attest van opleiding</ins>" in marked
    assert "se lisent" in office.get(page("compare", draft.pk, draft.pk)).content.decode()


def test_the_pages_of_a_certificate_say_who_signed_it(office, client, school, draft):
    signing = (
        Signatory(name="Ada Un", role_fr="Présidente", role_nl="Voorzitter"),
        Signatory(name="Bo Deux", role_fr="Directeur", role_nl="Directeur"),
    )
    templates.change(version=draft, by=school.coordinator, signatories=signing)
    templates.publish(version=draft, by=school.coordinator)
    certificate = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    for shown in (
        client.get(reverse("verify_code", args=[certificate.code])),
        office.get(reverse("certificates_office:inspect", args=[certificate.pk])),
    ):
        assert "<dd>Ada Un, Bo Deux</dd>" in shown.content.decode()
        assert "Marc Debruyne" not in shown.content.decode()


def test_the_preview_of_a_session_names_the_missing_text(office, school, draft):
    office.post(page("edit", draft.pk), typed(draft, check_nl=""))
    missing = f"Il manque le texte néerlandais{NBSP}: «{NBSP}mots au-dessus du code{NBSP}»."
    session = reverse("issuing_office:inspect", args=[school.session.pk])
    assert missing in office.get(session).content.decode()
    office.post(page("edit", draft.pk), typed(draft, check_nl="Controleer dit"))
    office.post(page("publish", draft.pk))
    assert missing not in office.get(session).content.decode()
    certificate = issuing.issue(enrolment=school.enrolments[0], by=school.coordinator)
    assert certificate.facts["design"]["number"] == 1


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("un deux trois", "un deux trois", ([], [])),
        ("un deux trois", "un quatre trois", (["deux "], ["quatre "])),
        ("", "un", ([], ["un"])),
        ("un deux", "un", (["un deux"], ["un"])),
    ],
)
def test_only_what_differs_is_marked(before, after, marks):
    sides = marked(before, after)
    assert tuple("".join(each.text for each in side) for side in sides) == (before, after)
    assert tuple([each.text for each in side if each.is_marked] for side in sides) == marks
