from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.models.certificate import Certificate

LONGEST = timedelta(days=366)


class ShareLinkQuerySet(models.QuerySet):
    def open(self) -> "ShareLinkQuerySet":
        return self.filter(withdrawn_at=None, ends_at__gt=timezone.now())

    def made_by(self, user) -> "ShareLinkQuerySet":
        return self.filter(certificate__in=Certificate.objects.held_by(user))


class ShareLink(models.Model):
    """A secret address under which a holder shows a certificate with their name, until a day they chose.

    Only the hash of what stands in the address is kept: who reads the database cannot open it. Personal data:
    for whom it was made, in the holder's words. Kept until 12 months after its end.
    """

    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, related_name="share_links", verbose_name=_("certificate")
    )
    token_sha256 = models.CharField(max_length=64, unique=True)
    for_whom = models.CharField(_("for whom"), max_length=80, blank=True)
    includes_file = models.BooleanField(_("with the PDF"), default=False)
    made_at = models.DateTimeField(_("made at"))
    ends_at = models.DateTimeField(_("ends at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a certificate")
        verbose_name_plural = _("links to certificates")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(token_sha256__regex=r"^[0-9a-f]{64}$"),
                name="share_link_keeps_a_hash",
                violation_error_message=_("Of a secret address only the hash is kept."),
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("made_at"))
                & models.Q(ends_at__lte=models.F("made_at") + LONGEST),
                name="share_link_ends_within_a_year",
                violation_error_message=_("A link ends within a year."),
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(withdrawn_at__gte=models.F("made_at")),
                name="share_link_withdrawn_after_it_was_made",
                violation_error_message=_("A link is withdrawn after it was made."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id}/{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and self.ends_at > timezone.now()


class ShareView(models.Model):
    """That somebody opened such a link, when, and which organisation they said they are of, if they did.

    Personal data: none of the visitor. Kept as long as its link.
    """

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="views")
    at = models.DateTimeField(_("opened at"))
    organisation = models.CharField(_("organisation, as they said"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("look at a certificate")
        verbose_name_plural = _("looks at certificates")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.link_id} {self.at:%Y-%m-%d}"
