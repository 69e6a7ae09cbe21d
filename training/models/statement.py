from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from training.models.enrolment import Enrolment
from training.models.frozen import StaysAsWritten


class CertifiedStays(StaysAsWritten):
    frozen = ("id", "enrolment_id", "month", "number", "facts", "reason", "certified_at", "certified_by_id")
    once = ("document_id", "replaced_at")


class MonthlyStatementQuerySet(models.QuerySet):
    def standing(self) -> "MonthlyStatementQuerySet":
        return self.filter(replaced_at=None)

    def to_print(self) -> "MonthlyStatementQuerySet":
        """Not in the archive yet, and nothing is known to keep the press from printing them."""
        return self.filter(document=None, trouble="")

    def refused(self) -> "MonthlyStatementQuerySet":
        return self.filter(document=None).exclude(trouble="")

    def visible_to(self, user) -> "MonthlyStatementQuerySet":
        """The office all; a person their own. Nobody else: reasons of absence stand in it."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(enrolment__person__user=user)


class MonthlyStatement(models.Model):
    """What a coordinator certified of one person's attendance in one month (Code du travail R6341-35).

    `facts` are frozen when it is certified (`documents.register_facts.StatementFacts`); the file follows
    from the worker. An amendment of a register makes a new version, with its reason; the one before stays.
    Personal data: in `facts` the name, the France Travail identifier, hours and classes of absence. Kept as
    the audit file of the session.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.PROTECT, related_name="statements", verbose_name=_("enrolment")
    )
    month = models.DateField(_("month"), help_text=_("Its first day."))
    number = models.PositiveSmallIntegerField(_("version"), default=1)
    facts = models.JSONField(_("frozen facts"))
    reason = models.CharField(_("reason for a new version"), max_length=200, blank=True)
    certified_at = models.DateTimeField(_("certified at"))
    certified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("certified by")
    )
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    trouble = models.CharField(_("why it could not be printed"), max_length=300, blank=True)

    objects = MonthlyStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("monthly statement")
        verbose_name_plural = _("monthly statements")
        ordering = ["enrolment", "month", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "month"],
                condition=models.Q(replaced_at=None),
                name="statement_one_standing",
                violation_error_message=_("This month is already certified."),
            ),
            models.UniqueConstraint(
                fields=["enrolment", "month", "number"],
                name="statement_number_once",
                violation_error_message=_("This version exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(month__day=1),
                name="statement_of_a_whole_month",
                violation_error_message=_("A statement is of a whole month."),
            ),
            models.CheckConstraint(
                condition=models.Q(number=1, reason="") | (models.Q(number__gt=1) & ~models.Q(reason="")),
                name="statement_new_version_has_a_reason",
                violation_error_message=_("A new version has a reason."),
            ),
            CertifiedStays(
                name="statement_certified_stays",
                violation_error_message=_("What was certified never changes: make a new version."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.month:%Y-%m} v{self.number}"
