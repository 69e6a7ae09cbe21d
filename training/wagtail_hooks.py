"""The back office of this floor: sessions, enrolments, registers, courses and the lists behind them."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as pgettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from accounts.models import Person
from training.views.back_office.catalogue import CatalogueGroup
from training.views.back_office.dashboard import ToDo
from training.views.back_office.lists import TrainingGroup
from training.views.back_office.register_papers import SheetsDue, ToCertify
from training.views.back_office.timelines import TimelineViewSet


@hooks.register("register_admin_viewset")
def training_group() -> ViewSetGroup:
    return TrainingGroup()


@hooks.register("register_admin_viewset")
def catalogue_group() -> ViewSetGroup:
    return CatalogueGroup()


class OfficeItem(MenuItem):
    """Shown to who runs the office."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.runs_the_office


@hooks.register("register_admin_menu_item")
def calendar_item() -> MenuItem:
    label = pgettext("menu", "Calendar")
    return OfficeItem(label, reverse("calendar"), name="calendar", icon_name="calendar-alt", order=110)


@hooks.register("register_admin_viewset")
def timelines() -> TimelineViewSet:
    return TimelineViewSet()


@hooks.register("person_page_links")
def way_to_the_timeline(person: Person) -> tuple[str, str]:
    return reverse("timelines_office:person", args=[person.pk]), _("Everything that happened")


@hooks.register("construct_homepage_panels")
def to_do_today(request: HttpRequest, panels: list) -> None:
    if request.user.runs_the_office:
        panels.insert(0, ToDo(request))
        panels += [ToCertify(request), SheetsDue(request)]
