"""Words with a fixed list of values: roles, kinds of organisation, reasons."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(TextChoices):
    FRENCH = "fr", "Français"
    DUTCH = "nl", "Nederlands"


class Country(TextChoices):
    FRANCE = "FR", _("France")
    BELGIUM = "BE", _("Belgium")


class OrganisationKind(TextChoices):
    OPERATOR = "OPERATOR", _("Operator (the grouping itself)")
    MEMBER_AUTHORITY = "MEMBER_AUTHORITY", _("Member authority")
    PARTNER = "PARTNER", pgettext_lazy("organisation", "Partner")
    PROVIDER = "PROVIDER", _("Training provider")
    PRESCRIBER = "PRESCRIBER", pgettext_lazy("organisation", "Prescriber")
    AGENCY = "AGENCY", _("Temp agency")


class Role(TextChoices):
    LEARNER = "LEARNER", _("Learner")
    TRAINER = "TRAINER", _("Trainer")
    COORDINATOR = "COORDINATOR", _("Coordinator")
    PRESCRIBER = "PRESCRIBER", pgettext_lazy("person", "Prescriber")
    AGENCY_MEMBER = "AGENCY_MEMBER", _("Agency member")
    EDITOR = "EDITOR", _("Editor")
    ADMINISTRATOR = "ADMINISTRATOR", _("Administrator")


# A learner is a person with a file; every other role comes with a membership of an organisation.
MEMBERSHIP_ROLES = [role for role in Role if role is not Role.LEARNER]
BACK_OFFICE_ROLES = (Role.COORDINATOR, Role.EDITOR, Role.ADMINISTRATOR)
KINDS_FOR_ROLE = {
    Role.TRAINER: {OrganisationKind.PROVIDER, OrganisationKind.OPERATOR},
    Role.COORDINATOR: {OrganisationKind.OPERATOR},  # sees every file: not for one provider among others
    Role.PRESCRIBER: {OrganisationKind.PRESCRIBER, OrganisationKind.MEMBER_AUTHORITY},
    Role.AGENCY_MEMBER: {OrganisationKind.AGENCY},
    Role.EDITOR: {OrganisationKind.OPERATOR},
    Role.ADMINISTRATOR: {OrganisationKind.OPERATOR},
}


class FranceTravailMissing(TextChoices):
    """Why a person gives no France Travail identifier; never both a number and a reason."""

    FORGOTTEN = "FORGOTTEN", _("I do not have it with me")
    NOT_REGISTERED = "NOT_REGISTERED", _("I am not registered with France Travail")


class MessageStatus(TextChoices):
    """What became of a message. Only the outbox writes it."""

    QUEUED = "QUEUED", pgettext_lazy("message", "Waiting to be sent")
    SENDING = "SENDING", pgettext_lazy("message", "Being sent")
    SENT = "SENT", pgettext_lazy("message", "Sent")
    UNSURE = "UNSURE", pgettext_lazy("message", "Perhaps sent")
    FAILED = "FAILED", pgettext_lazy("message", "Not sent")
    BOUNCED = "BOUNCED", pgettext_lazy("message", "Came back")
    DROPPED = "DROPPED", pgettext_lazy("message", "No longer needed")


LEFT_US = (MessageStatus.SENT, MessageStatus.BOUNCED)  # these have a sending date
IN_TROUBLE = (MessageStatus.UNSURE, MessageStatus.FAILED, MessageStatus.BOUNCED)  # somebody must look


class Trouble(TextChoices):
    """Why a message did not go, or came back: a class of reasons, never the server's own words."""

    SERVER_SILENT = "SERVER_SILENT", _("The mail server does not answer")
    COME_BACK_LATER = "COME_BACK_LATER", _("The mail server asks to come back later")
    ADDRESS_REFUSED = "ADDRESS_REFUSED", _("The mail server refuses this address")
    LETTER_REFUSED = "LETTER_REFUSED", _("The mail server refuses this letter")
    INTERRUPTED = "INTERRUPTED", _("Sending was interrupted: perhaps it went")
    NOT_WRITTEN = "NOT_WRITTEN", _("The letter could not be written")
    NO_SUCH_MAILBOX = "NO_SUCH_MAILBOX", _("This mailbox does not exist")
    MAILBOX_FULL = "MAILBOX_FULL", _("The mailbox is full")
    CAME_BACK = "CAME_BACK", _("The other side sent it back")
