"""The letters of this floor; importing them registers them with the outbox."""

from training.emails import (
    decisions,
    enrolment,
    interest,
    kairos,
    leaving,
    papers,
    prescribers,
    referrals,
    reminders,
    timetable,
    waiting,
)

__all__ = [
    "decisions",
    "enrolment",
    "interest",
    "kairos",
    "leaving",
    "papers",
    "prescribers",
    "referrals",
    "reminders",
    "timetable",
    "waiting",
]
