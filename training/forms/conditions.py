"""What a session asks of the people who enrol, on one screen of the back office."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.reference import search_key
from accounts.forms.office import OfficeForm
from accounts.models import Commune
from accounts.rules import ADULT_AGE
from training.domain.conditions import Asked
from training.enums import Level, Skill, Territory

OLDEST = 100
ANY_LEVEL = [("", gettext_lazy("No level asked")), *Level.choices]


class CommunesField(forms.CharField):
    """Names or postcodes with commas between them; all communes of a postcode."""

    def clean(self, value: str) -> list[Commune]:
        parts = [part.strip() for part in super().clean(value).split(",") if part.strip()]
        return sorted({one for part in parts for one in self.called(part)}, key=lambda one: one.code)

    def called(self, part: str) -> list[Commune]:
        found = Commune.objects.all()
        if part.isdigit():
            found = found.filter(postcodes__contains=[part])
        else:
            found = found.filter(search_key=search_key(part))
        if not found:
            sentence = _(
                "We know no commune of Hauts-de-France called “%(name)s”. Look at how it is written."
            )
            raise forms.ValidationError(sentence % {"name": part}, code="unknown")
        return list(found)


class ConditionsForm(OfficeForm):
    """Empty everywhere is the usual case: adults, wherever they live, whatever they know."""

    minimum_age = forms.IntegerField(
        min_value=ADULT_AGE, max_value=OLDEST, label=gettext_lazy("Age on the first day, at least")
    )
    maximum_age = forms.IntegerField(
        min_value=ADULT_AGE,
        max_value=OLDEST,
        required=False,
        label=gettext_lazy("Age on the first day, at most"),
        help_text=gettext_lazy("Empty: no limit."),
    )
    jobseekers_only = forms.BooleanField(
        required=False,
        label=gettext_lazy("Only people registered with France Travail"),
        help_text=gettext_lazy("Who gives no identifier goes to your decision."),
    )
    territories = forms.MultipleChoiceField(
        choices=Territory.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Only people who live in"),
        help_text=gettext_lazy("Nothing ticked and no commune below: wherever people live."),
    )
    communes = CommunesField(
        required=False,
        max_length=1000,
        label=gettext_lazy("Or in one of these communes"),
        help_text=gettext_lazy("Names or postcodes with commas between them, for example: Bergues, 59470"),
    )
    all_hours = forms.BooleanField(
        required=False,
        label=gettext_lazy("Only people who can come to all lessons"),
        help_text=gettext_lazy("Who says that they cannot goes to your decision."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for skill in Skill:
            self.fields[f"level_{skill.value}"] = forms.ChoiceField(
                choices=ANY_LEVEL, required=False, label=_("Level asked: %(skill)s") % {"skill": skill.label}
            )

    def clean(self) -> dict:
        facts = super().clean()
        lowest, highest = facts.get("minimum_age"), facts.get("maximum_age")
        if lowest and highest and highest < lowest:
            self.add_error("maximum_age", _("The highest age is below the lowest."))
        facts["levels"] = {skill: facts.pop(f"level_{skill.value}", "") for skill in Skill}
        return facts


def initial(asked: Asked) -> dict:
    """The form as it was saved last."""
    return {
        "minimum_age": asked.minimum_age,
        "maximum_age": asked.maximum_age,
        "jobseekers_only": asked.jobseekers_only,
        "territories": list(asked.territories),
        "communes": ", ".join(sorted(asked.communes.values())),
        "all_hours": asked.all_hours,
        **{f"level_{skill.value}": level.value for skill, level in asked.levels.items()},
    }
