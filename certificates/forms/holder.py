from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.enums import Shown


class ShownNameForm(forms.Form):
    """What whoever types the code sees of the holder's name."""

    shows = forms.ChoiceField(
        label=_("Who checks my certificate sees"),
        choices=Shown.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
