"""The certificat de réalisation: issued once for a person and session, replaced by a new version.

Duration is what was followed by closed registers, never what was planned (domain report, 1.4).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from certificates.domain.facts import the_issuer
from certificates.domain.issuing import locked, refuse_stranger
from certificates.exceptions import Refusal
from certificates.models import Realisation
from documents import press, store
from documents.enums import DocumentKind
from documents.exceptions import PressRefusal
from documents.register_facts import RealisationFacts
from training.domain import hours, statements
from training.domain.sheet_facts import identity
from training.models import Enrolment, HalfDay


@transaction.atomic
def issue(*, enrolment: Enrolment, by: User, reason: str = "") -> Realisation:
    """Freezes, prints and keeps the certificate. Holds the row of the enrolment while it prints.

    Idempotent while nothing changed: the standing one comes back. When the registers say something else now,
    a new version needs its `reason` and replaces the one before. Raises Refusal with nothing written: a
    register that is still open, nothing followed, a fact that is missing, a text the press cannot print.
    """
    refuse_stranger(by)
    enrolment = locked(enrolment)
    standing = enrolment.realisations.standing().first()
    facts = gather(enrolment, number=standing.number + 1 if standing else 1)
    if standing and still_says(standing, facts):
        return standing
    if standing and not reason.strip():
        sentence = _("The registers changed after this certificate: say why there is a new version.")
        raise Refusal(sentence, code="reason")
    if standing:
        Realisation.objects.filter(pk=standing.pk).update(replaced_at=timezone.now())
    return _write_down(enrolment, facts, by=by, reason=reason.strip() if standing else "")


def gather(enrolment: Enrolment, *, number: int) -> RealisationFacts:
    """What it would say today. Raises Refusal. From the first to the last half-day on whose register the
    person stands: who came later or left earlier did not follow the whole session.
    """
    session = enrolment.session
    half_days = list(session.half_days.held().order_by("date", "start_time", "pk"))
    if sentence := statements.open_registers(half_days, [enrolment]).get(enrolment.pk):
        raise Refusal(sentence, code="open")
    attended = statements.marks_of([enrolment], half_days).get(enrolment.pk, [])
    followed = hours.followed(enrolment)
    if not followed:
        raise Refusal(_("This person followed no hour of the session."), code="nothing")
    issuer = the_issuer(session.provider)
    return RealisationFacts(
        **identity(session),
        number=number,
        holder_name=enrolment.person.full_name,
        first_day=attended[0].half_day.date,
        last_day=attended[-1].half_day.date,
        minutes_followed=followed,
        signatory_name=issuer.signatory_name,
        signatory_role_fr=issuer.signatory_role_fr,
        signatory_role_nl=issuer.signatory_role_nl,
        place=issuer.place,
        issued_on=timezone.localdate(),
    )


def still_says(standing: Realisation, facts: RealisationFacts) -> bool:
    """Whether a certificate says what a new one would, but for its number and date."""
    frozen = RealisationFacts.from_json(standing.facts)
    return replace(frozen, number=facts.number, issued_on=facts.issued_on) == facts


def _write_down(enrolment: Enrolment, facts: RealisationFacts, *, by: User, reason: str) -> Realisation:
    try:
        printed = press.print_document("realisation", facts)
    except PressRefusal as refusal:
        raise Refusal(refusal.sentence, code="press") from refusal
    title = f"{facts.session_code} {enrolment.pk} v{facts.number}"
    return Realisation.objects.create(
        enrolment=enrolment,
        number=facts.number,
        facts=facts.to_json(),
        reason=reason,
        document=store.keep(printed, kind=DocumentKind.REALISATION, title=title, language="fr"),
        issued_at=timezone.now(),
        issued_by=by,
    )


@dataclass(frozen=True)
class Line:
    """One person of a session: the certificate that stands and the versions before, or why not yet."""

    enrolment: Enrolment
    versions: list[Realisation]
    minutes_followed: int
    why_not: str

    @property
    def standing(self) -> Realisation | None:
        return next((one for one in self.versions if one.replaced_at is None), None)

    @property
    def can_be_issued(self) -> bool:
        return self.standing is None and not self.why_not

    @property
    def is_outdated(self) -> bool:
        """The hours changed: a correction of the register, after it was issued."""
        return self.standing is not None and self.standing.facts["minutes_followed"] != self.minutes_followed


def lines(enrolments: Sequence[Enrolment]) -> list[Line]:
    """For people of one session, in their order. The same number of queries for one and for forty."""
    if not enrolments:
        return []
    session = enrolments[0].session_id
    held = list(HalfDay.objects.held().filter(session=session).order_by("date", "start_time", "pk"))
    still_open = statements.open_registers(held, enrolments)
    followed = hours.for_enrolments(Enrolment.objects.filter(pk__in=[one.pk for one in enrolments]))
    versions: dict[int, list[Realisation]] = {}
    for one in Realisation.objects.filter(enrolment__in=enrolments).order_by("-number"):
        versions.setdefault(one.enrolment_id, []).append(one)
    nothing = _("This person followed no hour of the session.")
    return [
        Line(
            enrolment=one,
            versions=versions.get(one.pk, []),
            minutes_followed=followed[one.pk].followed,
            why_not=still_open.get(one.pk) or ("" if followed[one.pk].followed else nothing),
        )
        for one in enrolments
    ]
