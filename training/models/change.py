from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import ChangeKind
from training.models.half_day import HalfDay
from training.models.room import Room


class TimetableChange(models.Model):
    """One line of the diary of a timetable: a half-day was added, moved or cancelled. Never changed.

    The `was_…` fields say how the half-day stood before; how it stands now is in the half-day itself.
    Personal data: who teaches, who changed it. Kept as long as the half-day.
    """

    half_day = models.ForeignKey(
        HalfDay, on_delete=models.CASCADE, related_name="changes", verbose_name=_("half-day")
    )
    kind = models.CharField(_("what happened"), max_length=10, choices=ChangeKind.choices)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    was_date = models.DateField(_("date before"), null=True, blank=True)
    was_start_time = models.TimeField(_("from, before"), null=True, blank=True)
    was_end_time = models.TimeField(_("until, before"), null=True, blank=True)
    was_room = models.ForeignKey(
        Room, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("room before")
    )
    was_trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("trainer before"),
    )

    class Meta:
        verbose_name = _("change of a timetable")
        verbose_name_plural = _("changes of a timetable")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=ChangeKind.ADDED, was_date__isnull=True)
                | (
                    ~models.Q(kind=ChangeKind.ADDED)
                    & models.Q(
                        was_date__isnull=False, was_start_time__isnull=False, was_end_time__isnull=False
                    )
                ),
                name="timetable_change_says_before",
                violation_error_message=_("A change says how the half-day stood before."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.half_day} {self.kind}"
