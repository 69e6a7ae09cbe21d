"""The database's last word on issued certificates (docs/decisions): not even our own SQL changes one."""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS

from certificates.enums import Decision
from training.models.guards import Guard

FROZEN = (
    "id",
    "kind",
    "code",
    "enrolment_id",
    "facts",
    "facts_version",
    "facts_sha256",
    "document_id",
    "issuer_id",
    "number",
    "previous_sha256",
    "record_sha256",
    "credential",
    "key_id",
    "status_list_id",
    "status_index",
    "issued_at",
    "issued_by_id",
    "valid_until",
)
SET_ONCE = ("revoked_at", "revoked_by_id", "replaced_by_id")


class IssuedStays(Guard):
    """On certificates: no row goes, what was issued never changes, what came after is set once."""

    events = "UPDATE OR DELETE"

    def body(self) -> str:
        frozen = [f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in FROZEN]
        once = [
            f"(OLD.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column})"
            for column in SET_ONCE
        ]
        reason = "(OLD.revoked_at IS NOT NULL AND NEW.revocation_reason <> OLD.revocation_reason)"
        refuse = f"USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}'"
        return f"""
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an issued certificate stays' {refuse};
  END IF;
  IF {" OR ".join([*frozen, *once, reason])} THEN
    RAISE EXCEPTION 'an issued certificate stays as it is' {refuse};
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        stored = model._default_manager.using(using).filter(pk=instance.pk).values(*FROZEN).first()
        if stored and any(stored[column] != getattr(instance, column) for column in FROZEN):
            raise ValidationError(self.get_violation_error_message())


class RevokedByTwo(Guard):
    """On certificates: nobody revokes or replaces one alone, not even in SQL."""

    events = "UPDATE OF revoked_at, replaced_by_id"

    def body(self) -> str:
        return f"""
BEGIN
  IF (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
      OR OLD.replaced_by_id IS NULL AND NEW.replaced_by_id IS NOT NULL)
    AND NOT EXISTS (
      SELECT 1 FROM certificates_revocationrequest request
      WHERE request.certificate_id = NEW.id AND request.decision = '{Decision.CONFIRMED}'
        AND request.asked_by_id <> request.decided_by_id AND request.done_at IS NULL
    ) THEN
    RAISE EXCEPTION 'a second person confirms' USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        stored = model._default_manager.using(using).filter(pk=instance.pk).first()
        if stored is None or (stored.revoked_at, stored.replaced_by_id) == (
            instance.revoked_at,
            instance.replaced_by_id,
        ):
            return
        if not stored.revocation_requests.confirmed().exists():
            raise ValidationError(self.get_violation_error_message())
