"""French and Dutch go together: what may go online, what follows, and which pages have fallen out of step."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _
from wagtail.models import Page

from accounts.models import User
from cms.models.base import SitePage


def twin(page: Page) -> SitePage | None:
    """The page in the other language, online or not."""
    other = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).first()
    return other.specific if other else None


def why_not_publish(page: SitePage) -> str:
    """The sentence for an editor whose page would be online in one language only; empty when all is well."""
    if page.only_this_language:
        return ""
    other = twin(page)
    if other is None:
        return _(
            "This page has no translation yet: choose “Translate”, or tick “only in this language”. "
            "Your text is kept as a draft."
        )
    if other.live or other.ready:
        return ""
    return _(
        "The translation “%(title)s” is not ready: finish it and tick “this text is ready”. Both pages then "
        "go online together. Your text is kept as a draft."
    ) % {"title": other.get_admin_display_title()}


def publish_twin(page: SitePage, *, by: User | None) -> SitePage | None:
    """Puts the ready translation online too. Idempotent: nothing happens when it is online already."""
    other = twin(page)
    if page.only_this_language or other is None or other.live or not other.ready:
        return None
    (other.get_latest_revision() or other.save_revision(user=by)).publish(user=by)
    return other


@dataclass(frozen=True)
class Row:
    """A page and how its two languages stand."""

    page: Page
    title: str
    state: str
    french: datetime | None
    dutch: datetime | None


def rows() -> list[Row]:
    """Every page of the site with the state of its pair; what needs work comes first. Few queries."""
    families: dict[str, dict[str, Page]] = {}
    pages = Page.objects.filter(depth__gte=2).select_related("locale").order_by("path").specific()
    for page in pages:
        if isinstance(page, SitePage):  # Wagtail's own first page is none of ours
            families.setdefault(str(page.translation_key), {})[page.locale.language_code] = page
    found = [row(family) for family in families.values()]
    return sorted(found, key=lambda one: not one.state)


def row(family: dict[str, Page]) -> Row:
    first = family.get("fr") or next(iter(family.values()))
    published = {code: page.last_published_at for code, page in family.items() if page.live}
    return Row(first, first.title, state(family), published.get("fr"), published.get("nl"))


def state(family: dict[str, Page]) -> str:
    """What is to be done for this pair; empty when nothing is."""
    live = {code: page for code, page in family.items() if page.live}
    if not live:
        return pgettext("translation", "in preparation")
    if len(live) == 1 and not next(iter(live.values())).only_this_language:
        missing = next(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code not in live)
        name = get_language_info(missing)["name_local"]
        return pgettext("translation", "not online in %(language)s") % {"language": name}
    return stale(live) if len(live) == 2 else ""


def stale(live: dict[str, Page]) -> str:
    """One language was published on a later day than the other: somebody should look."""
    french, dutch = live["fr"].last_published_at, live["nl"].last_published_at
    if not french or not dutch or french.date() == dutch.date():
        return ""
    if french > dutch:
        return pgettext("translation", "the French text changed since")
    return pgettext("translation", "the Dutch text changed since")
