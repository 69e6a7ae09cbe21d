from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.models import Person
from training.enums import CanDoAnswer, ExamKind, Level, LevelSource, Moment, Skill
from training.models.enrolment import Enrolment
from training.models.guards import AppendOnly
from training.models.trades import CanDo, Occupation


class Assessment(models.Model):
    """One level in one skill, at one moment, from one source. Appended, never overwritten: the latest counts.

    The comment is French for the learner and Dutch for partners; a translation that comes later is one more
    row with the same level.
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
    comment_fr = models.CharField(_("comment (French)"), max_length=500, blank=True)
    comment_nl = models.CharField(_("comment (Dutch)"), max_length=500, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    comment = InLanguage("comment")

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
            AppendOnly(
                name="assessment_is_appended",
                free=["assessor_id"],
                violation_error_message=_("A level that was recorded stays: record the new one beside it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.moment} {self.skill} {self.level}"


class EvaluationDraft(models.Model):
    """What a trainer has typed of an evaluation and not recorded yet: it counts for nothing.

    Nobody but the trainers of the session reads it. `typed` holds the fields of the form as they were sent.
    Personal data: a language level and a comment. Kept until the evaluation is recorded.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="evaluation_drafts")
    moment = models.CharField(_("moment"), max_length=6, choices=Moment.choices)
    typed = models.JSONField(_("typed"), default=dict)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    saved_at = models.DateTimeField(_("saved at"))

    class Meta:
        verbose_name = _("draft of an evaluation")
        verbose_name_plural = _("drafts of evaluations")
        ordering = ["saved_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "moment"],
                name="evaluation_draft_once",
                violation_error_message=_("There is already a draft of this evaluation."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.moment}"


class ExternalCertificate(models.Model):
    """A certificate of Dutch that somebody else issued and somebody here has seen (domain report, 2.3).

    Its levels stand beside ours, with the source "external exam". Appended; the paper itself is not kept.
    Personal data: a result of a language exam and the number of the paper. Kept as the audit file.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="external_certificates")
    kind = models.CharField(_("kind"), max_length=10, choices=ExamKind.choices)
    profile = models.CharField(_("profile"), max_length=60, blank=True)
    level = models.CharField(_("level"), max_length=6, choices=Level.choices)
    skills = ArrayField(models.CharField(max_length=3, choices=Skill.choices), verbose_name=_("skills"))
    dated = models.DateField(_("dated"))
    number = models.CharField(_("number"), max_length=60, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("certificate from elsewhere")
        verbose_name_plural = _("certificates from elsewhere")
        ordering = ["dated", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind", "level", "dated", "number"],
                name="external_certificate_once",
                violation_error_message=_("This certificate is recorded already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(skills=[]),
                name="external_certificate_has_skills",
                violation_error_message=_("Tick the skills that were examined."),
            ),
            AppendOnly(
                name="external_certificate_is_appended",
                free=["seen_by_id"],
                violation_error_message=_("A certificate that was recorded stays."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.level}"


class CanDoTick(models.Model):
    """What somebody could do on one day, as a trainer saw it or as they say themselves. The latest counts.

    Personal data: a language skill and who judged it. Kept as the audit file.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="ticks")
    can_do = models.ForeignKey(CanDo, on_delete=models.PROTECT, related_name="ticks")
    source = models.CharField(_("source"), max_length=15, choices=LevelSource.choices)
    answer = models.PositiveSmallIntegerField(_("answer"), choices=CanDoAnswer.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ticked_on = models.DateField(_("on"))
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("tick of a can-do statement")
        verbose_name_plural = _("ticks of can-do statements")
        ordering = ["pk"]
        indexes = [models.Index(fields=["enrolment", "source", "can_do", "-id"], name="tick_latest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source__in=[LevelSource.SELF, LevelSource.TRAINER]),
                name="tick_is_of_trainer_or_self",
                violation_error_message=_("A trainer ticks, or the person."),
            ),
            AppendOnly(
                name="tick_is_appended",
                free=["by_id"],
                violation_error_message=_("A tick stays: the next one counts instead of it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.can_do_id} {self.answer}"


class ChosenOccupation(models.Model):
    """A job somebody wants to work in: its distance is shown first.

    Personal data: what work somebody looks for. Kept with the file of the person.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="chosen_occupations")
    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="chosen_by")
    chosen_at = models.DateTimeField(_("chosen at"))

    class Meta:
        verbose_name = _("chosen occupation")
        verbose_name_plural = _("chosen occupations")
        ordering = ["chosen_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "occupation"],
                name="chosen_occupation_once",
                violation_error_message=_("This occupation is chosen already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.occupation_id}"
