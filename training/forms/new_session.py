"""A new session on one screen: what, where, with whom, and the week its dates follow from."""

from datetime import date, time

from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms.office import OfficeForm
from accounts.models import Organisation, User
from training.domain import school_holidays, words
from training.domain.calendar import ClosedRange, Reason
from training.domain.planning import WeeklyPattern, WeeklySlot
from training.domain.timetable import is_called_so
from training.enums import DayPart, Modality, Rhythm, SchoolCalendar, Signing
from training.forms.back_office import Clock, DayField, MeetingLink, trainers
from training.models import Course, Room

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
BACK = "back-"  # with a day behind it: the reason for a lesson on this public holiday
TIMETABLE = frozenset(
    ["course", "starts_on", "ends_on", "slots", "school_calendars", "closed_from", "closed_until"]
    + [f"{part.value}_{end}" for part in DayPart for end in ("from", "until")]
)


class NewSessionForm(OfficeForm):
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
        help_text=_("Each half-day is for the first of them who is free then."),
    )
    capacity = forms.IntegerField(min_value=1, max_value=500, initial=12, label=_("Places"))
    minimum_group = forms.IntegerField(min_value=1, max_value=500, initial=6, label=_("Minimum group"))
    modality = forms.ChoiceField(choices=Modality.choices, label=_("Modality"))
    rhythm = forms.ChoiceField(choices=Rhythm.choices, initial=Rhythm.PART_TIME, label=_("Rhythm"))
    decision_days = forms.IntegerField(
        min_value=0,
        max_value=90,
        initial=10,
        label=_("Decide how many days before the start"),
        help_text=_("When the group is too small by then, you choose: run, postpone, join or cancel."),
    )
    signing = forms.ChoiceField(
        choices=Signing.choices,
        initial=Signing.SCREEN,
        label=_("How people sign"),
        help_text=_("On screen, a register without all signatures is only closed with a reason."),
    )
    meeting_url = MeetingLink()
    needs_decision = forms.BooleanField(
        required=False,
        label=_("We decide on each request"),
        help_text=_("Otherwise a free place is given at once."),
    )
    starts_on = DayField(label=_("Not before"), help_text=_("The first possible day."))
    ends_on = DayField(
        required=False,
        label=_("Not after"),
        help_text=_("Empty: until the hours of the programme are reached."),
    )
    school_calendars = forms.MultipleChoiceField(
        choices=SchoolCalendar.choices,
        required=False,
        label=_("No lessons in the school holidays of"),
        widget=forms.CheckboxSelectMultiple,
    )
    enrolment_opens_on = DayField(required=False, label=_("Enrolment opens on"), help_text=_("Empty: today."))
    enrolment_closes_on = DayField(
        required=False,
        label=_("Enrolment closes on"),
        help_text=_("Empty: the day before the first lesson."),
    )
    closed_from = DayField(
        required=False, label=_("Closed from"), help_text=_("School holidays, works: no lessons.")
    )
    closed_until = DayField(required=False, label=_("Closed until"))
    slots = forms.MultipleChoiceField(
        choices=SLOTS,
        label=_("Every week"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one half-day a week.")},
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
        house = [ClosedRange(first, last or first, CLOSED)] if first else []
        return house + school_holidays.closures(self.cleaned_data["school_calendars"])

    def put_back(self) -> dict[date, str]:
        """Public holidays beside which a reason was typed: there is a lesson all the same."""
        typed = {
            name.removeprefix(BACK): str(self.data[name]).strip()
            for name in self.data
            if name.startswith(BACK)
        }
        return {day: reason[:200] for text, reason in typed.items() if reason and (day := parse_date(text))}

    def says_when(self) -> bool:
        """Whether what the dates depend on is filled in, whatever else is still missing."""
        return self.is_bound and not TIMETABLE.intersection(self.errors)

    def timetable(self) -> dict:
        """The arguments of `planning.draft`. An impossible week is refused."""
        names = ("course", "room", "starts_on", "ends_on")
        facts = {name: self.cleaned_data.get(name) for name in names}
        lists = {"trainers": list(self.cleaned_data.get("trainers", ())), "school_holidays": self.closures()}
        return facts | lists | {"pattern": self.pattern(), "put_back": self.put_back(), "works_around": True}

    def facts(self) -> dict:
        """The arguments of `create_session`, without the author."""
        names = ("code", "provider", "capacity", "minimum_group", "decision_days", "modality", "rhythm")
        others = ("needs_decision", "signing", "meeting_url", "enrolment_opens_on", "enrolment_closes_on")
        return {name: self.cleaned_data[name] for name in (*names, *others)} | self.timetable()

    def clean(self) -> dict:
        found = super().clean()
        if found.get("minimum_group", 0) > found.get("capacity", 500):
            self.add_error("minimum_group", _("The minimum group is larger than the number of places."))
        starts, ends = found.get("starts_on"), found.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The last day comes before the first day."))
        first, last = found.get("closed_from"), found.get("closed_until")
        if first and last and last < first:
            self.add_error("closed_until", _("The last day comes before the first day."))
        for part in {slot.split("-")[1] for slot in found.get("slots", ())}:
            self._insist_on_name(part, found.get(f"{part}_from"))
        if not found.get("room") and found.get("modality") == Modality.ON_SITE:
            self.add_error("room", _("Lessons on site need a room."))
        return found

    def _insist_on_name(self, part: str, start: time | None) -> None:
        if start and not is_called_so(part, start):
            facts = {"part": DayPart(part).label, "time": words.clock(start)}
            sentence = _("“%(part)s” does not begin at %(time)s. Tick another row, or change the time.")
            self.add_error(f"{part}_from", sentence % facts)
