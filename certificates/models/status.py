import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def new_name() -> str:
    return secrets.token_hex(6)


def new_shuffle() -> int:
    return secrets.randbits(62)


class StatusList(models.Model):
    """One public list of 131,072 bits: which credentials were revoked (W3C Bitstring Status List 1.0).

    Its name is random: a list made after a restored backup is another list than the one that was lost, so a
    place is never given twice. No personal data.
    """

    ordinal = models.PositiveIntegerField(_("number"), unique=True)
    name = models.CharField(_("name in its address"), max_length=12, unique=True, default=new_name)
    shuffle = models.BigIntegerField(default=new_shuffle, help_text=_("In which order places are given."))
    credential = models.JSONField(_("signed list"), null=True, blank=True)
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("status list")
        verbose_name_plural = _("status lists")
        ordering = ["ordinal"]

    def __str__(self) -> str:
        return self.name
