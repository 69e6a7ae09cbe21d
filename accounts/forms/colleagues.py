from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language


class ColleagueForm(forms.Form):
    """Somebody of the same organisation, in the same role."""

    email = forms.EmailField(label=_("E-mail address"))
    first_name = forms.CharField(max_length=100, required=False, label=_("Given name"))
    last_name = forms.CharField(max_length=100, required=False, label=_("Family name"))
    language = forms.ChoiceField(choices=Language.choices, widget=forms.RadioSelect, label=_("Language"))
