"""Clashes that no exclusion constraint can see, because they cross tables: guards of the database.

Nobody is taught by a trainer who is away, and nobody is expected in two rooms at once. Each guard first takes
the row both sides share (the trainer's account, the session, the learner's file), so that of two people who
write at the same moment the second sees what the first wrote. Order of locks: half-day, session, learners by
id, trainer.
"""

from django.db import DEFAULT_DB_ALIAS

from training.enums import ATTENDING, DayPart
from training.models.guards import Guard

REFUSE = "RAISE EXCEPTION 'a clash' USING ERRCODE = 'check_violation', CONSTRAINT = '{name}'"
RANK = "array_position(ARRAY[{parts}], {column}::text)"


def rank(column: str) -> str:
    """Morning, afternoon, evening as numbers that can be compared."""
    return RANK.format(parts=", ".join(f"'{part}'" for part in DayPart.values), column=column)


def within(half_day: str, absence: str) -> str:
    """SQL: the half-day lies in the absence."""
    moment = f"({half_day}.date, {rank(f'{half_day}.part')})"
    first = f"({absence}.first_day, {rank(f'{absence}.first_part')})"
    last = f"({absence}.last_day, {rank(f'{absence}.last_part')})"
    return f"{moment} >= {first} AND {moment} <= {last}"


def overlap(one: str, other: str) -> str:
    """SQL: both half-days are held at the same time; touching is not overlapping."""
    return (
        f"{other}.cancelled_at IS NULL AND {other}.date = {one}.date "
        f"AND {other}.start_time < {one}.end_time AND {one}.start_time < {other}.end_time"
    )


def attending(enrolment: str) -> str:
    statuses = ", ".join(f"'{status.value}'" for status in ATTENDING)
    return f"{enrolment}.status IN ({statuses})"


class Clash(Guard):
    """Fires when one of `columns` changes and `when` holds; `locks` come first, then the look for `clash`."""

    events = "INSERT OR UPDATE"
    columns: tuple[str, ...]  # of the row that is written

    def body(self) -> str:
        new, old = (", ".join(f"{row}.{one}" for one in self.columns) for row in ("NEW", "OLD"))
        return f"""
BEGIN
  IF {self.when()} AND (TG_OP = 'INSERT' OR ({new}) IS DISTINCT FROM ({old})) THEN
    {self.locks()}
    IF EXISTS ({self.clash()}) THEN
      {REFUSE.format(name=self.name)};
    END IF;
  END IF;
  RETURN NEW;
END"""

    def when(self) -> str:
        raise NotImplementedError

    def locks(self) -> str:
        raise NotImplementedError

    def clash(self) -> str:
        raise NotImplementedError

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        """Nothing is looked at before the locks are held: a form of a row that clashes with nothing passes.

        The verbs turn the violation into words.
        """


LOCK_TRAINER = "PERFORM 1 FROM accounts_user WHERE id = NEW.trainer_id FOR NO KEY UPDATE;"


class TrainerIsThere(Clash):
    """On half-days: nobody teaches while she is away."""

    columns = ("trainer_id", "date", "part", "cancelled_at")

    def when(self) -> str:
        return "NEW.trainer_id IS NOT NULL AND NEW.cancelled_at IS NULL"

    def locks(self) -> str:
        return LOCK_TRAINER

    def clash(self) -> str:
        return f"""SELECT 1 FROM training_unavailability away
      WHERE away.trainer_id = NEW.trainer_id AND {within("NEW", "away")}"""


class NotWhileTeaching(Clash):
    """On absences: nobody is away while she teaches; her lessons are handed over first."""

    columns = ("trainer_id", "first_day", "first_part", "last_day", "last_part")

    def when(self) -> str:
        return "TRUE"

    def locks(self) -> str:
        return LOCK_TRAINER

    def clash(self) -> str:
        return f"""SELECT 1 FROM training_halfday lesson
      WHERE lesson.trainer_id = NEW.trainer_id AND lesson.cancelled_at IS NULL
        AND {within("lesson", "NEW")}"""


class LearnersAreFree(Clash):
    """On half-days: whoever has a place here has no lesson elsewhere at this time."""

    columns = ("session_id", "date", "start_time", "end_time", "cancelled_at")

    def when(self) -> str:
        return "NEW.cancelled_at IS NULL"

    def locks(self) -> str:
        return f"""PERFORM 1 FROM training_session WHERE id = NEW.session_id FOR NO KEY UPDATE;
    PERFORM 1 FROM accounts_person WHERE id IN (
      SELECT mine.person_id FROM training_enrolment mine
      WHERE mine.session_id = NEW.session_id AND {attending("mine")}
    ) ORDER BY id FOR NO KEY UPDATE;"""

    def clash(self) -> str:
        return f"""SELECT 1 FROM training_enrolment mine
      JOIN training_enrolment theirs
        ON theirs.person_id = mine.person_id AND theirs.session_id <> mine.session_id
      JOIN training_halfday lesson ON lesson.session_id = theirs.session_id
      WHERE mine.session_id = NEW.session_id AND {attending("mine")} AND {attending("theirs")}
        AND {overlap("NEW", "lesson")}"""


class OnePlaceAtATime(Clash):
    """On enrolments: a place is given to nobody who has lessons elsewhere at the same time."""

    columns = ("session_id", "person_id", "attends")

    def body(self) -> str:
        """Entering the course keeps the place: only coming to have one is looked at."""
        return (
            super().body().replace("NEW.attends", attending("NEW")).replace("OLD.attends", attending("OLD"))
        )

    def when(self) -> str:
        return attending("NEW")

    def locks(self) -> str:
        return """PERFORM 1 FROM training_session WHERE id = NEW.session_id FOR NO KEY UPDATE;
    PERFORM 1 FROM accounts_person WHERE id = NEW.person_id FOR NO KEY UPDATE;"""

    def clash(self) -> str:
        return f"""SELECT 1 FROM training_enrolment theirs
      JOIN training_halfday lesson ON lesson.session_id = theirs.session_id
      JOIN training_halfday mine ON mine.session_id = NEW.session_id AND mine.cancelled_at IS NULL
      WHERE theirs.person_id = NEW.person_id AND theirs.session_id <> NEW.session_id
        AND {attending("theirs")}
        AND {overlap("mine", "lesson")}"""
