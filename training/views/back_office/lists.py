"""The lists one works with every day: sessions, enrolments, half-days, trainers."""

import django_filters
from django.db.models import Q, QuerySet
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.viewsets.base import ViewSetGroup

from accounts.models import Organisation
from accounts.views.back_office import LOOK, OfficeViewSet, text
from documents.towns import town_name
from training.domain.timing import session_phase
from training.enums import EnrolmentStatus
from training.forms.back_office import Day, trainers
from training.models import Course, Enrolment, HalfDay, Session
from training.views.back_office import (
    attachments,
    decisions,
    ending,
    half_days,
    kairos,
    papers,
    register_papers,
    sessions,
    waiting,
)
from training.views.back_office.alerts import AlertViewSet, SetAlertRules
from training.views.back_office.contacts import ContactViewSet, NoteContact
from training.views.back_office.days import day, moment
from training.views.back_office.deeds import EnrolmentDeed, ReferEnrolment
from training.views.back_office.duplicates import DuplicateViewSet
from training.views.back_office.enrolments import EnrolmentIndex, EnrolmentPage, HalfDayIndex, HalfDayPage
from training.views.back_office.imports import ImportViewSet
from training.views.back_office.new_session import NewSession
from training.views.back_office.proofs import ProofViewSet
from training.views.back_office.queue import QueueViewSet
from training.views.back_office.trainers import TrainerViewSet

WHEN = [
    ("draft", pgettext_lazy("session", "In preparation")),
    ("upcoming", pgettext_lazy("session", "To come")),
    ("running", pgettext_lazy("session", "Running")),
    ("finished", pgettext_lazy("session", "Finished")),
    ("cancelled", pgettext_lazy("session", "Cancelled")),
]
REGISTERS = [
    ("late", pgettext_lazy("register", "Over, not closed")),
    ("open", pgettext_lazy("register", "To come")),
    ("closed", pgettext_lazy("register", "Closed")),
    ("cancelled", pgettext_lazy("half-day", "Cancelled")),
]


class SessionFilters(WagtailFilterSet):
    when = django_filters.ChoiceFilter(choices=WHEN, label=_("State"), method="in_state")
    course = django_filters.ModelChoiceFilter(queryset=Course.objects.order_by("code"), label=_("Course"))
    provider = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.providers(), label=_("Training provider")
    )
    trainers = django_filters.ModelChoiceFilter(queryset=lambda request: trainers(), label=_("Trainer"))

    class Meta:
        model = Session
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, state: str) -> QuerySet:
        today = timezone.localdate()
        if state == "cancelled":
            return queryset.filter(cancelled_at__isnull=False)
        alive = queryset.filter(cancelled_at=None)
        published = alive.filter(published_at__isnull=False)
        return {
            "draft": alive.filter(published_at=None),
            "upcoming": published.filter(first_day__gt=today),
            "running": published.filter(first_day__lte=today, last_day__gte=today),
            "finished": published.filter(last_day__lt=today),
        }[state]


