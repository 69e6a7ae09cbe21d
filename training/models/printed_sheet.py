from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import archive
from training.models.half_day import HalfDay
from training.models.session import Session


class PrintedSheetQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PrintedSheetQuerySet":
        """Those of sessions of whose registers somebody sees one."""
        seen = HalfDay.objects.visible_to(user).order_by().values("session")
        return self.filter(session__in=seen)

    def unmade(self) -> "PrintedSheetQuerySet":
        return self.filter(made_at=None, trouble="")


class PrintedSheet(models.Model):
    """An attendance sheet that the worker prints: ordered, made, ordered again when the registers changed.

    One row for each sheet; `facts_sha256` is of what stands on it, to know whether it is still what the
    registers say. Personal data: none in the row; names, presence and signatures in the file. The file is a
    copy: it goes seven days after it was ordered (`training.domain.sheet_printing.forget`).
    """

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="printed_sheets", verbose_name=_("session")
    )
    name = models.CharField(_("day or week"), max_length=10, help_text=_("2026-11-24 or 2026-W48."))
    is_filled = models.BooleanField(_("filled in"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    ordered_at = models.DateTimeField(_("ordered at"))
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty: printed the evening before."),
    )
    file = models.FileField(_("file"), storage=archive, max_length=120, blank=True)
    facts_sha256 = models.CharField(_("hash of what stands on it"), max_length=64, blank=True)
    made_at = models.DateTimeField(_("made at"), null=True, blank=True)
    trouble = models.CharField(_("why it could not be made"), max_length=300, blank=True)

    objects = PrintedSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed sheet")
        verbose_name_plural = _("printed sheets")
        ordering = ["session", "name", "is_filled", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "name", "is_filled", "language"],
                name="printed_sheet_once",
                violation_error_message=_("This sheet is ordered already."),
            ),
            models.CheckConstraint(
                condition=models.Q(made_at=None, file="", facts_sha256="")
                | (
                    models.Q(made_at__isnull=False, facts_sha256__regex=r"^[0-9a-f]{64}$", trouble="")
                    & ~models.Q(file="")
                ),
                name="printed_sheet_made_is_whole",
                violation_error_message=_("A sheet that is made has its bytes and the hash of what it says."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.name} {self.language}"
