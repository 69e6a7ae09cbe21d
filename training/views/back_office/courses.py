"""What is taught and where: courses, rooms."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from accounts.enums import Country
from accounts.views.back_office import OfficeIndex, OfficeViewSet, text
from training.domain import words
from training.enums import Level
from training.forms.back_office import Day
from training.models import Course, Room, Sector


def pair(field: str) -> FieldRowPanel:
    """A text in French beside the same in Dutch."""
    return FieldRowPanel([FieldPanel(f"{field}_fr"), FieldPanel(f"{field}_nl")])


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
                FieldRowPanel([FieldPanel("minimum_rate"), FieldPanel("minimum_minutes")]),
                FieldRowPanel([FieldPanel("skills_needed"), FieldPanel("can_do_share")]),
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
