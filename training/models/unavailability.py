from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import DayPart
from training.models.clashes import NotWhileTeaching

PARTS = list(DayPart.values)


class UnavailabilityQuerySet(models.QuerySet):
    def visible_to(self, user) -> "UnavailabilityQuerySet":
        """The office all; a trainer her own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(trainer=user)

    def since(self, day: date) -> "UnavailabilityQuerySet":
        return self.filter(last_day__gte=day)


class Unavailability(models.Model):
    """When a trainer cannot teach, from a half-day to a half-day, both included. Why is nobody's business.

    Personal data: who is away when, no reason. Kept for one year after its last day.
    """

    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="unavailabilities",
        verbose_name=_("trainer"),
    )
    first_day = models.DateField(_("first day"))
    first_part = models.CharField(_("from"), max_length=3, choices=DayPart.choices, default=DayPart.MORNING)
    last_day = models.DateField(_("last day"))
    last_part = models.CharField(_("until"), max_length=3, choices=DayPart.choices, default=DayPart.EVENING)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UnavailabilityQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence of a trainer")
        verbose_name_plural = _("absences of trainers")
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gt=models.F("first_day"))
                | (
                    models.Q(last_day=models.F("first_day"))
                    # Of one day, only these three end before they begin.
                    & ~models.Q(first_part=DayPart.AFTERNOON, last_part=DayPart.MORNING)
                    & ~models.Q(
                        first_part=DayPart.EVENING, last_part__in=[DayPart.MORNING, DayPart.AFTERNOON]
                    )
                ),
                name="unavailability_ends_after_start",
                violation_error_message=_("An absence ends after it begins."),
            ),
            NotWhileTeaching(
                name="unavailability_not_while_teaching",
                violation_error_message=_("The trainer teaches at this time: hand the lessons over first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trainer_id}: {self.first_day} {self.first_part} – {self.last_day} {self.last_part}"

    def covers(self, day: date, part: str) -> bool:
        """Whether the half-day lies within; the database asks the same in `clashes.within`."""
        moment = (day, PARTS.index(part))
        first = (self.first_day, PARTS.index(self.first_part))
        return first <= moment <= (self.last_day, PARTS.index(self.last_part))
