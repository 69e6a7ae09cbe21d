"""Builds the public site: both trees, page by page, each French page linked with its Dutch one.

Idempotent: what exists is left as its editors made it. Nothing is live in one language only.
"""

from dataclasses import dataclass, field
from datetime import date
from types import ModuleType
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import override
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.models import Locale, Page, Site

from accounts.models import User
from cms.content import (
    about,
    accessibility,
    agencies,
    catalogue,
    contact,
    cookies,
    details,
    home,
    how,
    legal,
    privacy,
)
from cms.domain import blocks, version
from cms.enums import Purpose
from cms.models import (
    AccessibilityPage,
    CataloguePage,
    ContactSettings,
    CoursePage,
    FundingSettings,
    HomePage,
    PrivacyPage,
    StandardPage,
)
from training.models import Course

LANGUAGES = ("fr", "nl")
OWN_FACTS = ("purpose", "established_on", "course")  # the same in both languages


@dataclass(frozen=True)
class Pair:
    """A page to be: its type, what it is found by, and its words in both languages."""

    model: type[Page]
    words: ModuleType
    facts: dict = field(default_factory=dict)


# Order matters: a page is linked to by those after it; it is also the order of the menus.
PAIRS = (
    Pair(CataloguePage, catalogue),
    Pair(StandardPage, contact, {"purpose": Purpose.CONTACT}),
    Pair(StandardPage, how, {"purpose": Purpose.HOW}),
    Pair(StandardPage, agencies, {"purpose": Purpose.AGENCIES}),
    Pair(StandardPage, about, {"purpose": Purpose.ABOUT}),
    Pair(PrivacyPage, privacy),
    Pair(AccessibilityPage, accessibility, {"established_on": date(2026, 11, 23)}),
    Pair(StandardPage, cookies, {"purpose": Purpose.COOKIES}),
    Pair(StandardPage, legal, {"purpose": Purpose.LEGAL}),
)


@transaction.atomic
def build_site(*, by: User | None = None) -> HomePage:
    """Home, catalogue, a page per course, ordinary pages, statements and settings, in French and Dutch.

    Returns the French home.
    """
    with override("fr"):
        locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
        front = HomePage.objects.filter(locale=locales[0]).first() or make_front(locales, by=by)
        for pair in PAIRS:
            if not find(pair.model, pair.facts.get("purpose")):
                make_pair(pair, parent=front, by=by)
        for course in Course.objects.current():
            publish_course(course=course, by=by)
        fill_once(FundingSettings, details.FUNDING)
        fill_once(ContactSettings, details.CONTACT)
    version.bump_on_commit()
    return front


def make_front(locales: list[Locale], *, by: User | None) -> HomePage:
    """The roots of both trees, in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    front = HomePage(locale=locales[0], **worded(home.FR), **online())
    root.add_child(instance=front)
    save(front, by=by)
    welcome = Page.objects.child_of(root).exclude(pk__in=HomePage.objects.values("pk"))
    point_site(front)
    for page in welcome:
        page.specific.delete()
    translate(front, home.NL, by=by)
    return front


def point_site(front: HomePage) -> None:
    public = urlsplit(settings.SITE_URL)
    port = public.port or (443 if public.scheme == "https" else 80)
    facts = {
        "hostname": public.hostname or "localhost",
        "port": port,
        "root_page": front,
        "site_name": "Grenstaal",
    }
    Site.objects.update_or_create(is_default_site=True, defaults=facts)


def find(model: type[Page], purpose: str | None) -> Page | None:
    """The French page of this type (and purpose), whatever an editor called it."""
    same = model.objects.filter(locale__language_code="fr")
    return (same.filter(purpose=purpose) if purpose else same).order_by("path").first()


def make_pair(pair: Pair, *, parent: Page, by: User | None) -> Page:
    page = pair.model(locale=parent.locale, **pair.facts, **worded(pair.words.FR), **online())
    parent.add_child(instance=page)
    save(page, by=by)
    translate(page, pair.words.NL, by=by)
    return page


def translate(page: Page, words: dict, *, by: User | None) -> Page:
    """The Dutch page of a French one: linked with it, below the Dutch page of its parent."""
    dutch = Locale.objects.get(language_code="nl")
    parent = page.get_parent().get_translation_or_none(dutch) or Page.get_first_root_node()
    own = {name: getattr(page, name) for name in OWN_FACTS if hasattr(page, name)}
    twin = type(page)(
        locale=dutch, translation_key=page.translation_key, **own, **worded(words, dutch=True), **online()
    )
    parent.add_child(instance=twin)
    save(twin, by=by)
    return twin


def worded(words: dict, *, dutch: bool = False) -> dict:
    """The words with their blocks built; links in a body go to pages of the same tree."""
    said = words if dutch else {name: blocks.typeset(value) for name, value in words.items()}
    return {**said, **blocks.built(said, language="nl" if dutch else "fr")}


def online() -> dict:
    return {"ready": True, "live": True}


def save(page: Page, *, by: User | None) -> None:
    """Publishes, with a revision, so that editors find a history to come back to."""
    page.full_clean()
    page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()


def fill_once(model: type[BaseGenericSetting], facts: dict) -> None:
    """Writes the first values; settings that hold something are left alone."""
    current = model.load()
    if any(getattr(current, name) for name in facts):
        return
    for name, value in facts.items():
        setattr(current, name, blocks.typeset(value) if name.endswith("_fr") else value)
    current.save()


@transaction.atomic
def publish_course(*, course: Course, by: User | None = None) -> CoursePage:
    """The page of a course in both languages, live below the catalogues; the French one. Idempotent."""
    existing = CoursePage.objects.filter(course=course, locale__language_code="fr").first()
    if existing:
        return existing
    shelf = find(CataloguePage, None)
    with override("fr"):
        page = CoursePage(course=course, locale=shelf.locale, **named(course.title_fr, course), **online())
        shelf.add_child(instance=page)
        save(page, by=by)
        translate(page, named(course.title_nl, course), by=by)
    return page


def named(title: str, course: Course) -> dict[str, str]:
    """The address is made of the title, with the code of the course when another page has it already."""
    slug = slugify(title.replace("'", " ").replace("’", " "))
    taken = CoursePage.objects.filter(slug=slug).exclude(course=course).exists()
    return {"title": title, "slug": f"{slug}-{course.code}" if taken else slug}
