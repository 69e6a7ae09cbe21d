from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class NamesForm(forms.ModelForm):
    """What somebody may change of their own account without a code or a password."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "language"]
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
            "language": forms.RadioSelect,
        }
        help_texts = {"language": _("For these pages, our e-mails and your documents.")}
