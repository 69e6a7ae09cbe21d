from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from certificates.enums import ItemState
from certificates.models.certificate import Certificate
from training.models import Enrolment, Session

HAS_CERTIFICATE = [ItemState.ISSUED, ItemState.ALREADY]


class IssueBatchQuerySet(models.QuerySet):
    def unfinished(self) -> "IssueBatchQuerySet":
        return self.filter(finished_at__isnull=True)

    def visible_to(self, user) -> "IssueBatchQuerySet":
        return self if user.is_authenticated and user.runs_the_office else self.none()


class IssueBatch(models.Model):
    """One order to issue certificates for people of a session, with its progress.

    Personal data: who ordered. Kept as the audit file.
    """

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="issue_batches", verbose_name=_("session")
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("requested by"),
    )
    requested_at = models.DateTimeField(_("requested at"))
    sends_letters = models.BooleanField(_("tell each person by e-mail"), default=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = IssueBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("order to issue")
        verbose_name_plural = _("orders to issue")
        ordering = ["-requested_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.session.code} {self.requested_at:%Y-%m-%d %H:%M}"

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None


class IssueItemQuerySet(models.QuerySet):
    def waiting(self) -> "IssueItemQuerySet":
        return self.filter(state=ItemState.WAITING)


class IssueItem(models.Model):
    """One person of an order and what became of it, in words when it came to nothing.

    Personal data: the link to the enrolment. Kept as the audit file.
    """

    batch = models.ForeignKey(IssueBatch, on_delete=models.CASCADE, related_name="items")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=ItemState.choices, default=ItemState.WAITING)
    message_fr = models.TextField(_("message (French)"), blank=True)
    message_nl = models.TextField(_("message (Dutch)"), blank=True)
    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    message = InLanguage("message")

    objects = IssueItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("person of an order")
        verbose_name_plural = _("people of an order")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "enrolment"],
                name="issue_item_once",
                violation_error_message=_("This person is already in this order."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=HAS_CERTIFICATE, certificate__isnull=False)
                | (~models.Q(state__in=HAS_CERTIFICATE) & models.Q(certificate__isnull=True)),
                name="issue_item_issued_has_certificate",
                violation_error_message=_("Issued means that there is a certificate."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.enrolment_id}: {self.state}"
