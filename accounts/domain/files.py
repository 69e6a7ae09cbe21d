"""The file of a person, made or mended by the office: found by identifier, or by names and birth date.

Also made for somebody whom a prescriber refers, who may not know whether there was one.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.domain import people
from accounts.exceptions import Refusal
from accounts.models import Commune, Person, User
from accounts.rules import same_name, sort_key


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


# For somebody who is referred


@dataclass(frozen=True)
class Candidate:
    """What is said of somebody who is referred: enough for a file and a request, no more."""

    identity: Identity
    email: str
    language: str
    commune: Commune
    phone: str = ""
    france_travail_missing: str = ""


def recognise(candidate: Candidate) -> Person | None:
    """The file of this very person, or none; never a refusal, which would say that there is one.

    Names, birth date, and either the identifier or the address of the account: all have to agree. Whoever
    cannot be told for sure gets a second file, and the office finds the two (`sameness`).
    """
    who, email = candidate.identity, candidate.email.lower()
    born = Person.objects.alive().filter(birth_date=who.birth_date).select_related("user").order_by("pk")
    alike = [one for one in born if same_name(one.name_key) == same_name(who.name_key)]
    by_number = [one for one in alike if _has_number(one, who.identifier)]
    by_address = [one for one in alike if one.user and one.user.email.lower() == email]
    return next(iter(by_number + by_address), None)


def _has_number(person: Person, identifier: str) -> bool:
    return bool(identifier) and person.france_travail_identifier == identifier


@transaction.atomic
def open_file(candidate: Candidate) -> Person:
    """A new file with its account, which the person takes over through "forgotten password".

    An address that belongs to somebody else stays theirs: the file then has no account, and nobody is told.
    """
    who = candidate.identity
    return Person.objects.create(
        user=_account_for(candidate),
        given_name=who.given_name,
        family_name=who.family_name,
        birth_date=who.birth_date,
        france_travail_identifier=who.identifier,
        france_travail_missing=candidate.france_travail_missing,
        commune=candidate.commune,
        phone=candidate.phone,
        language=candidate.language,
    )


def _account_for(candidate: Candidate) -> User | None:
    who = candidate.identity
    opened = people.open_account(
        email=candidate.email,
        language=candidate.language,
        first_name=who.given_name,
        last_name=who.family_name,
    )
    account = User.objects.select_for_update(of=("self",)).get(pk=opened.pk)  # no second file at this moment
    name = same_name(sort_key(account.last_name, account.first_name))
    is_free = account.is_active and not account.roles  # whoever has a file is a learner
    return account if is_free and name in ("", same_name(who.name_key)) else None
