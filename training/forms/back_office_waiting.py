"""Forms of the back office for the waiting list: each ends in a verb, none writes by itself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.forms.office import OfficeForm
from accounts.models import Organisation
from training.forms.back_office import DayField
from training.models import Enrolment, Session


def partners():
    return Organisation.objects.filter(kind__in=KINDS_FOR_ROLE[Role.PRESCRIBER])


class OffersForm(OfficeForm):
    offer_hours = forms.IntegerField(min_value=1, max_value=720, label=_("Hours to answer an offer"))
    late_offer_hours = forms.IntegerField(
        min_value=1, max_value=720, label=_("Hours to answer near the start")
    )
    late_days = forms.IntegerField(
        min_value=0, max_value=60, label=_("Near the start means so many days before the first day")
    )
    offers_until = DayField(
        required=False,
        label=_("Last day for offers"),
        help_text=_("Empty: until enrolment closes."),
    )
    withdrawals_until = DayField(
        required=False,
        label=_("Last day to withdraw on line"),
        help_text=_("Empty: the day before the first lesson. Afterwards people call."),
    )


class KeepForm(OfficeForm):
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Kept for people sent by"))
    chairs = forms.IntegerField(min_value=1, max_value=500, label=_("Places"))
    until = DayField(label=_("Kept until"), help_text=_("The day after, they go to everybody."))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = partners()


class PriorityForm(OfficeForm):
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        required=False,
        label=_("People sent by"),
        help_text=_("Empty: by any partner."),
    )
    rank = forms.IntegerField(
        min_value=1,
        max_value=9,
        label=_("Rank"),
        help_text=_("1 goes first. Who falls under no rule comes last."),
    )
    everywhere = forms.BooleanField(required=False, label=_("In every session"))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = partners()


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, enrolment: Enrolment) -> str:
        return enrolment.person.full_name


class PairForm(OfficeForm):
    first = PersonChoice(Enrolment.objects.none(), label=_("One"))
    second = PersonChoice(Enrolment.objects.none(), label=_("The other"))

    def __init__(self, *args, session: Session, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        waiting = session.enrolments.waiting().select_related("person")
        self.fields["first"].queryset = self.fields["second"].queryset = waiting
