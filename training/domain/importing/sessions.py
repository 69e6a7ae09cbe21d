from django.utils.translation import gettext as _

from accounts.models import User
from training.domain import empty_sessions
from training.domain.adjusting import adjust
from training.domain.importing import cells
from training.domain.importing.row import Row
from training.enums import ImportOutcome
from training.models import Session

AT = {
    "code": "code",
    "seated": "capacity",
    "session_group_fits": "minimum",
    "session_ends_after_start": "last_day",
    "cancelled": "code",
}
USUAL_MINIMUM = 6


def key(row: Row) -> tuple:
    """What makes two lines the same session."""
    return (row.texts.get("code", "").casefold(),)


def put(row: Row, *, by: User) -> ImportOutcome:
    """A session without its half-days, known by its code; not published. Places follow the file.

    Whatever else differs in a session that is there is refused: its own page has the verbs for it.
    """
    facts = {
        "code": row.text("code", longest=40),
        "course": row.read("course", cells.a_course),
        "provider": row.read("provider", cells.a_provider),
        "first_day": row.read("first_day", cells.a_day),
        "last_day": row.read("last_day", cells.a_day),
        "capacity": row.read("capacity", cells.places),
        "minimum": row.read("minimum", cells.a_number),
        "room": row.read("room", cells.a_room),
        "trainers": row.read("trainers", cells.trainers),
    }
    row.insist()
    known = Session.objects.filter(code__iexact=facts["code"]).first()
    if known is not None:
        return _again(row, known, facts, by=by)
    minimum = facts.pop("minimum")
    facts["minimum_group"] = USUAL_MINIMUM if minimum is None else minimum
    empty_sessions.create(by=by, **facts | {"trainers": facts["trainers"] or []})
    return ImportOutcome.NEW


def _again(row: Row, known: Session, facts: dict, *, by: User) -> ImportOutcome:
    compared = {name: getattr(known, name) for name in ("course", "provider", "room")}
    if not known.half_days.exists():  # afterwards the first and the last day are those of the half-days
        compared |= {"first_day": known.first_day, "last_day": known.last_day}
    for name, value in compared.items():
        if facts[name] and facts[name] != value:
            row.errors[name] = _("This session is there already and says otherwise. Change it on its page.")
    if facts["trainers"] and set(facts["trainers"]) != set(known.trainers.all()):
        row.errors["trainers"] = _("This session is there already and has other trainers.")
    row.insist()
    minimum = known.minimum_group if facts["minimum"] is None else facts["minimum"]
    if (facts["capacity"], minimum) == (known.capacity, known.minimum_group):
        return ImportOutcome.SAME
    kept = ("needs_decision", "decision_days", "meeting_url", "enrolment_opens_on", "enrolment_closes_on")
    places = {"capacity": facts["capacity"], "minimum_group": minimum}
    adjust(session=known, by=by, **places, **{name: getattr(known, name) for name in kept})
    return ImportOutcome.CHANGED
