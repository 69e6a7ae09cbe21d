import json
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from training.domain import syncing
from training.domain.device import Device
from training.domain.noted import Note, Said, Signed
from training.enums import ON_THE_TABLET, NoteKind
from training.exceptions import Refusal
from training.models import AbsenceCode, Enrolment, HalfDay
from training.models.signing import LONGEST_MARK

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
    """One tap on the register: present, absent with a code, or there for a part of the time.

    `seen`: what the page showed about the person, as `Said` writes it; a form without it asks no question.
    `uid`: where a device gives the tap an id of its own.
    """

    enrolment = forms.ModelChoiceField(Enrolment.objects.none(), widget=forms.HiddenInput)
    absence_code = forms.ModelChoiceField(
        AbsenceCode.objects.filter(retired=False), to_field_name="code", required=False
    )
    minutes_late = MinutesField(_("Late, in minutes"))
    minutes_left_early = MinutesField(_("Left early, in minutes"))
    seen = forms.CharField(required=False)
    uid = forms.UUIDField(required=False)

    def __init__(self, *args, half_day: HalfDay, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.half_day = half_day
        self.fields["enrolment"].queryset = Enrolment.objects.filter(session=half_day.session_id)

    def save(self, *, by: User) -> bool:
        """Writes the mark; False with the refusal beside its field."""
        try:
            syncing.note(half_day=self.half_day, by=by, note=self.note())
        except Refusal as refusal:
            self.add_error(FIELD_OF_REFUSAL.get(refusal.code), refusal.sentence)
            return False
        return True

    def note(self) -> Note:
        facts = self.cleaned_data
        code = facts["absence_code"]
        return Note(
            uid=facts["uid"] or uuid4(),
            enrolment=facts["enrolment"].pk,
            said=Said(
                code.code if code else "", facts["minutes_late"] or 0, facts["minutes_left_early"] or 0
            ),
            seen=Said.from_word(facts["seen"]) if "seen" in self.data else None,
            made_at=timezone.now(),
        )


class ChoiceForm(forms.Form):
    """Which of two notes about one person holds: one of them, or (nothing chosen) what stands there."""

    enrolment = forms.ModelChoiceField(Enrolment.objects.none())
    holds = forms.UUIDField(required=False)

    def __init__(self, *args, half_day: HalfDay, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["enrolment"].queryset = Enrolment.objects.filter(session=half_day.session_id)

    @property
    def choice(self) -> tuple[Enrolment, UUID | None]:
        return self.cleaned_data["enrolment"], self.cleaned_data["holds"]


class NoteForm(forms.Form):
    """One thing noted on a device, as it is sent from there: a mark, or a signature under it."""

    uid = forms.UUIDField()
    enrolment = forms.IntegerField(min_value=1)
    said = forms.CharField(max_length=20, required=False)
    seen = forms.CharField(max_length=20, required=False)
    made_at = forms.DateTimeField()
    kind = forms.ChoiceField(choices=NoteKind.choices, required=False)  # none: a mark
    method = forms.ChoiceField(choices=[(one, one) for one in ON_THE_TABLET], required=False)
    written = forms.CharField(max_length=LONGEST_MARK, required=False)
    lesson = forms.CharField(max_length=64, required=False)

    @classmethod
    def read(cls, body: bytes, device: Device) -> list[Note] | None:
        """A list of them in JSON; None when it is anything else."""
        try:
            sent = json.loads(body)
        except ValueError:
            return None
        if not isinstance(sent, list) or not sent or not all(isinstance(one, dict) for one in sent):
            return None
        lines = [cls(one) for one in sent]
        return [one.note(device) for one in lines] if all(one.is_valid() for one in lines) else None

    def clean(self) -> dict:
        found = super().clean()
        if found.get("kind") == NoteKind.SIGNATURE and not (found.get("method") and found.get("written")):
            raise forms.ValidationError(_("A signature is drawn or typed."))
        return found

    def note(self, device: Device) -> Note:
        facts = self.cleaned_data
        said, seen = Said.from_word(facts["said"]), Said.from_word(facts["seen"])
        signed = None
        if facts["kind"] == NoteKind.SIGNATURE:
            signed = Signed(facts["method"], facts["written"], facts["lesson"], device)
        return Note(facts["uid"], facts["enrolment"], said, seen, facts["made_at"], signed)
