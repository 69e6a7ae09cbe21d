"""What is asked before a session runs, is postponed, joins another one or is cancelled."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain import words
from training.forms.back_office import DayField
from training.models import Session


def in_words(session: Session) -> str:
    """Which of the sessions of one course: when it begins and where."""
    where = session.room or session.get_modality_display()
    return f"{session}, {words.day(session.first_day)}, {where}"


class ToSession(forms.ModelChoiceField):
    def label_from_instance(self, obj: Session) -> str:
        return in_words(obj)


class ReasonForm(OfficeForm):
    reason = forms.CharField(
        max_length=200, label=_("Why?"), help_text=_("The people who enrolled will read this sentence.")
    )


class RunForm(OfficeForm):
    reason = forms.CharField(
        max_length=200,
        required=False,
        label=_("Why?"),
        help_text=_("Needed when the group is smaller than its minimum."),
    )


class PostponeForm(ReasonForm):
    starts_on = DayField(
        label=_("Not before"),
        help_text=_(
            "The same week from this day, around public holidays, closures, taken rooms and absences."
        ),
    )
    field_order = ["starts_on", "reason"]


class JoinForm(ReasonForm):
    into = ToSession(
        Session.objects.none(),
        label=_("To which session?"),
        help_text=_("Sessions of the same course with a place for everybody of this group."),
    )
    field_order = ["into", "reason"]

    def __init__(self, *args, others: QuerySet[Session], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = others.select_related("room")
