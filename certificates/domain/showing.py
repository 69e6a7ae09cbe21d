"""What the verification page shows of the holder's name (decision 0121): the holder chooses, it is kept.

Until somebody chooses it is the name in full: who has the code has the paper, where it stands in full (domain
report, 5.3).
"""

from django.db import transaction
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.domain import issuing
from certificates.enums import Shown
from certificates.exceptions import Refusal
from certificates.models import Certificate, ShownName

UNCHOSEN = Shown.FULL
_last = ShownName.objects.filter(enrolment=OuterRef("enrolment")).order_by("-pk").values("shows")[:1]
LAST_CHOICE = Coalesce(Subquery(_last), Value(UNCHOSEN.value))  # for a query on certificates


@transaction.atomic
def choose(*, certificate: Certificate, by: User, shows: str) -> None:
    """Holds from the next question on. By the holder alone; idempotent. Locks the enrolment.

    Refuses (by code): `not_allowed`, `choice`.
    """
    if shows not in Shown.values:
        raise Refusal(_("Choose one of the three."), code="choice")
    enrolment = issuing.locked(certificate.enrolment)
    if enrolment.person.user_id != by.pk:
        raise Refusal(_("Only the holder chooses this."), code="not_allowed")
    if shows != current(certificate):
        enrolment.shown_names.create(shows=shows, chosen_at=timezone.now(), chosen_by=by)


def current(certificate: Certificate) -> Shown:
    last = ShownName.objects.filter(enrolment=certificate.enrolment_id).order_by("-pk").first()
    return Shown(last.shows) if last else UNCHOSEN


def initials(name: str) -> str:
    """“Jean-Pierre de la Tour” → “J.-P. d. l. T.”"""
    return " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in name.split())
