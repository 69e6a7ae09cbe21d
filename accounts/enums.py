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
    QUEUED = "QUEUED", pgettext_lazy("message", "Waiting to be sent")
    SENT = "SENT", pgettext_lazy("message", "Sent")
    FAILED = "FAILED", pgettext_lazy("message", "Not sent")
