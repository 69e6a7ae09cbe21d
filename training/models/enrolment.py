from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.enums import Role
from accounts.models import Organisation, Person
from training.enums import (
    ACTIVE,
    ON_THE_REGISTER,
    SEATED,
    UNDECIDED,
    WAITING,
    EnrolmentStatus,
    EventReason,
    ExitReason,
    Inquiry,
    RefusalReason,
)
from training.models.clashes import OnePlaceAtATime
from training.models.guards import PapersBeforePlace
from training.models.session import Session
from training.models.waiting import OpenRequest, Pair

S = EnrolmentStatus


def dated(field: str, status: str) -> models.Q:
    """`field` is filled if and only if the enrolment is in `status`."""
    empty = models.Q(**{f"{field}__isnull": True})
    return (models.Q(status=status) & ~empty) | (~models.Q(status=status) & empty)


class EnrolmentQuerySet(models.QuerySet):
    def active(self) -> "EnrolmentQuerySet":
        return self.filter(status__in=ACTIVE)

    def seated(self) -> "EnrolmentQuerySet":
        return self.filter(status__in=SEATED)

    def waiting(self) -> "EnrolmentQuerySet":
        return self.filter(status__in=WAITING).order_by("queue_position")

    def on_the_register(self) -> "EnrolmentQuerySet":
        return self.filter(status__in=ON_THE_REGISTER)

    def visible_to(self, user) -> "EnrolmentQuerySet":
        """The office all; a trainer her groups; a prescriber whom they referred; a person their own."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        mine = models.Q(person__user=user)
        if user.has_role(Role.TRAINER):
            taught = Session.objects.taught_by(user).values("pk")
            mine |= models.Q(session__in=taught, status__in=ON_THE_REGISTER)
        if user.has_role(Role.PRESCRIBER):
            organisations = user.memberships.active().filter(role=Role.PRESCRIBER).values("organisation")
            mine |= models.Q(referred_by__in=organisations)
        return self.filter(mine)


class Enrolment(models.Model):
    """One person's way through one session, from the first form to the end of the course.

    The status changes only through `training.domain.enrolment`; each change leaves an EnrolmentEvent.
    Personal data: the link person–session, availability and motivation in the person's own words, the
    version of the privacy notice shown. Kept as long as the audit file; drafts are deleted after 30 days,
    requests that came to nothing after 24 months (`training.domain.retention`).
    """

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="enrolments", verbose_name=_("session")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="enrolments", verbose_name=_("person")
    )
    referred_by = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="referrals",
        verbose_name=_("referred by"),
    )
    status = models.CharField(_("status"), max_length=10, choices=S.choices, default=S.DRAFT)
    queue_position = models.PositiveIntegerField(
        _("position of arrival"), null=True, blank=True, editable=False
    )
    availability = models.CharField(_("availability"), max_length=300, blank=True)
    motivation = models.TextField(_("motivation"), max_length=1000, blank=True)
    privacy_version = models.CharField(_("privacy notice shown, version"), max_length=20, blank=True)
    privacy_seen_at = models.DateTimeField(_("privacy notice seen at"), null=True, blank=True)
    pair = models.ForeignKey(
        Pair,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="enrolments",
        verbose_name=_("pair"),
    )
    pair_place = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    open_request = models.ForeignKey(
        OpenRequest,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="enrolments",
        verbose_name=_("request for any session"),
    )
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    offered_until = models.DateTimeField(_("offer valid until"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    entered_at = models.DateTimeField(_("entered at"), null=True, blank=True)
    completed_at = models.DateTimeField(_("completed at"), null=True, blank=True)
    exited_at = models.DateTimeField(_("left at"), null=True, blank=True)
    exit_reason = models.CharField(_("exit reason"), max_length=30, choices=ExitReason.choices, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    transferred_at = models.DateTimeField(_("went to another session at"), null=True, blank=True)
    transferred_from = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="transferred_to",
        verbose_name=_("came over from"),
    )
    refused_at = models.DateTimeField(_("refused at"), null=True, blank=True)
    refusal_reason = models.CharField(
        _("reason of the refusal"), max_length=30, choices=RefusalReason.choices, blank=True
    )
    inquiry = models.CharField(
        _("question to the person"), max_length=10, choices=Inquiry.choices, blank=True
    )
    waived_at = models.DateTimeField(_("conditions set aside at"), null=True, blank=True)
    removal_announced_at = models.DateTimeField(
        _("removal announced at"), null=True, blank=True, editable=False
    )

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["session", "queue_position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "session"],
                condition=models.Q(status__in=ACTIVE),
                name="enrolment_once",
                violation_error_message=_("You are already enrolled in this session."),
            ),
            models.UniqueConstraint(
                fields=["session", "queue_position"],
                name="enrolment_position_once",
                violation_error_message=_("Two people cannot have the same position."),
            ),
            models.UniqueConstraint(
                fields=["pair", "pair_place"],
                name="enrolment_pair_of_two",
                violation_error_message=_("A pair is two people."),
            ),
            models.CheckConstraint(
                condition=models.Q(pair=None, pair_place=None)
                | models.Q(pair__isnull=False, pair_place__in=[1, 2]),
                name="enrolment_pair_has_two_places",
                violation_error_message=_("A pair is two people."),
            ),
            models.UniqueConstraint(
                fields=["open_request"],
                condition=models.Q(status=S.OFFERED),
                name="enrolment_one_offer_a_request",
                violation_error_message=_("A place is offered to this person already."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=S.DRAFT)
                | models.Q(queue_position__isnull=False, submitted_at__isnull=False)
                | models.Q(status=S.WITHDRAWN),
                name="enrolment_sent_has_position",
                violation_error_message=_("A request that was sent has a date and a position."),
            ),
            models.CheckConstraint(
                condition=dated("offered_until", S.OFFERED),
                name="enrolment_offer_has_deadline",
                violation_error_message=_("An offer has a deadline."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=[S.CONFIRMED, S.ENTERED, S.COMPLETED, S.EXITED, S.NO_SHOW])
                | models.Q(confirmed_at__isnull=False),
                name="enrolment_confirmed_has_date",
                violation_error_message=_("A confirmed enrolment has a date of confirmation."),
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=[S.ENTERED, S.COMPLETED, S.EXITED])
                | models.Q(entered_at__isnull=False),
                name="enrolment_entered_has_date",
                violation_error_message=_("Somebody in training has a date of entry."),
            ),
            models.CheckConstraint(
                condition=dated("completed_at", S.COMPLETED),
                name="enrolment_completed_has_date",
                violation_error_message=_(
                    "A course is completed if and only if it has a date of completion."
                ),
            ),
            models.CheckConstraint(
                condition=(models.Q(status=S.EXITED, exited_at__isnull=False) & ~models.Q(exit_reason=""))
                | (~models.Q(status=S.EXITED) & models.Q(exited_at__isnull=True, exit_reason="")),
                name="enrolment_exit_has_date_and_reason",
                violation_error_message=_("Leaving before the end has a date and a reason."),
            ),
            models.CheckConstraint(
                condition=dated("withdrawn_at", S.WITHDRAWN),
                name="enrolment_withdrawn_has_date",
                violation_error_message=_("A withdrawal has a date."),
            ),
            models.CheckConstraint(
                condition=dated("transferred_at", S.TRANSFERRED),
                name="enrolment_transfer_has_date",
                violation_error_message=_("A move to another session has a date."),
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(status=S.REFUSED, refused_at__isnull=False) & ~models.Q(refusal_reason="")
                )
                | (~models.Q(status=S.REFUSED) & models.Q(refused_at__isnull=True, refusal_reason="")),
                name="enrolment_refusal_has_date_and_reason",
                violation_error_message=_("A refusal has a date and a reason."),
            ),
            models.CheckConstraint(
                condition=models.Q(inquiry="") | models.Q(status__in=UNDECIDED),
                name="enrolment_inquiry_before_decision",
                violation_error_message=_("Something is asked of a person only before the decision."),
            ),
            OnePlaceAtATime(
                name="enrolment_one_place_at_a_time",
                violation_error_message=_("This person has lessons elsewhere at the same time."),
            ),
            PapersBeforePlace(
                name="enrolment_papers_before_place",
                violation_error_message=_("A place is confirmed together with the welcome papers."),
            ),
        ]
        indexes = [models.Index(fields=["session", "status"], name="enrolment_session_status")]

    def __str__(self) -> str:
        return f"{self.person} – {self.session.code}"

    @property
    def offer_holds(self) -> bool:
        """Whether a place is kept for the person at this moment; the sweeper passes it on a little later."""
        return self.offered_until is not None and self.offered_until >= timezone.now()


class EnrolmentEvent(models.Model):
    """One line of the diary of an enrolment. Appended by the verbs, never changed.

    Personal data: who did what when. Kept with the enrolment.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(_("at"))
    from_status = models.CharField(_("from"), max_length=10, choices=S.choices, blank=True)
    to_status = models.CharField(_("to"), max_length=10, choices=S.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=30, blank=True)
    note = models.CharField(_("note"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("event of an enrolment")
        verbose_name_plural = _("events of an enrolment")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.from_status}→{self.to_status}"

    @property
    def reason_words(self) -> str:
        """The reason, of whichever list it is; empty when there is none."""
        for reasons in (EventReason, RefusalReason, ExitReason):
            if self.reason in reasons.values:
                return str(reasons(self.reason).label)
        return ""
