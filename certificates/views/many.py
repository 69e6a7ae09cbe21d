"""An agency or a prescriber checks a list of certificates: a table, and the same as CSV. Nothing is kept."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from accounts.views.limits import SECONDS, too_often
from certificates.domain import many
from certificates.domain.many import Answered
from certificates.forms.many import CodesForm
from certificates.views import tally
from certificates.views.limits import held_back
from certificates.views.table import as_csv, head, rows
from training.views.files import attachment_response

PER_ACCOUNT = 20  # lists a minute


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def check_many(request: HttpRequest) -> HttpResponse:
    """For whoever acts for an agency or a prescriber; for everybody else this page does not exist."""
    organisations = many.organisations_of(request.user)
    if not organisations:
        raise Http404
    context = {"organisations": organisations, "form": CodesForm()}
    if not (verdict := many.may_ask(request.user)):
        return render(request, "certificates/many/page.html", {**context, "not_yet": verdict.reason})
    if request.method != "POST":
        return render(request, "certificates/many/page.html", context)
    return answer_list(request, context)


def answer_list(request: HttpRequest, context: dict) -> HttpResponse:
    """The table; with the button for it, the file. Whatever is wrong comes back with what was typed."""
    form = CodesForm(request.POST, request.FILES)
    if form.is_valid() and too_often({f"verify:list:{request.user.pk}": PER_ACCOUNT}):
        form.add_error(None, _("That were many lists in a minute. Wait a minute and send this one again."))
        response = render(request, "certificates/many/page.html", {**context, "form": form}, status=429)
        response["Retry-After"] = str(SECONDS)
        return response
    if not form.is_valid():
        return render(request, "certificates/many/page.html", {**context, "form": form})
    answers = ask(form.questions)
    if request.POST.get("as") == "csv":
        content = as_csv(answers).encode("utf-8-sig")
        return attachment_response(content, media_type="text/csv; charset=utf-8", name="certificates.csv")
    again = CodesForm(initial={"codes": form.text})
    table = {"head": head(), "rows": rows(answers), "troubles": [one for one in answers if one.trouble]}
    return render(request, "certificates/many/page.html", {**context, **table, "form": again})


def ask(questions: Sequence[many.Question]) -> list[Answered]:
    """The answers, each counted like a single question: a list that is asked again counts again."""
    answers = many.answer(questions, held_back=held_back(questions))
    for one in answers:
        if one.verified:
            tally.count(one.verified, language=get_language())
    return answers
