"""What is written once: rows that are appended, and never changed or taken away."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS

from training.models.guards import Guard


class AppendedOnly(Guard):
    """A row neither changes nor goes. `free`: columns that may, as the account they name can be merged."""

    events = "UPDATE OR DELETE"

    def __init__(self, *, free: Sequence[str] = (), **kwargs) -> None:
        super().__init__(**kwargs)
        self.free = list(free)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {"free": self.free}

    def body(self) -> str:
        freed = " ".join(f"before.{column} := NEW.{column};" for column in self.free)
        return f"""
DECLARE
  before RECORD;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    before := OLD;
    {freed}
    IF before IS NOT DISTINCT FROM NEW THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'appended only' USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if not instance._state.adding:
            raise ValidationError(self.get_violation_error_message())
