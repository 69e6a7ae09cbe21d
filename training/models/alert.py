from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import ABOUT_SOMEBODY, AlertKind, Audience
from training.models.enrolment import Enrolment
from training.models.half_day import HalfDay
from training.models.session import Session


class AlertRule(models.Model):
    """Who hears of one kind of alert in one session. Where there is no row, `alert_rules.USUAL` holds.

    No personal data. Goes with its session.
    """

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="alert_rules", verbose_name=_("session")
    )
    kind = models.CharField(_("alert"), max_length=14, choices=AlertKind.choices)
    to_learner = models.BooleanField(_("the learner"), default=False)
    to_trainer = models.BooleanField(_("the trainer"), default=False)
    to_coordinator = models.BooleanField(_("the coordination"), default=False)
    to_prescriber = models.BooleanField(_("the prescriber"), default=False)

    class Meta:
        verbose_name = _("rule of alerts")
        verbose_name_plural = _("rules of alerts")
        ordering = ["session", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "kind"],
                name="alert_rule_once",
                violation_error_message=_("This session has a rule for this alert already."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=ABOUT_SOMEBODY) | models.Q(to_learner=False, to_prescriber=False),
                name="alert_of_register_stays_inside",
                violation_error_message=_(
                    "A register that is late concerns the trainer and the coordination."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.kind}"


class AlertQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AlertQuerySet":
        """The office alone: everybody else has their letter."""
        return self if user.is_authenticated and user.runs_the_office else self.none()


class Alert(models.Model):
    """That something was noticed, once: a run of absences, a rate that fell, a register not closed.

    `half_day`: where it was noticed. `percent`: the rate that was reached there. Personal data: that somebody
    was absent. Kept with the enrolment.
    """

    kind = models.CharField(_("alert"), max_length=14, choices=AlertKind.choices)
    half_day = models.ForeignKey(
        HalfDay, on_delete=models.CASCADE, related_name="alerts", verbose_name=_("half-day")
    )
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="alerts",
        verbose_name=_("enrolment"),
    )
    percent = models.PositiveSmallIntegerField(_("rate in %"), null=True, blank=True)
    raised_at = models.DateTimeField(_("raised at"))

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "half_day", "enrolment"],
                nulls_distinct=False,
                name="alert_once",
                violation_error_message=_("This alert was raised already."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=ABOUT_SOMEBODY, enrolment__isnull=False)
                | (~models.Q(kind__in=ABOUT_SOMEBODY) & models.Q(enrolment=None)),
                name="alert_about_somebody_or_a_register",
                violation_error_message=_("An alert is about a person or about a register."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.half_day_id}"


class ToldOfAlert(models.Model):
    """Who was written to about an alert, and as what.

    Personal data: that this account heard of it. Kept with the alert.
    """

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="told")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    audience = models.CharField(_("who is told"), max_length=12, choices=Audience.choices)

    class Meta:
        verbose_name = _("reader of an alert")
        verbose_name_plural = _("readers of alerts")
        ordering = ["alert", "pk"]

    def __str__(self) -> str:
        return f"{self.alert_id} {self.audience}"
