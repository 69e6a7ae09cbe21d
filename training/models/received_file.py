from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import archive
from training.enums import ScanState

SERVED = (ScanState.CLEAN, ScanState.NONE)


class ReceivedFile(models.Model):
    """A file that somebody sent: what every such table shares (decision 0081).

    The type is decided from the content; pictures are drawn anew, without what the telephone wrote into them.
    `scan` says what the virus scanner found. Stored, read, scanned and deleted by `training.domain.received`.
    """

    file = models.FileField(_("file"), storage=archive, max_length=120)
    media_type = models.CharField(_("media type"), max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    scan = models.CharField(_("virus scan"), max_length=8, choices=ScanState.choices, default=ScanState.NONE)
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def is_served(self) -> bool:
        """Found clean, or received while no scanner was set; and not deleted since."""
        return bool(self.file.name) and self.scan in SERVED
