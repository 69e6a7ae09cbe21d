"""Forms for one half-day: each ends in a verb of the planner, after a preview."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms.office import OfficeForm
from accounts.models import User
from training.enums import DayPart
from training.forms.back_office import Clock, DayField, trainers
from training.models import Room


class MoveForm(OfficeForm):
    """A half-day at another moment, in another room, with another trainer; the verb finds what clashes."""

    date = DayField(label=_("Date"))
    part = forms.ChoiceField(choices=DayPart.choices, label=_("Part of the day"))
    start_time = forms.TimeField(widget=Clock, label=pgettext_lazy("time", "From"))
    end_time = forms.TimeField(widget=Clock, label=pgettext_lazy("time", "Until"))
    room = forms.ModelChoiceField(Room.objects.all(), required=False, label=_("Room"))
    trainer = forms.ModelChoiceField(User.objects.none(), required=False, label=_("Trainer"))
    holiday_reason = forms.CharField(
        max_length=200,
        required=False,
        label=_("On a public holiday: why?"),
        help_text=_("Empty on an ordinary day."),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainer"].queryset = trainers()


class AddForm(MoveForm):
    """One more half-day, in the usual room and with the usual trainer unless said otherwise."""


class SubstituteForm(OfficeForm):
    trainer = forms.ModelChoiceField(
        User.objects.none(),
        widget=forms.RadioSelect,
        label=_("Free then"),
        help_text=_("Trainers who teach elsewhere or are away are not shown."),
    )

    def __init__(self, *args, trainers: QuerySet[User], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainer"].queryset = trainers
