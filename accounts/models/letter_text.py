from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language


class LetterTextQuerySet(models.QuerySet):
    def of(self, kind: str, language: str) -> "LetterTextQuerySet":
        """Every version of these words, the newest first."""
        return self.filter(kind=kind, language=language).order_by("-pk")


class LetterText(models.Model):
    """One version of the words of a letter in one language, as the office wrote it. Never changed.

    The newest one counts; `is_built_in` brings the words of the program back.
    Personal data: who wrote it. Kept as long as the letter exists.
    """

    kind = models.CharField(_("letter"), max_length=100)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    is_built_in = models.BooleanField(_("the built-in words"), default=False)
    subject = models.CharField(_("subject"), max_length=120, blank=True)
    heading = models.CharField(_("heading"), max_length=120, blank=True)
    body = models.TextField(_("text"), blank=True)
    button = models.CharField(_("button"), max_length=60, blank=True)
    closing = models.TextField(_("after the button"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(_("written at"), auto_now_add=True)

    objects = LetterTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of a letter")
        verbose_name_plural = _("words of letters")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_built_in=True, subject="", body="")
                | (models.Q(is_built_in=False) & ~models.Q(subject="") & ~models.Q(body="")),
                name="letter_text_has_words",
                violation_error_message=_("A letter has a subject and a text."),
            )
        ]
        indexes = [models.Index(fields=["kind", "language", "-id"], name="letter_text_newest")]

    def __str__(self) -> str:
        return f"{self.kind} ({self.language})"
