"""Which public page answers which address, in both languages: read once per site version, then known.

Only pages that everybody may read are in it. For the others Wagtail's own routing does its work.
"""

from dataclasses import dataclass, field

from django.apps import apps
from wagtail.models import Page

from cms.domain import version
from cms.models import CoursePage
from cms.models.base import SitePage

KEPT_FOR = 600  # seconds, as the pages that are kept for strangers


@dataclass
class Directory:
    by_url: dict[str, tuple[str, int]] = field(default_factory=dict)
    by_pk: dict[int, str] = field(default_factory=dict)
    families: dict[str, dict[str, str]] = field(default_factory=dict)
    courses: dict[int, dict[int, str]] = field(default_factory=dict)

    def url(self, page: Page) -> str:
        """The address of a page; a draft or a hidden page asks Wagtail."""
        return self.by_pk.get(page.pk) or page.url or ""

    def translations(self, page: Page) -> dict[str, str]:
        """The address in each language in which the page is online."""
        return self.families.get(str(page.translation_key), {})

    def find(self, path: str) -> tuple[SitePage, list[str]] | None:
        """The deepest page on the way to `path`, and what is left of the way."""
        parts = [part for part in path.split("/") if part]
        for depth in range(len(parts), 0, -1):
            known = self.by_url.get("/" + "/".join(parts[:depth]) + "/")
            if known:
                page = fetch(*known)
                return (page, parts[depth:]) if page else None
        return None


def fetch(label: str, pk: int) -> SitePage | None:
    """As it is online, read once per site version. Shared by all visitors: nobody changes it."""
    return version.remember(f"cms.online.{pk}", lambda: read_page(label, pk), seconds=KEPT_FOR)


def read_page(label: str, pk: int) -> SitePage | None:
    model = apps.get_model(label)
    return model.objects.live().filter(pk=pk).select_related(*model.read_with).first()


def directory() -> Directory:
    return version.remember("cms.directory", read)


def read() -> Directory:
    """Three queries; `courses` holds the address of each course by locale."""
    whole = Directory()
    course_of = dict(CoursePage.objects.order_by("pk").values_list("pk", "course"))
    pages = Page.objects.live().public().filter(depth__gte=2).select_related("locale", "content_type")
    for page in pages.order_by("path"):
        model = page.specific_class
        if url := page.url if model and issubclass(model, SitePage) else "":
            whole.by_url[url] = (model._meta.label, page.pk)
            whole.by_pk[page.pk] = url
            if page.pk in course_of:
                whole.courses.setdefault(page.locale_id, {})[course_of[page.pk]] = url
            whole.families.setdefault(str(page.translation_key), {})[page.locale.language_code] = url
    return whole
