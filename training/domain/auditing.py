"""Reads every chain again and says, in words, what was changed behind the back of the house (decision 0100).

Is each link the one that was written, and does it follow the one before? Is a chain as long as it was known
to be? Does what stands in the tables today still equal what was frozen? Nothing is mended here.
"""

import hashlib
import json
import logging
from collections import defaultdict
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from training.domain import amending, anchors, chain, frozen, words
from training.enums import LinkKind
from training.models import (
    Amendment,
    Attendance,
    ChainLink,
    HalfDay,
    RegisterAudit,
    Session,
    Signature,
    Voiding,
)
from training.models.signing import BEFORE_THE_FIRST

logger = logging.getLogger(__name__)


def audit(session: Session, *, known: anchors.End | None = None) -> list[str]:
    """What is wrong with the registers of one session, a sentence each; empty when everything is as it was.

    Each names its row; people are called by the number of their enrolment.
    """
    return list(_wrong(session, known))


def audit_all() -> dict[Session, list[str]]:
    """The sessions with something wrong."""
    known = anchors.last_known()
    found = {one: audit(one, known=known.get(one.pk)) for one in _audited()}
    return {session: sentences for session, sentences in found.items() if sentences}


@transaction.atomic
def note() -> RegisterAudit:
    """The nightly check: keeps what was found for the office, then the ends of the chains outside."""
    with translation.override("fr"):
        found = audit_all()
    known = anchors.last_known()
    noted = RegisterAudit.objects.create(sessions=_audited().count(), links=ChainLink.objects.count())
    for session, sentences in found.items():
        with translation.override("nl"):
            in_dutch = audit(session, known=known.get(session.pk))
        for fr, nl in zip(sentences, in_dutch, strict=True):
            noted.findings.create(session=session, sentence_fr=fr, sentence_nl=nl)
            logger.error("register of session %s: %s", session.code, fr)
    anchors.keep(anchors.of_sessions())
    return noted


def _audited() -> QuerySet[Session]:
    """Every session with a chain, with a closed register, or whose chain is known from outside."""
    with_chain = ChainLink.objects.order_by().values("session")
    closed = HalfDay.objects.closed().order_by().values("session")
    known = Session.objects.filter(pk__in=list(anchors.last_known())).order_by().values("pk")
    return Session.objects.filter(pk__in=with_chain.union(closed, known)).order_by("code")


def _wrong(session: Session, known: anchors.End | None) -> Iterator[str]:
    reading = Reading(session)
    yield from _broken(reading.rows)
    yield from _cut_off(reading.rows, known)
    yield from _signatures(reading)
    yield from _voidings(reading)
    yield from _amendments(reading)
    yield from _unsigned(reading)
    yield from _closings(reading)


class Link:
    """A link whose payload is the one that was written; `facts` is what it froze."""

    def __init__(self, row: ChainLink) -> None:
        self.row = row
        self.payload = json.loads(row.payload)
        self.facts = self.payload["facts"]


