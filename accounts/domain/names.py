"""Names as a person brings them: typed into a form, or in a file that the office brings in."""

from django.utils.translation import gettext as _

from accounts.exceptions import Refusal
from accounts.rules import is_latin_name


def insist_latin(name: str) -> str:
    """The name; refuses one that not every paper can carry, with what to write instead."""
    if is_latin_name(name):
        return name
    sentence = _(
        "Write the name in Latin letters only, as on the passport or the residence permit: the "
        "certificate is read on both sides of the border."
    )
    raise Refusal(sentence, code="latin")
