from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.enums import Shown
from training.models import Enrolment
from training.models.frozen import StaysAsWritten


class ChoiceStays(StaysAsWritten):
    frozen = ("enrolment_id", "shows", "chosen_at", "chosen_by_id")
    once = ()


class ShownName(models.Model):
    """That a holder chose what the verification page shows of their name: appended, the last one counts.

    It belongs to the enrolment, so a certificate that takes the place of another shows no more than it did.
    Personal data: who chose, and when. Kept as long as the certificate.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="shown_names", verbose_name=_("enrolment")
    )
    shows = models.CharField(_("name on the page"), max_length=8, choices=Shown.choices)
    chosen_at = models.DateTimeField(_("chosen at"))
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("chosen by")
    )

    class Meta:
        verbose_name = _("choice of the name on the page")
        verbose_name_plural = _("choices of the name on the page")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["enrolment", "-id"], name="shown_name_last")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shows__in=Shown.values),
                name="shown_name_is_one_of_three",
                violation_error_message=_("Choose one of the three."),
            ),
            ChoiceStays(
                name="shown_name_stays",
                violation_error_message=_("What was chosen stays in the history: choose again."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}: {self.shows}"
