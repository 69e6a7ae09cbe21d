"""The letters of this floor; importing them registers them with the outbox."""

from training.emails import enrolment, interest, reminders, timetable

__all__ = ["enrolment", "interest", "reminders", "timetable"]
