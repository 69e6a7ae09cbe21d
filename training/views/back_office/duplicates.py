"""Files that may be of one person: a list, two side by side, merged by a human or kept apart."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from accounts.domain import sameness
from accounts.models import Person
from accounts.views.back_office import carry_out
from training.domain import merging
from training.views.back_office.deeds import OfficeOnly

FACTS = (
    "full_name",
    "birth_date",
    "commune",
    "phone",
    "france_travail_identifier",
    "get_france_travail_missing_display",
    "user",
)


def the_list() -> str:
    return reverse("duplicates_office:index")


class DuplicateList(OfficeOnly, WagtailAdminTemplateMixin, View):
    """`/admin/duplicates/`."""

    template_name = "training/back_office/duplicates.html"
    page_title = gettext_lazy("Files of the same person?")
    header_icon = "copy"

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(pairs=sameness.pairs(request.user)))


class TwoFiles(OfficeOnly, View):
    """Two files of the address, both among what the reader may see."""

    def setup(self, request: HttpRequest, *args, one: int, other: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.one, self.other = one, other

    def files(self) -> tuple[Person, Person]:
        seen = Person.objects.visible_to(self.request.user).select_related("commune", "user")
        return get_object_or_404(seen, pk=self.one), get_object_or_404(seen, pk=self.other)


class SideBySide(TwoFiles, WagtailAdminTemplateMixin):
    """`/admin/duplicates/<one>/<other>/`: what each holds and what would move; a POST says which stays."""

    template_name = "training/back_office/side_by_side.html"
    page_title = gettext_lazy("The same person?")
    header_icon = "copy"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        files = self.files()
        sides = [_side(one, other) for one, other in (files, files[::-1])]
        rows = [(_label(name), *(_value(one, name) for one in files)) for name in FACTS]
        return self.render_to_response(self.get_context_data(files=files, sides=sides, rows=rows))

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        files = {str(one.pk): one for one in self.files()}
        survivor = files.pop(request.POST.get("survivor", ""), None)
        if survivor is None or not files:
            return self.get(request)
        (duplicate,) = files.values()
        return carry_out(
            request,
            lambda: merging.merge(survivor=survivor, duplicate=duplicate, by=request.user),
            done=_("The two files are one."),
            back=the_list(),
        )

    def get_breadcrumbs_items(self) -> list[dict]:
        there = {"url": the_list(), "label": str(DuplicateList.page_title)}
        return [*self.breadcrumbs_items, there, {"url": "", "label": self.get_page_title()}]


def _side(survivor: Person, duplicate: Person) -> dict:
    return {
        "survivor": survivor,
        "moves": merging.what_moves(duplicate, survivor),
        "obstacles": merging.obstacles(survivor, duplicate),
        "closes": duplicate.user if duplicate.user_id and survivor.user_id else None,
    }


def _label(name: str) -> str:
    named = {"full_name": _("Name"), "commune": _("Commune"), "user": _("Account")}
    field = name.removeprefix("get_").removesuffix("_display")
    return named.get(name) or str(Person._meta.get_field(field).verbose_name)


def _value(person: Person, name: str) -> object:
    value = getattr(person, name)
    value = value() if callable(value) else value
    return value.email if name == "user" and value else value


class Different(TwoFiles):
    """Two people who look alike: not proposed again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        one, other = self.files()
        return carry_out(
            request,
            lambda: sameness.note_different(one=one, other=other, by=request.user),
            done=_("Noted: these are two people."),
            back=the_list(),
        )


class DuplicateViewSet(ViewSet):
    name = "duplicates_office"
    url_prefix = "duplicates"
    icon = "copy"
    menu_label = gettext_lazy("Files of the same person?")

    def get_urlpatterns(self) -> list:
        return [
            path("", DuplicateList.as_view(), name="index"),
            path("<int:one>/<int:other>/", SideBySide.as_view(), name="pair"),
            path("<int:one>/<int:other>/different/", Different.as_view(), name="different"),
        ]
