"""What every list of the back office shares. Higher floors build their own lists on it.

Nothing here writes facts that have a verb: where a verb is needed, `may` leaves "add" and "change" out and
the page of the object offers the verb instead.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy

from accounts.enums import Role
from accounts.exceptions import Refusal
from accounts.forms.office import OfficeModelForm
from accounts.models import User
from accounts.rules import sort_key

LOOK = frozenset({"view"})
KEEP = LOOK | {"add", "change"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class OfficePolicy(BasePermissionPolicy):
    """The office (coordinators and administrators) may do `may` with this model; nobody else anything."""

    def __init__(self, model: type[Model], may: frozenset[str]) -> None:
        super().__init__(model)
        self.may = may

    def user_has_permission(self, user: User, action: str) -> bool:
        return action in self.may and user.is_active and user.runs_the_office

    def users_with_any_permission(self, actions: list[str]) -> QuerySet[User]:
        if self.may.isdisjoint(actions):
            return User.objects.none()
        office = User.objects.filter(memberships__role__in=[Role.COORDINATOR, Role.ADMINISTRATOR])
        return (office | User.objects.filter(is_superuser=True)).distinct().order_by("pk")


class OfficeIndex(generic.IndexView):
    """A list: starts from what the reader may see, leads to the object's page, exports without formulas.

    `related`: what a row shows of other tables, so that thirty rows cost as many queries as one.
    """

    related: tuple[str, ...] = ()
    prefetched: tuple[str, ...] = ()
    key_fields: tuple[str, ...] = ()
    title_label: str = ""
    title_sort: str | None = None

    @cached_property
    def add_item_label(self) -> str:
        """One word: what is added stands beside it as the title, and no name has to be given a gender."""
        return pgettext("button", "Add")

    def get_base_queryset(self) -> QuerySet:
        manager = self.model._default_manager
        rows = manager.visible_to(self.request.user) if hasattr(manager, "visible_to") else manager.all()
        return rows.select_related(*self.related).prefetch_related(*self.prefetched)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By the columns of `search_fields`; by sort keys without regard to accents and capitals."""
        if not self.is_searching:
            return queryset
        found = super().search_queryset(queryset)
        for field in self.key_fields:
            found |= queryset.filter(**{f"{field}__contains": sort_key(self.search_query)})
        return found

    def get_edit_url(self, instance: Model) -> str | None:
        """The title leads to the object's page; "Edit" stands there, and in the row's menu."""
        return None

    @cached_property
    def columns(self) -> list:
        """The first column carries our own heading: a name in two languages is no field Wagtail knows.

        The cells of the others carry theirs, so that a phone shows each row as a slip.
        """
        columns = super().columns
        if self.title_label:
            columns[0].label, columns[0].sort_key = self.title_label, self.title_sort
        return [columns[0], *(labelled(column) for column in columns[1:])]

    def to_row_dict(self, item: Model) -> dict[str, Any]:
        """A person without an account has no address: an empty cell, not an error."""
        return {field: reach(item, field) for field in self.list_export}

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Wall clock and words. In CSV a cell that begins like a formula is made text: a spreadsheet must not
        run what a visitor typed (in XLSX Wagtail writes every formula as text).
        """
        if isinstance(value, datetime):
            return timezone.make_naive(timezone.localtime(value))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        value = super().preprocess_field_value(field, value, export_format)
        dangerous = export_format == self.FORMAT_CSV and str(value).lstrip().startswith(FORMULA)
        return f"'{value}" if dangerous and isinstance(value, str) else value


def labelled(column: Column) -> Column:
    if type(column) is Column:
        column.cell_template_name = "accounts/back_office/cell.html"
    return column


def reach(item: Any, path: str) -> Any:
    """The value at the end of a dotted path; empty where a step is missing. Calls what can be called."""
    for name in path.split("."):
        item = getattr(item, name) if item is not None else None
        item = item() if callable(item) else item
    return "" if item is None else item


class OfficeInspect(generic.InspectView):
    """The page of one object, found among what the reader may see."""

    related: tuple[str, ...] = ()

    def get_object(self, queryset: QuerySet | None = None) -> Model:
        manager = self.model._default_manager
        rows = manager.visible_to(self.request.user) if hasattr(manager, "visible_to") else manager.all()
        return get_object_or_404(rows.select_related(*self.related), pk=self.pk)

    def get_page_title(self) -> str:
        return capfirst(self.model._meta.verbose_name)

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """Moments by the wall clock, as in the lists."""
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, datetime):
            return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
        return value


class OfficeViewSet(ModelViewSet):
    """A model of ours in the back office. `may` says what its generic pages allow: never "delete"."""

    may: frozenset[str] = KEEP
    index_view_class: type[OfficeIndex] = OfficeIndex
    inspect_view_class = OfficeInspect
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    search_backend_name = None
    list_per_page = 50
    inspect_fields: tuple[str, ...] = ()
    form_fields: tuple[str, ...] = ()
    title_label: str = ""
    title_sort: str | None = None

    @property
    def permission_policy(self) -> OfficePolicy:
        return OfficePolicy(self.model, self.may)

    @property
    def inspect_view_fields(self) -> list[str]:
        return list(self.inspect_fields)

    def get_permissions_to_register(self):
        """None: roles decide, so there is nothing to tick in a group."""
        return Permission.objects.none()

    def get_urlpatterns(self) -> list:
        """Only the pages that lead somewhere: no deletion, no usage, no copy."""
        return [one for one in super().get_urlpatterns() if one.name in self.pages()] + self.deeds()

    def get_index_view_kwargs(self, **kwargs) -> dict:
        title = {"title_label": self.title_label, "title_sort": self.title_sort}
        return super().get_index_view_kwargs(**title | kwargs)

    def pages(self) -> set[str]:
        wanted = {"index", "index_results", "inspect"}
        wanted |= {"add"} if "add" in self.may else set()
        wanted |= {"edit"} if "change" in self.may else set()
        return wanted

    def get_edit_handler(self) -> Panel | None:
        """The form of the panels asks for what is missing by its name, like every other of the office."""
        handler = super().get_edit_handler()
        if handler is not None and handler.base_form_class is None:
            handler.base_form_class = OfficeModelForm
        return handler

    def deeds(self) -> list:
        """The addresses of verbs: override with `path(...)`."""
        return []

    def get_common_view_kwargs(self, **kwargs) -> dict:
        names = {"add", "edit", "delete", "history", "usage"} - self.pages()
        absent = {f"{name}_url_name": None for name in names}
        return super().get_common_view_kwargs(**absent | kwargs)


def text(
    name: str, label: str, read: Callable[[Any], Any] | str | None = None, sort: str | None = None
) -> Column:
    """A column: its name, heading, how it is read from a row, and by which field it sorts."""
    return Column(name, label=label, accessor=read or name, sort_key=sort)


def carry_out(request: HttpRequest, deed: Callable[[], Any], *, done: str, back: str) -> HttpResponse:
    """Calls a verb and says what came of it: done, or the refusal in its own words."""
    try:
        deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(back)
