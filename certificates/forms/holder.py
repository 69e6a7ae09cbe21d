from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.enums import Shown


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ShareForm(forms.Form):
    """A link for one employer. What may be is decided by the verb."""

    for_whom = forms.CharField(
        label=_("For whom?"), help_text=_("Only you see this."), max_length=80, required=False
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        help_text=_("After this day the link opens nothing. A year at most."),
        widget=Day(),
        error_messages={
            "required": _("Choose the last day."),
            "invalid": _("Write a date: day, month, year."),
        },
    )
    includes_file = forms.BooleanField(label=_("They may download the PDF"), required=False)


class OrganisationForm(forms.Form):
    """Who looks, if they want to say it."""

    organisation = forms.CharField(
        label=_("Your organisation"),
        help_text=_("If you like. The holder sees it, with the time."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class ShownNameForm(forms.Form):
    """What whoever types the code sees of the holder's name."""

    shows = forms.ChoiceField(
        label=_("Who checks my certificate sees"),
        choices=Shown.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
