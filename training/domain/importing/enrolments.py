from django.utils.translation import gettext as _

from accounts.domain import files
from accounts.models import User
from training.domain import enrolment as verbs
from training.domain import requests
from training.domain.importing import cells
from training.domain.importing.row import Row
from training.enums import EnrolmentStatus, ImportOutcome
from training.exceptions import Refusal

AT = {
    "identifier": "identifier",
    "two_people": "identifier",
    "person": "family_name",
    "minor": "birth_date",
    "not_open": "session",
}


def key(row: Row) -> tuple:
    """What makes two lines the same request."""
    return (row.texts.get("session", "").casefold(), *row.who())


def put(row: Row, *, by: User) -> ImportOutcome:
    """A request that the office sends for a person: a chair, the waiting list or a decision, as for anybody.

    Whoever has asked for this session stays as they are, also when they withdrew, were refused or went to
    another one: a file that is brought in again must not take them back. The office has said that these
    people know the privacy notice.
    """
    session = row.read("session", cells.a_session)
    person = files.find(row.identity())
    if person is None:
        raise Refusal(_("We have no file of this person. Bring the people in first."), code="person")
    if session.enrolments.filter(person=person).exclude(status=EnrolmentStatus.DRAFT).exists():
        return ImportOutcome.SAME
    draft = verbs.begin(session=session, person=person, by=by)
    draft.privacy_version = requests.PRIVACY_VERSION
    draft.save(update_fields=["privacy_version"])
    verbs.submit(enrolment=draft, by=by)
    return ImportOutcome.NEW
