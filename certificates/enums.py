"""Words with a fixed list of values: kinds, reasons, answers, what became of an order."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CertificateKind(TextChoices):
    END_OF_TRAINING = "END_OF_TRAINING", _("End-of-training certificate")


class AttestationKind(TextChoices):
    """Papers about one person and session beside the certificate; each is a kind of document too."""

    REALISATION = "REALISATION", _("Certificate of completed hours")
    ATTENDANCE = "ATTENDANCE", _("Attendance attestation")
    PROFILE = "PROFILE", _("Language profile")


class RevocationReason(TextChoices):
    """Kept inside; the public page shows only that and when a certificate was revoked."""

    ERROR_IN_DATA = "ERROR_IN_DATA", _("Error in the data")
    FRAUD = "FRAUD", _("Fraud")
    REPLACED = "REPLACED", _("Replaced by a corrected certificate")
    HOLDER_REQUEST = "HOLDER_REQUEST", _("At the holder's request")


class Wish(TextChoices):
    """What somebody of the office asks; a second person confirms it."""

    REVOKE = "REVOKE", pgettext_lazy("certificate, asked", "Revoke")
    REPLACE = "REPLACE", pgettext_lazy("certificate, asked", "Replace")


class Decision(TextChoices):
    """What became of it. FAILED: confirmed, and the replacement could not be made."""

    CONFIRMED = "CONFIRMED", pgettext_lazy("certificate, asked", "Confirmed")
    DECLINED = "DECLINED", pgettext_lazy("certificate, asked", "Declined")
    FAILED = "FAILED", pgettext_lazy("certificate, asked", "Could not be done")


class KeyState(TextChoices):
    """What a key of the issuer does: waits its turn, signs, has signed, or is in wrong hands."""

    NEXT = "NEXT", pgettext_lazy("key", "Next")
    ACTIVE = "ACTIVE", pgettext_lazy("key", "Active")
    RETIRED = "RETIRED", pgettext_lazy("key", "Retired")
    COMPROMISED = "COMPROMISED", pgettext_lazy("key", "Compromised")


class Answer(TextChoices):
    """What the verification page says of a code."""

    VALID = "VALID", pgettext_lazy("certificate", "Valid")
    EXPIRED = "EXPIRED", pgettext_lazy("certificate", "Expired")
    REPLACED = "REPLACED", pgettext_lazy("certificate", "Replaced")
    REVOKED = "REVOKED", pgettext_lazy("certificate", "Revoked")
    UNKNOWN = "UNKNOWN", pgettext_lazy("certificate", "Unknown")


class Shown(TextChoices):
    """What the verification page shows of the holder's name: the holder decides."""

    FULL = "FULL", pgettext_lazy("name on the page", "Name in full")
    INITIALS = "INITIALS", pgettext_lazy("name on the page", "Initials only")
    CHECK = "CHECK", pgettext_lazy("name on the page", "No name")


class ItemState(TextChoices):
    WAITING = "WAITING", pgettext_lazy("issuing", "Waiting")
    ISSUED = "ISSUED", pgettext_lazy("issuing", "Issued")
    ALREADY = "ALREADY", pgettext_lazy("issuing", "Already issued")
    NOT_READY = "NOT_READY", pgettext_lazy("issuing", "Not ready")
    FAILED = "FAILED", pgettext_lazy("issuing", "Failed")
