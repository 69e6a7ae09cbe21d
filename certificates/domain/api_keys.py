"""Keys by which software of an organisation asks about certificates: made, recognised, revoked."""

import hashlib
import secrets
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from accounts.rules import YES, Verdict
from certificates.domain import many
from certificates.exceptions import Refusal
from certificates.models import ApiKey

LONGEST = timedelta(days=366)
MOST = 10  # of one organisation that open at a time
KEPT_FOR = timedelta(days=365)
PREFIX = "grenstaal_"  # so that a key that lies about in some file is recognised


def organisations_of(user: User):
    """For which this account makes keys: verified agencies and prescribers; the office for all of them."""
    if user.runs_the_office:
        return many.who_ask().filter(verified_at__isnull=False).order_by("name_fr")
    return many.organisations_of(user).filter(verified_at__isnull=False)


def may_make(user: User, organisation: Organisation) -> Verdict:
    if organisations_of(user).filter(pk=organisation.pk).exists():
        return YES
    return Verdict(
        False, _("Only who acts for a verified organisation, or the coordination, makes its keys.")
    )


@transaction.atomic
def make(*, organisation: Organisation, label: str, ends_on: date, by: User) -> tuple[ApiKey, str]:
    """A key, and its text, which is kept nowhere: whoever makes it copies it now. Locks the organisation."""
    if not (verdict := may_make(by, organisation)):
        raise Refusal(verdict.reason, code="not_allowed")
    today = timezone.localdate()
    if not today < ends_on <= today + LONGEST:
        raise Refusal(_("A key ends after today and within a year."), code="ends_on")
    Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation.pk)
    if ApiKey.objects.opening().filter(organisation=organisation).count() >= MOST:
        raise Refusal(_("This organisation has ten keys. Revoke one first."), code="many")
    text = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        organisation=organisation,
        label=label.strip(),
        secret_sha256=digest(text),
        made_by=by,
        ends_on=ends_on,
    )
    return key, text


@transaction.atomic
def revoke(*, key: ApiKey, by: User) -> ApiKey:
    """It opens nothing any more, at once. Idempotent: the first who did it stays."""
    key = (
        ApiKey.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation")
        .get(pk=key.pk)
    )
    if not by.runs_the_office and not many.organisations_of(by).filter(pk=key.organisation_id).exists():
        raise Refusal(
            _("Only who acts for this organisation, or the coordination, does this."), code="not_allowed"
        )
    if key.revoked_at is None:
        key.revoked_at, key.revoked_by = timezone.now(), by
        key.save(update_fields=["revoked_at", "revoked_by"])
    return key


def find(text: str) -> ApiKey | None:
    """The key that opens today, of an organisation that is still verified. One indexed query, on the hash."""
    opening = ApiKey.objects.opening().filter(organisation__verified_at__isnull=False)
    return opening.filter(secret_sha256=digest(text)).first()


def note_used(key_id: int) -> None:
    """Today. Idempotent; the day is enough to see that nobody needs a key any more."""
    ApiKey.objects.filter(pk=key_id).update(last_used_on=timezone.localdate())


def over_their_time() -> QuerySet[ApiKey]:
    """Those that ended or were revoked 12 months ago."""
    before = timezone.now() - KEPT_FOR
    return ApiKey.objects.filter(Q(ends_on__lt=timezone.localdate(before)) | Q(revoked_at__lt=before))


def forget() -> int:
    """Deletes them. Idempotent; returns how many."""
    return over_their_time().delete()[0]


def digest(text: str) -> str:
    """A key has 256 bits of chance, so no slow hash is needed."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
