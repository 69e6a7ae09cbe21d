"""A mark is corrected after its register was closed: added beside it, never written over it.

The last correction counts wherever hours are counted (`Attendance.objects.standing()`); papers that were
issued stay as they are. Locks: the half-day, then the chain.
"""

import hashlib
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from documents.models import archive
from training.domain import attendance, chain, frozen, virus_scan
from training.domain import enrolment as enrolments
from training.domain.file_types import accepted
from training.domain.permissions import can_take_register, insist
from training.enums import EnrolmentStatus, LinkKind
from training.exceptions import Refusal
from training.models import AbsenceCode, Amendment, Attendance, Enrolment, HalfDay

FOLDER = "amendments"


def can_amend(user: User, half_day: HalfDay) -> Verdict:
    """The trainer of the half-day, who was there, and the office. Each correction shows who made it."""
    if can_take_register(user, half_day):
        return YES
    return Verdict(False, _("Only the trainer of this half-day or the coordination corrects its register."))


@transaction.atomic
def amend(
    *,
    half_day: HalfDay,
    enrolment: Enrolment,
    by: User,
    reason: str,
    absence_code: AbsenceCode | None = None,
    minutes_late: int = 0,
    minutes_left_early: int = 0,
    document: bytes | None = None,
) -> Amendment:
    """From now on this counts instead of the mark that was signed, or of the correction before.

    Refuses (by code): `not_allowed`, `open` (a register that is not closed), `no_mark`, `reason`, `same`,
    what the verb `mark` refuses of minutes, and what `file_types.accepted` refuses of a document.
    """
    insist(can_amend(by, half_day))
    half_day = attendance.locked(half_day)
    before = _standing(half_day, enrolment)
    attendance.insist_on_minutes(half_day, absence_code, minutes_late, minutes_left_early)
    new = {
        "absence_code": absence_code,
        "minutes_late": minutes_late,
        "minutes_left_early": minutes_left_early,
    }
    if all(getattr(before, field) == value for field, value in new.items()):
        raise Refusal(_("This is what the register says already."), code="same")
    kept, paper = _document(document)
    amendment = Amendment(
        mark=before if isinstance(before, Attendance) else before.mark,
        before=before if isinstance(before, Amendment) else None,
        by=by,
        reason=_reason(reason),
        **{f"old_{field}": getattr(before, field) for field in new},
        **new,
        **paper,
    )
    if amendment.is_present and _has_not_entered(enrolment):
        enrolments.enter(enrolment=enrolment, by=by)
    names = {"learner": enrolment.person.full_name, "by": str(by)}
    facts = {"enrolment": enrolment.pk, "names": names, **frozen.amendment(amendment)}
    amendment.link = chain.append(half_day=half_day, kind=LinkKind.AMENDED, facts=facts, by=by)
    amendment.at = amendment.link.at
    amendment.save()
    if kept:  # last: what fails before leaves no file behind
        archive().save(amendment.document.name, ContentFile(kept))
    return amendment


def _has_not_entered(enrolment: Enrolment) -> bool:
    """Asked of the database: the caller's row may be from before the register was closed."""
    return Enrolment.objects.filter(pk=enrolment.pk, status=EnrolmentStatus.CONFIRMED).exists()


def _standing(half_day: HalfDay, enrolment: Enrolment) -> Attendance | Amendment:
    if not half_day.is_closed:
        raise Refusal(_("This register is still open: change the mark itself."), code="open")
    marks = half_day.marks.filter(enrolment=enrolment).select_related("absence_code")
    mark = marks.prefetch_related("amendments__absence_code", "amendments__mark").first()
    if mark is None:
        raise Refusal(_("This person does not stand on this register."), code="no_mark")
    return mark.amended


def _reason(reason: str) -> str:
    if not (said := " ".join(reason.split())):
        raise Refusal(_("Say why this is corrected."), code="reason")
    return said[: Amendment._meta.get_field("reason").max_length]


def _document(content: bytes | None) -> tuple[bytes, dict[str, str]]:
    """The bytes to keep and what the row says of them; nothing for no document."""
    if not content:
        return b"", {}
    kept, media_type = accepted(content)
    _insist_on_clean(kept)
    name = f"{FOLDER}/{uuid4()}"
    return kept, {
        "document": name,
        "media_type": media_type,
        "document_hash": hashlib.sha256(kept).hexdigest(),
    }


def _insist_on_clean(content: bytes) -> None:
    """At once, unlike the files of requests: a correction with its proof is one deed."""
    if not virus_scan.is_set():
        return
    try:
        clean = virus_scan.is_clean(content)
    except virus_scan.ScannerAway as away:
        sentence = _(
            "The virus scanner does not answer. Try again in a few minutes, or without the document."
        )
        raise Refusal(sentence, code="scanner") from away
    if not clean:
        raise Refusal(_("A virus was found in this document. It is not kept."), code="virus")


def read_document(amendment: Amendment) -> bytes:
    """As it was filed. Raises FileNotFoundError when the store has lost it."""
    with archive().open(amendment.document.name) as stored:
        return stored.read()
