"""Who may get a certificate today, and for each of the others what is missing, in words."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from certificates.domain.facts import lacking
from certificates.exceptions import Refusal
from certificates.models import Certificate
from training.domain import progress, words
from training.domain.completing import Completion, CompletionFacts
from training.enums import EnrolmentStatus
from training.models import Enrolment, Session

READY_STATUSES = (EnrolmentStatus.ENTERED, EnrolmentStatus.COMPLETED)
NOT_READY = "not_ready"


@dataclass(frozen=True)
class Candidate:
    """One person of a session: their certificate that stands, or what is missing, in the active language."""

    enrolment: Enrolment
    certificate: Certificate | None
    missing: tuple[str, ...]
    facts: CompletionFacts

    @property
    def is_ready(self) -> bool:
        return self.certificate is None and not self.missing

    @property
    def hours(self) -> str:
        said = {
            "followed": words.duration(self.facts.minutes_followed),
            "planned": words.duration(self.facts.minutes_due),
            "before": words.duration(self.facts.minutes_carried),
        }
        if self.facts.minutes_carried:
            return _("%(followed)s of %(planned)s, and %(before)s in an earlier session") % said
        return _("%(followed)s of %(planned)s") % said


def preview(session: Session) -> list[Candidate]:
    """Everybody who was on the register, by name. Reads only; the same number of queries for any group."""
    enrolments = list(
        session.enrolments.on_the_register()
        .select_related("person__user", "session__course")
        .prefetch_related("certificates")
        .order_by("person__name_key", "pk")
    )
    of_all = unfinished(session)
    judged = progress.completions(enrolments)
    return [_candidate(enrolment, of_all, judged[enrolment.pk]) for enrolment in enrolments]


def missing(enrolment: Enrolment, *, but_for: Certificate | None = None) -> tuple[str, ...]:
    """What one person still lacks, in the active language; empty when a certificate may be issued.

    `but_for` is the certificate that is being replaced: its revocation is no obstacle.
    """
    certificates = [each for each in enrolment.certificates.all() if each != but_for]
    return _lacks(enrolment, certificates, unfinished(enrolment.session), progress.completion(enrolment))


def refuse_unready(enrolment: Enrolment, *, but_for: Certificate | None = None) -> None:
    if lacks := missing(enrolment, but_for=but_for):
        raise Refusal(" ".join(lacks), code=NOT_READY)


def unfinished(session: Session) -> tuple[str, ...]:
    """Why nobody of this session gets a certificate yet: it still runs, registers are open, facts lack."""
    if session.cancelled_at:
        return (_("The session was cancelled."),)
    if session.last_day > timezone.localdate():
        return (_("The session runs until %(day)s.") % {"day": words.day(session.last_day)},)
    if still_open := session.half_days.held().filter(closed_at__isnull=True).count():
        sentence = ngettext(
            "%(count)d register is not closed yet.", "%(count)d registers are not closed yet.", still_open
        )
        return (sentence % {"count": still_open},)
    return lacking(session)


def _candidate(enrolment: Enrolment, of_all: tuple[str, ...], judged: Completion) -> Candidate:
    certificates = list(enrolment.certificates.all())
    standing = next((each for each in certificates if each.revoked_at is None), None)
    lacks = () if standing else _lacks(enrolment, certificates, of_all, judged)
    return Candidate(enrolment=enrolment, certificate=standing, missing=lacks, facts=judged.facts)


def _lacks(
    enrolment: Enrolment, certificates: list[Certificate], of_all: tuple[str, ...], judged: Completion
) -> tuple[str, ...]:
    """The first obstacle that makes the others idle, else everything the rule of the course still asks."""
    if enrolment.status not in READY_STATUSES:
        status = enrolment.get_status_display()
        return (_("The state of the enrolment is “%(status)s”.") % {"status": status},)
    if of_all:
        return of_all
    if revoked := next((each for each in certificates if each.revoked_at and not each.replaced_by_id), None):
        day = words.day(timezone.localdate(revoked.revoked_at))
        return (_("The certificate was revoked on %(day)s: replace it from its own page.") % {"day": day},)
    return tuple(judged.missing)
