"""Templates: versions that never change, and papers that say how they were printed."""

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from certificates.domain import issuing, readiness, templates
from certificates.enums import AttestationKind
from certificates.exceptions import Refusal
from certificates.models import TemplateVersion
from tests.certificates.school import a_second_person, made
from tests.documents.paper import words
from tests.threads import together


def begun(school, provider=None) -> TemplateVersion:
    return templates.begin_version(paper="certificate", provider=provider, by=school.coordinator)


def published(school, **changes) -> TemplateVersion:
    draft = templates.change(version=begun(school), words=changes, by=school.coordinator)
    return templates.publish(version=draft, by=school.coordinator)


def issued(school, number=0):
    return issuing.issue(enrolment=school.enrolments[number], by=school.coordinator)


def test_without_a_template_papers_are_as_before(school):
    assert "design" not in issued(school).facts


def test_a_paper_freezes_its_version_and_keeps_it(school):
    published(school, title={"fr": "Brevet de navigation"})
    first = issued(school)
    before = first.facts, first.document.sha256
    published(school, title={"fr": "Brevet de pêche"})
    second = issued(school, 1)
    first.refresh_from_db()
    assert (first.facts, first.document.sha256) == before
    assert [one.facts["design"]["number"] for one in (first, second)] == [1, 2]
    with second.document.file.open() as file:
        assert "Brevet de pêche" in words(file.read())


def test_a_draft_blocks_issue_and_names_the_missing_text(school):
    draft = begun(school)
    templates.change(version=draft, words={"check": {"nl": " "}}, by=school.coordinator)
    with override("fr"):
        (said,) = readiness.unfinished(school.session)
    assert "Il manque le texte néerlandais\u00a0: «\u00a0mots au-dessus du code\u00a0»." in said
    with pytest.raises(Refusal):
        issued(school)


def test_nothing_is_published_with_a_missing_text(school):
    draft = templates.change(version=begun(school), words={"title": {"fr": ""}}, by=school.coordinator)
    with override("nl"), pytest.raises(Refusal, match="De Franse tekst ontbreekt: “titel”"):
        templates.publish(version=draft, by=school.coordinator)
    draft.refresh_from_db()
    assert draft.published_at is None


def test_a_draft_beside_a_published_version_blocks_nobody(school):
    published(school)
    templates.change(version=begun(school), words={"title": {"fr": ""}}, by=school.coordinator)
    assert issued(school).facts["design"]["number"] == 1


def test_the_providers_own_template_goes_before_the_one_for_all(school):
    published(school, title={"fr": "Pour tous"})
    own = templates.change(
        version=begun(school, school.provider), words={"title": {"fr": "À nous"}}, by=school.coordinator
    )
    templates.publish(version=own, by=school.coordinator)
    said = {each["name"]: each["fr"] for each in issued(school).facts["design"]["words"]}
    assert said["title"] == "À nous"


def test_there_is_one_draft(school):
    assert begun(school) == begun(school)
    with pytest.raises(IntegrityError), transaction.atomic():
        TemplateVersion.objects.create(
            template=begun(school).template, number=9, design={}, changed_at=begun(school).changed_at
        )


def test_a_published_version_stays(school):
    version = published(school)
    with pytest.raises(Refusal):
        templates.change(version=version, words={}, by=school.coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        TemplateVersion.objects.filter(pk=version.pk).update(number=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        version.delete()


@pytest.mark.django_db(transaction=True)
def test_two_people_publish_at_once(school):
    """One of them does; the other is told. There is one published version, with one name under it."""
    draft, second = begun(school), a_second_person()
    said = together(lambda by: templates.publish(version=draft, by=by), [school.coordinator, second] * 2)
    assert sum(isinstance(one, TemplateVersion) for one in said) == 1
    assert sum(isinstance(one, Refusal) and one.code == "published" for one in said) == 3
    [published] = TemplateVersion.objects.published()
    assert published.published_by == next(
        one.published_by for one in said if isinstance(one, TemplateVersion)
    )


@pytest.mark.django_db(transaction=True)
def test_many_people_begin_at_once(school):
    """They work on one draft."""
    said = together(
        lambda by: templates.begin_version(paper="certificate", provider=None, by=by),
        [school.coordinator] * 4,
    )
    assert len({one.pk for one in said}) == 1


@pytest.mark.django_db(transaction=True)
def test_one_publishes_while_another_throws_away(school):
    draft = begun(school)
    deeds = [templates.publish, templates.discard]
    said = together(lambda deed: deed(version=draft, by=school.coordinator), deeds)
    assert sum(isinstance(one, Refusal) for one in said) == 1
    assert TemplateVersion.objects.filter(published_at=None).count() == 0


def test_papers_without_a_template_get_the_built_in_one_once(school):
    first = templates.publish_built_in()
    assert {one.template.paper for one in first} == set(templates.papers())
    assert templates.publish_built_in() == []
    assert issued(school).facts["design"]["template"] == next(
        one.template_id for one in first if one.template.paper == "certificate"
    )


def test_a_new_template_makes_no_paper_out_of_date(school):
    """Who has it keeps it, whatever a new one would be worded like; the next person's has the new words."""
    order = {"kind": AttestationKind.ATTENDANCE, "by": school.coordinator}
    before = made(enrolment=school.enrolments[0], **order)
    templates.publish_built_in(by=school.coordinator)
    assert made(enrolment=school.enrolments[0], **order) == before
    assert made(enrolment=school.enrolments[1], **order).facts["design"]["number"] == 1


def test_only_the_office_writes_templates(school):
    with pytest.raises(Refusal):
        templates.begin_version(paper="certificate", provider=None, by=school.trainer)
