from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation

PROPOSED = timedelta(days=180)


class KeyForm(forms.Form):
    """For which organisation, what it is called, until when."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Organisation"), empty_label=None
    )
    label = forms.CharField(
        label=_("Name of the key"),
        help_text=_("For instance the software that uses it, so that you know which one to revoke."),
        max_length=60,
    )
    ends_on = forms.DateField(
        label=_("Opens until"),
        help_text=_("A year at most; the first day on which it opens nothing any more."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(self, *args, organisations, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations
        self.fields["ends_on"].initial = timezone.localdate() + PROPOSED
