from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import Level, LevelSource, Moment, Skill
from training.models.enrolment import Enrolment


class Assessment(models.Model):
    """One level in one skill, at one moment, from one source. Appended, never overwritten: the latest counts.

    Personal data: a language level and who judged it. Kept as the audit file.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="assessments")
    moment = models.CharField(_("moment"), max_length=6, choices=Moment.choices)
    skill = models.CharField(_("skill"), max_length=3, choices=Skill.choices)
    level = models.CharField(_("level"), max_length=6, choices=Level.choices)
    source = models.CharField(_("source"), max_length=15, choices=LevelSource.choices)
    assessed_on = models.DateField(_("assessed on"))
    assessor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["recorded_at", "pk"]
        indexes = [models.Index(fields=["enrolment", "moment", "skill"], name="assessment_latest")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(source=LevelSource.TRAINER) | models.Q(assessor__isnull=False),
                name="assessment_trainer_has_a_name",
                violation_error_message=_("A trainer's assessment has a trainer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.moment} {self.skill} {self.level}"
