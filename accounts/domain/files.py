"""The file of a person, made or mended by the office: found by identifier, or by names and birth date."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.exceptions import Refusal
from accounts.models import Commune, Person, User
from accounts.rules import sort_key


@dataclass(frozen=True)
class Identity:
    """What tells one person from another."""

    given_name: str
    family_name: str
    birth_date: date
    identifier: str = ""

    @property
    def name_key(self) -> str:
        return sort_key(self.family_name, self.given_name)


def find(identity: Identity) -> Person | None:
    """The one file of this person, or none. Refuses when it would have to guess.

    The identifier goes first; names and birth date must then agree, so that a slip of the pen in a number
    never writes into somebody else's file.
    """
    if identity.identifier:
        known = Person.objects.filter(france_travail_identifier=identity.identifier).order_by("pk")
        if person := known.first():
            if (person.name_key, person.birth_date) != (identity.name_key, identity.birth_date):
                sentence = _("This identifier belongs to somebody with another name or birth date.")
                raise Refusal(sentence, code="identifier")
            return person
    people = Person.objects.filter(name_key=identity.name_key, birth_date=identity.birth_date).order_by("pk")
    found = list(people[:2])
    if len(found) > 1:
        raise Refusal(_("Two people have this name and this birth date."), code="two_people")
    if found and identity.identifier and found[0].france_travail_identifier:
        raise Refusal(_("This person has another identifier in their file."), code="identifier")
    return found[0] if found else None


@transaction.atomic
def keep(*, identity: Identity, by: User, **facts: str | Commune | None) -> tuple[Person, bool, bool]:
    """Makes the file or mends it with the facts that are given; empty ones leave what is there.

    Returns the file, whether it is new, and whether something changed. Idempotent. Office only.
    `facts`: `phone`, `language`, `commune`, `france_travail_missing`.
    """
    if not by.runs_the_office:
        raise Refusal(_("Only the office changes files."), code="not_allowed")
    given = {name: value for name, value in facts.items() if value}
    if identity.identifier:
        given |= {"france_travail_identifier": identity.identifier, "france_travail_missing": ""}
    person = find(identity)
    if person is None:
        names = {"given_name": identity.given_name, "family_name": identity.family_name}
        made = Person.objects.create(birth_date=identity.birth_date, **names, **given)
        return made, True, True
    if person.france_travail_identifier:
        given.pop("france_travail_missing", None)
    changes = {name: value for name, value in given.items() if getattr(person, name) != value}
    for name, value in changes.items():
        setattr(person, name, value)
    if changes:
        person.save(update_fields=list(changes))
    return person, False, bool(changes)
