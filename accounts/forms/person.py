"""The fields of a person's file in a form: for whoever enrols, for the office, for who refers somebody."""

from django import forms

from accounts.domain.names import insist_latin
from accounts.exceptions import Refusal

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
    try:
        return insist_latin(name)
    except Refusal as refusal:
        raise forms.ValidationError(str(refusal), code=refusal.code) from refusal
