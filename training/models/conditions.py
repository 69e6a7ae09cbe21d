from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Commune
from accounts.rules import ADULT_AGE
from training.enums import Level, Skill, Territory
from training.models.session import Session


class Conditions(models.Model):
    """What a session asks of the people who enrol, beyond being an adult.

    A session without a row asks nothing. Set by the office, said in words before the form is filled in,
    looked at before each chair is given (`training.domain.eligibility`). No territory and no commune:
    wherever people live. No personal data.
    """

    session = models.OneToOneField(
        Session, on_delete=models.CASCADE, related_name="conditions", verbose_name=_("session")
    )
    minimum_age = models.PositiveSmallIntegerField(_("age on the first day, at least"), default=ADULT_AGE)
    maximum_age = models.PositiveSmallIntegerField(_("age on the first day, at most"), null=True, blank=True)
    jobseekers_only = models.BooleanField(_("registered with France Travail"), default=False)
    territories = ArrayField(
        models.CharField(max_length=5, choices=Territory.choices),
        verbose_name=_("lives in"),
        default=list,
        blank=True,
    )
    communes = models.ManyToManyField(Commune, blank=True, related_name="+", verbose_name=_("communes"))
    all_hours = models.BooleanField(_("free at all hours of the session"), default=False)

    class Meta:
        verbose_name = _("conditions of a session")
        verbose_name_plural = _("conditions of sessions")
        ordering = ["session"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum_age__gte=ADULT_AGE),
                name="conditions_for_adults",
                violation_error_message=_("Courses are for people of 18 or older."),
            ),
            models.CheckConstraint(
                condition=models.Q(maximum_age=None) | models.Q(maximum_age__gte=models.F("minimum_age")),
                name="conditions_ages_in_order",
                violation_error_message=_("The highest age is below the lowest."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.session)


class EntryLevel(models.Model):
    """The level in one skill from which a session starts. No personal data."""

    conditions = models.ForeignKey(Conditions, on_delete=models.CASCADE, related_name="entry_levels")
    skill = models.CharField(_("skill"), max_length=3, choices=Skill.choices)
    level = models.CharField(_("level"), max_length=6, choices=Level.choices)

    class Meta:
        verbose_name = _("entry level of a session")
        verbose_name_plural = _("entry levels of sessions")
        ordering = ["conditions", "skill"]
        constraints = [
            models.UniqueConstraint(
                fields=["conditions", "skill"],
                name="entry_level_once_per_skill",
                violation_error_message=_("There is one entry level per skill."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.skill} {self.level}"
