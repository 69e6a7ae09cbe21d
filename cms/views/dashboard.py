"""The panel "to do today" of who looks after the pages."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from cms.domain import pairs
from cms.models import CataloguePage
from training.models import Course

SHOWN = 5


class EditorsToDo(Component):
    """Courses that no page shows yet, and pages whose two languages have fallen out of step."""

    name = "editors_to_do"
    template_name = "training/back_office/to_do.html"
    order = 50

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict:
        piles = [pile for pile in (self.courses(), self.pages()) if pile["number"]]
        return {"piles": piles, "done": not piles, "calm": _("Every page is online in both languages.")}

    def courses(self) -> dict:
        shelf = CataloguePage.objects.filter(locale__language_code="fr").first()
        add = reverse("wagtailadmin_pages:add", args=["cms", "coursepage", shelf.pk]) if shelf else ""
        waiting = Course.objects.visible_to(self.request.user).filter(pages=None).order_by("code")
        rows = [{"text": str(one), "note": _("Make its page"), "url": add} for one in waiting[:SHOWN]]
        number = waiting.count()
        return {
            "title": ngettext("course without a page", "courses without a page", number),
            "number": number,
            "rows": rows,
        }

    def pages(self) -> dict:
        waiting = [row for row in pairs.rows() if row.state]
        rows = [
            {
                "text": one.title,
                "note": one.state,
                "url": reverse("wagtailadmin_pages:edit", args=[one.page.pk]),
            }
            for one in waiting[:SHOWN]
        ]
        return {
            "title": ngettext("page to look at", "pages to look at", len(waiting)),
            "number": len(waiting),
            "rows": rows,
            "all_url": reverse("cms_languages") if len(waiting) > SHOWN else "",
        }
