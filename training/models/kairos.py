from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import KairosStep
from training.models.enrolment import Enrolment


class KairosEntry(models.Model):
    """That a step of somebody's file was entered in KAIROS, France Travail's portal: who, when.

    Also that the alarm about a missing one was given, so that it is given once. Personal data: that this
    person is known to France Travail, who entered it. Kept with the enrolment.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="kairos_entries", verbose_name=_("enrolment")
    )
    step = models.CharField(_("step"), max_length=12, choices=KairosStep.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("entry in KAIROS")
        verbose_name_plural = _("entries in KAIROS")
        ordering = ["enrolment", "at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "step"],
                name="kairos_step_once",
                violation_error_message=_("This step is noted already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.step}"
