from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.models import Organisation

MOST_YEARS = 20


class IssuerQuerySet(models.QuerySet):
    def visible_to(self, user) -> "IssuerQuerySet":
        return self if user.is_authenticated and user.runs_the_office else self.none()


class Issuer(models.Model):
    """In whose name the certificates of a training provider are issued: who signs, where, with whose money.

    Read when a certificate is issued and frozen in its facts: whoever signs next year changes nothing that
    was issued. Its certificates form a chain, its other papers a second one; their length and last link
    stand here: a link taken off the end would be missed. Personal data: the name of the signatory.
    Kept while the provider works with us.
    """

    provider = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="issuer", verbose_name=_("training provider")
    )
    signatory_name = models.CharField(_("name of the signatory"), max_length=150)
    signatory_role_fr = models.CharField(_("role of the signatory (French)"), max_length=150)
    signatory_role_nl = models.CharField(_("role of the signatory (Dutch)"), max_length=150)
    place = models.CharField(_("place of signature"), max_length=100)
    programme = models.CharField(_("funding programme"), max_length=100)
    valid_years = models.PositiveSmallIntegerField(
        _("years of validity"),
        null=True,
        blank=True,
        help_text=_("Of the certificates issued from now on. Left empty, they do not expire."),
    )
    issued = models.PositiveIntegerField(_("certificates issued"), default=0, editable=False)
    last_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    attested = models.PositiveIntegerField(_("other papers made"), default=0, editable=False)
    last_attested_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    signatory_role = InLanguage("signatory_role")

    objects = IssuerQuerySet.as_manager()

    class Meta:
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")
        ordering = ["provider"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_years=None) | models.Q(valid_years__range=(1, MOST_YEARS)),
                name="issuer_years_of_validity",
                violation_error_message=_("A certificate is valid for 1 to 20 years, or for ever."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.provider)
