"""Forms of the back office for sessions and enrolments: each ends in a verb, none writes by itself."""

from datetime import date

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.forms.office import AsksByName, OfficeForm
from accounts.models import Membership, Organisation, User
from training.domain.calendar import is_near
from training.enums import Channel, ExitReason, RefusalReason
from training.models import Session


class Day(forms.DateInput):
    """The browser's own calendar: nothing to load, and it speaks the reader's language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day on which something could be planned."""

    widget = Day

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and not is_near(value):
            raise forms.ValidationError(_("No lesson is planned then. Look again at the year."), code="year")


class Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def trainers() -> QuerySet[User]:
    taught_by = Membership.objects.filter(role=Role.TRAINER, ended_on=None).values("user")
    return User.objects.filter(pk__in=taught_by).order_by("last_name", "first_name", "pk")


class MeetingLink(forms.URLField):
    """Where a lesson is followed from a distance."""

    def __init__(self) -> None:
        super().__init__(
            required=False,
            assume_scheme="https",
            label=_("Link to the online lesson"),
            help_text=_("Only people with a place and the trainers see it."),
        )


class AdjustForm(AsksByName, forms.ModelForm):
    meeting_url = MeetingLink()

    class Meta:
        model = Session
        fields = [
            "capacity",
            "minimum_group",
            "decision_days",
            "signing",
            "meeting_url",
            "needs_decision",
            "enrolment_opens_on",
            "enrolment_closes_on",
        ]
        field_classes = {"enrolment_opens_on": DayField, "enrolment_closes_on": DayField}


class ReferForm(OfficeForm):
    organisation = forms.ModelChoiceField(
        Organisation.objects.filter(kind__in=KINDS_FOR_ROLE[Role.PRESCRIBER]),
        required=False,
        label=_("Referred by"),
        help_text=_("Its prescribers see how far the person has come, never an evaluation."),
    )


class NoteForm(OfficeForm):
    note = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Words for the person"),
    )


class WaiveForm(OfficeForm):
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Why?"),
        help_text=_("The diary keeps this sentence, with your name and the day."),
    )


class AskForm(OfficeForm):
    note = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("What do you need to know?"),
        help_text=_("The person reads this sentence in a letter and answers on their page."),
    )


class AnswerForPersonForm(OfficeForm):
    note = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("What did the person answer?"),
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
        help_text=_(
            "The request, the levels and the diary go along. The place here becomes free. Who is in training "
            "stays in training: closed registers and hours followed stay where they are and are kept."
        ),
    )
    may_wait = forms.BooleanField(
        required=False,
        label=_("Onto its waiting list when it is full"),
        help_text=_("Otherwise nothing changes when there is no free place. Who is in training never waits."),
    )
    despite = forms.CharField(
        required=False,
        max_length=300,
        label=_("Set its conditions aside, because"),
        help_text=_("Only when the person lacks a condition of that session. The diary keeps this sentence."),
    )
    field_order = ["to", "may_wait", "despite", "note"]

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


class CallForm(NoteForm):
    note = forms.CharField(
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=_("Note for ourselves"),
        help_text=_("Whom you reached, what was said. The diary keeps your name and the moment."),
    )


class HandOverForm(OfficeForm):
    channel = forms.ChoiceField(
        choices=[("", "–"), *((one.value, one.label) for one in (Channel.PAPER, Channel.LETTER))],
        label=_("How?"),
    )
    on = DayField(label=_("On which day?"))
