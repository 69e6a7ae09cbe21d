"""The file of somebody who enrols by themselves: made with the first step of the form."""

from datetime import date

from django.db import transaction

from accounts.models import Person, User
from training.domain import enrolment as verbs
from training.models import Enrolment, Session


@transaction.atomic
def introduce(
    *, user: User, session: Session, given_name: str, family_name: str, birth_date: date
) -> Enrolment:
    """Makes or corrects the person's file and begins the draft. Idempotent; the draft stays as it was."""
    facts = {"given_name": given_name, "family_name": family_name, "birth_date": birth_date}
    return verbs.begin(session=session, person=keep_file(user=user, **facts), by=user)


@transaction.atomic
def keep_file(*, user: User, given_name: str, family_name: str, birth_date: date) -> Person:
    """The person's file of this account, made or corrected. Idempotent.

    The names also go to the account, when it has none or those that are corrected here: letters say hello
    with them.
    """
    facts = {"given_name": given_name, "family_name": family_name, "birth_date": birth_date}
    person, created = Person.objects.get_or_create(user=user, defaults=facts | {"language": user.language})
    known = (user.first_name, user.last_name)
    if known in (("", ""), (person.given_name, person.family_name)):
        user.first_name, user.last_name = given_name, family_name
        user.save(update_fields=["first_name", "last_name"])
    if not created:
        for name, value in facts.items():
            setattr(person, name, value)
        person.save()
    return person
