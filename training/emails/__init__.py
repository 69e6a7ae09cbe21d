"""The letters of this floor; importing them registers them with the outbox."""

from training.emails import (
    decisions,
    enrolment,
    interest,
    kairos,
    papers,
    prescribers,
    referrals,
    reminders,
    timetable,
)

__all__ = [
    "decisions",
    "enrolment",
    "interest",
    "kairos",
    "papers",
    "prescribers",
    "referrals",
    "reminders",
    "timetable",
]