class SessionViewSet(OfficeViewSet):
    model = Session
    name = "sessions_office"
    url_prefix = "sessions"
    icon = "date"
    menu_label = _("Sessions")
    title_label = _("Course")
    title_sort = "title_fr"
    may = LOOK | {"add"}
    index_view_class = sessions.SessionIndex
    inspect_view_class = sessions.SessionPage
    inspect_template_name = "training/back_office/session.html"
    list_display = [
        "title",
        text("code", _("Code"), sort="code"),
        text("first_day", _("First day"), lambda one: day(one.first_day), "first_day"),
        text("last_day", _("Last day"), lambda one: day(one.last_day), "last_day"),
        text("town", _("Town"), lambda one: town_name(one.room.town) if one.room else "–", "room__town"),
        text("phase", _("State"), lambda one: session_phase(one, seats_left=one.seats_left).label),
        text("places", _("Places"), lambda one: f"{one.seats_taken}/{one.capacity}"),
        text("waiting", _("Waiting"), lambda one: one.waiting_count or "–"),
    ]
    ordering = ["-first_day", "code"]
    filterset_class = SessionFilters
    search_fields = ["code", "title_fr", "title_nl", "room__town"]
    list_export = [
        "code",
        "title_fr",
        "title_nl",
        "course.code",
        "provider.name",
        "room",
        "first_day",
        "last_day",
        "capacity",
        "seats_taken",
        "waiting_count",
        "published_at",
        "cancelled_at",
    ]
    export_headings = {
        "course.code": _("Course"),
        "provider.name": _("Training provider"),
        "seats_taken": _("Places taken"),
        "waiting_count": _("Waiting"),
    }
    export_filename = "sessions"

    @property
    def add_view(self):
        return NewSession.as_view()

    def deeds(self) -> list:
        return [
            path("<int:pk>/publish/", sessions.PublishSession.as_view(), name="publish"),
            path("<int:pk>/adjust/", sessions.AdjustSession.as_view(), name="adjust"),
            path("<int:pk>/conditions/", sessions.SetConditions.as_view(), name="conditions"),
            path("<int:pk>/alerts/", SetAlertRules.as_view(), name="alerts"),
            path("<int:pk>/half-day/", half_days.AddHalfDay.as_view(), name="add_half_day"),
            path("<int:pk>/run/", decisions.RunSession.as_view(), name="run"),
            path("<int:pk>/postpone/", decisions.PostponeSession.as_view(), name="postpone"),
            path("<int:pk>/join/", decisions.JoinSession.as_view(), name="join"),
            path("<int:pk>/cancel/", decisions.CancelSession.as_view(), name="cancel"),
            path("<int:pk>/end/", ending.EndSession.as_view(), name="end"),
            path("<int:pk>/mandatory/", ending.SetMandatory.as_view(), name="mandatory"),
            path("<int:pk>/jobs/", ending.SessionJobs.as_view(), name="jobs"),
            path("<int:pk>/papers/", papers.SessionPapers.as_view(), name="papers"),
            path(
                "<int:pk>/register-papers/", register_papers.RegisterPapers.as_view(), name="register_papers"
            ),
            path(
                "<int:pk>/register-papers/<int:file>.zip",
                register_papers.SessionFileDownload.as_view(),
                name="session_file",
            ),
            path(
                "<int:pk>/statements/<slug:month>/", register_papers.Statements.as_view(), name="statements"
            ),
            path(
                "<int:pk>/statements/<slug:month>.csv",
                register_papers.StatementsTable.as_view(),
                name="statements_table",
            ),
            path(
                "statements/<int:pk>/print-again/",
                register_papers.PrintStatementAgain.as_view(),
                name="print_statement_again",
            ),
            path("statements/<int:pk>/again/", register_papers.CertifyAgain.as_view(), name="certify_again"),
            path("<int:pk>/waiting/", waiting.WaitingList.as_view(), name="waiting"),
            path("<int:pk>/waiting/offers/", waiting.SetOffers.as_view(), name="waiting_offers"),
            path("<int:pk>/waiting/keep/", waiting.KeepChairs.as_view(), name="waiting_keep"),
            path(
                "<int:pk>/waiting/kept/<int:reservation>/release/",
                waiting.ReleaseChairs.as_view(),
                name="waiting_release",
            ),
            path("<int:pk>/waiting/priority/", waiting.SetPriority.as_view(), name="waiting_priority"),
            path(
                "<int:pk>/waiting/priority/<int:rule>/drop/",
                waiting.DropPriority.as_view(),
                name="waiting_priority_drop",
            ),
            path("<int:pk>/waiting/pair/", waiting.PairPeople.as_view(), name="waiting_pair"),
        ]


class EnrolmentFilters(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(choices=EnrolmentStatus.choices, label=_("Status"))
    course = django_filters.ModelChoiceFilter(
        field_name="session__course", queryset=Course.objects.order_by("code"), label=_("Course")
    )
    session = django_filters.CharFilter(
        field_name="session__code", lookup_expr="istartswith", label=_("Code of the session")
    )
    referred_by = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.filter(referrals__isnull=False).distinct(), label=_("Referred by")
    )

    class Meta:
        model = Enrolment
        fields: list[str] = []


