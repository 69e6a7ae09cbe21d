"""Both trees are built whole, once, each page linked with its translation."""

import pytest
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.domain import building, pairs
from cms.models import ContactSettings, CoursePage, HomePage, StandardPage
from tests.cms.builders import a_course, a_taught_course

pytestmark = pytest.mark.usefixtures("site")


def pages():
    return Page.objects.filter(depth__gte=2).select_related("locale").order_by("path")


def test_every_page_is_live_in_french_and_in_dutch():
    families: dict = {}
    for page in pages():
        assert page.live
        families.setdefault(page.translation_key, set()).add(page.locale.language_code)
    assert len(families) >= 9
    assert set(map(frozenset, families.values())) == {frozenset({"fr", "nl"})}


def test_building_again_changes_nothing_an_editor_changed():
    contact = StandardPage.objects.get(purpose="CONTACT", locale__language_code="fr")
    contact.title = "Nous joindre"
    contact.save_revision().publish()
    details = ContactSettings.load()
    details.phone = "+33 3 53 01 99 99"
    details.save()
    before = list(pages().values_list("pk", "title"))
    building.build_site()
    assert list(pages().values_list("pk", "title")) == before
    assert ContactSettings.load().phone == "+33 3 53 01 99 99"


def test_what_an_editor_removed_stays_removed_at_the_next_release():
    StandardPage.objects.get(purpose="CONTACT", locale__language_code="fr").delete()
    call_command("open_site")
    assert not StandardPage.objects.filter(purpose="CONTACT", locale__language_code="fr").exists()


def test_the_site_points_to_the_french_home_and_leaves_no_welcome_page_nor_redirect():
    assert Site.objects.get().root_page.specific == HomePage.objects.get(locale__language_code="fr")
    assert not Page.objects.filter(slug="home").exists()
    assert not Redirect.objects.exists()


def test_a_course_gets_one_page_per_language_once():
    course = a_taught_course()
    assert building.publish_course(course=course) == CoursePage.objects.get(
        course=course, locale__language_code="fr"
    )
    french, dutch = CoursePage.objects.filter(course=course).order_by("locale__language_code")
    assert french.translation_key == dutch.translation_key
    assert (french.title, dutch.title) == (course.title_fr, course.title_nl)
    assert french.get_parent().get_translation(dutch.locale) == dutch.get_parent()


def test_build_site_gives_a_page_to_courses_that_have_none():
    course = a_course()
    building.build_site()
    assert CoursePage.objects.filter(course=course, live=True).count() == 2


def test_french_spaces_do_not_break_before_double_punctuation():
    home = HomePage.objects.get(locale__language_code="fr")
    assert home.agencies_title == "Vous recrutez en Flandre\u00a0?"
    assert HomePage.objects.get(locale__language_code="nl").agencies_title == "Werft u aan in Vlaanderen?"


def test_nothing_is_out_of_step_after_building():
    assert [row.title for row in pairs.rows() if row.state] == []
