"""Files that the office brings in: sent, their columns named, looked over line by line, then written."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.enums import Language
from accounts.views.back_office import LOOK, OfficeIndex, OfficeViewSet, text
from training.domain.importing import running
from training.domain.importing.templates import CSV, TYPES, XLSX, template
from training.domain.queries.import_page import preview, step
from training.enums import ImportKind
from training.exceptions import Refusal
from training.forms.importing import ColumnsForm, UploadForm
from training.models import Import
from training.views.back_office.deeds import OfficeOnly


def page_of(source: Import) -> str:
    return reverse("imports_office:inspect", args=[source.pk])


class OfficePage(OfficeOnly, WagtailAdminTemplateMixin, View):
    page_title = gettext_lazy("Bring a file in")
    header_icon = "upload"

    def get_breadcrumbs_items(self) -> list[dict]:
        everything = {"url": reverse("imports_office:index"), "label": _("Files brought in")}
        return [*self.breadcrumbs_items, everything, {"url": "", "label": self.get_page_title()}]


class Upload(OfficePage):
    template_name = "training/back_office/imports/upload.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        facts = form.cleaned_data
        language = get_language() if get_language() in Language.values else Language.FRENCH
        try:
            content = facts["file"].read()
            source = running.bring_in(kind=facts["kind"], content=content, by=request.user, language=language)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
            return self.show(form)
        return redirect(page_of(source))

    def show(self, form: UploadForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, kinds=ImportKind))


class ImportPage(OfficePage):
    """One page with four faces: the columns, the wait, the lines, what came of it."""

    template_name = "training/back_office/imports/import.html"

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.source = get_object_or_404(Import.objects.visible_to(request.user), pk=pk)

    def get_page_title(self) -> str:
        return self.source.get_kind_display()

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self.show(ColumnsForm(source=self.source))

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        """The columns are named, lines are ticked, or the chosen lines are written: by the button pressed."""
        try:
            if "columns" in request.POST:
                return self.name_columns()
            running.choose(source=self.source, by=request.user, **self.numbers())
            if "write" in request.POST:
                running.begin_writing(source=self.source, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect(self.next_page())

    def name_columns(self) -> HttpResponse:
        form = ColumnsForm(self.request.POST, source=self.source)
        if not form.is_valid():
            return self.show(form)
        running.name_columns(source=self.source, mapping=form.mapping(), by=self.request.user)
        return redirect(page_of(self.source))

    def numbers(self) -> dict[str, list[int]]:
        """The lines that stood on the page, and those that were ticked."""
        sent = {name: self.request.POST.getlist(name) for name in ("shown", "ticked")}
        return {name: [int(one) for one in some if one.isdecimal()] for name, some in sent.items()}

    def next_page(self) -> str:
        number = self.request.POST.get("page", "")
        follows = number.isdecimal() and "write" not in self.request.POST
        return f"{page_of(self.source)}?p={number}" if follows else page_of(self.source)

    def show(self, form: ColumnsForm) -> HttpResponse:
        face = "columns" if form.is_bound or "columns" in self.request.GET else step(self.source)
        context = {"source": self.source, "face": face, "form": form}
        if face == "preview":
            only_bad, number = "bad" in self.request.GET, self.request.GET.get("p", "1")
            context["preview"] = preview(self.source, number=number, only_bad=only_bad)
        if face == "progress":
            context["done"] = running.progress(self.source)
        return self.render_to_response(self.get_context_data(**context))


class Template(OfficeOnly, View):
    """A file to begin with, in the reader's language."""

    def get(self, request: HttpRequest, kind: str, form: str) -> HttpResponse:
        if kind not in ImportKind or form not in (CSV, XLSX):
            raise Http404
        response = HttpResponse(template(kind, form), content_type=TYPES[form])
        response["Content-Disposition"] = f'attachment; filename="grenstaal-{kind.lower()}.{form}"'
        return response


class ImportIndex(OfficeIndex):
    related = ("by",)


class ImportViewSet(OfficeViewSet):
    model = Import
    name = "imports_office"
    url_prefix = "imports"
    icon = "upload"
    menu_label = gettext_lazy("Files brought in")
    title_label = gettext_lazy("What")
    may = LOOK | {"add"}
    index_view_class = ImportIndex
    list_display = [
        "__str__",
        text("status", gettext_lazy("Status"), lambda one: one.get_status_display(), "status"),
        text("total", gettext_lazy("Lines"), sort="total"),
        text("created", gettext_lazy("New"), sort="created"),
        text("changed", gettext_lazy("Changed"), sort="changed"),
        text("by", gettext_lazy("By"), lambda one: str(one.by)),
    ]
    ordering = ["-made_at", "-pk"]

    @property
    def add_view(self):
        return Upload.as_view()

    @property
    def inspect_view(self):
        return ImportPage.as_view()

    def deeds(self) -> list:
        return [path("template/<str:kind>/<str:form>/", Template.as_view(), name="template")]