class Reading:
    """One session read at once: its links, and what they speak of. Nothing is followed that may be gone."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.rows = list(ChainLink.objects.filter(session=session).order_by("number"))
        sound = [one for one in self.rows if chain.fingerprint(one.payload) == one.hash]
        self.links = [Link(one) for one in sound]
        self.half_days = {one.pk: one for one in session.half_days.select_related("session")}
        marks = Attendance.objects.filter(half_day__in=self.half_days).order_by("pk")
        self.marks = {one.pk: one for one in marks}

    def of(self, kind: str, model: type[Model]) -> Iterator[tuple[Link, Model | None]]:
        """Each link of this kind with its row of `model`, if there still is one."""
        links = [one for one in self.links if one.row.kind == kind]
        found = model.objects.filter(link__in=[one.row.pk for one in links]).order_by("pk")
        rows = {row.link_id: row for row in found}
        return ((one, rows.get(one.row.pk)) for one in links)

    def lesson(self, half_day_id: int) -> str:
        half_day = self.half_days.get(half_day_id)
        if half_day is None:
            return _("half-day no. %(number)d") % {"number": half_day_id}
        return f"{words.dated(half_day.date)}, {words.clock(half_day.start_time)}"

    def name(self, one: Link, enrolment: int) -> dict[str, str]:
        said = _("of enrolment %(enrolment)d for %(lesson)s")
        return {"name": said % {"enrolment": enrolment, "lesson": self.lesson(one.row.half_day_id)}}


# The chain itself


def _broken(links: list[ChainLink]) -> Iterator[str]:
    previous, expected = BEFORE_THE_FIRST, 1
    for one in links:
        for number in range(expected, one.number):
            yield _("Link %(number)d of the chain is missing.") % {"number": number}
        name = {"number": one.number, "kind": one.get_kind_display()}
        if chain.fingerprint(one.payload) != one.hash:
            yield _("Link %(number)d (%(kind)s): what was frozen was changed.") % name
        elif _columns(one) != _as_frozen(one):
            yield _("Link %(number)d (%(kind)s): its row says something else than what was frozen.") % name
        if one.number == expected and one.previous_hash != previous:
            yield _("Link %(number)d (%(kind)s) does not follow the one before it.") % name
        previous, expected = one.hash, one.number + 1


def _columns(one: ChainLink) -> tuple:
    at = chain.moment(one.at)
    return (one.session_id, one.number, one.kind, one.half_day_id, at, one.previous_hash)


def _as_frozen(one: ChainLink) -> tuple:
    said = json.loads(one.payload)
    return tuple(said[key] for key in ("session", "number", "kind", "half_day", "at", "previous"))


def _cut_off(links: list[ChainLink], known: anchors.End | None) -> Iterator[str]:
    if known is None:
        return
    numbers = {one.number: one.hash for one in links}
    if (last := max(numbers, default=0)) < known.number:
        lengths = {"known": known.number, "last": last}
        yield _("The chain was cut off: it had %(known)d links and has %(last)d.") % lengths
    elif numbers.get(known.number) != known.hash:
        yield _("Link %(number)d is not the one that was kept outside the database.") % {
            "number": known.number
        }


# The rows beside it


def _signatures(reading: Reading) -> Iterator[str]:
    for one, row in reading.of(LinkKind.SIGNED, Signature):
        signed = one.facts["signed"]
        name = reading.name(one, signed["enrolment"])
        if row is None:
            yield _("The signature %(name)s was deleted.") % name
        elif (row.half_day_id, row.enrolment_id) != (one.row.half_day_id, signed["enrolment"]):
            yield _("The signature %(name)s was given to somebody else.") % name
        elif not _says(one, frozen.evidence(row)):
            yield _("The signature %(name)s was changed.") % name
        elif row.signed_hash != chain.sha256_of(signed):
            yield _("The signature %(name)s no longer says what was signed.") % name


def _says(one: Link, facts: dict) -> bool:
    return all(one.facts[key] == value for key, value in facts.items())


def _voidings(reading: Reading) -> Iterator[str]:
    numbers = {row.pk: one.row.number for one, row in reading.of(LinkKind.SIGNED, Signature) if row}
    for one, row in reading.of(LinkKind.VOIDED, Voiding):
        name = reading.name(one, one.facts["enrolment"])
        if row is None:
            yield _("The note that the signature %(name)s no longer counts was deleted.") % name
        elif (numbers.get(row.signature_id), row.by_id) != (one.facts["signature"], one.payload["by"]):
            yield _("The note that the signature %(name)s no longer counts was changed.") % name


def _amendments(reading: Reading) -> Iterator[str]:
    for one, row in reading.of(LinkKind.AMENDED, Amendment):
        name = reading.name(one, one.facts["enrolment"])
        if row is None:
            yield _("The correction %(name)s was deleted.") % name
        elif not _says(one, frozen.amendment(row)) or not _is_of(row, one, reading):
            yield _("The correction %(name)s was changed.") % name
        elif row.document and _document_hash(row) != row.document_hash:
            yield _("The document of the correction %(name)s is gone or was changed.") % name


def _is_of(row: Amendment, one: Link, reading: Reading) -> bool:
    mark = reading.marks.get(row.mark_id)
    of = mark and (mark.half_day_id, mark.enrolment_id)
    return (of, row.by_id) == ((one.row.half_day_id, one.facts["enrolment"]), one.payload["by"])


def _document_hash(row: Amendment) -> str:
    try:
        return hashlib.sha256(amending.read_document(row)).hexdigest()
    except FileNotFoundError:
        return ""


# What the trainer countersigned


def _unsigned(reading: Reading) -> Iterator[str]:
    countersigned = {one.row.half_day_id for one in reading.links if one.row.kind == LinkKind.CLOSED}
    for pk, half_day in reading.half_days.items():
        if half_day.is_closed and pk not in countersigned:
            sentence = _("The register of %(lesson)s is closed, but nobody countersigned it.")
            yield sentence % {"lesson": reading.lesson(pk)}


def _closings(reading: Reading) -> Iterator[str]:
    now: dict[int, dict[int, dict]] = defaultdict(dict)
    for mark in reading.marks.values():
        now[mark.half_day_id][mark.enrolment_id] = frozen.mark(mark)
    for one in reading.links:
        if one.row.kind == LinkKind.CLOSED:
            pk = one.row.half_day_id
            yield from _closing(one, reading.half_days.get(pk), reading.lesson(pk))
            yield from _marks(one, now[pk], reading.lesson(pk))


def _closing(one: Link, half_day: HalfDay | None, lesson: str) -> Iterator[str]:
    if half_day is None:
        yield _("The half-day of %(lesson)s was deleted.") % {"lesson": lesson}
        return
    then, now = one.facts["lesson"], frozen.lesson(half_day)
    if then != now:
        sentence = _("The half-day of %(lesson)s was changed after closing: %(changes)s.")
        yield sentence % {"lesson": lesson, "changes": _changes(then, now)}
    if not half_day.is_closed:
        yield _("The register of %(lesson)s was opened again.") % {"lesson": lesson}
    elif not _says(one, frozen.closing(half_day)):
        yield _("What was said when the register of %(lesson)s was closed was changed.") % {"lesson": lesson}


def _marks(one: Link, now: dict[int, dict], lesson: str) -> Iterator[str]:
    then = {said["enrolment"]: said["mark"] for said in one.facts["marks"]}
    for pk in sorted(then.keys() | now.keys()):
        facts = {"enrolment": pk, "lesson": lesson}
        if pk not in now:
            yield _("The mark of enrolment %(enrolment)d for %(lesson)s was deleted.") % facts
        elif pk not in then:
            yield _("A mark of enrolment %(enrolment)d was added for %(lesson)s, after closing.") % facts
        elif then[pk] != now[pk]:
            sentence = _("The mark of enrolment %(enrolment)d for %(lesson)s was changed: %(changes)s.")
            yield sentence % {**facts, "changes": _changes(then[pk], now[pk])}


def _changes(then: dict, now: dict) -> str:
    """Field by field, what it was and what it is."""
    return ", ".join(f"{key}: {then.get(key)} → {now[key]}" for key in now if then.get(key) != now[key])
