"""What is taught, where, and the words for it: courses, rooms, occupations, can-dos, absence codes."""

import django_filters
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.viewsets.base import ViewSetGroup

from accounts.enums import Country
from accounts.models import Organisation
from accounts.views.back_office import LOOK, OfficeIndex, OfficeViewSet, text
from training.domain import words
from training.enums import WITH_CLIP, Level, Skill
from training.forms.back_office import Day
from training.models import (
    AbsenceCode,
    CanDo,
    Course,
    InternalRules,
    Occupation,
    PlacementItem,
    Room,
    Sector,
)
from training.models.placement import PARTS_WITH_OPTIONS


def pair(field: str) -> FieldRowPanel:
    """A text in French beside the same in Dutch."""
    return FieldRowPanel([FieldPanel(f"{field}_fr"), FieldPanel(f"{field}_nl")])


def sound_of(item: PlacementItem) -> str:
    """Whose voice is heard."""
    if item.part not in WITH_CLIP:
        return "–"
    return _("recording") if item.recording else _("computer's voice")


class WithSector(OfficeIndex):
    related = ("sector",)


class CourseFilters(WagtailFilterSet):
    sector = django_filters.ModelChoiceFilter(queryset=Sector.objects.all(), label=_("Sector"))
    target_level = django_filters.ChoiceFilter(choices=Level.choices, label=_("Target level"))
    retired = django_filters.BooleanFilter(
        field_name="retired_on", lookup_expr="isnull", exclude=True, label=_("No longer offered")
    )

    class Meta:
        model = Course
        fields: list[str] = []


class CourseViewSet(OfficeViewSet):
    """The legal programme. What a certificate says of it is frozen when it is issued."""

    model = Course
    name = "courses_office"
    url_prefix = "courses"
    icon = "doc-full"
    menu_label = _("Courses")
    title_label = _("Course")
    title_sort = "title_fr"
    index_view_class = WithSector
    list_display = [
        "title",
        text("code", _("Code"), sort="code"),
        text("sector", _("Sector"), sort="sector__order"),
        text("target_level", _("Target level"), "get_target_level_display", "target_level"),
        text("minutes", _("Duration"), lambda course: words.duration(course.minutes), "minutes"),
        text(
            "retired_on", _("No longer offered since"), lambda course: course.retired_on or "–", "retired_on"
        ),
    ]
    filterset_class = CourseFilters
    search_fields = ["code", "title_fr", "title_nl"]
    list_export = ["code", "title_fr", "title_nl", "sector", "entry_level", "target_level", "minutes"]
    export_filename = "courses"
    inspect_fields = ("code", "title_fr", "title_nl", "sector", "entry_level", "target_level", "updated_on")
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("code"),
                pair("title"),
                pair("summary"),
                FieldRowPanel([FieldPanel("sector"), FieldPanel("minutes")]),
                FieldRowPanel([FieldPanel("entry_level"), FieldPanel("target_level")]),
                FieldPanel("occupations"),
            ],
            heading=_("The course"),
        ),
        MultiFieldPanel(
            [
                pair(field)
                for field in (
                    "objectives",
                    "audience",
                    "prerequisites",
                    "methods",
                    "evaluation",
                    "accessibility",
                    "access_delay",
                )
            ],
            heading=_("The programme the law asks for"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("minimum_rate"), FieldPanel("skills_needed")]),
                FieldPanel("can_dos"),
            ],
            heading=_("The certificate"),
        ),
        FieldRowPanel(
            [FieldPanel("updated_on", widget=Day), FieldPanel("retired_on", widget=Day)], heading=_("Dates")
        ),
    ]


class RoomFilters(WagtailFilterSet):
    country = django_filters.ChoiceFilter(choices=Country.choices, label=_("Country"))
    capacity = django_filters.NumberFilter(lookup_expr="gte", label=_("At least so many chairs"))

    class Meta:
        model = Room
        fields: list[str] = []


class RoomViewSet(OfficeViewSet):
    model = Room
    name = "rooms_office"
    url_prefix = "rooms"
    icon = "home"
    menu_label = _("Rooms")
    title_label = _("Room")
    title_sort = "name"
    list_display = [
        "name",
        text("building", _("Building"), sort="building"),
        text("town", _("Town"), sort="town"),
        text("country", _("Country"), "get_country_display", "country"),
        text("capacity", _("Chairs"), sort="capacity"),
    ]
    filterset_class = RoomFilters
    search_fields = ["name", "building", "town", "address"]
    list_export = ["name", "building", "address", "town", "get_country_display", "capacity"]
    export_headings = {"get_country_display": _("Country")}
    export_filename = "rooms"
    inspect_fields = ("name", "building", "address", "town", "country", "capacity", "access_fr", "access_nl")
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("building")]),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("town"), FieldPanel("country")]),
        FieldPanel("capacity"),
        pair("access"),
    ]


