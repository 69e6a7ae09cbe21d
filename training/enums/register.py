"""What stands on an attendance register and how it got there."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NoteKind(TextChoices):
    """What somebody notes about a person on a register."""

    MARK = "MARK", pgettext_lazy("change on a register", "Mark")
    SIGNATURE = "SIGNATURE", pgettext_lazy("change on a register", "Signature")


class ChangeOutcome(TextChoices):
    """What became of something noted on a register."""

    APPLIED = "APPLIED", pgettext_lazy("change on a register", "Noted")
    ALREADY = "ALREADY", pgettext_lazy("change on a register", "Stood there already")
    CONFLICT = "CONFLICT", pgettext_lazy("change on a register", "Somebody else noted something else")
    REFUSED = "REFUSED", pgettext_lazy("change on a register", "Refused")
    HOLDS = "HOLDS", pgettext_lazy("change on a register", "Somebody decided: this holds")
    SET_ASIDE = "SET_ASIDE", pgettext_lazy("change on a register", "Somebody decided: this does not hold")


class ChangeRefusal(TextChoices):
    """Why something noted without network could not be written any more; the codes are those of refusals."""

    CLOSED = "closed", _("The register was closed before this arrived.")
    CANCELLED = "cancelled", _("This half-day was cancelled.")
    NOT_ON_REGISTER = "not_on_register", _("This person is not on the register of this half-day.")
    NOT_ALLOWED = "not_allowed", _("Somebody else takes this register now.")
    TOO_EARLY = "too_early", _("The register was not open yet.")
    TOO_LATE = "too_late", _("The minutes are more than the half-day has.")
    LATE = "late", _("This signature arrived too long after the lesson. A correction can follow.")
    CHANGED = "changed", _("The lesson was changed after this was signed. Let the person sign again.")
    NAME = "name", _("The name that was typed is somebody else’s.")
    DRAWING = "drawing", _("The drawing is empty or cannot be read.")
    OTHER = "other", _("It does not fit this register.")


class Signing(TextChoices):
    """How the half-days of a session are signed by the people in the room."""

    SCREEN = "SCREEN", pgettext_lazy("signing", "On screen: the trainer's tablet or their own telephone")
    PAPER = "PAPER", pgettext_lazy("signing", "On paper: a sheet that is filed afterwards")


class SignatureMethod(TextChoices):
    """How one signature was given."""

    DRAWN = "DRAWN", pgettext_lazy("signature", "drawn on the trainer's tablet")
    TYPED = "TYPED", pgettext_lazy("signature", "name typed on the trainer's tablet")
    PHONE = "PHONE", pgettext_lazy("signature", "on one's own telephone")


ON_THE_TABLET = (SignatureMethod.DRAWN, SignatureMethod.TYPED)


class LinkKind(TextChoices):
    """What a link of a session's chain says."""

    SIGNED = "SIGNED", pgettext_lazy("link of the chain", "signature of a learner")
    VOIDED = "VOIDED", pgettext_lazy("link of the chain", "signature that no longer counts")
    CLOSED = "CLOSED", pgettext_lazy("link of the chain", "closed and countersigned")
    AMENDED = "AMENDED", pgettext_lazy("link of the chain", "correction after closing")
    SHEET = "SHEET", pgettext_lazy("link of the chain", "paper sheet filed")
