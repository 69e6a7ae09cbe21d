"""Every public address with its translations, for search engines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Page

from cms.domain.links import absolute
from cms.models import CoursePage
from training.models import Session


@dataclass(frozen=True)
class Entry:
    url: str
    changed: datetime | None
    alternates: dict[str, str]


def entries() -> list[Entry]:
    """The live pages of both trees, then a page per session that has not ended. Three queries."""
    pages = Page.objects.live().public().filter(depth__gte=2).select_related("locale").order_by("path")
    families: dict[str, dict[str, Page]] = {}
    for page in pages:
        families.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return [entry for family in families.values() for entry in family_entries(family)] + list(
        session_entries()
    )


def family_entries(family: dict[str, Page], *, tail: str = "") -> Iterator[Entry]:
    addresses = {code: absolute(page.url + tail) for code, page in family.items() if page.url}
    for code, url in addresses.items():
        others = addresses if len(addresses) > 1 else {}
        yield Entry(url, family[code].last_published_at, others)


def session_entries() -> Iterator[Entry]:
    current = Session.objects.published().alive().filter(last_day__gte=timezone.localdate())
    codes: dict[int, list[str]] = {}
    for course_id, code in current.values_list("course", "code").order_by("first_day", "code"):
        codes.setdefault(course_id, []).append(code)
    families: dict[int, dict[str, Page]] = {}
    for page in CoursePage.objects.live().public().select_related("locale").order_by("path"):
        families.setdefault(page.course_id, {})[page.locale.language_code] = page
    for course_id, family in families.items():
        for code in codes.get(course_id, []):
            yield from family_entries(family, tail=f"{code}/")
