"""Forms of the back office for sessions and enrolments: each ends in a verb, none writes by itself."""

from datetime import time

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.models import Membership, Organisation, User
from training.domain.calendar import ClosedRange, Reason
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.enums import DayPart, ExitReason, Modality, RefusalReason, Rhythm
from training.models import Course, Room, Session

WEEKDAYS = (
    (0, pgettext_lazy("column of a week", "Monday")),
    (1, pgettext_lazy("column of a week", "Tuesday")),
    (2, pgettext_lazy("column of a week", "Wednesday")),
    (3, pgettext_lazy("column of a week", "Thursday")),
    (4, pgettext_lazy("column of a week", "Friday")),
    (5, pgettext_lazy("column of a week", "Saturday")),
)
USUAL_HOURS = {
    DayPart.MORNING: (time(9), time(12, 30)),
    DayPart.AFTERNOON: (time(13, 30), time(16, 30)),
    DayPart.EVENING: (time(18), time(21)),
}
CLOSED = Reason(fr="Fermeture ou vacances scolaires", nl="Gesloten of schoolvakantie")
SLOTS = [(f"{number}-{part.value}", f"{day} – {part.label}") for number, day in WEEKDAYS for part in DayPart]


class Day(forms.DateInput):
    """The browser's own calendar: nothing to load, and it speaks the reader's language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def trainers() -> QuerySet[User]:
    taught_by = Membership.objects.filter(role=Role.TRAINER, ended_on=None).values("user")
    return User.objects.filter(pk__in=taught_by).order_by("last_name", "first_name", "pk")


class NewSessionForm(forms.Form):
    """A session and its week. `pattern()` turns the ticked cells into the planner's own words."""

    course = forms.ModelChoiceField(Course.objects.current(), label=_("Course"))
    code = forms.SlugField(
        max_length=40, label=_("Code"), help_text=_("Short, for lists and papers: LOG-A1-2027-01.")
    )
    provider = forms.ModelChoiceField(Organisation.objects.providers(), label=_("Training provider"))
    room = forms.ModelChoiceField(
        Room.objects.all(), required=False, label=_("Room"), help_text=_("Empty only for remote lessons.")
    )
    trainers = forms.ModelMultipleChoiceField(
        User.objects.none(),
        required=False,
        label=_("Trainers"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The first one teaches every half-day until you change it."),
    )
    capacity = forms.IntegerField(min_value=1, max_value=500, initial=12, label=_("Places"))
    minimum_group = forms.IntegerField(min_value=1, max_value=500, initial=6, label=_("Minimum group"))
    modality = forms.ChoiceField(choices=Modality.choices, label=_("Modality"))
    rhythm = forms.ChoiceField(choices=Rhythm.choices, initial=Rhythm.PART_TIME, label=_("Rhythm"))
    needs_decision = forms.BooleanField(
        required=False,
        label=_("We decide on each request"),
        help_text=_("Otherwise a free place is given at once."),
    )
    starts_on = forms.DateField(widget=Day, label=_("Not before"), help_text=_("The first possible day."))
    enrolment_opens_on = forms.DateField(
        widget=Day, required=False, label=_("Enrolment opens on"), help_text=_("Empty: today.")
    )
    enrolment_closes_on = forms.DateField(
        widget=Day,
        required=False,
        label=_("Enrolment closes on"),
        help_text=_("Empty: the day before the first lesson."),
    )
    closed_from = forms.DateField(
        widget=Day, required=False, label=_("Closed from"), help_text=_("School holidays, works: no lessons.")
    )
    closed_until = forms.DateField(widget=Day, required=False, label=_("Closed until"))
    slots = forms.MultipleChoiceField(
        choices=SLOTS, label=_("Every week"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainers"].queryset = trainers()
        for part, (start, end) in USUAL_HOURS.items():
            self.fields[f"{part.value}_from"] = self._clock(start, pgettext_lazy("time", "from"), part)
            self.fields[f"{part.value}_until"] = self._clock(end, pgettext_lazy("time", "until"), part)

    @staticmethod
    def _clock(initial: time, word: str, part: DayPart) -> forms.TimeField:
        return forms.TimeField(widget=Clock, initial=initial, label=f"{part.label} {word}")

    def pattern(self) -> WeeklyPattern:
        """Raises the planner's refusal when the week cannot be."""
        slots = []
        for chosen in self.cleaned_data["slots"]:
            weekday, part = chosen.split("-")
            start, end = self.cleaned_data[f"{part}_from"], self.cleaned_data[f"{part}_until"]
            slots.append(WeeklySlot(int(weekday), DayPart(part), start, end))
        return WeeklyPattern(slots)

    @property
    def weekdays(self) -> list:
        return [day for _number, day in WEEKDAYS]

    def week(self) -> list[dict]:
        """The grid as rows of parts of the day: its label, its two clocks, a cell for each weekday."""
        cells = {str(cell.data["value"]): cell for cell in self["slots"]}
        return [
            {
                "part": part.label,
                "clocks": [self[f"{part.value}_from"], self[f"{part.value}_until"]],
                "cells": [cells[f"{number}-{part.value}"] for number, _day in WEEKDAYS],
            }
            for part in DayPart
        ]

    def closures(self) -> list[ClosedRange]:
        first, last = self.cleaned_data["closed_from"], self.cleaned_data["closed_until"]
        return [ClosedRange(first, last or first, CLOSED)] if first else []

    def facts(self) -> dict:
        """The arguments of `create_session`, without the author. An impossible week is refused."""
        names = ("course", "code", "provider", "room", "capacity", "minimum_group", "modality", "rhythm")
        dates = ("needs_decision", "starts_on", "enrolment_opens_on", "enrolment_closes_on")
        facts = {name: self.cleaned_data[name] for name in (*names, *dates)}
        lists = {"trainers": list(self.cleaned_data["trainers"]), "school_holidays": self.closures()}
        return facts | lists | {"pattern": self.pattern()}

    def clean(self) -> dict:
        found = super().clean()
        if found.get("minimum_group", 0) > found.get("capacity", 500):
            self.add_error("minimum_group", _("The minimum group is larger than the number of places."))
        first, last = found.get("closed_from"), found.get("closed_until")
        if first and last and last < first:
            self.add_error("closed_until", _("The last day comes before the first day."))
        if not found.get("room") and found.get("modality") == Modality.ON_SITE:
            self.add_error("room", _("Lessons on site need a room."))
        return found


class AdjustForm(forms.ModelForm):
    class Meta:
        model = Session
        fields = ["capacity", "minimum_group", "needs_decision", "enrolment_opens_on", "enrolment_closes_on"]
        widgets = {"enrolment_opens_on": Day, "enrolment_closes_on": Day}


class CancelForm(forms.Form):
    reason = forms.CharField(
        max_length=200, label=_("Why?"), help_text=_("The people who enrolled will read this sentence.")
    )


class MoveForm(forms.Form):
    """A half-day at another moment, in another room, with another trainer; the verb finds what clashes."""

    date = forms.DateField(widget=Day, label=_("Date"))
    part = forms.ChoiceField(choices=DayPart.choices, label=_("Part of the day"))
    start_time = forms.TimeField(widget=Clock, label=pgettext_lazy("time", "From"))
    end_time = forms.TimeField(widget=Clock, label=pgettext_lazy("time", "Until"))
    room = forms.ModelChoiceField(Room.objects.all(), required=False, label=_("Room"))
    trainer = forms.ModelChoiceField(User.objects.none(), required=False, label=_("Trainer"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["trainer"].queryset = trainers()


class ReferForm(forms.Form):
    organisation = forms.ModelChoiceField(
        Organisation.objects.filter(kind__in=KINDS_FOR_ROLE[Role.PRESCRIBER]),
        required=False,
        label=_("Referred by"),
        help_text=_("Its prescribers see how far the person has come, never an evaluation."),
    )


class NoteForm(forms.Form):
    note = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Words for the person"),
    )


class InviteForm(NoteForm):
    note = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("When, where, with whom"),
        help_text=_("This goes into the letter."),
    )


class TransferForm(NoteForm):
    to = forms.ModelChoiceField(
        Session.objects.none(),
        label=_("To which session?"),
        help_text=_("The request, the levels and the diary go along. The place here becomes free."),
    )
    may_wait = forms.BooleanField(
        required=False,
        label=_("Onto its waiting list when it is full"),
        help_text=_("Otherwise nothing changes when there is no free place."),
    )
    field_order = ["to", "may_wait", "note"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        alive = Session.objects.published().alive().filter(last_day__gte=timezone.localdate())
        self.fields["to"].queryset = alive.order_by("first_day", "code")


class RefuseForm(NoteForm):
    reason = forms.ChoiceField(choices=[("", "–"), *RefusalReason.choices], label=_("Reason"))
    field_order = ["reason", "note"]


class ExitForm(NoteForm):
    reason = forms.ChoiceField(choices=[("", "–"), *ExitReason.choices], label=_("Reason"))
    field_order = ["reason", "note"]
    note = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Note for ourselves"),
    )
