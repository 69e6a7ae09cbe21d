"""Whether a person may have a chair in a session at all: asked once more before each chair is given."""

from accounts.models import Person
from accounts.rules import Verdict
from training.domain.requests import old_enough
from training.models import Session


def eligible(person: Person, session: Session) -> Verdict:
    """The one question before a chair, whoever gives it: the form, an offer, a transfer."""
    return old_enough(person.birth_date, session.first_day)
