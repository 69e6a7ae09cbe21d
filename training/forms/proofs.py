"""A proof of absence: its kind, its days, its file. No words can be typed, not even to refuse it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain import proofs
from training.enums import ProofRefusal
from training.forms.back_office import DayField
from training.forms.uploads import PaperField
from training.models import AbsenceCode, AbsenceProof, Attendance, Enrolment


class ProofForm(OfficeForm):
    absence_code = forms.ModelChoiceField(
        AbsenceCode.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        label=_("What does it prove?"),
        error_messages={"required": _("Choose a kind of the list.")},
    )
    first_day = DayField(label=_("First day of the absence"))
    last_day = DayField(
        required=False, label=_("Last day of the absence"), help_text=_("Empty: the same day.")
    )
    file = PaperField(
        help_text=_(
            "Never with the reason of an illness: fold it away, or send only the part with the name and the "
            "days. A paper that says what somebody is ill with is refused and deleted. A PDF, or a picture "
            "in JPEG or PNG, 20 MB at most."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["absence_code"].queryset = proofs.codes()

    def clean(self) -> dict:
        found = super().clean()
        found["last_day"] = found.get("last_day") or found.get("first_day")
        return found

    def save(self, *, enrolment: Enrolment, by) -> AbsenceProof:
        facts = dict(self.cleaned_data)
        return proofs.give(enrolment=enrolment, content=facts.pop("file").read(), by=by, **facts)


def asked_for(mark: Attendance | None) -> dict:
    """What a form begins with when it is opened for one absence."""
    if mark is None:
        return {}
    day = mark.half_day.date
    return {"absence_code": mark.amended.absence_code_id, "first_day": day, "last_day": day}


class RefuseProofForm(OfficeForm):
    reason = forms.ChoiceField(
        choices=ProofRefusal.choices,
        widget=forms.RadioSelect,
        label=_("Why?"),
        help_text=_("The person reads this in a letter. The file is deleted at once."),
        error_messages={"required": _("Choose a reason of the list.")},
    )
