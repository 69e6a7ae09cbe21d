"""The register of a half-day. Every tap is a form; htmx swaps the sheet, without it the page comes back."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from training.domain import attendance, signing, syncing
from training.domain.queries.register import Row, board
from training.domain.queries.register_papers import paper_of
from training.exceptions import Refusal
from training.forms.register import ChoiceForm, MarkForm
from training.forms.sheets import SheetForm
from training.forms.signing import CloseForm
from training.models import HalfDay
from training.views import shell
from training.views.access import teaching_only

NOTHING_CHANGED = gettext_lazy("This mark could not be written. Nothing has changed.")


def find(request: HttpRequest, pk: int) -> HalfDay:
    mine = HalfDay.objects.visible_to(request.user)
    return get_object_or_404(mine.select_related("session", "room", "trainer", "closed_by"), pk=pk)


@require_safe
@teaching_only
def register(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, find(request, pk))


@require_POST
@teaching_only
def everybody(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody about whom nothing is noted is present."""
    half_day = find(request, pk)
    try:
        attendance.open_register(half_day=half_day, by=request.user)
    except Refusal as refusal:
        return show(request, half_day, problem=refusal.sentence)
    return answer(request, half_day)


@require_POST
@teaching_only
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    half_day = find(request, pk)
    form = MarkForm(request.POST, half_day=half_day)
    if form.is_valid() and form.save(by=request.user):
        return answer(request, half_day, changed=form.cleaned_data["enrolment"].pk)
    return show(request, half_day, form=form)


@require_POST
@teaching_only
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Two people noted different things about one person: this one holds."""
    half_day = find(request, pk)
    form = ChoiceForm(request.POST, half_day=half_day)
    if not form.is_valid():
        return show(request, half_day, problem=NOTHING_CHANGED)
    enrolment, holds = form.choice
    try:
        syncing.settle(half_day=half_day, enrolment=enrolment, by=request.user, holds=holds)
    except Refusal as refusal:
        return show(request, half_day, problem=refusal.sentence)
    return answer(request, half_day, changed=enrolment.pk)


@require_POST
@teaching_only
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody has read what could not be written any more."""
    half_day = find(request, pk)
    try:
        syncing.acknowledge(half_day=half_day, by=request.user)
    except Refusal as refusal:
        return show(request, half_day, problem=refusal.sentence)
    return answer(request, half_day)


@require_http_methods(["GET", "HEAD", "POST"])
@teaching_only
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The trainer countersigns: she counts heads, says why signatures are missing, and closes."""
    half_day = find(request, pk)
    is_sent = request.method == "POST"
    found = board(half_day, request.user)
    form = CloseForm(request.POST if is_sent else None, half_day=half_day, proposals=found.by_phone)
    if is_sent and form.is_valid() and form.save(half_day=half_day, by=request.user):
        messages.success(request, _("The register is closed. The hours count from now on."))
        return redirect("register", pk=pk)
    context = {"board": found, "form": form, "unsigned": signing.missing(half_day)}
    return render(request, "training/register/close.html", context)


def answer(request: HttpRequest, half_day: HalfDay, *, changed: int | None = None) -> HttpResponse:
    """After a tap: the sheet alone for htmx, else back to the page, at the person."""
    if request.htmx:
        return show(request, half_day, changed=changed)
    response = redirect("register", pk=half_day.pk)
    response["Location"] += f"#person-{changed}" if changed else "#sheet"
    return response


def show(
    request: HttpRequest,
    half_day: HalfDay,
    *,
    problem: str = "",
    form: MarkForm | None = None,
    changed: int | None = None,
) -> HttpResponse:
    """The page, or the sheet alone for htmx. `form`: a mark that could not be written, beside its person.

    After a tap for everybody its button is gone: the sheet takes the focus, and the keyboard goes on there.
    """
    found = board(half_day, request.user)
    words = request.GET.get("find", "")
    lines = [line(row, half_day, refused=form, changed=changed) for row in found.found(words)]
    if form is not None and not (found.can_write and any(one.is_refused for one in lines)):
        problem = next(iter(form.non_field_errors()), "") or NOTHING_CHANGED
    takes_focus = bool(request.htmx) and request.method == "POST" and changed is None and form is None
    context = {"board": found, "lines": lines, "problem": problem, "takes_focus": takes_focus, "find": words}
    if not request.htmx:
        context["device"] = shell.on_page(request, register=half_day.pk)
        context["paper"], context["sheet_form"] = paper_of(half_day, request.user), SheetForm()
    return render(request, f"training/register/{'sheet' if request.htmx else 'register'}.html", context)


@dataclass(frozen=True)
class Line:
    """A person on the screen: the row, its form, and whether it was just touched."""

    row: Row
    form: MarkForm
    is_refused: bool
    is_changed: bool


def line(row: Row, half_day: HalfDay, *, refused: MarkForm | None, changed: int | None) -> Line:
    pk = row.enrolment.pk
    is_refused = refused is not None and refused.data.get("enrolment") == str(pk)
    form = refused if is_refused else MarkForm(half_day=half_day, initial=minutes_of(row))
    form.auto_id = f"person-{pk}-%s"
    for name in form.errors if is_refused else ():
        if name in form.fields:
            form.fields[name].widget.attrs["autofocus"] = True
    return Line(row, form, is_refused, is_changed=pk == changed)


def minutes_of(row: Row) -> dict[str, int | None]:
    if not row.is_there:
        return {}
    return {
        "minutes_late": row.mark.minutes_late or None,
        "minutes_left_early": row.mark.minutes_left_early or None,
    }
