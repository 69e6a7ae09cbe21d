"""The papers of a session's register: sheets to print, sheets that come back."""

import logging
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from training.domain import paper_codes, paper_sheets, papers_of_register, sheet_printing
from training.domain.papers_of_register import Stretch
from training.domain.queries.register_papers import paper_of, sheets_page
from training.exceptions import Refusal
from training.forms.sheets import HalfDaysForm, SheetForm
from training.models import HalfDay, PaperSheet, PrintedSheet, Session
from training.views.access import teaching_only
from training.views.files import attachment_response, pdf_response
from training.views.register import find

logger = logging.getLogger(__name__)
KINDS = {"blank": False, "filled": True}
REFRESH_SECONDS = "2"


def own_session(request: HttpRequest, code: str) -> Session:
    """Of the office, its trainers, and who takes one of its registers. To anybody else it is not there."""
    seen = HalfDay.objects.visible_to(request.user).order_by().values("session")
    rows = Session.objects.filter(pk__in=seen).select_related("provider", "room")
    return get_object_or_404(rows, code=code)


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def sheets(request: HttpRequest, code: str) -> HttpResponse:
    """What can be printed and what came back; a POST brings sheets back."""
    session = own_session(request, code)
    is_sent = request.method == "POST"
    form = SheetForm(request.POST, request.FILES) if is_sent else SheetForm()
    received = receive(request, form, session=session) if is_sent else []
    if received and not form.errors:
        return lead_on(received, back=reverse("sheets", args=[code]))
    context = {"page": sheets_page(session, request.user), "form": form}
    return render(request, "training/sheets/sheets.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def register_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper of one register; a POST, from here or from the register's page, brings sheets of it back."""
    half_day = find(request, pk)
    is_sent = request.method == "POST"
    form = SheetForm(request.POST, request.FILES) if is_sent else SheetForm()
    received = receive(request, form, session=half_day.session, half_day=half_day) if is_sent else []
    if received and not form.errors:
        return lead_on(received, back=reverse("register", args=[pk]) + "#paper")
    context = {"half_day": half_day, "paper": paper_of(half_day, request.user), "form": form}
    return render(request, "training/sheets/of_half_day.html", context)


def receive(
    request: HttpRequest, form: SheetForm, *, session: Session, half_day: HalfDay | None = None
) -> list[PaperSheet]:
    """Each file by itself: one that is refused keeps no other waiting. Says what became of each."""
    received = []
    pages = form.pages if form.is_valid() else []
    for file in pages:
        try:
            sheet = paper_sheets.bring_back(
                session=session, content=file.read(), by=request.user, half_day=half_day
            )
        except Refusal as refusal:
            form.add_error("files", f"{file.name}: {refusal}" if len(pages) > 1 else str(refusal))
        else:
            tell(request, sheet, sent_from=half_day)
            received.append(sheet)
    return received


def tell(request: HttpRequest, sheet: PaperSheet, *, sent_from: HalfDay | None = None) -> None:
    """Where one sheet went, or that it went nowhere yet."""
    filed = list(sheet.half_days.all())
    if not filed and not sheet.shows.exists():
        messages.warning(request, _("We keep the sheet, but no code on it can be read."))
    elif sent_from and sent_from not in filed:
        messages.warning(request, _("This sheet is of another half-day. Look, and say where it belongs."))
    elif sent_from and sheet.filed_by:
        messages.success(request, _("Filed to this half-day by hand: no code on it can be read."))
    else:
        sentence = ngettext("Filed to %(number)d half-day.", "Filed to %(number)d half-days.", len(filed))
        messages.success(request, sentence % {"number": len(filed)})


def lead_on(received: list[PaperSheet], *, back: str) -> HttpResponse:
    """To the first that is filed nowhere yet and asks; else back."""
    asks = next((one for one in received if not one.filed_at), None)
    return redirect("paper_sheet_half_days", asks.pk) if asks else redirect(back)


@dataclass(frozen=True)
class Wanted:
    """Which sheet an address means; French is the original, `?language=nl` the Dutch copy."""

    session: Session
    stretch: Stretch
    kind: str
    language: str

    @classmethod
    def by(cls, request: HttpRequest, code: str, kind: str, name: str) -> "Wanted":
        session = own_session(request, code)
        stretch = papers_of_register.stretch(session, name)
        if stretch is None or kind not in KINDS:
            raise Http404
        return cls(session, stretch, kind, "nl" if request.GET.get("language") == "nl" else "fr")

    @property
    def is_filled(self) -> bool:
        return KINDS[self.kind]

    @property
    def found(self) -> PrintedSheet | None:
        return sheet_printing.find(
            self.session, self.stretch, is_filled=self.is_filled, language=self.language
        )

    def url(self, view: str) -> str:
        address = reverse(view, args=[self.session.code, self.kind, self.stretch.name])
        return address if self.language == "fr" else f"{address}?language={self.language}"

    @property
    def file_url(self) -> str:
        return self.url("sheet_file")

    @property
    def page_url(self) -> str:
        return self.url("sheet_print")


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def sheet_print(request: HttpRequest, code: str, kind: str, name: str) -> HttpResponse:
    """A sheet on its way through the press; a POST asks for it. Looks again by itself while it is made."""
    wanted = Wanted.by(request, code, kind, name)
    if request.method == "POST":
        facts = {"stretch": wanted.stretch, "is_filled": wanted.is_filled, "language": wanted.language}
        sheet = sheet_printing.order(session=wanted.session, by=request.user, **facts)
        return redirect(wanted.file_url if sheet.made_at else wanted.page_url)
    sheet = wanted.found
    response = render(request, "training/sheets/print.html", {"wanted": wanted, "sheet": sheet})
    if sheet and not sheet.made_at and not sheet.trouble:
        response["Refresh"] = REFRESH_SECONDS
    return response


@require_safe
@teaching_only
@cache_control(private=True, no_store=True)
def sheet_file(request: HttpRequest, code: str, kind: str, name: str) -> HttpResponse:
    """The printed sheet, while it is what the registers say; else the page where it is asked for."""
    wanted = Wanted.by(request, code, kind, name)
    sheet = wanted.found
    if not (sheet and sheet.made_at):
        return redirect(wanted.page_url)
    try:
        content = sheet_printing.read(sheet)
    except FileNotFoundError as gone:
        logger.critical("the file of printed sheet %s is gone", sheet.pk)
        raise Http404 from gone
    return pdf_response(content, name=f"{code}-{name}-{kind}.pdf")


@require_safe
@teaching_only
@cache_control(private=True, no_store=True)
def paper_sheet_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The photo or scan, once it was found clean."""
    sheet = get_object_or_404(PaperSheet.objects.visible_to(request.user).served(), pk=pk)
    try:
        content = paper_sheets.read(sheet)
    except FileNotFoundError as gone:
        logger.critical("the file of paper sheet %s is gone", sheet.pk)
        raise Http404 from gone
    return attachment_response(content, media_type=sheet.media_type, name=sheet.file_name)


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def paper_sheet_half_days(request: HttpRequest, pk: int) -> HttpResponse:
    """Of which half-days a sheet is: asked when no code can be read, and to put right what was read."""
    rows = PaperSheet.objects.visible_to(request.user).select_related("session")
    sheet = get_object_or_404(rows, pk=pk)
    form = HalfDaysForm(request.POST or None, sheet=sheet, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            paper_sheets.file_to(sheet=sheet, half_days=form.cleaned_data["half_days"], by=request.user)
        except Refusal as refusal:
            form.add_error("half_days", str(refusal))
        else:
            tell(request, sheet)
            return redirect("sheets", sheet.session.code)
    shown = [] if sheet.filed_at else list(sheet.shows.all())
    context = {"sheet": sheet, "form": form, "shown": shown}
    return render(request, "training/sheets/half_days.html", context)


@require_safe
@teaching_only
def paper_code(request: HttpRequest, code: str) -> HttpResponse:
    """Where the square code of a half-day leads: to its register."""
    half_day = paper_codes.find(code)
    if half_day is None or not HalfDay.objects.visible_to(request.user).filter(pk=half_day.pk).exists():
        raise Http404
    return redirect("register", half_day.pk)
