"""Trainers: who teaches what, and what is next. Role and account are kept on the account's page."""

from typing import Any

import django_filters
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from accounts.enums import Role
from accounts.models import Membership, Organisation, User
from accounts.views.back_office import LOOK, OfficeIndex, OfficeViewSet, reach, text
from accounts.views.office_accounts import page_of
from training.forms.back_office import trainers
from training.models import Course, HalfDay, Session


def organisations(trainer: User) -> str:
    return ", ".join(one.organisation.name for one in trainer.as_trainer)


def courses(trainer: User) -> str:
    """Of the sessions that are not over, else of all: what she teaches, each course once."""
    today = timezone.localdate()
    alive = [one for one in trainer.sessions_taught.all() if one.last_day >= today]
    named = {one.title for one in alive or trainer.sessions_taught.all()}
    return ", ".join(sorted(named)) or "–"


def sessions(trainer: User) -> str:
    return ", ".join(one.code for one in trainer.sessions_taught.all()) or "–"


def next_lesson(trainer: User) -> str:
    lesson = next(iter(trainer.lessons_ahead), None)
    return f"{date_format(lesson.date, 'SHORT_DATE_FORMAT')} · {lesson.session.code}" if lesson else "–"


COMPUTED = {
    "organisations": organisations,
    "courses": courses,
    "sessions": sessions,
    "next_lesson": next_lesson,
}


class TrainerIndex(OfficeIndex):
    def get_base_queryset(self) -> QuerySet[User]:
        roles = Membership.objects.active().filter(role=Role.TRAINER).select_related("organisation")
        lessons = HalfDay.objects.held().filter(date__gte=timezone.localdate()).select_related("session")
        return trainers().prefetch_related(
            Prefetch("memberships", roles.order_by("pk"), to_attr="as_trainer"),
            Prefetch("sessions_taught", Session.objects.alive().order_by("-first_day", "code")),
            Prefetch("half_days", lessons.order_by("date", "start_time", "pk"), to_attr="lessons_ahead"),
        )

    def get_inspect_url(self, instance: User) -> str:
        return page_of(instance.pk)

    def to_row_dict(self, item: User) -> dict[str, Any]:
        return {
            field: COMPUTED.get(field, lambda one, path=field: reach(one, path))(item)
            for field in self.list_export
        }


class TrainerFilters(WagtailFilterSet):
    course = django_filters.ModelChoiceFilter(
        field_name="sessions_taught__course",
        queryset=Course.objects.order_by("code"),
        label=_("Course"),
        distinct=True,
    )
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.filter(memberships__role=Role.TRAINER).distinct(),
        label=_("Organisation"),
        method="of_organisation",
    )

    class Meta:
        model = User
        fields: list[str] = []

    def of_organisation(self, queryset: QuerySet, name: str, organisation: Organisation) -> QuerySet:
        """Through the roles held today, not through those that ended."""
        held = Membership.objects.active().filter(role=Role.TRAINER, organisation=organisation)
        return queryset.filter(pk__in=held.values("user"))


class TrainerViewSet(OfficeViewSet):
    model = User
    name = "trainers_office"
    url_prefix = "trainers"
    icon = "user"
    menu_label = _("Trainers")
    title_label = _("Trainer")
    title_sort = "last_name"
    may = LOOK
    index_view_class = TrainerIndex
    inspect_view_enabled = False
    list_display = [
        "__str__",
        text("organisations", _("Organisation"), organisations),
        text("courses", _("Teaches"), courses),
        text("sessions", _("Sessions"), sessions),
        text("next_lesson", _("Next lesson"), next_lesson),
        text("email", _("E-mail address"), sort="email"),
    ]
    filterset_class = TrainerFilters
    search_fields = ["first_name", "last_name", "email", "sessions_taught__code"]
    list_export = ["last_name", "first_name", "email", *COMPUTED]
    export_headings = {
        "organisations": _("Organisation"),
        "courses": _("Teaches"),
        "sessions": _("Sessions"),
        "next_lesson": _("Next lesson"),
    }
    export_filename = "trainers"
