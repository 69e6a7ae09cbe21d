from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation


class ApiKeyQuerySet(models.QuerySet):
    def opening(self, at=None) -> "ApiKeyQuerySet":
        """Those that open the interface on that day: `ends_on` is the first day on which they do not."""
        return self.filter(revoked_at=None, ends_on__gt=at or timezone.localdate())

    def visible_to(self, user) -> "ApiKeyQuerySet":
        """The office all; who acts for an organisation those of that organisation."""
        return self.filter(organisation__in=Organisation.objects.visible_to(user))


class ApiKey(models.Model):
    """By which the software of an organisation asks about certificates. The key itself is kept nowhere.

    Written only through `certificates.domain.api_keys`.

    Personal data: who made it and who revoked it. Kept 12 months after its end.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="api_keys", verbose_name=_("organisation")
    )
    label = models.CharField(_("name of the key"), max_length=60)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by")
    )
    ends_on = models.DateField(_("ends on"))
    last_used_on = models.DateField(_("last used on"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("revoked by"),
    )

    objects = ApiKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("key of the interface")
        verbose_name_plural = _("keys of the interface")
        ordering = ["organisation", "-made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(secret_sha256__regex=r"^[0-9a-f]{64}$"),
                name="api_key_is_hashed",
                violation_error_message=_("Only the hash of a key is kept."),
            ),
            models.CheckConstraint(
                condition=models.Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="api_key_revoked_by_somebody",
                violation_error_message=_("A key that is revoked says when and by whom."),
            ),
            models.CheckConstraint(
                condition=~models.Q(label=""),
                name="api_key_has_a_name",
                violation_error_message=_("A key has a name, so that one knows which to revoke."),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def opens(self) -> bool:
        return self.revoked_at is None and self.ends_on > timezone.localdate()
