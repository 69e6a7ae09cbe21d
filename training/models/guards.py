"""The database's last word on closed registers (docs/decisions): a trigger that looks like a constraint.

A check constraint cannot look at another table or at the row before the change. These two can; they have a
name, a translated sentence and a place in `Meta.constraints` and in the migrations like every other one.
They hold no rule of the house beyond "final means final": what may be written is decided by the verbs.
"""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS
from django.db.models.constraints import BaseConstraint

from training.enums import ATTENDING, EnrolmentStatus

CREATE = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $guard$
{body}
$guard$;
CREATE TRIGGER {name} BEFORE {events} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()
"""
REMOVE = "DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()"
FINAL = "RAISE EXCEPTION 'this is final' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}'"
RAISE = "RAISE EXCEPTION 'the register is closed' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}'"


class Guard(BaseConstraint):
    """A trigger per row, raised as the violation of a check constraint of the same name."""

    events: str

    def body(self) -> str:
        raise NotImplementedError

    def create_sql(self, model, schema_editor) -> str:
        table = schema_editor.quote_name(model._meta.db_table)
        return CREATE.format(name=self.name, body=self.body(), events=self.events, table=table)

    def remove_sql(self, model, schema_editor) -> str:
        return REMOVE.format(name=self.name, table=schema_editor.quote_name(model._meta.db_table))

    def constraint_sql(self, model, schema_editor) -> None:
        schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))

    def __eq__(self, other) -> bool:
        return type(self) is type(other) and self.deconstruct() == other.deconstruct()

    __hash__ = None


class ClosedRegister(Guard):
    """On half-days: once closed, the row neither changes nor goes."""

    events = "UPDATE OR DELETE"

    def body(self) -> str:
        return f"""
BEGIN
  IF OLD.closed_at IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
    {RAISE.format(name=self.name)};
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if model._default_manager.using(using).filter(pk=instance.pk, closed_at__isnull=False).exists():
            raise ValidationError(self.get_violation_error_message())


class MarkOfClosedRegister(Guard):
    """On marks: none is added to, changed in or taken from a closed half-day.

    The half-day's row is locked for the look (FOR SHARE), so a mark waits for a register that is being
    closed at the same moment instead of slipping in behind it.
    """

    events = "INSERT OR UPDATE OR DELETE"

    def body(self) -> str:
        return f"""
DECLARE
  closed timestamptz;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT closed_at INTO closed FROM training_halfday WHERE id = OLD.half_day_id FOR SHARE;
  END IF;
  IF closed IS NULL AND TG_OP <> 'DELETE' THEN
    SELECT closed_at INTO closed FROM training_halfday WHERE id = NEW.half_day_id FOR SHARE;
  END IF;
  IF closed IS NOT NULL THEN
    {RAISE.format(name=self.name)};
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if instance.half_day.closed_at is not None:
            raise ValidationError(self.get_violation_error_message())


class SignatureBeforeClosing(MarkOfClosedRegister):
    """On signatures: the trainer signs last; nobody signs a register that is closed."""

    events = "INSERT"


class AppendOnly(Guard):
    """Rows are added; none is changed or taken away.

    `free`: columns that may change, as the account they name can be merged with another.
    """

    events = "UPDATE OR DELETE"

    def __init__(self, *, free: Sequence[str] = (), **kwargs) -> None:
        super().__init__(**kwargs)
        self.free = list(free)

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | ({"free": self.free} if self.free else {})

    def body(self) -> str:
        freed = "".join(f"  OLD.{column} := NEW.{column};\n" for column in self.free)
        return f"""
BEGIN
{freed}\
  IF TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD THEN
    {FINAL.format(name=self.name)};
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if model._default_manager.using(using).filter(pk=instance.pk).exists():
            raise ValidationError(self.get_violation_error_message())


class MeaningOfUsedCode(Guard):
    """On absence codes: one that stands in a closed register keeps its code and what it counts for."""

    events = "UPDATE"
    kept = ("code", "justified", "proof_required", "hours_due", "pay_effect")
    used = """SELECT 1 FROM training_attendance mark
    JOIN training_halfday half_day ON half_day.id = mark.half_day_id
    WHERE mark.absence_code_id = OLD.id AND half_day.closed_at IS NOT NULL"""

    def body(self) -> str:
        old, new = (", ".join(f"{row}.{field}" for field in self.kept) for row in ("OLD", "NEW"))
        return f"""
BEGIN
  IF ({new}) IS DISTINCT FROM ({old}) AND EXISTS (
    {self.used}
  ) THEN
    {RAISE.format(name=self.name)};
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        """Named at no field: which of them was changed stands in the form."""
        before = model._default_manager.using(using).filter(pk=instance.pk).values(*self.kept).first()
        if before is None or before == {field: getattr(instance, field) for field in self.kept}:
            return
        if self.is_used(instance):
            raise ValidationError(self.get_violation_error_message())

    def is_used(self, code) -> bool:
        return code.marks.filter(half_day__closed_at__isnull=False).exists()


class MeaningOfAmendedCode(MeaningOfUsedCode):
    """The same of a code that stands in a correction, as what it was or what it became."""

    used = "SELECT 1 FROM training_amendment WHERE OLD.id IN (absence_code_id, old_absence_code_id)"

    def is_used(self, code) -> bool:
        return code.amendments.exists() or code.amended_away.exists()


class PapersBeforePlace(Guard):
    """On enrolments: nobody is confirmed to whom no welcome pack was delivered (L6353-8)."""

    events = "INSERT OR UPDATE"

    def body(self) -> str:
        return f"""
BEGIN
  IF NEW.status = '{EnrolmentStatus.CONFIRMED.value}'
    AND (TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status)
    AND NOT EXISTS (SELECT 1 FROM training_delivery WHERE enrolment_id = NEW.id) THEN
    RAISE EXCEPTION 'no papers' USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        if instance.status == EnrolmentStatus.CONFIRMED and not instance.deliveries.exists():
            raise ValidationError(self.get_violation_error_message())


class PapersStay(Guard):
    """On deliveries: the last one of somebody with a place is not taken away.

    Looked at when the transaction ends: a record may go together with its enrolment.
    """

    def create_sql(self, model, schema_editor) -> str:
        places = ", ".join(f"'{status.value}'" for status in ATTENDING)
        table = schema_editor.quote_name(model._meta.db_table)
        return f"""
CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
  IF EXISTS (SELECT 1 FROM training_enrolment WHERE id = OLD.enrolment_id AND status IN ({places}))
    AND NOT EXISTS (SELECT 1 FROM training_delivery WHERE enrolment_id = OLD.enrolment_id) THEN
    RAISE EXCEPTION 'no papers' USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
  END IF;
  RETURN NULL;
END
$guard$;
CREATE CONSTRAINT TRIGGER {self.name} AFTER DELETE OR UPDATE OF enrolment_id ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {self.name}()
"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        """Adding or changing a record takes nothing away."""
