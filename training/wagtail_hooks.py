"""The back office of this floor: sessions, enrolments, registers, courses and the lists behind them."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

from training.views.back_office.catalogue import CatalogueGroup
from training.views.back_office.dashboard import ToDo
from training.views.back_office.lists import TrainingGroup


@hooks.register("register_admin_viewset")
def training_group() -> ViewSetGroup:
    return TrainingGroup()


@hooks.register("register_admin_viewset")
def catalogue_group() -> ViewSetGroup:
    return CatalogueGroup()


@hooks.register("construct_homepage_panels")
def to_do_today(request: HttpRequest, panels: list) -> None:
    if request.user.runs_the_office:
        panels.insert(0, ToDo(request))
