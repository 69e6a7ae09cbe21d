from django import forms
from django.utils.translation import gettext_lazy as _


class NameForm(forms.Form):
    """A family name to be compared with the one that was certified."""

    family_name = forms.CharField(
        label=_("Family name"),
        help_text=_("As it stands on the paper in your hands. Accents and capitals do not matter."),
        max_length=150,
        error_messages={"required": _("Type the family name that stands on the paper.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class FileForm(forms.Form):
    """The PDF or the credential somebody holds, to be compared with what was issued."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("The PDF you received, or its credential (JSON), 2 MB at most. We do not keep it."),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("This file is empty: choose the one you received."),
        },
        widget=forms.FileInput(attrs={"accept": "application/pdf,application/json,.json"}),
    )


class CodeForm(forms.Form):
    """The code as it stands on the paper, in any writing; a whole address may be pasted."""

    code = forms.CharField(
        label=_("Verification code"),
        help_text=_("Twelve letters and figures, under the square code of the certificate."),
        max_length=500,
        error_messages={"required": _("Type the code that stands on the certificate.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code",
                "size": 20,
            }
        ),
    )
