from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import HalfDayPurpose
from training.models.half_day import HalfDay
from training.models.trades import CanDo


class MandatoryHalfDay(models.Model):
    """A half-day that the certificate asks for: nobody who missed it has earned one. No personal data."""

    half_day = models.OneToOneField(HalfDay, on_delete=models.CASCADE, related_name="mandatory")
    purpose = models.CharField(_("what it is for"), max_length=10, choices=HalfDayPurpose.choices)

    class Meta:
        verbose_name = _("mandatory half-day")
        verbose_name_plural = _("mandatory half-days")
        ordering = ["half_day__date", "half_day__start_time", "pk"]

    def __str__(self) -> str:
        return f"{self.half_day}: {self.get_purpose_display()}"


class LessonNote(models.Model):
    """What was worked on in a half-day, in a sentence, with the can-do statements it was about.

    About the group, never about one person; a trainer may mend it afterwards.
    Personal data: who wrote it. Kept with the half-day.
    """

    half_day = models.OneToOneField(HalfDay, on_delete=models.CASCADE, related_name="note")
    text = models.CharField(_("what was worked on"), max_length=300, blank=True)
    can_dos = models.ManyToManyField(
        CanDo, blank=True, related_name="notes", verbose_name=_("can-do statements")
    )
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("note on a lesson")
        verbose_name_plural = _("notes on lessons")
        ordering = ["half_day__date", "half_day__start_time", "pk"]

    def __str__(self) -> str:
        return f"{self.half_day}"
