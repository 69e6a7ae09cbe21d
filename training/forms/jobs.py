"""Choosing the jobs one wants."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from training.models import Occupation


class WishesForm(forms.Form):
    """Every occupation, by sector; at most a handful is chosen."""

    occupations = forms.ModelMultipleChoiceField(
        Occupation.objects.none(),
        required=False,
        label=_("Jobs I want to work in"),
        help_text=_("Choose at most five. You can change it at any time."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, person: Person, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        rows = Occupation.objects.select_related("sector").order_by("sector__order", "rome_code")
        chosen = person.chosen_occupations.values_list("occupation", flat=True)
        self.fields["occupations"].queryset = rows
        self.fields["occupations"].initial = list(chosen)
        self.fields["occupations"].choices = by_sector(rows)

    @property
    def ticked(self) -> set[int]:
        """Which boxes are ticked: as typed, else as chosen before."""
        return {int(pk) for pk in self["occupations"].value() or [] if str(pk).isdecimal()}


def by_sector(rows) -> list[tuple[str, list[tuple[int, str]]]]:
    groups: dict[str, list[tuple[int, str]]] = {}
    for one in rows:
        groups.setdefault(one.sector.name, []).append((one.pk, one.name))
    return list(groups.items())
