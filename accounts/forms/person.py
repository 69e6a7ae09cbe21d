"""The fields of a person's file in a form: for whoever enrols, for the office, for who refers somebody."""

from django import forms
from django.utils.translation import gettext as _

from accounts.rules import is_latin_name

IDENTITY = ["given_name", "family_name", "birth_date"]
HOME = ["place", "commune", "france_travail_missing", "france_travail_identifier", "phone"]
FILE = [*IDENTITY, *HOME, "language"]


class LatinNames:
    """Mixed into a form of a person's file: names that every paper can carry."""

    def clean_given_name(self) -> str:
        return _latin(self.cleaned_data["given_name"])

    def clean_family_name(self) -> str:
        return _latin(self.cleaned_data["family_name"])


def _latin(name: str) -> str:
    if not is_latin_name(name):
        sentence = _(
            "Write the name in Latin letters only, as on the passport or the residence permit: the "
            "certificate is read on both sides of the border."
        )
        raise forms.ValidationError(sentence, code="latin")
    return name
