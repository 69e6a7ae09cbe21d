"""The certificat de réalisation: hours followed by closed registers, never what was planned (domain, 1.4)."""

from collections.abc import Mapping, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.domain.facts import signature, the_issuer
from certificates.domain.kinds.kind import Kind, Survey
from certificates.exceptions import Refusal
from certificates.models import Attestation
from documents.register_facts import RealisationFacts
from training.domain import hours, statements, words
from training.domain.sheet_facts import identity
from training.models import Enrolment, HalfDay


def gather(enrolment: Enrolment, *, number: int, reason: str) -> RealisationFacts:
    """From the first to the last half-day on whose register the person stands: who came later or left
    earlier did not follow the whole session. The official text has no place for a reason.
    """
    session = enrolment.session
    half_days = list(session.half_days.held().order_by("date", "start_time", "pk"))
    if sentence := statements.open_registers(half_days, [enrolment]).get(enrolment.pk):
        raise Refusal(sentence, code="open")
    attended = statements.marks_of([enrolment], half_days).get(enrolment.pk, [])
    followed = hours.followed(enrolment)
    if not followed:
        raise Refusal(nothing(), code="nothing")
    return RealisationFacts(
        **identity(session),
        number=number,
        holder_name=enrolment.person.full_name,
        first_day=attended[0].half_day.date,
        last_day=attended[-1].half_day.date,
        minutes_followed=followed,
        **signature(the_issuer(session.provider)),
        issued_on=timezone.localdate(),
    )


def survey(enrolments: Sequence[Enrolment], standing: Mapping[int, Attestation]) -> dict[int, Survey]:
    """A correction of the register after it was issued shows in the hours."""
    held = HalfDay.objects.held().filter(session__in={one.session_id for one in enrolments})
    still_open = statements.open_registers(list(held.order_by("date", "start_time", "pk")), enrolments)
    counted = hours.for_enrolments(Enrolment.objects.filter(pk__in=[one.pk for one in enrolments]))
    found = {}
    for one in enrolments:
        followed, paper = counted[one.pk].followed, standing.get(one.pk)
        found[one.pk] = Survey(
            why_not=still_open.get(one.pk) or ("" if followed else nothing()),
            is_outdated=paper is not None and paper.facts["minutes_followed"] != followed,
        )
    return found


def nothing() -> str:
    return _("This person followed no hour of the session.")


def in_short(facts: dict) -> str:
    return _("%(hours)s followed") % {"hours": words.duration(facts["minutes_followed"])}


KIND = Kind(sheet="realisation", facts=RealisationFacts, gather=gather, survey=survey, in_short=in_short)
