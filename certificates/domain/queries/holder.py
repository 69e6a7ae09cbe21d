"""What holders see of their own certificates: which there are, and how often each was asked for."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth

from accounts.models import User
from certificates.models import Attestation, Certificate
from training.enums import ON_THE_REGISTER
from training.models import Enrolment


@dataclass(frozen=True)
class Asked:
    """How often a code was asked for in the last 12 months, by month (its first day), the newest first."""

    months: list[tuple[date, int]]
    last: datetime | None

    @property
    def total(self) -> int:
        return sum(number for _month, number in self.months)


def asked(certificate: Certificate) -> Asked:
    """One query. Who asked is written nowhere."""
    rows = (
        certificate.verifications.order_by()
        .values(month=TruncMonth("asked_at"))
        .annotate(number=Count("pk"), last=Max("asked_at"))
        .order_by("-month")
    )
    found = list(rows)
    return Asked(
        months=[(each["month"].date(), each["number"]) for each in found],
        last=max((each["last"] for each in found), default=None),
    )


def certificates_of(user: User) -> list[Certificate]:
    """The newest first; those that were replaced are found on the page of the one that stands."""
    own = Certificate.objects.held_by(user).filter(replaced_by=None)
    return list(own.select_related("enrolment__session").order_by("-issued_at", "-pk"))


def papers_of(user: User) -> list[Attestation]:
    """Their other papers: those that count, and those that are being made."""
    own = Attestation.objects.held_by(user).filter(replaced_at=None)
    return list(own.select_related("enrolment__session").order_by("-ordered_at", "-pk"))


def followed_by(user: User) -> list[Enrolment]:
    """The courses of which they may have a language profile, the newest first."""
    own = Enrolment.objects.filter(person__user=user, status__in=ON_THE_REGISTER)
    return list(own.select_related("session").order_by("-session__first_day", "-pk"))
