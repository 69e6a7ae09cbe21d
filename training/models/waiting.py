"""What makes the order of a waiting list: who comes with whom, what is kept for whom, who goes first."""

import secrets

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, Person
from training.enums import EventReason, Level, Near, OpenRequestEnd, Rhythm
from training.models.session import Session

CODE_ALPHABET = "23456789BCDFGHJKMNPQRTVWXYZ"  # nothing that is read for something else, no words
CODE_LENGTH = 8


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _position in range(CODE_LENGTH))


class Pair(models.Model):
    """Two people who come together or not at all: while both wait, they are offered two places at once.

    `code` is what the first tells the second. Personal data: the link between two people of one session,
    made by themselves. Kept with their enrolments.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="pairs")
    code = models.CharField(_("code"), max_length=CODE_LENGTH, unique=True, default=new_code)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("pair")
        verbose_name_plural = _("pairs")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class PriorityRule(models.Model):
    """Who goes before whom on the waiting list: people referred by this body. Without a rule, time decides.

    Empty session: every session. Empty organisation: whoever was referred by anybody. No personal data.
    """

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="priority_rules",
        verbose_name=_("session"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("referred by"),
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"), default=1, help_text=_("1 goes first. Who falls under no rule comes last.")
    )

    class Meta:
        verbose_name = _("priority rule")
        verbose_name_plural = _("priority rules")
        ordering = ["rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "organisation"],
                nulls_distinct=False,
                name="priority_rule_once",
                violation_error_message=_("There is already a rule for these people."),
            ),
            models.CheckConstraint(
                condition=models.Q(rank__range=(1, 9)),
                name="priority_rule_rank",
                violation_error_message=_("A rank goes from 1 to 9."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rank}: {self.organisation or '*'}"


class ReservationQuerySet(models.QuerySet):
    def standing(self, at=None) -> "ReservationQuerySet":
        """Those that still keep chairs."""
        return self.filter(released_at=None, until__gte=timezone.localdate(at))

    def run_out(self, at=None) -> "ReservationQuerySet":
        """Those whose last day is over and that nobody released yet."""
        return self.filter(released_at=None, until__lt=timezone.localdate(at))


class Reservation(models.Model):
    """Chairs of a session kept for the people one organisation refers, up to a day. No personal data."""

    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, related_name="reservations", verbose_name=_("session")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="reservations", verbose_name=_("kept for")
    )
    chairs = models.PositiveSmallIntegerField(_("places"))
    until = models.DateField(_("kept until"), help_text=_("The day after, they go to everybody."))
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)

    objects = ReservationQuerySet.as_manager()

    class Meta:
        verbose_name = _("reservation of places")
        verbose_name_plural = _("reservations of places")
        ordering = ["until", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "organisation"],
                condition=models.Q(released_at=None),
                name="reservation_once",
                violation_error_message=_("Places are kept for this organisation already."),
            ),
            models.CheckConstraint(
                condition=models.Q(chairs__gt=0),
                name="reservation_of_chairs",
                violation_error_message=_("Keep at least one place."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session.code}: {self.chairs} – {self.organisation}"


class OpenRequestQuerySet(models.QuerySet):
    def open(self) -> "OpenRequestQuerySet":
        return self.filter(closed_at=None)

    def visible_to(self, user) -> "OpenRequestQuerySet":
        """One's own; the office sees all."""
        if not user.is_authenticated:
            return self.none()
        return self if user.runs_the_office else self.filter(person__user=user)


class OpenRequest(models.Model):
    """Somebody waits for a place, not for a date: any session that fits, new or freed.

    An empty list of rhythms means any; so does one of towns where no distance is named. `within_km`: as the
    crow flies from the commune where the person lives today, beside the towns. Closed once, with the reason.
    Personal data: the person's level, towns, distance, free hours and privacy notice. Kept 24 months after it
    closed.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="open_requests", verbose_name=_("person")
    )
    referred_by = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("referred by"),
    )
    level = models.CharField(_("level today"), max_length=6, choices=Level.choices, default=Level.A0)
    towns = ArrayField(models.CharField(max_length=100), verbose_name=_("towns"), default=list, blank=True)
    within_km = models.PositiveSmallIntegerField(
        _("kilometres from home"), choices=Near.choices, null=True, blank=True
    )
    rhythms = ArrayField(
        models.CharField(max_length=10, choices=Rhythm.choices),
        verbose_name=_("rhythm"),
        default=list,
        blank=True,
    )
    not_before = models.DateField(_("not before"))
    asked_at = models.DateTimeField(_("asked at"))
    privacy_version = models.CharField(_("privacy notice shown, version"), max_length=20)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    ended_by = models.CharField(
        _("closed because"), max_length=10, choices=OpenRequestEnd.choices, blank=True
    )

    objects = OpenRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for any session")
        verbose_name_plural = _("requests for any session")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(closed_at=None),
                name="open_request_once",
                violation_error_message=_("You wait for any session that fits already."),
            ),
            models.CheckConstraint(
                condition=models.Q(within_km=None) | models.Q(within_km__in=Near.values),
                name="open_request_near",
                violation_error_message=_("Choose one of the distances."),
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at=None, ended_by="")
                | (models.Q(closed_at__isnull=False) & ~models.Q(ended_by="")),
                name="open_request_closed_with_reason",
                violation_error_message=_("A closed request has a date and a reason."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class OpenRequestEvent(models.Model):
    """One line of the diary of a request for any session. Appended by the verbs, never changed.

    Personal data: what was offered to whom and why somebody was passed over. Kept with the request.
    """

    request = models.ForeignKey(OpenRequest, on_delete=models.CASCADE, related_name="events")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("at"))
    reason = models.CharField(_("reason"), max_length=30, choices=EventReason.choices)

    class Meta:
        verbose_name = _("event of a request for any session")
        verbose_name_plural = _("events of a request for any session")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.reason}"
