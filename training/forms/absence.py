from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from training.enums import DayPart
from training.forms.back_office import DayField
from training.models import Unavailability


class AbsenceForm(forms.Form):
    """From a half-day to a half-day; nothing is asked about the reason."""

    first_day = DayField(label=_("First day"))
    first_part = forms.ChoiceField(
        choices=DayPart.choices,
        initial=DayPart.MORNING,
        widget=forms.RadioSelect,
        label=pgettext_lazy("absence", "From"),
    )
    last_day = DayField(required=False, label=_("Last day"), help_text=_("Empty: the same day."))
    last_part = forms.ChoiceField(
        choices=DayPart.choices,
        initial=DayPart.EVENING,
        widget=forms.RadioSelect,
        label=pgettext_lazy("absence", "Until the end of"),
    )

    def clean(self) -> dict:
        found = super().clean()
        first = found.get("first_day")
        if first is None:
            return found
        found["last_day"] = found.get("last_day") or first
        if found["last_day"] < timezone.localdate():
            self.add_error("first_day", _("This time is over."))
        parts = list(DayPart.values)
        ends = (found["last_day"], parts.index(found.get("last_part", DayPart.EVENING)))
        if ends < (first, parts.index(found.get("first_part", DayPart.MORNING))):
            self.add_error("last_day", _("An absence ends after it begins."))
        return found

    def absence(self, trainer: User) -> Unavailability:
        """As it would be written."""
        return Unavailability(trainer=trainer, **self.cleaned_data)
