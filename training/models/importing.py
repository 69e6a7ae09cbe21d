from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from accounts.enums import Language
from training.enums import ImportKind, ImportOutcome, ImportStatus


class ImportQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ImportQuerySet":
        return self if user.is_authenticated and user.runs_the_office else self.none()

    def left_behind(self) -> "ImportQuerySet":
        """Handed over to a worker, and no worker is at it: none came yet, or it died."""
        working = self.filter(status__in=(ImportStatus.CHECKING, ImportStatus.WRITING))
        return working.exclude(claimed_until__gt=timezone.now())


class Import(models.Model):
    """A file that the office brought in: of what, how far it is, and what came of it.

    The file itself is never kept: its lines lie in `ImportRow` until they are written, for a day at most
    (docs/decisions/0087). Personal data: who brought it in. Kept as long as the audit file.
    """

    kind = models.CharField(_("what"), max_length=10, choices=ImportKind.choices)
    status = models.CharField(
        _("status"), max_length=10, choices=ImportStatus.choices, default=ImportStatus.UPLOADED
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FRENCH)
    made_at = models.DateTimeField(_("brought in at"), default=timezone.now)
    finished_at = models.DateTimeField(_("written at"), null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    total = models.PositiveIntegerField(_("lines"), default=0)
    created = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("there already"), default=0)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a file")
        verbose_name_plural = _("imports of files")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status=ImportStatus.DONE, finished_at__isnull=False)
                | (~models.Q(status=ImportStatus.DONE) & models.Q(finished_at=None)),
                name="import_done_has_date",
                violation_error_message=_("An import is done if and only if it has a date."),
            )
        ]

    def __str__(self) -> str:
        made = date_format(timezone.localtime(self.made_at), "SHORT_DATETIME_FORMAT")
        return f"{self.get_kind_display()}, {made}"

    @property
    def is_working(self) -> bool:
        return self.status in (ImportStatus.CHECKING, ImportStatus.WRITING)

    @property
    def was_given_up(self) -> bool:
        """The worker failed again and again; attempts that led somewhere are forgotten."""
        return self.attempts > 0 and not self.is_working


class ImportRow(models.Model):
    """One line of a file that is being brought in, what it would do, and what is wrong with which cell.

    `errors`: column → language → sentence; "" stands for the line as a whole.

    Personal data: whatever the cells say. Kept until the import is written, for a day at most.
    """

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("line"))
    cells = models.JSONField(default=list)
    outcome = models.CharField(max_length=10, choices=ImportOutcome.choices, blank=True)
    errors = models.JSONField(default=dict)
    is_chosen = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("line of an import")
        verbose_name_plural = _("lines of imports")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "number"],
                name="import_row_once",
                violation_error_message=_("This line was read already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.number}"
