from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import KeyState


class IssuerKey(models.Model):
    """The public half of a key that signs credentials, and what it may still do. The other half is a file.

    Published for ever: what it signed while it was active stays valid, but for a key that fell into wrong
    hands, whose signatures of `compromised_at` and later count for nothing. No personal data.
    """

    public_text = models.CharField(_("public key"), max_length=60, unique=True)
    state = models.CharField(_("state"), max_length=12, choices=KeyState.choices, default=KeyState.NEXT)
    made_at = models.DateTimeField(_("made at"))
    active_from = models.DateTimeField(_("active from"), null=True, blank=True)
    active_until = models.DateTimeField(_("active until"), null=True, blank=True)
    compromised_at = models.DateTimeField(_("compromised since"), null=True, blank=True)

    class Meta:
        verbose_name = _("issuer key")
        verbose_name_plural = _("issuer keys")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"],
                condition=models.Q(state__in=[KeyState.NEXT, KeyState.ACTIVE]),
                name="issuer_key_one_active_one_next",
                violation_error_message=_("One key signs, and one is the next."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=KeyState.NEXT, active_from__isnull=True, active_until__isnull=True)
                | models.Q(state=KeyState.ACTIVE, active_from__isnull=False, active_until__isnull=True)
                | models.Q(state=KeyState.RETIRED, active_from__isnull=False, active_until__isnull=False)
                | models.Q(state=KeyState.COMPROMISED),
                name="issuer_key_state_has_its_dates",
                violation_error_message=_("The dates of a key follow its state."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=KeyState.COMPROMISED, compromised_at__isnull=False)
                | (~models.Q(state=KeyState.COMPROMISED) & models.Q(compromised_at__isnull=True)),
                name="issuer_key_compromised_since",
                violation_error_message=_("A compromised key says since when."),
            ),
        ]

    def __str__(self) -> str:
        return self.public_text

    def vouches_for(self, moment) -> bool:
        """Whether a signature that says it was made then counts."""
        if self.active_from is None or moment < self.active_from.replace(microsecond=0):
            return False
        if self.active_until and moment > self.active_until:
            return False
        return self.compromised_at is None or moment < self.compromised_at
