import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from accounts.enums import Country
from accounts.models import Organisation
from documents.towns import town_name
from training.enums import DayPart, Modality, Rhythm
from training.models.course import Course
from training.models.guards import ClosedRegister

LONGEST_HALF_DAY = timedelta(hours=4, minutes=30)


class Room(models.Model):
    """A place where half-days happen. No personal data."""

    name = models.CharField(_("name"), max_length=100)
    building = models.CharField(_("building"), max_length=150, blank=True)
    address = models.CharField(_("address"), max_length=200)
    town = models.CharField(_("town"), max_length=100)
    country = models.CharField(_("country"), max_length=2, choices=Country.choices)
    capacity = models.PositiveSmallIntegerField(_("capacity"))
    access_fr = models.TextField(_("how to get there and access notes (French)"), blank=True)
    access_nl = models.TextField(_("how to get there and access notes (Dutch)"), blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)

    access = InLanguage("access")

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["town", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["town", "building", "name"],
                name="room_once",
                violation_error_message=_("This room exists already."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity__gt=0),
                name="room_has_chairs",
                violation_error_message=_("A room has at least one chair."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {town_name(self.town)}"


class SessionQuerySet(models.QuerySet):
    def published(self) -> "SessionQuerySet":
        return self.filter(published_at__isnull=False)

    def alive(self) -> "SessionQuerySet":
        return self.filter(cancelled_at__isnull=True)

    def upcoming(self, at=None) -> "SessionQuerySet":
        return self.filter(first_day__gt=timezone.localdate(at))

    def taught_by(self, user) -> "SessionQuerySet":
        return self.filter(
            models.Exists(HalfDay.objects.filter(session=models.OuterRef("pk"), trainer=user))
            | models.Exists(Session.trainers.through.objects.filter(session=models.OuterRef("pk"), user=user))
        )

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
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancel_reason = models.CharField(_("reason for cancelling"), max_length=200, blank=True)
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
                condition=models.Q(capacity__gt=0, minimum_group__lte=models.F("capacity")),
                name="session_group_fits",
                violation_error_message=_("The minimum group is larger than the number of places."),
            ),
            models.CheckConstraint(
                condition=models.Q(offer_hours__gt=0, late_offer_hours__gt=0),
                name="session_offers_last",
                violation_error_message=_("An offer lasts at least one hour."),
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


class WallClock(models.Func):
    """date + time of the wall clock: both sides of the border read the same one."""

    arg_joiner = " + "
    template = "(%(expressions)s)"
    output_field = models.DateTimeField()


class WallClockRange(models.Func):
    """From start to end on the wall clock, end excluded: two half-days may touch."""

    function = "tsrange"

    def __init__(self) -> None:
        super().__init__(WallClock("date", "start_time"), WallClock("date", "end_time"))

    def deconstruct(self):
        return "training.models.session.WallClockRange", [], {}


class HalfDayQuerySet(models.QuerySet):
    def held(self) -> "HalfDayQuerySet":
        return self.filter(cancelled_at__isnull=True)

    def closed(self) -> "HalfDayQuerySet":
        return self.filter(closed_at__isnull=False)

    def on(self, day) -> "HalfDayQuerySet":
        return self.filter(date=day)

    def visible_to(self, user) -> "HalfDayQuerySet":
        """Registers: the office all, a trainer her own half-days and those of her sessions."""
        if not user.is_authenticated:
            return self.none()
        if user.runs_the_office:
            return self
        mine = Session.trainers.through.objects.filter(user=user).values("session")
        return self.filter(models.Q(trainer=user) | models.Q(session__in=mine))


class HalfDay(models.Model):
    """A morning, afternoon or evening of a session: the unit that is planned, signed and counted.

    Times are the local wall clock. Closing is final: afterwards marks change only by amendment.
    Personal data: who teaches and who closed. Kept as long as the audit file.
    """

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="half_days", verbose_name=_("session")
    )
    date = models.DateField(_("date"))
    part = models.CharField(_("part of the day"), max_length=3, choices=DayPart.choices)
    start_time = models.TimeField(_("from"))
    end_time = models.TimeField(_("until"))
    room = models.ForeignKey(
        Room,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="half_days",
        verbose_name=_("room"),
    )
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="half_days",
        verbose_name=_("trainer"),
    )
    modality = models.CharField(
        _("modality"), max_length=10, choices=Modality.choices, default=Modality.ON_SITE
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("closed by"),
    )

    objects = HalfDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("half-day")
        verbose_name_plural = _("half-days")
        ordering = ["date", "start_time", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "date", "part"],
                condition=models.Q(cancelled_at__isnull=True),
                name="half_day_once",
                violation_error_message=_("This session already has this half-day."),
            ),
            models.CheckConstraint(
                condition=models.Q(end_time__gt=models.F("start_time")),
                name="half_day_ends_after_start",
                violation_error_message=_("A half-day ends after it begins."),
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    models.ExpressionWrapper(
                        models.F("end_time") - models.F("start_time"), models.DurationField()
                    ),
                    LONGEST_HALF_DAY,
                ),
                name="half_day_at_most_four_and_a_half_hours",
                violation_error_message=_("A half-day lasts at most 4 hours 30."),
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, closed_by__isnull=True)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False, cancelled_at__isnull=True),
                name="half_day_closed_by_somebody",
                violation_error_message=_("A register is closed by somebody, and never when cancelled."),
            ),
            ExclusionConstraint(
                name="half_day_room_free",
                expressions=[("room", RangeOperators.EQUAL), (WallClockRange(), RangeOperators.OVERLAPS)],
                condition=models.Q(cancelled_at__isnull=True, room__isnull=False),
                violation_error_message=_("The room is already taken at this time."),
            ),
            ExclusionConstraint(
                name="half_day_trainer_free",
                expressions=[("trainer", RangeOperators.EQUAL), (WallClockRange(), RangeOperators.OVERLAPS)],
                condition=models.Q(cancelled_at__isnull=True, trainer__isnull=False),
                violation_error_message=_("The trainer already teaches at this time."),
            ),
            ClosedRegister(
                name="half_day_closed_is_final",
                violation_error_message=_("This register is closed: nothing in it changes any more."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session.code} {self.date} {self.part}"

    @property
    def starts_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.date, self.start_time))

    @property
    def ends_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.date, self.end_time))

    @property
    def minutes(self) -> int:
        """Length on the wall clock, in minutes: a change of the clock at night changes no lesson."""
        start, end = (t.hour * 60 + t.minute for t in (self.start_time, self.end_time))
        return end - start

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class SkippedDay(models.Model):
    """A day the planner left out, and why: shown to whoever asks why there is no lesson. No personal data."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="skipped_days")
    date = models.DateField(_("date"))
    reason_fr = models.CharField(_("reason (French)"), max_length=150)
    reason_nl = models.CharField(_("reason (Dutch)"), max_length=150)

    reason = InLanguage("reason")

    class Meta:
        verbose_name = _("skipped day")
        verbose_name_plural = _("skipped days")
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "date"],
                name="skipped_day_once",
                violation_error_message=_("This day is listed already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.reason}"
