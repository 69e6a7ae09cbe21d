"""The words of the trades: sectors, occupations with the Dutch they ask for, and what one can do in Dutch."""

import secrets

from django.core.validators import RegexValidator
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
    """A job, by its ROME code, with the Dutch it asks for in each skill (domain report, 3.5).

    No personal data.
    """

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
    minimum_listening = models.CharField(_("minimum level, listening"), max_length=6, choices=Level.choices)
    minimum_reading = models.CharField(_("minimum level, reading"), max_length=6, choices=Level.choices)
    minimum_interaction = models.CharField(
        _("minimum level, spoken interaction"), max_length=6, choices=Level.choices
    )
    minimum_production = models.CharField(
        _("minimum level, spoken production"), max_length=6, choices=Level.choices
    )
    minimum_writing = models.CharField(_("minimum level, writing"), max_length=6, choices=Level.choices)
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

    @property
    def minimum_oral(self) -> str:
        """What a conversation at work asks for: the one word for "oral" on the public pages."""
        return self.minimum_interaction

    @property
    def profile(self) -> dict[Skill, Level]:
        """The level asked for in each of the five skills."""
        return {skill: Level(getattr(self, f"minimum_{skill.name.lower()}")) for skill in Skill}


class VocabularyDomain(models.Model):
    """A part of working life whose words are learnt: safety, appointments, the line (domain report, 2.4).

    With a sector where only one trade meets it. Reference data, no personal data.
    """

    code = models.SlugField(_("code"), max_length=30, unique=True)
    name_fr = models.CharField(_("name (French)"), max_length=100)
    name_nl = models.CharField(_("name (Dutch)"), max_length=100)
    sector = models.ForeignKey(
        Sector,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="domains",
        verbose_name=_("sector"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    name = InLanguage("name")

    class Meta:
        verbose_name = _("vocabulary domain")
        verbose_name_plural = _("vocabulary domains")
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name


def own_code() -> str:
    """Of a statement the office writes; those of `reference/can_dos.json` are called a1-lis-1."""
    return f"own-{secrets.token_hex(4)}"


class CanDo(models.Model):
    """One thing a person can do in Dutch at work, in both languages, with a Dutch sentence that shows it.

    Our own texts. The code stays when the words are mended. No personal data.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True, default=own_code, editable=False)
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
    domain = models.ForeignKey(
        VocabularyDomain,
        on_delete=models.PROTECT,
        null=True,  # statements of the office that are older than the domains have none
        related_name="can_dos",
        verbose_name=_("vocabulary domain"),
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
