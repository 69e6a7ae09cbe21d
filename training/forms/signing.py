import uuid
from collections.abc import Collection

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from training.domain import amending, attendance, countersigning, phone, signing
from training.domain.device import Device
from training.enums import SignatureMethod
from training.exceptions import Refusal
from training.forms.register import FIELD_OF_REFUSAL, MinutesField
from training.models import AbsenceCode, Enrolment, HalfDay, Signature
from training.models.signing import LONGEST_MARK


class SignForm(forms.Form):
    """One person signs: drawn, or typed and confirmed. What was drawn counts first."""

    drawing = forms.CharField(required=False, max_length=LONGEST_MARK, widget=forms.HiddenInput)
    change_id = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    said_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        required=False,
        max_length=200,
        label=gettext_lazy("First name and name"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    it_is_me = forms.BooleanField(required=False, label=gettext_lazy("It is me, and I was there"))

    def clean(self) -> dict:
        found = super().clean()
        if not found.get("drawing"):
            if not found.get("name"):
                self.add_error("name", _("Sign in the field above, or type your name."))
            elif not found.get("it_is_me"):
                self.add_error("it_is_me", _("Tick this box: it is you who signs."))
        return found

    def save(self, *, half_day: HalfDay, enrolment: Enrolment, by: User, device: Device) -> bool:
        """Signs; False with the refusal beside its field."""
        facts = self.cleaned_data
        drawn = bool(facts["drawing"])
        try:
            signing.sign(
                half_day=half_day,
                enrolment=enrolment,
                by=by,
                method=SignatureMethod.DRAWN if drawn else SignatureMethod.TYPED,
                mark=facts["drawing"] if drawn else facts["name"],
                change_id=facts["change_id"],
                device=device,
                said_at=facts["said_at"],
            )
        except Refusal as refusal:
            self.add_error("name" if refusal.code == "name" else None, refusal.sentence)
            return False
        return True


class PhoneForm(forms.Form):
    """One's own telephone: the code on the trainer's screen, typed or brought by the square code."""

    code = forms.CharField(
        max_length=20,
        label=gettext_lazy("Code on the screen"),
        help_text=gettext_lazy("Six letters and figures. A new one comes every 30 seconds."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "phone-code",
            }
        ),
    )
    change_id = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)
    said_at = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def save(self, *, half_day: HalfDay, by: User, device: Device) -> bool:
        """Signs; False with the refusal beside its field."""
        try:
            phone.sign(half_day=half_day, by=by, device=device, **self.cleaned_data)
        except Refusal as refusal:
            self.add_error("code" if refusal.code == "code" else None, refusal.sentence)
            return False
        return True


class NotHereField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, enrolment: Enrolment) -> str:
        return enrolment.person.full_name


class CloseForm(forms.Form):
    """What the trainer says when she countersigns. The reasons are asked only where they are needed.

    `proposals`: the signatures by telephone, which she confirms by counting heads.
    """

    head_count = forms.IntegerField(
        min_value=0,
        max_value=500,
        label=gettext_lazy("How many people are in the room?"),
        help_text=gettext_lazy("Count heads, without yourself."),
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "field-short", "autofocus": True}
        ),
    )
    not_here = NotHereField(
        Enrolment.objects.none(),
        required=False,
        label=gettext_lazy("Signed by telephone: who is not in the room?"),
        help_text=gettext_lazy("Their signature no longer counts, and they are marked absent."),
        widget=forms.CheckboxSelectMultiple,
    )
    unsigned_reason = forms.CharField(
        required=False, max_length=200, label=gettext_lazy("Why are signatures missing?")
    )
    crowded_reason = forms.CharField(
        required=False, max_length=200, label=gettext_lazy("Why were more people there than the room holds?")
    )

    def __init__(self, *args, half_day: HalfDay, proposals: Collection[Signature], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in countersigning.not_asked(half_day):
            del self.fields[name]
        people = Enrolment.objects.filter(pk__in=[one.enrolment_id for one in proposals])
        self.fields["not_here"].queryset = people.select_related("person").order_by("person__name_key")
        if not proposals:
            del self.fields["not_here"]

    def save(self, *, half_day: HalfDay, by: User) -> bool:
        """Closes; False with the refusal beside its field."""
        try:
            attendance.close(half_day=half_day, by=by, **self.cleaned_data)
        except Refusal as refusal:
            fields = {"unsigned": "unsigned_reason", "crowded": "crowded_reason", "head_count": "head_count"}
            field = fields.get(refusal.code)
            self.add_error(field if field in self.fields else None, refusal.sentence)
            return False
        return True


class CorrectionForm(forms.Form):
    """One mark of a closed register, as it should have been."""

    absence_code = forms.ModelChoiceField(
        AbsenceCode.objects.filter(retired=False),
        required=False,
        empty_label=gettext_lazy("Present"),
        label=gettext_lazy("Present or absent"),
    )
    minutes_late = MinutesField(gettext_lazy("Late, in minutes"))
    minutes_left_early = MinutesField(gettext_lazy("Left early, in minutes"))
    reason = forms.CharField(
        max_length=300,
        label=gettext_lazy("Why is this corrected?"),
        help_text=gettext_lazy("It stays on the register, beside your name. Nothing about health."),
    )
    document = forms.FileField(
        required=False,
        label=gettext_lazy("Document that proves it"),
        help_text=gettext_lazy("If there is one: PDF or photograph."),
    )

    def save(self, *, half_day: HalfDay, enrolment: Enrolment, by: User) -> bool:
        """Corrects; False with the refusal beside its field."""
        facts = self.cleaned_data
        try:
            amending.amend(
                half_day=half_day,
                enrolment=enrolment,
                by=by,
                reason=facts["reason"],
                absence_code=facts["absence_code"],
                minutes_late=facts["minutes_late"] or 0,
                minutes_left_early=facts["minutes_left_early"] or 0,
                document=facts["document"].read() if facts["document"] else None,
            )
        except Refusal as refusal:
            fields = FIELD_OF_REFUSAL | {"reason": "reason", "type": "document", "size": "document"}
            self.add_error(fields.get(refusal.code), refusal.sentence)
            return False
        return True