class EnrolmentViewSet(OfficeViewSet):
    """Requests and enrolments. Nothing is written but by a verb, so there is no form here."""

    model = Enrolment
    name = "enrolments_office"
    url_prefix = "enrolments"
    icon = "form"
    menu_label = _("Enrolments")
    title_label = _("Person")
    title_sort = "person__name_key"
    may = LOOK
    index_view_class = EnrolmentIndex
    inspect_view_class = EnrolmentPage
    inspect_template_name = "training/back_office/enrolment.html"
    list_display = [
        "person",
        text("session", _("Session"), "session.code", "session__code"),
        text("status", _("Status"), "get_status_display", "status"),
        text("submitted_at", _("Sent on"), lambda one: moment(one.submitted_at), "submitted_at"),
        text("offered_until", _("Offer until"), lambda one: moment(one.offered_until), "offered_until"),
        text("referred_by", _("Referred by"), lambda one: one.referred_by or "–"),
    ]
    ordering = ["-submitted_at", "-pk"]
    filterset_class = EnrolmentFilters
    search_fields = ["person__name_key", "person__user__email", "session__code"]
    list_export = [
        "session.code",
        "session.title",
        "person.family_name",
        "person.given_name",
        "person.user.email",
        "person.phone",
        "get_status_display",
        "submitted_at",
        "confirmed_at",
        "entered_at",
        "completed_at",
        "exited_at",
        "get_exit_reason_display",
        "get_refusal_reason_display",
        "referred_by",
    ]
    export_headings = {
        "session.code": _("Code"),
        "session.title": _("Session"),
        "person.family_name": _("Family name"),
        "person.given_name": _("Given name"),
        "person.user.email": _("E-mail address"),
        "person.phone": _("Telephone"),
        "get_status_display": _("Status"),
        "get_exit_reason_display": _("Exit reason"),
        "get_refusal_reason_display": _("Reason of the refusal"),
    }
    export_filename = "enrolments"

    def deeds(self) -> list:
        return [
            path("<int:pk>/referred-by/", ReferEnrolment.as_view(), name="refer"),
            path("<int:pk>/kairos/", kairos.KairosSheet.as_view(), name="kairos"),
            path("<int:pk>/contact/", NoteContact.as_view(), name="contact"),
            path("<int:pk>/attach/", attachments.Attach.as_view(), name="attach"),
            path("papers/<int:pk>/hand-over/", papers.HandOver.as_view(), name="hand_over"),
            path("<int:pk>/<slug:verb>/", EnrolmentDeed.as_view(), name="deed"),
        ]


class HalfDayFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(choices=REGISTERS, label=_("Register"), method="in_state")
    since = django_filters.DateFilter(field_name="date", lookup_expr="gte", label=_("Since"), widget=Day)
    until = django_filters.DateFilter(
        field_name="date", lookup_expr="lte", label=pgettext_lazy("date", "Until"), widget=Day
    )
    trainer = django_filters.ModelChoiceFilter(queryset=lambda request: trainers(), label=_("Trainer"))

    class Meta:
        model = HalfDay
        fields: list[str] = []

    def in_state(self, queryset: QuerySet, name: str, state: str) -> QuerySet:
        now = timezone.localtime()
        over = Q(date__lt=now.date()) | Q(date=now.date(), end_time__lte=now.time())
        held = queryset.filter(cancelled_at=None)
        return {
            "late": held.filter(over, closed_at=None),
            "open": held.exclude(over).filter(closed_at=None),
            "closed": held.filter(closed_at__isnull=False),
            "cancelled": queryset.filter(cancelled_at__isnull=False),
        }[state]


class HalfDayViewSet(OfficeViewSet):
    """The registers, to be looked at. A half-day moves by its verb; a closed one by nothing."""

    model = HalfDay
    name = "half_days_office"
    url_prefix = "half-days"
    icon = "clipboard-list"
    menu_label = _("Half-days and registers")
    title_label = _("Session")
    title_sort = "session__code"
    may = LOOK
    index_view_class = HalfDayIndex
    inspect_view_class = HalfDayPage
    inspect_template_name = "training/back_office/half_day.html"
    list_display = [
        "session",
        text("date", _("Date"), lambda one: day(one.date), "date"),
        text("part", _("Part of the day"), "get_part_display", "start_time"),
        text("room", _("Room"), lambda one: one.room or "–", "room__name"),
        text("trainer", _("Trainer"), lambda one: one.trainer or "–", "trainer__last_name"),
        text("closed_at", _("Closed on"), lambda one: moment(one.closed_at), "closed_at"),
    ]
    ordering = ["-date", "-start_time", "pk"]
    filterset_class = HalfDayFilters
    search_fields = ["session__code", "session__title_fr", "session__title_nl", "trainer__last_name"]
    list_export = [
        "session.code",
        "date",
        "get_part_display",
        "start_time",
        "end_time",
        "room",
        "trainer",
        "minutes",
        "closed_at",
        "cancelled_at",
    ]
    export_headings = {
        "session.code": _("Session"),
        "get_part_display": _("Part of the day"),
        "minutes": _("Minutes"),
    }
    export_filename = "half-days"

    def deeds(self) -> list:
        return [
            path("<int:pk>/move/", half_days.MoveHalfDay.as_view(), name="move"),
            path("<int:pk>/substitute/", half_days.Substitute.as_view(), name="substitute"),
            path("<int:pk>/cancel/", half_days.CancelHalfDay.as_view(), name="cancel"),
        ]


class TrainingGroup(ViewSetGroup):
    menu_label = _("Training")
    menu_icon = "date"
    menu_order = 200
    items = (
        SessionViewSet(),
        QueueViewSet(),
        EnrolmentViewSet(),
        DuplicateViewSet(),
        HalfDayViewSet(),
        ProofViewSet(),
        ContactViewSet(),
        AlertViewSet(),
        TrainerViewSet(),
        ImportViewSet(),
    )
