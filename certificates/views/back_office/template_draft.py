"""A draft of a template is written: texts, look, who signs, logos. What is typed is kept, also half done."""

from dataclasses import replace

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages

from certificates.domain import proofing, templates
from certificates.exceptions import Refusal
from certificates.forms.design_page import DesignPage
from certificates.forms.templates import DesignForm
from certificates.views.back_office.templates import (
    OfVersion,
    TemplatesPage,
    page_of,
    version_name,
    version_page,
)
from documents import designs, logos
from documents.facts import Design, Logo, Signatory

PLACES = {"signatory": "signatories", "logo": "logos"}  # what a button moved: where the page opens again


class Edit(OfVersion, TemplatesPage):
    """`/admin/certificates/templates/versions/<id>/edit/`; the button `then` says what follows the saving."""

    template_name = "certificates/back_office/templates/edit.html"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        if not self.version.is_draft:
            return redirect(version_page(self.version.pk))
        return self.show(self.form())

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(form)
        try:
            self.save(form)
            return self.next()
        except Refusal as refusal:
            return self.refused(refusal)

    def save(self, form: DesignForm) -> None:
        wish = self.request.POST.get("then", "")
        signatories = [self.signatory(row, upload) for row, upload in form.signatories(wish)]
        shown = form.logos(wish)
        for file in self.request.FILES.getlist("new_logos"):
            if len(shown) == designs.MOST:
                sentence = _("There is room for %(most)d logos.") % {"most": designs.MOST}
                messages.error(self.request, f"{file.name} – {sentence}")
            elif sha256 := self.uploaded(file):
                shown.append(Logo(sha256=sha256, name_fr="", name_nl=""))
        self.version = templates.change(
            version=self.version,
            words=form.words(),
            seen=form.cleaned_data["seen"],
            by=self.request.user,
            signatories=tuple(signatories),
            logos=tuple(shown),
            **form.looks(),
        )

    def signatory(self, row: Signatory, upload: UploadedFile | None) -> Signatory:
        sha256 = self.uploaded(upload) if upload else None
        return replace(row, logo=sha256) if sha256 else row

    def uploaded(self, file: UploadedFile) -> str | None:
        """The hash of a picture; None when it cannot be printed, which is said, and the rest is saved."""
        try:
            return templates.keep_picture(content=file.read(logos.MOST_BYTES + 1), by=self.request.user)
        except Refusal as refusal:
            messages.error(self.request, f"{file.name} – {refusal}")
            return None

    def next(self) -> HttpResponse:
        wish = self.request.POST.get("then", "")
        if wish == "publish":
            return redirect("templates_office:publish", self.version.pk)
        messages.success(self.request, _("Saved. Nothing changes on papers until it is published."))
        if wish == "look":
            if not templates.troubles(self.version):
                proofing.ask(version=self.version, by=self.request.user)
            return redirect(version_page(self.version.pk))
        place = wish.partition("-")[0]
        return redirect(f"{self.request.path}#{PLACES[place]}" if place in PLACES else self.request.path)

    def refused(self, refusal: Refusal) -> HttpResponse:
        """What was typed stays on the page; who saves once more puts it in the place of what is there."""
        if refusal.code != templates.CHANGED:
            messages.error(self.request, str(refusal))
            return redirect(page_of(self.version.template_id))
        self.version = self.found(self.version.pk)
        typed = self.request.POST.copy()
        typed["seen"] = self.version.design_sha256
        form = self.form(typed)
        who, when = self.version.changed_by, date_format(localtime(self.version.changed_at), "TIME_FORMAT")
        sentence = _(
            "%(who)s saved this draft at %(when)s, after you opened it. What you typed stands below and is "
            "not saved yet: save it again to put it in the place of theirs."
        )
        form.add_error(None, sentence % {"who": who or "–", "when": when})
        return self.show(form)

    def form(self, data=None, files=None) -> DesignForm:
        design = Design.from_json(self.version.design)
        return DesignForm(data, files, sheet=self.sheet, design=design, seen=self.version.design_sha256)

    def show(self, form: DesignForm) -> HttpResponse:
        context = {"form": form, "version": self.version, "page": DesignPage(form)}
        return self.render_to_response(self.get_context_data(**context))

    def get_page_title(self) -> str:
        return version_name(self.version)
