from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models import Organisation
from training.enums import AgreedHow
from training.models.enrolment import Enrolment


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ReferralQuerySet":
        """The office all; a prescriber those of their organisations; a person those about them."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        homes = user.memberships.active().filter(role=Role.PRESCRIBER).values("organisation")
        return self.filter(models.Q(organisation__in=homes) | models.Q(enrolment__person__user=user))

    def unlinked(self) -> "ReferralQuerySet":
        """The person had asked by themselves: the prescriber sees no stage until the office links the two."""
        linked = models.Q(enrolment__referred_by=models.F("organisation"))
        return self.exclude(models.Q(enrolment__referred_by__isnull=False) & linked)


class Referral(models.Model):
    """That an organisation referred a person to a session, and that the person had agreed to it.

    Personal data: who works for whom (`by`), what the prescriber wrote about the person's project, and
    their agreement: the proof of it (GDPR article 7.1). Kept with the enrolment and deleted with it.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="referrals", verbose_name=_("enrolment")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="people_sent", verbose_name=_("referred by")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("at"))
    agreed_on = models.DateField(_("the person agreed on"))
    agreed_how = models.CharField(_("how the person agreed"), max_length=10, choices=AgreedHow.choices)
    message = models.TextField(_("message to the coordination"), max_length=1000, blank=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "organisation"],
                name="referral_once",
                violation_error_message=_("Your organisation referred this person to this session already."),
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_how__in=AgreedHow.values),
                name="referral_with_agreement",
                violation_error_message=_("Nobody is referred without having agreed to it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} → {self.enrolment_id}"

    @property
    def is_linked(self) -> bool:
        """Whether the organisation reads the stage of this enrolment."""
        return self.enrolment.referred_by_id == self.organisation_id
