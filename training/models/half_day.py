import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.bilingual import InLanguage
from training.enums import DayPart, Modality, ScanState, Signing, SkipKind
from training.models.clashes import LearnersAreFree, TrainerIsThere
from training.models.guards import ClosedRegister
from training.models.room import Room
from training.models.session import Session

LONGEST_HALF_DAY = timedelta(hours=4, minutes=30)


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
        return "training.models.half_day.WallClockRange", [], {}


class HalfDayQuerySet(models.QuerySet):
    def held(self) -> "HalfDayQuerySet":
        return self.filter(cancelled_at__isnull=True)

    def closed(self) -> "HalfDayQuerySet":
        return self.filter(closed_at__isnull=False)

    def on(self, day) -> "HalfDayQuerySet":
        return self.filter(date=day)

    def sheet_due(self, at: datetime | None = None) -> "HalfDayQuerySet":
        """Signed on paper, over, and no sheet of it has come back. One with a virus in it is none."""
        now = timezone.localtime(at)
        over = models.Q(date__lt=now.date()) | models.Q(date=now.date(), end_time__lte=now.time())
        due = self.held().filter(over, session__signing=Signing.PAPER, session__cancelled_at=None)
        return due.exclude(paper_sheets__scan__in=[ScanState.NONE, ScanState.WAITING, ScanState.CLEAN])

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
    holiday_reason = models.CharField(
        _("reason for a lesson on a public holiday"), max_length=200, blank=True
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

    head_count = models.PositiveSmallIntegerField(
        _("people in the room at the end"), null=True, blank=True, editable=False
    )
    unsigned_reason = models.CharField(
        _("why signatures are missing"), max_length=200, blank=True, editable=False
    )
    crowded_reason = models.CharField(
        _("why more people than the room holds"), max_length=200, blank=True, editable=False
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
                condition=models.Q(part__in=DayPart.values),
                name="half_day_is_of_a_part",
                violation_error_message=_("A half-day is in the morning, the afternoon or the evening."),
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
            TrainerIsThere(
                name="half_day_trainer_there",
                violation_error_message=_("The trainer is away at this time."),
            ),
            LearnersAreFree(
                name="half_day_learners_free",
                violation_error_message=_("Somebody of this group has a lesson elsewhere at this time."),
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
    """A day or half-day the planner left out, and why: for whoever asks why there is no lesson.

    `part` is empty for the whole day. No personal data: the reason names no trainer. Kept with its session.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="skipped_days")
    date = models.DateField(_("date"))
    part = models.CharField(_("part of the day"), max_length=3, choices=DayPart.choices, blank=True)
    kind = models.CharField(
        _("kind"), max_length=15, choices=SkipKind.choices, default=SkipKind.PUBLIC_HOLIDAY
    )
    reason_fr = models.CharField(_("reason (French)"), max_length=150)
    reason_nl = models.CharField(_("reason (Dutch)"), max_length=150)

    reason = InLanguage("reason")

    class Meta:
        verbose_name = _("skipped day")
        verbose_name_plural = _("skipped days")
        ordering = ["date", "part"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "date", "part"],
                name="skipped_day_once",
                violation_error_message=_("This day is listed already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.date}: {self.reason}"
