from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from training.enums import (
    WITH_OPTIONS,
    Level,
    LevelSource,
    PlacementPart,
    Skill,
    UnderstandsRegional,
)
from training.models.trades import CanDo
from training.rules import validate_recording

DISTRACTORS = 3
PARTS_WITH_OPTIONS = [(part.value, part.label) for part in WITH_OPTIONS]


class PlacementItem(models.Model):
    """One question of the placement test: a Dutch text to read or to hear, one right answer, three wrong.

    Our own texts. An item in use is retired, never deleted. No personal data.
    """

    code = models.SlugField(_("code"), max_length=30, unique=True)
    part = models.CharField(_("part of the test"), max_length=3, choices=PARTS_WITH_OPTIONS)
    level = models.CharField(
        _("level"),
        max_length=6,
        choices=Level.choices,
        blank=True,
        help_text=_("Pre-A1, A1.1, A1.2, A2.1, A2.2, B1.1 or B1.2; empty for West Flemish."),
    )
    text = models.TextField(
        _("Dutch text"),
        max_length=500,
        blank=True,
        help_text=_("What is read; for a clip, what is heard: it is not shown during the test."),
    )
    ask_fr = models.CharField(_("question (French)"), max_length=200)
    ask_nl = models.CharField(_("question (Dutch)"), max_length=200)
    right_fr = models.CharField(_("right answer (French)"), max_length=150)
    right_nl = models.CharField(_("right answer (Dutch)"), max_length=150)
    wrong_fr = models.TextField(_("wrong answers (French)"), help_text=_("Three, one per line."))
    wrong_nl = models.TextField(_("wrong answers (Dutch)"), help_text=_("Three, one per line."))
    recording = models.FileField(
        _("recording"),
        upload_to="placement/",
        blank=True,
        validators=[validate_recording],
        help_text=_("MP3, Ogg or M4A, 1 MB at most. Replaces the computer's voice."),
    )
    retired = models.BooleanField(_("no longer used"), default=False)

    ask = InLanguage("ask")
    right = InLanguage("right")
    _wrong = InLanguage("wrong")

    class Meta:
        verbose_name = _("item of the placement test")
        verbose_name_plural = _("items of the placement test")
        ordering = ["part", "level", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(part=PlacementPart.REGIONAL, level="")
                | (~models.Q(part=PlacementPart.REGIONAL) & ~models.Q(level="")),
                name="placement_item_level_or_regional",
                violation_error_message=_("West Flemish has no level; every other item has one."),
            )
        ]

    def __str__(self) -> str:
        return self.code

    def clean(self) -> None:
        for field in ("wrong_fr", "wrong_nl"):
            lines = {line.strip() for line in getattr(self, field).splitlines() if line.strip()}
            if len(lines) != DISTRACTORS:
                raise ValidationError({field: _("Give three different wrong answers, one per line.")})

    @property
    def options(self) -> list[str]:
        """In the reader's language; the right one first: shuffle before showing."""
        return [self.right, *(line.strip() for line in self._wrong.splitlines() if line.strip())]


class PlacementAttemptQuerySet(models.QuerySet):
    def finished(self) -> "PlacementAttemptQuerySet":
        return self.filter(finished_at__isnull=False)

    def unfinished(self) -> "PlacementAttemptQuerySet":
        return self.filter(finished_at__isnull=True)

    def visible_to(self, user) -> "PlacementAttemptQuerySet":
        """One's own; the office all. Trainers reach a result through an enrolment."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(user=user)


class PlacementAttempt(models.Model):
    """One time that somebody takes the placement test, signed in or not.

    Changes only through `training.domain.placement.taking`. Personal data: answers to language questions.
    Without an account it is tied to the browser's session and deleted after 30 days; else it is kept as
    long as the account.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="placement_attempts",
        verbose_name=_("account"),
    )
    seed = models.PositiveIntegerField(editable=False)
    cannot_listen = models.BooleanField(_("could not listen"), default=False)
    wants_regional = models.BooleanField(_("takes the West Flemish part"), default=False)
    regional = models.CharField(
        _("understands West Flemish"), max_length=6, choices=UnderstandsRegional.choices, blank=True
    )
    started_at = models.DateTimeField(_("begun at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = PlacementAttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement test")
        verbose_name_plural = _("placement tests")
        ordering = ["started_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(finished_at__isnull=True),
                name="placement_one_at_a_time",
                violation_error_message=_("You have already begun a test."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d} {self.pk}"


class PlacementAnswer(models.Model):
    """One answer, given once: to an item (0 the right option, 1 to 3 the wrong ones) or to a can-do
    statement (0 not yet, 1 with help, 2 yes). Null is "I don't know".

    Personal data: an answer to a language question. Kept as long as its attempt.
    """

    attempt = models.ForeignKey(PlacementAttempt, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(
        PlacementItem, on_delete=models.PROTECT, null=True, blank=True, related_name="answers"
    )
    can_do = models.ForeignKey(CanDo, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    choice = models.PositiveSmallIntegerField(null=True, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("answer in a placement test")
        verbose_name_plural = _("answers in a placement test")
        ordering = ["answered_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "item"],
                name="placement_item_once",
                violation_error_message=_("This question was answered already."),
            ),
            models.UniqueConstraint(
                fields=["attempt", "can_do"],
                name="placement_can_do_once",
                violation_error_message=_("This question was answered already."),
            ),
            models.CheckConstraint(
                condition=models.Q(item__isnull=True, can_do__isnull=False)
                | models.Q(item__isnull=False, can_do__isnull=True),
                name="placement_answer_to_one_thing",
                violation_error_message=_("An answer is to an item or to a statement."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.item_id or self.can_do_id} {self.choice}"


class PlacementResult(models.Model):
    """What a finished test found in one skill, with the band it most likely lies in. Written once.

    Personal data: a language level. Kept as long as its attempt.
    """

    attempt = models.ForeignKey(PlacementAttempt, on_delete=models.CASCADE, related_name="results")
    skill = models.CharField(_("skill"), max_length=3, choices=Skill.choices)
    source = models.CharField(_("source"), max_length=15, choices=LevelSource.choices)
    level = models.CharField(_("level"), max_length=6, choices=Level.choices)
    low = models.CharField(_("at least"), max_length=6, choices=Level.choices)
    high = models.CharField(_("at most"), max_length=6, choices=Level.choices)

    class Meta:
        verbose_name = _("result of a placement test")
        verbose_name_plural = _("results of a placement test")
        ordering = ["attempt", "skill"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "skill"],
                name="placement_result_once",
                violation_error_message=_("A test has one result per skill."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.skill} {self.level}"
