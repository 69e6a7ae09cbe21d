"""Saying beforehand that one cannot come: which half-days, for which reason. No words can be typed."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from training.domain import announcing, words
from training.models import AbsenceCode, AnnouncedAbsence, Enrolment, HalfDay


class HalfDaysField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, half_day: HalfDay) -> str:
        return f"{capfirst(words.day(half_day.date))}, {words.span(half_day.start_time, half_day.end_time)}"


class AnnounceForm(forms.Form):
    half_days = HalfDaysField(
        HalfDay.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("Which half-days?"),
        error_messages={"required": _("Choose at least one half-day.")},
    )
    absence_code = forms.ModelChoiceField(
        AbsenceCode.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        label=_("For which reason?"),
        help_text=_(
            "Only the kind of reason: nobody asks for details, and nothing about health is written down."
        ),
        error_messages={"required": _("Choose a reason of the list.")},
    )

    def __init__(self, *args, enrolment: Enrolment, shown: int | None, **kwargs) -> None:
        """`shown`: how many of the lessons to come are offered; None: all."""
        super().__init__(*args, **kwargs)
        announced = {one.half_day_id for one in announcing.of(enrolment)}
        free = [one.pk for one in announcing.lessons_to_come(enrolment) if one.pk not in announced]
        self.has_more = shown is not None and len(free) > shown
        lessons = HalfDay.objects.filter(pk__in=free[:shown]).order_by("date", "start_time", "pk")
        self.fields["half_days"].queryset = lessons
        self.fields["absence_code"].queryset = announcing.codes()
        self.has_lessons = bool(free)

    def save(self, *, enrolment: Enrolment, by) -> list[AnnouncedAbsence]:
        return announcing.announce(enrolment=enrolment, by=by, **self.cleaned_data)
