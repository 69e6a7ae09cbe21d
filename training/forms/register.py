from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from training.domain import attendance
from training.exceptions import Refusal
from training.models import AbsenceCode, Enrolment, HalfDay

FIELD_OF_REFUSAL = {"too_late": "minutes_late", "negative": "minutes_late"}


class MinutesField(forms.IntegerField):
    """A text box with the digits' keyboard: a number box changes its value under a scrolling thumb."""

    def __init__(self, label: str) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(label=label, min_value=0, max_value=270, required=False, widget=widget)
        between = _("Between 0 and 270 minutes.")
        self.error_messages |= {"invalid": _("A number of minutes, like 15.")}
        for validator in self.validators:
            validator.message = between


class MarkForm(forms.Form):
    """One tap on the register: present, absent with a code, or there for a part of the time."""

    enrolment = forms.ModelChoiceField(Enrolment.objects.none(), widget=forms.HiddenInput)
    absence_code = forms.ModelChoiceField(
        AbsenceCode.objects.filter(retired=False), to_field_name="code", required=False
    )
    minutes_late = MinutesField(_("Late, in minutes"))
    minutes_left_early = MinutesField(_("Left early, in minutes"))

    def __init__(self, *args, half_day: HalfDay, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.half_day = half_day
        self.fields["enrolment"].queryset = Enrolment.objects.filter(session=half_day.session_id)

    def save(self, *, by: User) -> bool:
        """Writes the mark; False with the refusal beside its field."""
        facts = self.cleaned_data
        try:
            attendance.mark(
                half_day=self.half_day,
                enrolment=facts["enrolment"],
                by=by,
                absence_code=facts["absence_code"],
                minutes_late=facts["minutes_late"] or 0,
                minutes_left_early=facts["minutes_left_early"] or 0,
            )
        except Refusal as refusal:
            self.add_error(FIELD_OF_REFUSAL.get(refusal.code), refusal.sentence)
            return False
        return True
