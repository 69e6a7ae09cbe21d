"""The letters of this floor; importing them registers them with the outbox."""

from training.emails import (
    alerts,
    announced,
    decisions,
    enrolment,
    interest,
    kairos,
    leaving,
    papers,
    prescribers,
    proofs,
    referrals,
    reminders,
    timetable,
    waiting,
)

__all__ = [
    "alerts",
    "announced",
    "decisions",
    "enrolment",
    "interest",
    "kairos",
    "leaving",
    "papers",
    "prescribers",
    "proofs",
    "referrals",
    "reminders",
    "timetable",
    "waiting",
]
