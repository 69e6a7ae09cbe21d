from accounts.domain import files
from accounts.models import Person, User
from training.domain.importing import cells
from training.domain.importing.row import Row
from training.domain.violations import refused_by
from training.enums import ImportOutcome

AT = {"identifier": "identifier", "two_people": "identifier", "person_identifier_or_reason": "no_identifier"}


def key(row: Row) -> tuple:
    """What makes two lines the same person."""
    return row.who()


def put(row: Row, *, by: User) -> ImportOutcome:
    """The file of a person: by identifier, or by names and birth date. Empty cells leave what is there."""
    facts = {
        "france_travail_missing": row.read("no_identifier", cells.why_no_identifier),
        "commune": row.read("commune", cells.a_commune),
        "phone": row.read("phone", cells.a_phone),
        "language": row.read("language", cells.a_language),
    }
    identity = row.identity()
    with refused_by(Person):
        _person, is_new, is_changed = files.keep(identity=identity, by=by, **facts)
    if is_new:
        return ImportOutcome.NEW
    return ImportOutcome.CHANGED if is_changed else ImportOutcome.SAME
