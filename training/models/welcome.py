"""What a learner must have in hand before a place is final (Code du travail L6353-8), and who has it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.enums import Language
from accounts.models import Organisation
from documents.models import Document
from training.enums import ATTENDING, Channel
from training.models.enrolment import Enrolment
from training.models.guards import PapersStay
from training.models.session import Session


class InternalRulesQuerySet(models.QuerySet):
    def in_force(self, provider: Organisation, at=None) -> "InternalRulesQuerySet":
        """The provider's own newest first, then the model that holds where a provider has none."""
        rows = self.filter(models.Q(provider=provider) | models.Q(provider=None))
        known = rows.filter(valid_from__lte=timezone.localdate(at))
        return known.order_by(models.F("provider").asc(nulls_last=True), "-valid_from", "-number")


class InternalRules(models.Model):
    """One version of a training provider's internal rules (règlement intérieur, L6352-3). Never changed.

    Without a provider: the model that holds wherever a provider has none of its own. A line that begins
    with `#` is a heading. No personal data.
    """

    provider = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="internal_rules",
        verbose_name=_("training provider"),
        help_text=_("Empty: for every provider without rules of its own."),
    )
    number = models.PositiveSmallIntegerField(_("version"), editable=False)
    valid_from = models.DateField(_("in force from"), default=timezone.localdate)
    text_fr = models.TextField(_("text (French)"), help_text=_("A line that begins with # is a heading."))
    text_nl = models.TextField(_("text (Dutch)"), help_text=_("A line that begins with # is a heading."))
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)

    text = InLanguage("text")

    objects = InternalRulesQuerySet.as_manager()

    class Meta:
        verbose_name = _("internal rules")
        verbose_name_plural = _("internal rules")
        ordering = ["provider", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "number"],
                nulls_distinct=False,
                name="internal_rules_number_once",
                violation_error_message=_("This version of the rules exists already."),
            )
        ]

    def __str__(self) -> str:
        return _("%(provider)s, version %(number)d") % {
            "provider": self.provider or _("All providers"),
            "number": self.number,
        }

    def save(self, **kwargs) -> None:
        if self.number is None:
            before = InternalRules.objects.filter(provider=self.provider)
            self.number = (before.aggregate(number=models.Max("number"))["number"] or 0) + 1
        super().save(**kwargs)


class WelcomePack(models.Model):
    """One version of what everybody of a session gets: programme, rules, timetable, contacts, frozen.

    `facts` holds the session's part of `documents.facts.WelcomeFacts` for each language; `compared_at` says
    when it was last found equal to how the session stands. Personal data: the names of the trainers. Kept
    as long as the audit file of the session.
    """

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="welcome_packs", verbose_name=_("session")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    rules = models.ForeignKey(
        InternalRules, on_delete=models.PROTECT, related_name="packs", verbose_name=_("internal rules")
    )
    facts = models.JSONField()
    made_at = models.DateTimeField(_("made at"))
    compared_at = models.DateTimeField(_("compared at"))

    class Meta:
        verbose_name = _("welcome pack")
        verbose_name_plural = _("welcome packs")
        ordering = ["session", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                name="welcome_pack_number_once",
                violation_error_message=_("This version exists already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.session.code} v{self.number}"


class DeliveryQuerySet(models.QuerySet):
    def visible_to(self, user) -> "DeliveryQuerySet":
        """The office all; a person their own. Nobody else: the file has a name and an identifier in it."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(enrolment__person__user=user)

    def to_print(self) -> "DeliveryQuerySet":
        """Not in the archive yet, and nothing is known to keep the press from printing them."""
        return self.filter(document=None, trouble="")

    def to_post(self) -> "DeliveryQuerySet":
        """People without an account who hold a place and to whom nobody has handed this version yet."""
        handed = Delivery.objects.filter(
            enrolment=models.OuterRef("enrolment"), pack=models.OuterRef("pack"), by__isnull=False
        )
        newer = Delivery.objects.filter(
            enrolment=models.OuterRef("enrolment"), pack__number__gt=models.OuterRef("pack__number")
        )
        due = self.filter(channel=Channel.LETTER, by=None, enrolment__status__in=ATTENDING)
        return due.filter(~models.Exists(handed), ~models.Exists(newer), enrolment__person__user=None)


class Delivery(models.Model):
    """That one person was given one version of the welcome pack: when, how, and when they opened it.

    Made in the transaction that confirms a place; the file follows from the worker. `by`: who handed it
    over; empty when it was put on the person's page, or while a letter still has to be sent. Personal data:
    that this person got and opened their papers; the file has the name and the France Travail identifier.
    Kept with the enrolment; the file goes with the last record of it.
    """

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("enrolment")
    )
    pack = models.ForeignKey(
        WelcomePack, on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("welcome pack")
    )
    channel = models.CharField(_("how"), max_length=6, choices=Channel.choices)
    language = models.CharField(_("language"), max_length=2, choices=Language.choices)
    delivered_at = models.DateTimeField(_("delivered at"))
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries"
    )
    trouble = models.CharField(_("why it could not be printed"), max_length=300, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery of a welcome pack")
        verbose_name_plural = _("deliveries of welcome packs")
        ordering = ["enrolment", "-pack__number", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "pack", "channel"],
                name="delivery_once",
                violation_error_message=_("This version was already handed over this way."),
            ),
            models.CheckConstraint(
                condition=models.Q(opened_at=None) | models.Q(opened_at__gte=models.F("delivered_at")),
                name="delivery_opened_after",
                violation_error_message=_("Nobody opens what was not delivered yet."),
            ),
            PapersStay(
                name="delivery_papers_stay",
                violation_error_message=_("Who has a place keeps the record of their papers."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.pack}"
