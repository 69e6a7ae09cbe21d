from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.models import Organisation
from training.enums import Modality, Rhythm, SessionEventKind, Signing
from training.models.course import Course
from training.models.room import Room


class SessionQuerySet(models.QuerySet):
    def published(self) -> "SessionQuerySet":
        return self.filter(published_at__isnull=False)

    def alive(self) -> "SessionQuerySet":
        return self.filter(cancelled_at__isnull=True)

    def upcoming(self, at=None) -> "SessionQuerySet":
        return self.filter(first_day__gt=timezone.localdate(at))

    def taught_by(self, user) -> "SessionQuerySet":
        """The sessions of their trainers. A substitute sees the one register she takes, not the group."""
        return self.filter(pk__in=user.sessions_taught.order_by().values("pk"))

    def visible_to(self, user) -> "SessionQuerySet":
        """The public sees what is published; a trainer also her own; the office everything."""
        if user.is_authenticated and user.runs_the_office:
            return self
        if user.is_authenticated:
            own = Session.objects.taught_by(user).values("pk")
            return self.filter(models.Q(published_at__isnull=False) | models.Q(pk__in=own))
        return self.published()


class Session(models.Model):
    """A dated run of a course for one group.

    `first_day` and `last_day` follow the half-days (kept by the planning verbs). The titles are frozen
    here when the session is created: sheets and certificates must carry the same title (coherence rule 8).
    No personal data beyond who teaches.
    """

    course = models.ForeignKey(
        Course, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("course")
    )
    code = models.SlugField(_("code"), max_length=40, unique=True)
    title_fr = models.CharField(_("title (French)"), max_length=150, editable=False)
    title_nl = models.CharField(_("title (Dutch)"), max_length=150, editable=False)
    provider = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("training provider")
    )
    room = models.ForeignKey(
        Room, on_delete=models.PROTECT, null=True, blank=True, related_name="sessions", verbose_name=_("room")
    )
    trainers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="sessions_taught", verbose_name=_("trainers")
    )
    capacity = models.PositiveSmallIntegerField(_("capacity"))
    minimum_group = models.PositiveSmallIntegerField(_("minimum group"), default=6)
    modality = models.CharField(
        _("modality"), max_length=10, choices=Modality.choices, default=Modality.ON_SITE
    )
    rhythm = models.CharField(_("rhythm"), max_length=10, choices=Rhythm.choices, default=Rhythm.PART_TIME)
    needs_decision = models.BooleanField(
        _("a coordinator decides on each request"),
        default=False,
        help_text=_("Otherwise a free place is given at once."),
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    enrolment_opens_on = models.DateField(_("enrolment opens on"))
    enrolment_closes_on = models.DateField(_("enrolment closes on"))
    offer_hours = models.PositiveSmallIntegerField(_("hours to answer an offer"), default=72)
    late_offer_hours = models.PositiveSmallIntegerField(_("hours to answer near the start"), default=24)
    late_days = models.PositiveSmallIntegerField(_("near the start: days before the first day"), default=7)
    offers_until = models.DateField(
        _("last day for offers"), null=True, blank=True, help_text=_("Empty: until enrolment closes.")
    )
    withdrawals_until = models.DateField(
        _("last day to withdraw on line"),
        null=True,
        blank=True,
        help_text=_("Empty: the day before the first lesson. Afterwards people call."),
    )
    decision_days = models.PositiveSmallIntegerField(
        _("decide how many days before the start"),
        default=10,
        help_text=_("When the group is too small by then, you choose: run, postpone, join or cancel."),
    )
    signing = models.CharField(
        _("how people sign"),
        max_length=6,
        choices=Signing.choices,
        default=Signing.PAPER,
        help_text=_("On screen, a register without all signatures is only closed with a reason."),
    )
    meeting_url = models.URLField(
        _("link to the online lesson"),
        blank=True,
        help_text=_("Only people with a place and the trainers see it."),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    confirmed_to_run_at = models.DateTimeField(_("confirmed to run at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancel_reason = models.CharField(_("reason for cancelling"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_from",
        verbose_name=_("joined to"),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    title = InLanguage("title")

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["first_day", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="session_ends_after_start",
                violation_error_message=_("The last day comes before the first day."),
            ),
            models.CheckConstraint(
                condition=models.Q(enrolment_closes_on__gte=models.F("enrolment_opens_on")),
                name="session_enrolment_closes_after_opening",
                violation_error_message=_("Enrolment closes before it opens."),
            ),
            models.CheckConstraint(
                condition=models.Q(offers_until=None)
                | models.Q(offers_until__lte=models.F("enrolment_closes_on")),
                name="session_offers_end_with_enrolment",
                violation_error_message=_("The last day for offers comes after the end of enrolment."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity__gt=0, minimum_group__lte=models.F("capacity")),
                name="session_group_fits",
                violation_error_message=_("The minimum group is larger than the number of places."),
            ),
            models.CheckConstraint(
                condition=models.Q(offer_hours__gt=0, late_offer_hours__gt=0),
                name="session_offers_last",
                violation_error_message=_("An offer lasts at least one hour."),
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True) | models.Q(cancelled_at__isnull=False),
                name="session_merged_is_cancelled",
                violation_error_message=_("A session that was joined to another one no longer runs."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def save(self, **kwargs) -> None:
        if not self.title_fr:
            self.title_fr, self.title_nl = self.course.title_fr, self.course.title_nl
        super().save(**kwargs)

    @property
    def last_day_to_withdraw(self) -> date:
        return self.withdrawals_until or self.first_day - timedelta(days=1)

    @property
    def decides_on(self) -> date:
        """The day on which a group that is too small asks for a decision."""
        return self.first_day - timedelta(days=self.decision_days)


class SessionEvent(models.Model):
    """One line of a session's diary: what was decided, why, by whom. Appended by the verbs, never changed.

    Personal data: who decided. Kept as long as the audit file.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(_("at"), default=timezone.now)
    kind = models.CharField(_("what"), max_length=10, choices=SessionEventKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    first_day_before = models.DateField(_("first day before"), null=True, blank=True)
    other = models.ForeignKey(Session, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("event of a session")
        verbose_name_plural = _("events of a session")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind=SessionEventKind.POSTPONED)
                | models.Q(first_day_before__isnull=False),
                name="session_event_postponed_from",
                violation_error_message=_("A session is postponed from a day."),
            ),
            models.CheckConstraint(
                condition=~models.Q(kind=SessionEventKind.MERGED) | models.Q(other__isnull=False),
                name="session_event_merged_with",
                violation_error_message=_("A session is joined to another one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.kind}"
