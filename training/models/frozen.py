"""The database's last word on papers that somebody certified: not even our own SQL changes one."""

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS

from training.models.guards import Guard


class StaysAsWritten(Guard):
    """No row goes, the `frozen` columns never change, those of `once` are filled once."""

    events = "UPDATE OR DELETE"
    frozen: tuple[str, ...]
    once: tuple[str, ...]

    def body(self) -> str:
        changed = [f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in self.frozen]
        again = [
            f"(OLD.{column} IS NOT NULL AND NEW.{column} IS DISTINCT FROM OLD.{column})"
            for column in self.once
        ]
        refuse = f"USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}'"
        return f"""
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was certified stays' {refuse};
  END IF;
  IF {" OR ".join([*changed, *again])} THEN
    RAISE EXCEPTION 'what was certified stays as it is' {refuse};
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        stored = model._default_manager.using(using).filter(pk=instance.pk).values(*self.frozen).first()
        if stored and any(stored[column] != getattr(instance, column) for column in self.frozen):
            raise ValidationError(self.get_violation_error_message())
