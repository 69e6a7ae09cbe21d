"""Numbers that organisations carry, checked with python-stdnum; each refusal is a sentence."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.be import vat as enterprise_number
from stdnum.fr import siret

# La Poste's establishments do not follow Luhn; SIRETs of SIREN 356000000 are taken on length alone.
LA_POSTE = "356000000"


def validate_siret(value: str) -> None:
    if value.startswith(LA_POSTE) and re.fullmatch(r"\d{14}", value):
        return
    if not siret.is_valid(value):
        raise ValidationError(_("A SIRET has 14 digits; the last one is a check digit. Please look again."))


def validate_enterprise_number(value: str) -> None:
    if not enterprise_number.is_valid(value):
        raise ValidationError(_("A Belgian company number has 10 digits and begins with 0 or 1."))


def validate_activity_number(value: str) -> None:
    if not re.fullmatch(r"\d{11}", value):
        raise ValidationError(_("An activity declaration number (NDA) has 11 digits."))
