from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from training.enums import Level, Skill


class Sector(models.Model):
    """A branch of work a course prepares for. Reference data, no personal data."""

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name_fr = models.CharField(_("name (French)"), max_length=100)
    name_nl = models.CharField(_("name (Dutch)"), max_length=100)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    name = InLanguage("name")

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name


class Occupation(models.Model):
    """A job, by its ROME code, with the Dutch it asks for (domain report, 3.5). No personal data."""

    rome_code = models.CharField(
        "ROME", max_length=5, unique=True, validators=[RegexValidator(r"^[A-N]\d{4}$")]
    )
    rome_version = models.CharField(max_length=10, default="3")
    name_fr = models.CharField(_("name (French)"), max_length=150)
    name_nl = models.CharField(_("name (Dutch)"), max_length=150)
    isco = models.CharField("ISCO-08", max_length=20, blank=True)
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, related_name="occupations", verbose_name=_("sector")
    )
    minimum_oral = models.CharField(_("minimum level, oral"), max_length=6, choices=Level.choices)
    minimum_reading = models.CharField(_("minimum level, reading"), max_length=6, choices=Level.choices)
    condition_fr = models.CharField(_("condition (French)"), max_length=150, blank=True)
    condition_nl = models.CharField(_("condition (Dutch)"), max_length=150, blank=True)

    name = InLanguage("name")
    condition = InLanguage("condition")

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        ordering = ["sector", "rome_code"]

    def __str__(self) -> str:
        return f"{self.rome_code} {self.name}"


class CanDo(models.Model):
    """One thing a person can do in Dutch at work, in both languages. Our own texts. No personal data."""

    level = models.CharField(_("level"), max_length=6, choices=Level.choices)
    skill = models.CharField(_("skill"), max_length=3, choices=Skill.choices)
    sector = models.ForeignKey(
        Sector,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="can_dos",
        verbose_name=_("sector"),
        help_text=_("Empty: useful in every trade."),
    )
    text_fr = models.CharField(_("text (French)"), max_length=200)
    text_nl = models.CharField(_("text (Dutch)"), max_length=200)
    example = models.CharField(
        _("example"), max_length=200, blank=True, help_text=_("A Dutch sentence that shows what is meant.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    text = InLanguage("text")

    class Meta:
        verbose_name = _("can-do statement")
        verbose_name_plural = _("can-do statements")
        ordering = ["level", "skill", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["text_fr"],
                name="can_do_text_once",
                violation_error_message=_("There is already a statement with this text."),
            )
        ]

    def __str__(self) -> str:
        return self.text


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
    skills_needed = models.PositiveSmallIntegerField(
        _("skills at target level needed"), default=4, help_text=_("How many of the five skills.")
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
