"""Absences: proofs, alerts, contacts, effect on pay."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class PayEffect(TextChoices):
    """What an absence does to the pay of somebody in training (domain report, 1.6; R6341-45)."""

    NONE = "NONE", pgettext_lazy("effect on pay", "No effect")
    DEDUCTED = "DEDUCTED", pgettext_lazy("effect on pay", "Deduction in proportion to the hours (R6341-45)")
    REPLACED = "REPLACED", pgettext_lazy("effect on pay", "The health insurance pays instead")
    ENDS = "ENDS", pgettext_lazy("effect on pay", "The pay ends on this day")


class ProofState(TextChoices):
    WAITING = "WAITING", pgettext_lazy("proof", "To be looked at")
    ACCEPTED = "ACCEPTED", pgettext_lazy("proof", "Accepted")
    REFUSED = "REFUSED", pgettext_lazy("proof", "Refused")


class ProofRefusal(TextChoices):
    """Why a proof is refused: from this list, so that nobody writes down what is on it."""

    UNREADABLE = "UNREADABLE", pgettext_lazy("proof", "It cannot be read")
    WRONG_DATES = "WRONG_DATES", pgettext_lazy("proof", "It is about other days")
    OTHER_PERSON = "OTHER_PERSON", pgettext_lazy("proof", "Your name is not on it")
    NO_PROOF = "NO_PROOF", pgettext_lazy("proof", "It does not prove this absence")
    MEDICAL = "MEDICAL", pgettext_lazy("proof", "It says why you were ill: send it without that part")


class AlertKind(TextChoices):
    UNJUSTIFIED = "UNJUSTIFIED", pgettext_lazy("alert", "Unjustified half-days in a row")
    LOW_RATE = "LOW_RATE", pgettext_lazy("alert", "Presence under the threshold")
    REGISTER_LATE = "REGISTER_LATE", pgettext_lazy("alert", "Register not closed after the lesson")
    REGISTER_MISSING = "REG_MISSING", pgettext_lazy("alert", "Register still not closed the next morning")


ABOUT_SOMEBODY = (AlertKind.UNJUSTIFIED, AlertKind.LOW_RATE)  # the others are about a register


class Audience(TextChoices):
    """Who can hear of an alert."""

    LEARNER = "LEARNER", pgettext_lazy("who is told", "The learner")
    TRAINER = "TRAINER", pgettext_lazy("who is told", "The trainer")
    COORDINATOR = "COORDINATOR", pgettext_lazy("who is told", "The coordination")
    PRESCRIBER = "PRESCRIBER", pgettext_lazy("who is told", "The prescriber who referred the person")


class ContactChannel(TextChoices):
    TELEPHONE = "TELEPHONE", pgettext_lazy("contact", "Telephone")
    MAIL = "MAIL", pgettext_lazy("contact", "E-mail or letter")
    MESSAGE = "MESSAGE", pgettext_lazy("contact", "Text message")
    VISIT = "VISIT", pgettext_lazy("contact", "Visit")


class ContactDirection(TextChoices):
    OUTWARDS = "OUT", pgettext_lazy("contact", "We contacted the person")
    INWARDS = "IN", pgettext_lazy("contact", "The person contacted us")
    UNREACHED = "UNREACHED", pgettext_lazy("contact", "We tried: nobody answered")
