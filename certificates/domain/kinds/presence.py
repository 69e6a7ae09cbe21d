"""The attendance attestation: hours of closed registers by month; never why anybody was away."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.domain import templates
from certificates.domain.facts import signature, the_issuer
from certificates.domain.kinds.kind import Kind, Survey
from certificates.exceptions import Refusal
from certificates.models import Attestation
from documents.register_facts import MonthOfPresence, PresenceFacts
from training.domain import hours, statements, words
from training.domain.sheet_facts import identity
from training.models import Attendance, Enrolment, HalfDay

MINUTES = ("planned", "followed", "justified", "unjustified", "not_due")


def gather(enrolment: Enrolment, *, number: int, reason: str) -> PresenceFacts:
    """Also while the course runs: what is not closed yet is said, and not counted."""
    session = enrolment.session
    half_days = list(session.half_days.held().order_by("date", "start_time", "pk"))
    marks = statements.marks_of([enrolment], half_days).get(enrolment.pk, [])
    if not marks:
        raise Refusal(nothing(), code="nothing")
    return PresenceFacts(
        **identity(session),
        number=number,
        reason=reason,
        holder_name=enrolment.person.full_name,
        first_day=session.first_day,
        last_day=session.last_day,
        minutes_planned=hours.planned(session),
        months=by_month(marks),
        open_half_days=sum(not one.is_closed for one in half_days),
        **signature(the_issuer(session.provider)),
        issued_on=timezone.localdate(),
        design=templates.design_for("presence", session.provider),
    )


def by_month(marks: Iterable[Attendance]) -> tuple[MonthOfPresence, ...]:
    """The marks of closed registers, in the order of the half-days."""
    months: dict[date, dict[str, int]] = {}
    for mark in marks:
        line = statements.counted(mark)
        sums = months.setdefault(line.day.replace(day=1), dict.fromkeys(("held", "attended", *MINUTES), 0))
        sums["held"] += 1
        sums["attended"] += line.followed > 0
        for kind in MINUTES:
            sums[kind] += getattr(line, kind)
    return tuple(MonthOfPresence(month=month, **sums) for month, sums in months.items())


def survey(enrolments: Sequence[Enrolment], standing: Mapping[int, Attestation]) -> dict[int, Survey]:
    """A register closed or corrected since shows in the months."""
    held = HalfDay.objects.held().filter(session__in={one.session_id for one in enrolments})
    marks = statements.marks_of(enrolments, list(held))
    found = {}
    for one in enrolments:
        paper = standing.get(one.pk)
        now = [each.to_json() for each in by_month(marks.get(one.pk, []))]
        found[one.pk] = Survey(
            why_not="" if now else nothing(),
            is_outdated=paper is not None and paper.facts["months"] != now,
        )
    return found


def nothing() -> str:
    return _("This person is on no closed register yet.")


def in_short(facts: dict) -> str:
    followed = sum(each["followed"] for each in facts["months"])
    return _("%(hours)s followed") % {"hours": words.duration(followed)}


KIND = Kind(sheet="presence", facts=PresenceFacts, gather=gather, survey=survey, in_short=in_short)
