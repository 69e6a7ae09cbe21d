from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from training.models.attendance import AbsenceCode
from training.models.enrolment import Enrolment
from training.models.guards import Guard
from training.models.half_day import HalfDay


class AnnouncedBeforeStart(Guard):
    """On announced absences: written before the lesson begins, for a lesson of the person's own session.

    A lesson that is moved afterwards changes nothing in what was announced.
    """

    events = "INSERT OR UPDATE OF half_day_id, enrolment_id, announced_at"

    def body(self) -> str:
        return f"""
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM training_halfday lesson JOIN training_enrolment own ON own.session_id = lesson.session_id
    WHERE lesson.id = NEW.half_day_id AND own.id = NEW.enrolment_id
      AND NEW.announced_at < (lesson.date + lesson.start_time) AT TIME ZONE '{settings.TIME_ZONE}'
  ) THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
  END IF;
  RETURN NEW;
END"""

    def validate(self, model, instance, exclude=None, using=DEFAULT_DB_ALIAS) -> None:
        own = instance.half_day.session_id == instance.enrolment.session_id
        if not own or instance.announced_at >= instance.half_day.starts_at:
            raise ValidationError(self.get_violation_error_message())


class AnnouncedAbsenceQuerySet(models.QuerySet):
    def standing(self) -> "AnnouncedAbsenceQuerySet":
        """Not taken back."""
        return self.filter(withdrawn_at=None)

    def visible_to(self, user) -> "AnnouncedAbsenceQuerySet":
        """The office all; a trainer those of her sessions and lessons; a person their own."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        mine = models.Q(enrolment__person__user=user)
        if user.has_role(Role.TRAINER):
            mine |= models.Q(half_day__in=HalfDay.objects.visible_to(user).values("pk"))
        return self.filter(mine)


class AnnouncedAbsence(models.Model):
    """That somebody said, before a half-day began, that they would not come; taken back by `withdrawn_at`.

    Written only through `training.domain.announcing`. Personal data: the class of the reason, never words of
    the person, never a medical fact; who said it. Kept with the register: the rate of commitment rests on it.
    """

    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.CASCADE,
        related_name="announced_absences",
        verbose_name=_("enrolment"),
    )
    half_day = models.ForeignKey(
        HalfDay, on_delete=models.PROTECT, related_name="announced_absences", verbose_name=_("half-day")
    )
    absence_code = models.ForeignKey(
        AbsenceCode, on_delete=models.PROTECT, related_name="+", verbose_name=_("reason")
    )
    announced_at = models.DateTimeField(_("announced at"))
    announced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = AnnouncedAbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("announced absence")
        verbose_name_plural = _("announced absences")
        ordering = ["half_day", "enrolment", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "half_day"],
                condition=models.Q(withdrawn_at=None),
                name="announced_absence_once",
                violation_error_message=_("This absence is announced already."),
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None) | models.Q(withdrawn_at__gte=models.F("announced_at")),
                name="announced_absence_taken_back_later",
                violation_error_message=_("An absence is taken back after it was announced."),
            ),
            AnnouncedBeforeStart(
                name="announced_absence_before_start",
                violation_error_message=_("An absence is announced before the lesson begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id}@{self.half_day_id}"
