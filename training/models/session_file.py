from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import archive
from training.models.session import Session


class SessionFileQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SessionFileQuerySet":
        """The office. Nobody else: everybody's papers lie in it."""
        return self if user.is_authenticated and user.runs_the_office else self.none()

    def unmade(self) -> "SessionFileQuerySet":
        return self.filter(made_at=None, trouble="")


class SessionFile(models.Model):
    """The whole file of a session as one ZIP: ordered, then made by the worker, which says how far it is.

    Personal data: none in the row; everything about the group in the file. The file is a copy: it goes 30
    days after it was ordered (`training.domain.session_files.forget`), the papers in it stay.
    """

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="files", verbose_name=_("session")
    )
    ordered_at = models.DateTimeField(_("ordered at"))
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    done = models.PositiveIntegerField(_("papers done"), default=0)
    total = models.PositiveIntegerField(_("papers in all"), default=0)
    file = models.FileField(_("file"), storage=archive, max_length=120, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    made_at = models.DateTimeField(_("made at"), null=True, blank=True)
    trouble = models.CharField(_("why it could not be made"), max_length=300, blank=True)

    objects = SessionFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a session")
        verbose_name_plural = _("files of sessions")
        ordering = ["session", "-ordered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(made_at=None, file="", sha256="")
                | (
                    models.Q(made_at__isnull=False, sha256__regex=r"^[0-9a-f]{64}$", trouble="")
                    & ~models.Q(file="")
                ),
                name="session_file_made_is_whole",
                violation_error_message=_("A file that is made has its bytes and its SHA-256."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.ordered_at:%Y-%m-%d %H:%M}"