class OccupationFilters(WagtailFilterSet):
    sector = django_filters.ModelChoiceFilter(queryset=Sector.objects.all(), label=_("Sector"))

    class Meta:
        model = Occupation
        fields: list[str] = []


class OccupationViewSet(OfficeViewSet):
    model = Occupation
    name = "occupations_office"
    url_prefix = "occupations"
    icon = "cogs"
    menu_label = _("Occupations")
    title_label = _("Occupation")
    title_sort = "name_fr"
    index_view_class = WithSector
    list_display = [
        "name",
        text("rome_code", "ROME", sort="rome_code"),
        text("sector", _("Sector"), sort="sector__order"),
        text("minimum_oral", _("Oral"), "get_minimum_oral_display"),
        text("minimum_reading", _("Reading"), "get_minimum_reading_display"),
    ]
    filterset_class = OccupationFilters
    search_fields = ["rome_code", "name_fr", "name_nl"]
    list_export = ["rome_code", "name_fr", "name_nl", "sector", "minimum_oral", "minimum_reading", "isco"]
    export_filename = "occupations"
    inspect_fields = (
        "rome_code",
        "name_fr",
        "name_nl",
        "sector",
        "minimum_oral",
        "minimum_reading",
        "condition_fr",
        "condition_nl",
        "isco",
    )
    panels = [
        FieldRowPanel([FieldPanel("rome_code"), FieldPanel("isco")]),
        pair("name"),
        FieldPanel("sector"),
        FieldRowPanel([FieldPanel("minimum_oral"), FieldPanel("minimum_reading")]),
        pair("condition"),
    ]


class CanDoFilters(WagtailFilterSet):
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("Level"))
    skill = django_filters.ChoiceFilter(choices=Skill.choices, label=_("Skill"))
    sector = django_filters.ModelChoiceFilter(queryset=Sector.objects.all(), label=_("Sector"))

    class Meta:
        model = CanDo
        fields: list[str] = []


class CanDoViewSet(OfficeViewSet):
    model = CanDo
    name = "can_dos_office"
    url_prefix = "can-do"
    icon = "openquote"
    menu_label = _("Can-do statements")
    title_label = _("Statement")
    title_sort = "text_fr"
    index_view_class = WithSector
    list_display = [
        "text",
        text("level", _("Level"), sort="level"),
        text("skill", _("Skill"), "get_skill_display", "skill"),
        text("sector", _("Sector"), lambda one: one.sector or _("Every trade"), "sector__order"),
    ]
    filterset_class = CanDoFilters
    search_fields = ["text_fr", "text_nl"]
    list_export = ["level", "get_skill_display", "sector", "text_fr", "text_nl"]
    export_headings = {"get_skill_display": _("Skill")}
    export_filename = "can-do"
    inspect_fields = ("level", "skill", "sector", "text_fr", "text_nl")
    panels = [
        FieldRowPanel([FieldPanel("level"), FieldPanel("skill")]),
        FieldPanel("sector"),
        pair("text"),
        FieldPanel("example"),
        FieldPanel("order"),
    ]


class AbsenceCodeFilters(WagtailFilterSet):
    justified = django_filters.BooleanFilter(label=_("Justified"))
    retired = django_filters.BooleanFilter(label=_("No longer used"))

    class Meta:
        model = AbsenceCode
        fields: list[str] = []


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
        text("hours_due", _("Hours due"), lambda one: _("yes") if one.hours_due else _("no"), "hours_due"),
        text("retired", _("No longer used"), lambda one: _("yes") if one.retired else "–", "retired"),
    ]
    filterset_class = AbsenceCodeFilters
    search_fields = ["code", "label_fr", "label_nl"]
    list_export = ["code", "label_fr", "label_nl", "justified", "proof_required", "hours_due", "retired"]
    export_filename = "absence-codes"
    inspect_fields = ("code", "label_fr", "label_nl", "justified", "proof_required", "hours_due", "retired")
    panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("order")]),
        pair("label"),
        FieldRowPanel([FieldPanel("justified"), FieldPanel("proof_required")]),
        FieldRowPanel([FieldPanel("hours_due"), FieldPanel("retired")]),
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
