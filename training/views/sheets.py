"""The papers of a session's register: sheets to print, sheets that come back."""

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from training.domain import paper_codes, paper_sheets, papers_of_register
from training.domain.queries.register_papers import sheets_page
from training.exceptions import Refusal
from training.forms.sheets import HalfDaysForm, SheetForm
from training.models import HalfDay, PaperSheet, Session
from training.views.access import teaching_only
from training.views.files import attachment_response, pdf_response

logger = logging.getLogger(__name__)
KINDS = {"blank": False, "filled": True}


def own_session(request: HttpRequest, code: str) -> Session:
    """Of the office, its trainers, and who takes one of its registers. To anybody else it is not there."""
    seen = HalfDay.objects.visible_to(request.user).order_by().values("session")
    rows = Session.objects.filter(pk__in=seen).select_related("provider", "room")
    return get_object_or_404(rows, code=code)


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def sheets(request: HttpRequest, code: str) -> HttpResponse:
    """What can be printed and what came back; a POST brings a sheet back."""
    session = own_session(request, code)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            content = form.cleaned_data["file"].read()
            sheet = paper_sheets.bring_back(session=session, content=content, by=request.user)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
        else:
            return tell(request, sheet)
    context = {"page": sheets_page(session, request.user), "form": form}
    return render(request, "training/sheets/sheets.html", context)


def tell(request: HttpRequest, sheet: PaperSheet) -> HttpResponse:
    """Where the sheet went; without a readable code, straight to the question."""
    number = sheet.half_days.count()
    if not number:
        messages.warning(request, _("We keep the sheet, but no code on it can be read."))
        return redirect("paper_sheet_half_days", sheet.pk)
    sentence = ngettext("Filed to %(number)d half-day.", "Filed to %(number)d half-days.", number)
    messages.success(request, sentence % {"number": number})
    return redirect("sheets", sheet.session.code)


@require_safe
@teaching_only
@cache_control(private=True, no_store=True)
def sheet_file(request: HttpRequest, code: str, kind: str, name: str) -> HttpResponse:
    """The sheet of a day or a week: French is the original, `?language=nl` the Dutch copy."""
    session = own_session(request, code)
    stretch = papers_of_register.stretch(session, name)
    if stretch is None or kind not in KINDS:
        raise Http404
    language = "nl" if request.GET.get("language") == "nl" else "fr"
    try:
        printed = papers_of_register.print_sheet(session, stretch, is_filled=KINDS[kind], language=language)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("sheets", code)
    return pdf_response(printed.pdf, name=f"{session.code}-{name}-{kind}.pdf")


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
            return tell(request, sheet)
    return render(request, "training/sheets/half_days.html", {"sheet": sheet, "form": form})


@require_safe
@teaching_only
def paper_code(request: HttpRequest, code: str) -> HttpResponse:
    """Where the square code of a half-day leads: to its register."""
    half_day = paper_codes.find(code)
    if half_day is None or not HalfDay.objects.visible_to(request.user).filter(pk=half_day.pk).exists():
        raise Http404
    return redirect("register", half_day.pk)
