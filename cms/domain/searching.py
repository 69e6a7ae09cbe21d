"""Search across the pages of one language: unaccented, and the beginning of a word is enough."""

import re

from wagtail.models import Page

from accounts.rules import sort_key

SEARCH_TAILS = {"fr": "recherche/", "nl": "zoeken/"}  # below the front page
LONGEST_TEXT = 100
MOST = 30


def search(text: str, *, locale_id: int) -> list[Page]:
    """The live public pages that hold each of these words, best first; nothing for no words."""
    words = re.sub(r"[^\w+.-]+", " ", sort_key(text[:LONGEST_TEXT])).strip()
    if not words:
        return []
    pages = Page.objects.live().public().filter(locale_id=locale_id, depth__gt=2)
    found = list(pages.autocomplete(words)[:MOST])
    order = {page.pk: rank for rank, page in enumerate(found)}
    specific = Page.objects.filter(pk__in=order).order_by("pk").specific()
    return sorted(specific, key=lambda page: order[page.pk])
