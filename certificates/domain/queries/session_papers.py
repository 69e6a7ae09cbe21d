"""All papers of all people of a session, on one page: what each has, can have, and why not yet."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from certificates.domain import readiness
from certificates.domain.kinds import KINDS, Survey
from certificates.domain.readiness import Candidate
from certificates.enums import AttestationKind, CertificateKind
from certificates.models import Attestation
from training.models import Enrolment, Session

SOON = timedelta(minutes=10)  # a page looks again by itself for as long; afterwards the signer is at rest


@dataclass(frozen=True)
class Cell:
    """One kind of paper of one person. `versions`: the newest first, an order under way among them."""

    kind: AttestationKind
    versions: list[Attestation]
    survey: Survey

    @property
    def standing(self) -> Attestation | None:
        return next((one for one in self.versions if one.counts), None)

    @property
    def under_way(self) -> Attestation | None:
        return next((one for one in self.versions if not one.is_made), None)

    @property
    def is_being_made(self) -> bool:
        return self.under_way is not None and self.under_way.is_being_made

    @property
    def was_refused(self) -> bool:
        return self.under_way is not None and not self.is_being_made

    @property
    def can_be_ordered(self) -> bool:
        """For the first time, or because what is recorded changed."""
        wanted = self.standing is None or self.survey.is_outdated
        return wanted and not self.is_being_made and not self.survey.why_not

    @property
    def needs_reason(self) -> bool:
        return self.standing is not None and KINDS[self.kind].needs_reason


@dataclass(frozen=True)
class Row:
    """One person: the end-of-training certificate, then the other papers in their fixed order."""

    candidate: Candidate
    cells: list[Cell]

    @property
    def enrolment(self) -> Enrolment:
        return self.candidate.enrolment

    def can_have_first(self, kind: str) -> bool:
        if kind == CertificateKind.END_OF_TRAINING:
            return self.candidate.is_ready
        return any(one.can_be_ordered and one.standing is None for one in self.cells if one.kind == kind)


@dataclass(frozen=True)
class Page:
    """`is_watched`: something was ordered just now, so it is worth looking again."""

    rows: list[Row]
    kinds: list[AttestationKind]
    being_made: int
    is_watched: bool

    def without(self, kind: str) -> list[int]:
        """Ids of the enrolments that have no such paper and can have one."""
        return [row.enrolment.pk for row in self.rows if row.can_have_first(kind)]


def page(session: Session) -> Page:
    """The same number of queries for one person and for forty, but for registers that are still open."""
    candidates = readiness.preview(session)
    people = [each.enrolment for each in candidates]
    papers: dict[tuple[int, str], list[Attestation]] = {}
    for one in Attestation.objects.filter(enrolment__in=people).order_by("-number"):
        papers.setdefault((one.enrolment_id, one.kind), []).append(one)
    surveys = {kind: _survey(kind, people, papers) for kind in KINDS}
    rows = [
        Row(
            candidate=each,
            cells=[
                Cell(
                    kind=AttestationKind(kind),
                    versions=papers.get((each.enrolment.pk, kind), []),
                    survey=surveys[kind][each.enrolment.pk],
                )
                for kind in KINDS
            ],
        )
        for each in candidates
    ]
    unmade = [cell.under_way for row in rows for cell in row.cells if cell.is_being_made]
    since = timezone.now() - SOON
    return Page(
        rows=rows,
        kinds=[AttestationKind(kind) for kind in KINDS],
        being_made=len(unmade),
        is_watched=any(one.ordered_at > since for one in unmade),
    )


def _survey(kind: str, people: list[Enrolment], papers: dict) -> dict[int, Survey]:
    if not people:
        return {}
    standing = {
        pk: one for (pk, of), versions in papers.items() if of == kind for one in versions if one.counts
    }
    return KINDS[kind].survey(people, standing)
