"""The words of the trades: occupations, and what one can do in Dutch at work."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from accounts.views.back_office import OfficeViewSet, text
from training.enums import Level, Skill
from training.models import CanDo, Occupation, Sector, VocabularyDomain
from training.views.back_office.courses import WithSector, pair


class OccupationFilters(WagtailFilterSet):
    sector = django_filters.ModelChoiceFilter(queryset=Sector.objects.all(), label=_("Sector"))

    class Meta:
        model = Occupation
        fields: list[str] = []


MINIMUMS = [f"minimum_{skill.name.lower()}" for skill in Skill]


def in_short(one: Occupation) -> str:
    """The five levels in the order of the skills; one when they are the same."""
    levels = [level.short for level in one.profile.values()]
    return levels[0] if len(set(levels)) == 1 else " · ".join(levels)


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
        text("profile", _("Dutch asked for"), in_short),
    ]
    filterset_class = OccupationFilters
    search_fields = ["rome_code", "name_fr", "name_nl"]
    list_export = ["rome_code", "name_fr", "name_nl", "sector", *MINIMUMS, "isco"]
    export_filename = "occupations"
    inspect_fields = (
        "rome_code",
        "name_fr",
        "name_nl",
        "sector",
        *MINIMUMS,
        "condition_fr",
        "condition_nl",
        "isco",
    )
    panels = [
        FieldRowPanel([FieldPanel("rome_code"), FieldPanel("isco")]),
        pair("name"),
        FieldPanel("sector"),
        MultiFieldPanel([FieldPanel(name) for name in MINIMUMS], heading=_("Dutch asked for in each skill")),
        pair("condition"),
    ]


class CanDoFilters(WagtailFilterSet):
    level = django_filters.ChoiceFilter(choices=Level.choices, label=_("Level"))
    skill = django_filters.ChoiceFilter(choices=Skill.choices, label=_("Skill"))
    sector = django_filters.ModelChoiceFilter(queryset=Sector.objects.all(), label=_("Sector"))
    domain = django_filters.ModelChoiceFilter(
        queryset=VocabularyDomain.objects.all(), label=_("Vocabulary domain")
    )

    class Meta:
        model = CanDo
        fields: list[str] = []


class WithDomain(WithSector):
    related = ("sector", "domain")


class CanDoViewSet(OfficeViewSet):
    model = CanDo
    name = "can_dos_office"
    url_prefix = "can-do"
    icon = "openquote"
    menu_label = _("Can-do statements")
    title_label = _("Statement")
    title_sort = "text_fr"
    index_view_class = WithDomain
    list_display = [
        "text",
        text("level", _("Level"), sort="level"),
        text("skill", _("Skill"), "get_skill_display", "skill"),
        text("sector", _("Sector"), lambda one: one.sector or _("Every trade"), "sector__order"),
        text("domain", _("Domain"), lambda one: one.domain or "–", "domain__order"),
    ]
    filterset_class = CanDoFilters
    search_fields = ["text_fr", "text_nl"]
    list_export = ["code", "level", "get_skill_display", "sector", "domain", "text_fr", "text_nl", "example"]
    export_headings = {"get_skill_display": _("Skill")}
    export_filename = "can-do"
    inspect_fields = ("code", "level", "skill", "sector", "domain", "text_fr", "text_nl", "example")
    panels = [
        FieldRowPanel([FieldPanel("level"), FieldPanel("skill")]),
        FieldRowPanel([FieldPanel("sector"), FieldPanel("domain")]),
        pair("text"),
        FieldPanel("example"),
        FieldPanel("order"),
    ]
