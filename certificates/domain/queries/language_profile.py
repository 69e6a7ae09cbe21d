"""One person's language profile, for their own page and for their trainers'."""

from django.urls import reverse
from django.utils.translation import gettext as _

from certificates.domain.kinds import KINDS
from certificates.domain.queries.session_papers import Cell
from certificates.enums import AttestationKind
from training.models import Enrolment

PROFILE = AttestationKind.PROFILE


def way_to(enrolment: Enrolment) -> tuple[str, str]:
    """The link beside the levels: of the person, of their trainers, of the office."""
    return reverse("language_profile", args=[enrolment.pk]), _("Language profile")


def of(enrolment: Enrolment) -> Cell:
    """Every version, and whether a new one would say something else."""
    versions = list(enrolment.attestations.filter(kind=PROFILE).order_by("-number"))
    counting = next((one for one in versions if one.counts), None)
    survey = KINDS[PROFILE].survey([enrolment], {enrolment.pk: counting} if counting else {})
    return Cell(kind=PROFILE, versions=versions, survey=survey[enrolment.pk])
