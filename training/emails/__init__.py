"""The letters of this floor; importing them registers them with the outbox."""

from training.emails import decisions, enrolment, interest, papers, reminders, timetable

__all__ = ["decisions", "enrolment", "interest", "papers", "reminders", "timetable"]
