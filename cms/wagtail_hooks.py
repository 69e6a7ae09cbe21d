"""The back office of the pages: two languages at once, and a list of what has fallen out of step."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from cms.domain import pairs
from cms.models.base import SitePage
from cms.views.dashboard import EditorsToDo
from cms.views.report import TranslationReport


@hooks.register("before_publish_page")
def both_languages_or_none(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved already: nothing that was typed is lost."""
    if not isinstance(page, SitePage) or page.live:
        return None
    if sentence := pairs.why_not_publish(page):
        messages.error(request, sentence)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("after_publish_page")
def the_other_language_too(request: HttpRequest, page: Page) -> None:
    if isinstance(page, SitePage) and (other := pairs.publish_twin(page, by=request.user)):
        messages.success(
            request, _("“%(title)s” is online too.") % {"title": other.get_admin_display_title()}
        )


@hooks.register("construct_translated_pages_to_cascade_actions")
def both_go_offline(pages: list[Page], action: str) -> dict | None:
    """Unpublishing one language unpublishes the other."""
    if action != "unpublish":
        return None
    return {page: Page.objects.translation_of(page, inclusive=False) for page in pages}


@hooks.register("construct_homepage_panels")
def to_do_today(request: HttpRequest, panels: list) -> None:
    """The office has its own panel, with people in it."""
    edits = page_permission_policy.user_has_permission(request.user, "change")
    if edits and not request.user.runs_the_office:
        panels.insert(0, EditorsToDo(request))


@hooks.register("register_admin_urls")
def report_addresses() -> list:
    return [
        path("reports/languages/", TranslationReport.as_view(), name="cms_languages"),
        path(
            "reports/languages/results/",
            TranslationReport.as_view(results_only=True),
            name="cms_languages_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def report_entry() -> MenuItem:
    return MenuItem(gettext_lazy("French and Dutch"), reverse("cms_languages"), icon_name="globe", order=50)
