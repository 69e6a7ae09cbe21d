"""Editors: both languages go online together, previews are never kept, the statements of the law hold."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from accounts.enums import OrganisationKind, Role
from cms.domain import pairs
from cms.models import AccessibilityPage, CoursePage, HomePage, StandardPage
from tests.cms.builders import a_taught_course, an_offered_session, page_of
from tests.training.planning.builders import a_course, an_account

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(an_account(role=Role.EDITOR, kind=OrganisationKind.OPERATOR))
    return client


def french(model) -> Page:
    return model.objects.get(locale__language_code="fr")


def a_draft(*, translated: bool = True, **fields) -> StandardPage:
    """A French page that was never online, with a Dutch draft unless said otherwise."""
    page = StandardPage(title="Le covoiturage", slug="covoiturage", live=False, **fields)
    french(HomePage).add_child(instance=page)
    page.save_revision()
    if translated:
        page.copy_for_translation(Locale.objects.get(language_code="nl")).save_revision()
    return page


def publish(client: Client, page: StandardPage, **changes):
    """Presses "publish" in the editor."""
    data = {
        "title": page.title, "slug": page.slug, "lead": page.lead, "seo_title": "", "search_description": "",
        "menu_title": "", "purpose": "", "body-count": "0", "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0", "action-publish": "1",
    }  # fmt: skip
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data | changes, follow=True)


def is_online(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_a_page_without_translation_stays_a_draft_and_says_why(editor):
    page = a_draft(translated=False)
    answer = publish(editor, page, lead="Un texte à ne pas perdre")
    assert not is_online(page)
    assert "pas encore de traduction" in answer.content.decode()
    kept = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert kept.lead == "Un texte à ne pas perdre"


def test_a_page_whose_translation_is_not_ready_waits(editor):
    page = a_draft()
    assert "prête" in publish(editor, page).content.decode()
    assert not is_online(page)


def test_both_go_online_when_the_translation_is_ready(editor):
    page = a_draft()
    other = pairs.twin(page)
    other.ready, other.title, other.slug = True, "Carpoolen", "carpoolen"
    other.save_revision()
    other.save()
    assert "Carpoolen" in publish(editor, page).content.decode()
    assert is_online(page)
    assert is_online(other)
    assert Client().get("/nl/carpoolen/").status_code == 200


def test_a_page_marked_for_one_language_goes_online_and_says_so(editor):
    page = a_draft(translated=False)
    publish(editor, page, only_this_language="on")
    assert is_online(page)
    assert "n’existe qu’en français" in Client().get("/fr/covoiturage/").content.decode()


def test_a_page_that_is_online_already_is_changed_freely(editor):
    page = StandardPage.objects.get(purpose="ABOUT", locale__language_code="fr")
    publish(editor, page, title="Le groupement", purpose="ABOUT")
    assert Page.objects.get(pk=page.pk).title == "Le groupement"


def test_unpublishing_takes_both_offline(editor):
    page = StandardPage.objects.get(purpose="ABOUT", locale__language_code="fr")
    editor.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not is_online(page)
    assert not is_online(pairs.twin(page))


def test_the_report_tells_what_is_out_of_step(editor):
    page = StandardPage.objects.get(purpose="ABOUT", locale__language_code="nl")
    page.unpublish()
    rows = {row.title: row.state for row in pairs.rows()}
    assert "Nederlands" in rows["Qui sommes-nous"]
    answer = editor.get(reverse("cms_languages"))
    assert answer.status_code == 200
    assert "absente en Nederlands" in answer.content.decode()
    assert editor.get(reverse("cms_languages"), {"export": "csv"}).status_code == 200


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_the_editor_opens_every_page_type(editor, language):
    a_taught_course()
    for page in Page.objects.filter(depth__gte=2, locale__language_code=language).order_by("path"):
        assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200, page


def test_previews_show_drafts_and_are_never_kept(editor):
    session = an_offered_session()
    fronts = [page.specific for page in Page.objects.filter(depth=2).order_by("path")]
    for page in (*fronts, page_of(session.course), french(AccessibilityPage)):
        page.title = "Un titre pas encore publié"
        page.save_revision()
        shown = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert shown.status_code == 200
        assert "Un titre pas encore publié" in shown.content.decode() or isinstance(page, CoursePage)
        assert "Un titre pas encore publié" not in Client().get(page.url).content.decode()


def test_a_course_has_one_page_per_language():
    course = a_taught_course()
    twin = CoursePage(course=course, title="Bis", slug="bis", locale=page_of(course).locale)
    with pytest.raises(ValidationError, match="déjà une page"):
        page_of(course).get_parent().add_child(instance=twin)


def test_a_page_never_holds_a_register():
    """Removing the page leaves the course, its sessions and its enrolments alone."""
    session = an_offered_session()
    for page in CoursePage.objects.filter(course=session.course):
        page.delete()
    session.refresh_from_db()
    assert session.course.code


def test_compliance_needs_a_dated_audit():
    statement = french(AccessibilityPage)
    statement.conformity = "FULL"
    with pytest.raises(ValidationError, match="Sans audit"):
        statement.full_clean()
    with pytest.raises(IntegrityError, match="accessibility_compliance_needs_an_audit"), transaction.atomic():
        AccessibilityPage.objects.filter(pk=statement.pk).update(conformity="PARTIAL")


def test_partial_compliance_needs_half_of_the_criteria():
    statement = french(AccessibilityPage)
    statement.conformity, statement.audit_rate, statement.audited_on = "PARTIAL", 49, statement.established_on
    with pytest.raises(ValidationError, match="50"):
        statement.full_clean()
    statement.audit_rate = 50
    statement.full_clean()


def test_the_status_after_an_audit_is_said_on_every_page():
    statement = french(AccessibilityPage)
    statement.conformity, statement.audit_rate, statement.audited_on = "PARTIAL", 82, statement.established_on
    statement.audited_by = "Un cabinet"
    statement.save_revision().publish()
    assert "partiellement conforme" in Client().get("/fr/contact/").content.decode()
    page = Client().get("/fr/accessibilite/").content.decode()
    assert "82" in page
    assert "Un cabinet" in page


@pytest.mark.parametrize("model", ["fundingsettings", "contactsettings"])
def test_editors_keep_the_funding_and_the_contact_details(editor, model):
    address = reverse("wagtailsettings:edit", args=["cms", model])
    assert editor.get(address, follow=True).status_code == 200
    assert "Cofinancement" in editor.get("/admin/").content.decode()


def test_the_first_page_says_what_waits_for_an_editor(editor):
    course = a_course()
    page = a_draft(translated=False)
    home = editor.get(reverse("wagtailadmin_home"))
    piles = home.content.decode()
    assert str(course) in piles
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in piles


def test_the_first_page_is_calm_when_nothing_waits(editor):
    answer = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Toutes les pages sont en ligne dans les deux langues." in answer
    assert 'back-office-pile"' not in answer
