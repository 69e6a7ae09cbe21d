"""Links under which holders show a certificate with their name: made, opened, withdrawn, forgotten (0121)."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from certificates.domain import issuing
from certificates.exceptions import Refusal
from certificates.models import Certificate, ShareLink, ShareView

TOKEN_BYTES = 24  # 192 bits: nobody guesses one
MOST_DAYS = 365
MOST_OPEN = 20
KEPT_FOR = timedelta(days=365)  # after the end


@dataclass(frozen=True)
class Made:
    """A new link and the secret part of its address, which is shown once and kept nowhere."""

    link: ShareLink
    token: str


@transaction.atomic
def make(
    *, certificate: Certificate, by: User, ends_on: date, includes_file: bool, for_whom: str = ""
) -> Made:
    """Open until the end of that day here. By the holder alone. Locks the enrolment.

    Refuses (by code): `not_allowed`, `not_valid` (only a certificate that is valid is shown), `ends_on`
    (from today to 365 days ahead), `too_many`.
    """
    enrolment = issuing.locked(certificate.enrolment)
    if enrolment.person.user_id != by.pk:
        raise Refusal(_("Only the holder shares a certificate."), code="not_allowed")
    if certificate.revoked_at or certificate.has_expired:
        raise Refusal(_("This certificate is no longer valid: it cannot be shared."), code="not_valid")
    now = timezone.now()
    today = timezone.localdate(now)
    if not today <= ends_on <= today + timedelta(days=MOST_DAYS):
        raise Refusal(_("Choose a last day between today and a year from now."), code="ends_on")
    if certificate.share_links.open().count() >= MOST_OPEN:
        raise Refusal(_("There are 20 open links already: withdraw one first."), code="too_many")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = certificate.share_links.create(
        token_sha256=_digest(token),
        for_whom=for_whom.strip(),
        includes_file=includes_file,
        made_at=now,
        ends_at=timezone.make_aware(datetime.combine(ends_on, time(23, 59, 59))),
    )
    return Made(link, token)


@transaction.atomic
def withdraw(*, link: ShareLink, by: User) -> ShareLink:
    """From now on the address opens nothing. By the holder alone; idempotent. Locks the link."""
    link = ShareLink.objects.select_for_update(of=("self",), no_key=True).get(pk=link.pk)
    if not ShareLink.objects.made_by(by).filter(pk=link.pk).exists():
        raise Refusal(_("Only the holder withdraws a link."), code="not_allowed")
    if link.withdrawn_at is None:
        link.withdrawn_at = timezone.now()
        link.save(update_fields=["withdrawn_at"])
    return link


def find(token: str) -> ShareLink | None:
    """The open link with this secret; None when there is none, and when it ended or was withdrawn."""
    rows = ShareLink.objects.open().select_related("certificate__document", "certificate__replaced_by")
    return rows.filter(token_sha256=_digest(token)).first()


def note_look(*, link: ShareLink, organisation: str = "") -> ShareView:
    """That it was opened, now; and by whom, if they said so. Nothing else of the visitor."""
    return link.views.create(at=timezone.now(), organisation=organisation.strip())


def over_their_time() -> QuerySet[ShareLink]:
    """Links that ended 12 months ago, withdrawn before or not."""
    return ShareLink.objects.filter(ends_at__lt=timezone.now() - KEPT_FOR)


def forget_old() -> int:
    """Deletes them with who looked. Idempotent; returns how many rows."""
    return over_their_time().delete()[0]


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
