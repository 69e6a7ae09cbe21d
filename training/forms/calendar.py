"""What a calendar page is asked for in its address. What cannot be read counts as not asked."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from documents.towns import town_name
from training.domain.period import Length, Period
from training.domain.queries.calendar_page import Wanted
from training.forms.back_office import trainers
from training.models import Room

ALL = pgettext_lazy("filter", "All")
FIRST_YEAR, LAST_YEAR = 2000, 2100


class PeriodForm(forms.Form):
    view = forms.ChoiceField(choices=Length.choices, required=False)
    day = forms.DateField(input_formats=["%Y-%m-%d"], required=False)

    def period(self) -> Period:
        """This month when the address says nothing, or something that is no day."""
        self.is_valid()
        day: date = self.cleaned_data.get("day") or timezone.localdate()
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            day = timezone.localdate()
        return Period(Length(self.cleaned_data.get("view") or Length.MONTH), day)


class OfficeForm(PeriodForm):
    """With what the office may look at."""

    view = forms.ChoiceField(choices=Length.choices, required=False, widget=forms.HiddenInput)
    day = forms.DateField(input_formats=["%Y-%m-%d"], required=False, widget=forms.HiddenInput)
    town = forms.ChoiceField(required=False, label=_("Town"))
    room = forms.ModelChoiceField(Room.objects.all(), required=False, label=_("Room"), empty_label=ALL)
    trainer = forms.ModelChoiceField(User.objects.none(), required=False, label=_("Trainer"), empty_label=ALL)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        towns = Room.objects.order_by("town").values_list("town", flat=True).distinct()
        self.fields["town"].choices = [("", ALL), *((town, town_name(town)) for town in towns)]
        self.fields["trainer"].queryset = trainers()

    def wanted(self) -> Wanted:
        self.is_valid()
        chosen = {name: self.cleaned_data.get(name) for name in ("room", "trainer", "town")}
        return Wanted(**{name: value for name, value in chosen.items() if value})
