from django.db import models
from django.utils.translation import gettext_lazy as _

from training.enums import AttachmentKind, ScanState
from training.models.enrolment import Enrolment
from training.models.received_file import SERVED, ReceivedFile


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AttachmentQuerySet":
        """The person their own, the office all. No trainer, no prescriber, no agency."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(enrolment__person__user=user)

    def served(self) -> "AttachmentQuerySet":
        """Found clean, or received while no scanner was set."""
        return self.filter(scan__in=SERVED)


class Attachment(ReceivedFile):
    """A file that a person adds to their request: a CV, a proof of status. One of each kind.

    Personal data: the file itself (a life, an address, a status). Kept until 12 months after the session's
    last day, 6 months after a request that came to nothing, and never longer than the enrolment
    (`training.domain.attachments`).
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("enrolment")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=AttachmentKind.choices)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a request")
        verbose_name_plural = _("files of requests")
        ordering = ["enrolment", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind"],
                name="attachment_one_of_a_kind",
                violation_error_message=_("There is already a file of this kind."),
            ),
            models.CheckConstraint(
                condition=models.Q(scan=ScanState.INFECTED, file="") | ~models.Q(scan=ScanState.INFECTED),
                name="attachment_infected_has_no_file",
                violation_error_message=_("A file with a virus is not kept."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.kind}"

    @property
    def file_name(self) -> str:
        """Nobody's name in it: 'cv.pdf'."""
        return f"{self.kind.lower().replace('_', '-')}.{self.media_type.rpartition('/')[2]}"
