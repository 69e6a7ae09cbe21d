"""The register's papers in the back office: months to certify, the whole file of a session."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from accounts.views.back_office import carry_out
from training.domain import csv_text, session_files, statements
from training.domain.queries.register_papers import (
    more_links,
    office_page,
    sheets_lacking,
    statements_page,
    to_certify,
)
from training.exceptions import Refusal
from training.forms.sheets import NewVersionForm
from training.models import Enrolment, MonthlyStatement, SessionFile
from training.views.back_office.deeds import OfficeOnly, Question
from training.views.back_office.sessions import PageOfSession

REFRESH_SECONDS = "3"
SHOWN = 8


class PageOfPapers(PageOfSession):
    header_icon = "doc-full"


class ForTheTicked(PageOfPapers):
    """A list of people; a POST does one verb for each who is ticked.

    One transaction a person: what one of them lacks keeps nobody else waiting.
    """

    def do(self, enrolment: Enrolment) -> None:
        raise NotImplementedError

    def done(self, number: int) -> str:
        raise NotImplementedError

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        ticked = [int(text) for text in request.POST.getlist("enrolment") if text.isdecimal()]
        rows = self.session.enrolments.filter(pk__in=ticked).select_related("person").order_by("pk")
        done = sum(self._did(enrolment) for enrolment in rows)
        if done:
            messages.success(request, self.done(done))
        elif not ticked:
            messages.error(request, _("Choose at least one person."))
        return redirect(request.path)

    def _did(self, enrolment: Enrolment) -> bool:
        try:
            self.do(enrolment)
        except Refusal as refusal:
            messages.error(self.request, f"{enrolment.person.full_name} – {refusal}")
            return False
        return True


class NewVersion(Question):
    """A certified paper is made again, after a correction of the register: why?"""

    def ask(self) -> forms.Form:
        return NewVersionForm(self.data())

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs, label=self.label, takes_away=False, why_not="")


class RegisterPapers(PageOfPapers):
    """`/admin/sessions/<pk>/register-papers/`; a POST asks for the whole file."""

    template_name = "training/back_office/register_papers.html"
    page_title = gettext_lazy("Papers of the register")

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        page = office_page(self.session, request.user)
        context = self.get_context_data(page=page, links=[link(self.session) for link in more_links])
        response = self.render_to_response(context)
        if page.is_making:
            response["Refresh"] = REFRESH_SECONDS
        return response

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return carry_out(
            request,
            lambda: session_files.order(session=self.session, by=request.user),
            done=_("The file is being made. This page looks again by itself."),
            back=request.path,
        )


class SessionFileDownload(OfficeOnly, View):
    def get(self, request: HttpRequest, pk: int, file: int) -> FileResponse:
        rows = SessionFile.objects.visible_to(request.user).filter(session=pk, made_at__isnull=False)
        whole = get_object_or_404(rows.select_related("session"), pk=file)
        try:
            content = session_files.read(whole)
        except FileNotFoundError as gone:
            raise Http404 from gone
        name = f"grenstaal-{whole.session.code}-registre.zip"
        return FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")


class PageOfMonth:
    """Beside a page of a session: `self.month` is the first day of the month in the address."""

    def setup(self, request: HttpRequest, *args, month: str, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.month = first_of(month)


class Statements(PageOfMonth, ForTheTicked):
    """`/admin/sessions/<pk>/statements/<year-month>/`: who is certified; a POST certifies who is ticked."""

    template_name = "training/back_office/statements.html"

    def get_page_title(self) -> str:
        return _("Statements of %(month)s") % {"month": self.page.month.name.lower()}

    @property
    def page(self):
        return statements_page(self.session, self.month)

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self.render_to_response(self.get_context_data(page=self.page, here=request.path))

    def do(self, enrolment: Enrolment) -> None:
        statements.certify(enrolment=enrolment, month=self.month, by=self.request.user)

    def done(self, number: int) -> str:
        sentence = ngettext("%(number)d statement certified.", "%(number)d statements certified.", number)
        return sentence % {"number": number}


class StatementsTable(PageOfMonth, PageOfPapers):
    """The statements of a month that stand, as CSV: the same frozen facts as the PDF."""

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        rows = MonthlyStatement.objects.visible_to(request.user).standing()
        rows = rows.filter(enrolment__session=self.session, month=self.month)
        text = csv_text.of_statements(rows.order_by("enrolment__person__name_key", "pk"))
        response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.session.code}-{self.month:%Y-%m}.csv"'
        return response


class PrintStatementAgain(OfficeOnly, View):
    """What kept the press from it is mended; the worker tries once more."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        rows = MonthlyStatement.objects.visible_to(request.user).select_related("enrolment")
        statement = get_object_or_404(rows, pk=pk)
        return carry_out(
            request,
            lambda: statements.print_again(statement=statement, by=request.user),
            done=_("The statement is being printed."),
            back=statements_of_month(statement.enrolment, statement.month),
        )


class CertifyAgain(NewVersion):
    """A new version of one statement, after a correction of the register."""

    page_title = gettext_lazy("Certify again")
    header_icon = "doc-full"
    label = gettext_lazy("Certify the new version")
    done = gettext_lazy("Certified. The version before is kept.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = MonthlyStatement.objects.visible_to(request.user).standing()
        self.statement = get_object_or_404(rows.select_related("enrolment__person"), pk=pk)

    def do(self, facts: dict) -> None:
        one = self.statement
        statements.certify(
            enrolment=one.enrolment, month=one.month, by=self.request.user, reason=facts["reason"]
        )

    def home(self) -> str:
        return statements_of_month(self.statement.enrolment, self.statement.month)

    def get_page_subtitle(self) -> str:
        return str(self.statement.enrolment.person)


def statements_of_month(enrolment: Enrolment, month: date) -> str:
    return reverse("sessions_office:statements", args=[enrolment.session_id, f"{month:%Y-%m}"])


def first_of(month: str) -> date:
    """'2026-11' is the first of November. 404 for anything else."""
    try:
        return date.fromisoformat(f"{month}-01")
    except ValueError as wrong:
        raise Http404 from wrong


class Waits(Component):
    """On the dashboard: what waits, the longest wait first. `found` reads it for the reader of the page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict:
        waiting = self.found(self.request.user)
        return {"waiting": waiting[:SHOWN], "more": max(len(waiting) - SHOWN, 0)}


class ToCertify(Waits):
    """Months that are over and whose statements wait for a signature."""

    name = "statements_to_certify"
    template_name = "training/back_office/to_certify.html"
    order = 60
    found = staticmethod(to_certify)


class SheetsDue(Waits):
    """Sessions that sign on paper and whose signed sheets have not come back."""

    name = "sheets_due"
    template_name = "training/back_office/sheets_due.html"
    order = 61
    found = staticmethod(sheets_lacking)
