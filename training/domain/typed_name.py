"""A name that was typed instead of a signature that was drawn: the person's own, however they write it."""

from django.utils.translation import gettext as _

from accounts.rules import sort_key
from training.exceptions import Refusal
from training.models import Enrolment

LONGEST = 210


def accepted(text: str, enrolment: Enrolment) -> str:
    """The name as it was typed. One part of one's own name is enough; somebody else's is refused."""
    typed = " ".join(text.split())[:LONGEST]
    if not _parts(typed) & _parts(enrolment.person.full_name):
        sentence = _("Type your own name: %(name)s.")
        raise Refusal(sentence % {"name": enrolment.person.full_name}, code="name")
    return typed


def _parts(name: str) -> set[str]:
    """Without accents, capitals or hyphens: 'Éric-Jan' is 'eric' and 'jan'."""
    return set("".join(letter if letter.isalnum() else " " for letter in sort_key(name)).split())
