"""What is taught, and the lists behind it: one menu. Here: absence codes and internal rules."""

import django_filters
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.viewsets.base import ViewSetGroup

from accounts.models import Organisation
from accounts.views.back_office import LOOK, OfficeIndex, OfficeViewSet, text
from training.forms.back_office import Day
from training.models import AbsenceCode, InternalRules
from training.views.back_office.courses import CourseViewSet, RoomViewSet, pair
from training.views.back_office.placement_items import PlacementItemViewSet
from training.views.back_office.trades import CanDoViewSet, OccupationViewSet


class AbsenceCodeFilters(WagtailFilterSet):
    justified = django_filters.BooleanFilter(label=_("Justified"))
    retired = django_filters.BooleanFilter(label=_("No longer used"))

    class Meta:
        model = AbsenceCode
        fields: list[str] = []


ABSENCE_FIELDS = (
    "code",
    "label_fr",
    "label_nl",
    "justified",
    "proof_required",
    "hours_due",
    "pay_effect",
    "may_be_announced",
    "tells_nobody",
    "retired",
)


class AbsenceCodeViewSet(OfficeViewSet):
    """Why somebody was not there. A code in use is retired, never deleted."""

    model = AbsenceCode
    name = "absence_codes_office"
    url_prefix = "absence-codes"
    icon = "tag"
    menu_label = _("Absence codes")
    title_label = _("Label")
    title_sort = "label_fr"
    list_display = [
        "label",
        text("code", _("Code"), sort="code"),
        text("justified", _("Justified"), lambda one: _("yes") if one.justified else _("no"), "justified"),
        text(
            "proof_required",
            _("Proof"),
            lambda one: _("yes") if one.proof_required else "–",
            "proof_required",
        ),
        text("pay_effect", _("Effect on pay"), "get_pay_effect_display", "pay_effect"),
        text("hours_due", _("Hours due"), lambda one: _("yes") if one.hours_due else _("no"), "hours_due"),
        text("retired", _("No longer used"), lambda one: _("yes") if one.retired else "–", "retired"),
    ]
    filterset_class = AbsenceCodeFilters
    search_fields = ["code", "label_fr", "label_nl"]
    list_export = list(ABSENCE_FIELDS)
    export_filename = "absence-codes"
    inspect_fields = ABSENCE_FIELDS
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("order")]),
        pair("label"),
        FieldRowPanel([FieldPanel("justified"), FieldPanel("proof_required")]),
        FieldRowPanel([FieldPanel("hours_due"), FieldPanel("pay_effect")]),
        FieldRowPanel([FieldPanel("may_be_announced"), FieldPanel("tells_nobody")]),
        FieldPanel("retired"),
    ]


class InternalRulesFilters(WagtailFilterSet):
    provider = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.providers(), label=_("Training provider")
    )

    class Meta:
        model = InternalRules
        fields: list[str] = []


class InternalRulesIndex(OfficeIndex):
    related = ("provider",)


class InternalRulesViewSet(OfficeViewSet):
    """What learners sign up to. A version is never changed: a new one replaces it from its day on."""

    model = InternalRules
    name = "internal_rules_office"
    url_prefix = "internal-rules"
    icon = "doc-full"
    menu_label = _("Internal rules")
    title_label = _("Training provider")
    title_sort = "provider__name_fr"
    may = LOOK | {"add"}
    index_view_class = InternalRulesIndex
    list_display = [
        text("provider", _("Training provider"), lambda one: one.provider or _("All providers")),
        text("number", _("Version"), sort="number"),
        text(
            "valid_from",
            _("In force from"),
            lambda one: date_format(one.valid_from, "SHORT_DATE_FORMAT"),
            "valid_from",
        ),
    ]
    filterset_class = InternalRulesFilters
    search_fields = ["provider__name_fr", "provider__name_nl", "text_fr", "text_nl"]
    list_export = ["provider", "number", "valid_from", "text_fr", "text_nl"]
    export_filename = "internal-rules"
    inspect_fields = ("provider", "number", "valid_from", "text_fr", "text_nl")
    panels = [
        FieldRowPanel([FieldPanel("provider"), FieldPanel("valid_from", widget=Day)]),
        pair("text"),
    ]


class CatalogueGroup(ViewSetGroup):
    menu_label = _("Catalogue and lists")
    menu_icon = "list-ul"
    menu_order = 210
    items = (
        CourseViewSet(),
        RoomViewSet(),
        OccupationViewSet(),
        CanDoViewSet(),
        PlacementItemViewSet(),
        AbsenceCodeViewSet(),
        InternalRulesViewSet(),
    )
