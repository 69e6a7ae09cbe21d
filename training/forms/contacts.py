"""A contact, written down in half a minute."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.office import OfficeForm
from training.domain import contacts
from training.enums import ContactChannel, ContactDirection
from training.forms.back_office import DayField
from training.models import Contact, Enrolment


class ContactForm(OfficeForm):
    channel = forms.ChoiceField(
        choices=ContactChannel.choices,
        widget=forms.RadioSelect,
        initial=ContactChannel.TELEPHONE,
        label=_("By which way?"),
    )
    direction = forms.ChoiceField(
        choices=ContactDirection.choices,
        widget=forms.RadioSelect,
        initial=ContactDirection.OUTWARDS,
        label=_("Who contacted whom?"),
    )
    what = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label=_("What was it about?"),
        help_text=_("One line. Nothing about health: not even what the person says of it."),
    )
    next_step = forms.CharField(
        max_length=200, required=False, label=_("What comes next?"), help_text=_("Empty: nothing.")
    )
    next_on = DayField(required=False, label=_("On which day?"))

    def save(self, *, enrolment: Enrolment, by) -> Contact:
        return contacts.note(enrolment=enrolment, by=by, **self.cleaned_data)
