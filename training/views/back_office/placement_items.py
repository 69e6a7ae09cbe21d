"""The questions of the placement test."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from accounts.views.back_office import OfficeViewSet, text
from training.enums import WITH_CLIP, Level
from training.models import PlacementItem
from training.models.placement import PARTS_WITH_OPTIONS
from training.views.back_office.courses import pair


def sound_of(item: PlacementItem) -> str:
    """Whose voice is heard."""
    if item.part not in WITH_CLIP:
        return "–"
    return _("recording") if item.recording else _("computer's voice")


class PlacementItemFilters(WagtailFilterSet):
    part = django_filters.ChoiceFilter(choices=PARTS_WITH_OPTIONS, label=_("Part of the test"))
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("Level"))
    retired = django_filters.BooleanFilter(label=_("No longer used"))

    class Meta:
        model = PlacementItem
        fields: list[str] = []


class PlacementItemViewSet(OfficeViewSet):
    """The questions of the placement test, and the recordings that replace the computer's voice."""

    model = PlacementItem
    name = "placement_items_office"
    url_prefix = "placement-items"
    icon = "tasks"
    menu_label = _("Placement test")
    title_label = _("Code")
    title_sort = "code"
    list_display = [
        "code",
        text("part", _("Part of the test"), "get_part_display", "part"),
        text("level", _("Level"), lambda item: item.get_level_display() or "–", "level"),
        text("text", _("Dutch text"), lambda item: item.text or item.right),
        text("recording", _("Sound"), sound_of),
        text("retired", _("No longer used"), lambda item: _("yes") if item.retired else "–", "retired"),
    ]
    filterset_class = PlacementItemFilters
    search_fields = ["code", "text", "ask_fr", "ask_nl", "right_fr", "right_nl"]
    list_export = ["code", "get_part_display", "level", "text", "ask_fr", "right_fr", "wrong_fr", "retired"]
    export_headings = {"get_part_display": _("Part of the test")}
    export_filename = "placement-items"
    inspect_fields = ("code", "part", "level", "text", "ask_fr", "ask_nl", "right_fr", "right_nl", "retired")
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("part"), FieldPanel("level")]),
        FieldPanel("text"),
        FieldPanel("recording"),
        pair("ask"),
        pair("right"),
        pair("wrong"),
        FieldPanel("retired"),
    ]
