"""What a person owes and has given: absences without a proof, proofs and what became of them."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from training.domain import announcing, proofs
from training.models import AbsenceProof, AnnouncedAbsence, Attendance, Enrolment


@dataclass(frozen=True)
class Owed:
    """An absence of which a proof is due until `until`."""

    mark: Attendance
    until: date

    @property
    def is_late(self) -> bool:
        return self.until < timezone.localdate()


@dataclass(frozen=True)
class Page:
    owed: list[Owed]
    given: list[AbsenceProof]
    announced: list[AnnouncedAbsence]

    def owed_for(self, mark_id: str | None) -> Attendance | None:
        """The absence somebody came to prove, if they owe it."""
        return next((one.mark for one in self.owed if str(one.mark.pk) == mark_id), None)


def page(enrolment: Enrolment) -> Page:
    """For the learner's page and the page of proofs, in three queries (give it with its session).

    `announced`: the absences to come.
    """
    return Page(
        owed=[Owed(mark, proofs.due_on(mark)) for mark in proofs.due(enrolment)],
        given=list(enrolment.proofs.select_related("absence_code").order_by("-first_day", "-pk")),
        announced=announcing.to_come(enrolment),
    )
