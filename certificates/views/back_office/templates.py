"""Templates of papers: which there are, how a draft is worded, what came before."""

from itertools import zip_longest

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.models import Organisation
from certificates.domain import differing, proofing, templates
from certificates.domain.queries import preview
from certificates.domain.queries.templates import overview
from certificates.exceptions import Refusal
from certificates.models import Template, TemplateVersion
from documents.facts import Design, Worded
from documents.sheets import SHEETS
from training.views.back_office.deeds import OfficeOnly, Question

REFRESH_SECONDS = "2"


def page_of(template_id: int) -> str:
    return reverse("templates_office:template", args=[template_id])


def edit_page(version_id: int) -> str:
    return reverse("templates_office:edit", args=[version_id])


def version_page(version_id: int) -> str:
    return reverse("templates_office:version", args=[version_id])


def name_of(template: Template) -> str:
    """The paper and whose it is."""
    whose = template.provider.name if template.provider else _("for all providers")
    return f"{SHEETS[template.paper].label} – {whose}"


class TemplatesPage(OfficeOnly, WagtailAdminTemplateMixin, View):
    header_icon = "doc-full"
    page_title = gettext_lazy("Templates of papers")

    def get_breadcrumbs_items(self) -> list[dict]:
        home = {"url": reverse("templates_office:index"), "label": _("Templates of papers")}
        return [*self.breadcrumbs_items, home, *self.way(), {"url": "", "label": self.get_page_title()}]

    def way(self) -> list[dict]:
        return []


class TemplateList(TemplatesPage):
    """`/admin/certificates/templates/`: every paper, its templates, where a draft waits."""

    template_name = "certificates/back_office/templates/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(papers=overview(request.user)))

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class Begin(OfficeOnly, View):
    """A draft of a paper for one provider, or for all; leads to its texts."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        paper, provider = request.POST.get("paper", ""), request.POST.get("provider", "")
        if paper not in templates.papers() or not (provider == "" or provider.isdecimal()):
            raise Http404
        whose = get_object_or_404(Organisation.objects.providers(), pk=provider) if provider else None
        draft = templates.begin_version(paper=paper, provider=whose, by=request.user)
        return redirect(edit_page(draft.pk))


class TemplatePage(TemplatesPage):
    """One template: its versions, the newest first."""

    template_name = "certificates/back_office/templates/template.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        visible = Template.objects.visible_to(request.user).select_related("provider")
        self.object = get_object_or_404(visible, pk=pk)
        versions = list(self.object.versions.select_related("changed_by", "published_by"))
        for one, before in zip_longest(versions, versions[1:]):
            one.before = before
        published = [one for one in versions if not one.is_draft]
        context = {
            "template": self.object,
            "versions": versions,
            "draft": next((one for one in versions if one.is_draft), None),
            "current": published[0] if published else None,
        }
        return self.render_to_response(self.get_context_data(**context))

    def get_page_title(self) -> str:
        return name_of(self.object)


class OfVersion:
    """Beside a page: `self.version` is the one of the address."""

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.version = self.found(pk)

    def found(self, pk: int) -> TemplateVersion:
        rows = TemplateVersion.objects.visible_to(self.request.user)
        people = ("changed_by", "published_by")
        return get_object_or_404(rows.select_related("template__provider", *people), pk=pk)

    @property
    def sheet(self):
        return SHEETS[self.version.template.paper]

    def way(self) -> list[dict]:
        template = self.version.template
        return [{"url": page_of(template.pk), "label": name_of(template)}]

    def get_page_subtitle(self) -> str:
        return name_of(self.version.template)


class VersionPage(OfVersion, TemplatesPage):
    """How a version looks and is worded; what a draft still lacks. A POST asks for the preview."""

    template_name = "certificates/back_office/templates/version.html"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        look = preview.of(self.version)
        lacks = templates.troubles(self.version)
        response = self.render_to_response(
            self.get_context_data(version=self.version, design=self.design(), look=look, troubles=lacks)
        )
        if look.is_watched:
            response["Refresh"] = REFRESH_SECONDS
        return response

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        proofing.ask(version=self.version, by=request.user)
        return redirect(request.path)

    def design(self) -> dict:
        design, empty = Design.from_json(self.version.design), Worded(name="", fr="", nl="")
        words = {each.name: each for each in design.words}
        return {
            "rows": [(phrase, words.get(name, empty)) for name, phrase in self.sheet.phrases.items()],
            "layout": self.sheet.layouts.get(design.layout),
            "emblem": self.sheet.emblems.get(design.emblem, ""),
            "programme": design.programme,
            "signatories": design.signatories,
            "logos": design.logos,
        }

    def get_page_title(self) -> str:
        return version_name(self.version)


def version_name(version: TemplateVersion) -> str:
    name = _("Draft of version %(number)d") if version.is_draft else _("Version %(number)d")
    return name % {"number": version.number}


class VersionQuestion(OfVersion, Question):
    template_name = "certificates/back_office/templates/question.html"
    header_icon = "doc-full"
    takes_away = False
    after = ""

    def ask(self) -> None:
        return None

    def home(self) -> str:
        return page_of(self.version.template_id)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, *self.way(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict:
        said = {"label": self.label, "after": self.after, "takes_away": self.takes_away}
        nothing = {"before": None, "troubles": []}
        return super().get_context_data(version=self.version, **nothing | said | kwargs)


class Publish(VersionQuestion):
    page_title = gettext_lazy("Publish this version?")
    label = pgettext_lazy("template", "Publish")
    done = gettext_lazy("Published. Papers that are issued from now on are made with it.")
    after = gettext_lazy(
        "Papers that are issued from now on look and read like this. What was issued before stays as it is, "
        "byte for byte. A published version never changes: for another word you begin a new one."
    )

    def do(self, facts: dict) -> None:
        seen = self.request.POST.get("seen", "")
        templates.publish(version=self.version, seen=seen, by=self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        before = self.version.template.versions.published().first()
        lacks = templates.troubles(self.version) if self.version.is_draft else []
        look = preview.of(self.version)
        return super().get_context_data(before=before, troubles=lacks, look=look, **kwargs)


class Discard(VersionQuestion):
    page_title = gettext_lazy("Throw this draft away?")
    label = gettext_lazy("Throw it away")
    done = gettext_lazy("Thrown away.")
    after = gettext_lazy("What was typed here is gone for good. The version that counts stays as it is.")
    takes_away = True

    def do(self, facts: dict) -> None:
        templates.discard(version=self.version, by=self.request.user)


class Copy(OfVersion, OfficeOnly, View):
    """A new draft with the words of an earlier version."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        try:
            draft = templates.copy(version=self.version, by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(page_of(self.version.template_id))
        return redirect(edit_page(draft.pk))


class Compare(OfVersion, TemplatesPage):
    """Two versions of one template: what they say otherwise, side by side."""

    template_name = "certificates/back_office/templates/compare.html"

    def get(self, request: HttpRequest, other: int, **kwargs) -> HttpResponse:
        before = get_object_or_404(self.version.template.versions, pk=other)
        found = differing.differences(before, self.version)
        context = {"version": self.version, "before": before, "differences": found}
        return self.render_to_response(self.get_context_data(**context))

    def get_page_title(self) -> str:
        return _("What is different")
