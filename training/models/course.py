from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from training.enums import Level
from training.models.trades import CanDo, Occupation, Sector


class CourseQuerySet(models.QuerySet):
    def current(self) -> "CourseQuerySet":
        return self.filter(retired_on__isnull=True)

    def visible_to(self, user) -> "CourseQuerySet":
        """A course is public information; retired ones are shown to the office only."""
        return self if user.is_authenticated and user.runs_the_office else self.current()


class Course(models.Model):
    """What is taught: the legal programme (Code du travail L6353-1, Qualiopi indicator 1) and its rule.

    `hours` are given in minutes, exactly. The public page shows these fields; enrolments and
    certificates refer to the course, never to a page. No personal data.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, related_name="courses", verbose_name=_("sector")
    )
    occupations = models.ManyToManyField(
        Occupation, blank=True, related_name="courses", verbose_name=_("occupations")
    )
    title_fr = models.CharField(_("title (French)"), max_length=150)
    title_nl = models.CharField(_("title (Dutch)"), max_length=150)
    summary_fr = models.CharField(_("in one sentence (French)"), max_length=250)
    summary_nl = models.CharField(_("in one sentence (Dutch)"), max_length=250)
    entry_level = models.CharField(_("entry level"), max_length=6, choices=Level.choices, default=Level.A0)
    target_level = models.CharField(_("target level"), max_length=6, choices=Level.choices)
    minutes = models.PositiveIntegerField(
        _("duration in minutes"),
        validators=[MinValueValidator(60)],
        help_text=_("120 hours are 7200 minutes."),
    )
    objectives_fr = models.TextField(_("objectives (French)"), help_text=_("One objective per line."))
    objectives_nl = models.TextField(_("objectives (Dutch)"), help_text=_("One objective per line."))
    audience_fr = models.TextField(_("audience (French)"))
    audience_nl = models.TextField(_("audience (Dutch)"))
    prerequisites_fr = models.TextField(_("prerequisites (French)"))
    prerequisites_nl = models.TextField(_("prerequisites (Dutch)"))
    methods_fr = models.TextField(_("methods and means (French)"))
    methods_nl = models.TextField(_("methods and means (Dutch)"))
    evaluation_fr = models.TextField(_("evaluation (French)"))
    evaluation_nl = models.TextField(_("evaluation (Dutch)"))
    accessibility_fr = models.TextField(_("accessibility (French)"))
    accessibility_nl = models.TextField(_("accessibility (Dutch)"))
    access_delay_fr = models.CharField(_("access delay (French)"), max_length=200)
    access_delay_nl = models.CharField(_("access delay (Dutch)"), max_length=200)
    price_cents = models.PositiveIntegerField(_("price for the learner in cents"), default=0)
    minimum_rate = models.PositiveSmallIntegerField(
        _("minimum share of hours followed, in %"),
        default=80,
        help_text=_("Needed for the certificate, of the hours planned."),
    )
    minimum_minutes = models.PositiveIntegerField(
        _("minimum time followed, in minutes"),
        null=True,
        blank=True,
        help_text=_("Counts instead of the share where it is filled in. 90 hours are 5400 minutes."),
    )
    skills_needed = models.PositiveSmallIntegerField(
        _("skills at target level needed"), default=4, help_text=_("How many of the five skills.")
    )
    can_do_share = models.PositiveSmallIntegerField(
        _("share of can-do points for a level, in %"),
        default=75,
        help_text=_("From this share on, at a level and at all lower ones, the level is suggested."),
    )
    can_dos = models.ManyToManyField(
        CanDo, blank=True, related_name="courses", verbose_name=_("can-do statements on the certificate")
    )
    updated_on = models.DateField(_("programme updated on"))
    retired_on = models.DateField(_("no longer offered since"), null=True, blank=True)

    title = InLanguage("title")
    summary = InLanguage("summary")
    audience = InLanguage("audience")
    prerequisites = InLanguage("prerequisites")
    methods = InLanguage("methods")
    evaluation = InLanguage("evaluation")
    accessibility = InLanguage("accessibility")
    access_delay = InLanguage("access_delay")
    _objectives = InLanguage("objectives")

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum_rate__lte=100),
                name="course_rate_is_a_percentage",
                violation_error_message=_("A share of hours goes from 0 to 100 %."),
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_minutes__isnull=True)
                | models.Q(minimum_minutes__lte=models.F("minutes")),
                name="course_minimum_can_be_followed",
                violation_error_message=_("The minimum time is longer than the course."),
            ),
            models.CheckConstraint(
                condition=models.Q(can_do_share__gte=1, can_do_share__lte=100),
                name="course_can_do_share_is_a_percentage",
                violation_error_message=_("A share of points goes from 1 to 100 %."),
            ),
            models.CheckConstraint(
                condition=models.Q(skills_needed__lte=5),
                name="course_five_skills",
                violation_error_message=_("There are five skills."),
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0),
                name="course_lasts",
                violation_error_message=_("A course lasts at least one minute."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def objectives(self) -> list[str]:
        return [line.strip() for line in self._objectives.splitlines() if line.strip()]
