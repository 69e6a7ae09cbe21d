from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import archive
from training.enums import ScanState
from training.models.half_day import HalfDay
from training.models.session import Session


class PaperSheetQuerySet(models.QuerySet):
    def visible_to(self, user) -> "PaperSheetQuerySet":
        """Those of the registers somebody sees: the office all, a trainer those of her half-days.

        And what she sent herself, also while nobody has said which half-days it is of.
        """
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        half_days = HalfDay.objects.visible_to(user).order_by()
        of_hers = models.Q(half_days__in=half_days) | models.Q(session__in=Session.objects.taught_by(user))
        hers = of_hers | models.Q(added_by=user)
        return self.filter(pk__in=self.filter(hers).order_by().values("pk"))

    def served(self) -> "PaperSheetQuerySet":
        """Found clean, or received while no scanner was set."""
        return self.filter(scan__in=[ScanState.CLEAN, ScanState.NONE])

    def unfiled(self) -> "PaperSheetQuerySet":
        """No code on it could be read and nobody has said yet which half-days it is of."""
        return self.filter(filed_at=None)


class PaperSheet(models.Model):
    """A signed sheet of paper that came back as a photo or a scan, filed to the half-days it is of.

    A sheet of a week is of several. Filed by the codes printed on it (`shows`), or by somebody who looked at
    it (`filed_by`). Pictures are drawn anew; `sha256` is of the file as it arrived: the same one comes once.
    Personal data: names and signatures on the picture. Kept as the audit file; never deleted by hand.
    """

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="paper_sheets", verbose_name=_("session")
    )
    half_days = models.ManyToManyField(
        HalfDay, blank=True, related_name="paper_sheets", verbose_name=_("half-days")
    )
    shows = models.ManyToManyField(
        HalfDay,
        blank=True,
        related_name="+",
        verbose_name=_("half-days whose codes stand on it"),
        help_text=_("Empty: no code could be read."),
    )
    file = models.FileField(_("file"), storage=archive, max_length=120)
    media_type = models.CharField(_("media type"), max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    scan = models.CharField(_("virus scan"), max_length=8, choices=ScanState.choices, default=ScanState.NONE)
    added_at = models.DateTimeField(_("added at"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(_("filed at"), null=True, blank=True)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Empty: filed by the codes on the sheet."),
    )

    objects = PaperSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper sheet")
        verbose_name_plural = _("paper sheets")
        ordering = ["session", "-added_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "sha256"],
                name="paper_sheet_once",
                violation_error_message=_("This sheet is already filed."),
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="paper_sheet_has_a_fingerprint",
                violation_error_message=_("A document has its SHA-256."),
            ),
            models.CheckConstraint(
                condition=models.Q(scan=ScanState.INFECTED, file="") | ~models.Q(scan=ScanState.INFECTED),
                name="paper_sheet_infected_has_no_file",
                violation_error_message=_("A file with a virus is not kept."),
            ),
            models.CheckConstraint(
                condition=models.Q(filed_by=None) | models.Q(filed_at__isnull=False),
                name="paper_sheet_filed_at_a_moment",
                violation_error_message=_("A sheet is filed at a moment."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.sha256[:12]}"

    @property
    def is_served(self) -> bool:
        return self.scan in (ScanState.CLEAN, ScanState.NONE)

    @property
    def file_name(self) -> str:
        """Nobody's name in it: 'sheet-12.jpeg'."""
        return f"sheet-{self.pk}.{self.media_type.rpartition('/')[2]}"
