from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from cms.domain import pairs


class TranslationReport(ReportView):
    """Which pages wait for their translation, or were changed in one language only."""

    page_title = _("French and Dutch")
    header_icon = "globe"
    index_url_name = "cms_languages"
    index_results_url_name = "cms_languages_results"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    is_searchable = False
    columns = [
        TitleColumn(
            "title",
            label=_("Page"),
            get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.page.pk]),
        ),
        Column("state", label=_("To do")),
        DateColumn("french", label=_("Published in French")),
        DateColumn("dutch", label=_("Published in Dutch")),
    ]
    list_export = ["title", "state", "french", "dutch"]
    export_headings = {
        "title": _("Page"),
        "state": _("To do"),
        "french": _("Published in French"),
        "dutch": _("Published in Dutch"),
    }

    def get_queryset(self) -> list[pairs.Row]:
        return pairs.rows()

    def filter_queryset(self, queryset: list[pairs.Row]) -> list[pairs.Row]:
        return queryset

    def order_queryset(self, queryset: list[pairs.Row]) -> list[pairs.Row]:
        return queryset
