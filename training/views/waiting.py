"""The learner's pages of waiting: the answer by one link, who comes along, any session that fits."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from training.domain import enrolment as verbs
from training.domain import offer_links, open_requests, pairing, requests
from training.domain.applicants import keep_file
from training.domain.queries import learner
from training.domain.queries.enrolments import session_facts
from training.domain.queries.outlook import outlook
from training.exceptions import Refusal
from training.forms.enrolment import HomeForm, IdentityForm
from training.forms.waiting import JoinForm, OpenRequestForm

TITLES = {
    "identity": gettext_lazy("Who you are"),
    "home": gettext_lazy("Where you live"),
    "wish": gettext_lazy("What suits you"),
}


@login_not_required
@never_cache
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """Two buttons for whoever holds the link; looking changes nothing, pressing answers."""
    try:
        enrolment = offer_links.read(token)
        if request.method == "POST":
            return _answered(request, enrolment)
    except Refusal as refusal:
        status = 404 if refusal.code == "link" else 200
        return render(request, "training/waiting/over.html", {"sentence": str(refusal)}, status=status)
    context = {"session": enrolment.session, "facts": session_facts(enrolment.session)}
    return render(request, "training/waiting/offer.html", context | {"until": enrolment.offered_until})


def _answered(request: HttpRequest, enrolment) -> HttpResponse:
    yes = request.POST.get("answer") == "yes"
    verb = verbs.accept_offer if yes else verbs.decline_offer
    verb(enrolment=enrolment, by=enrolment.person.user)
    return render(request, "training/waiting/answered.html", {"session": enrolment.session, "yes": yes})


@require_POST
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for a code, types one, or parts: three buttons of the page of one enrolment."""
    enrolment = get_object_or_404(learner.own_enrolments(request.user), pk=pk)
    form, by = JoinForm(request.POST), request.user
    try:
        if "part" in request.POST:
            pairing.part(enrolment=enrolment, by=by)
        elif "open" in request.POST:
            pairing.open_pair(enrolment=enrolment, by=by)
        elif form.is_valid():
            pairing.join(enrolment=enrolment, code=form.cleaned_data["code"], by=by)
        else:
            messages.error(request, _("Type the code that the other person gave you."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("my_enrolment", pk)


class AnySession(View):
    """Who the person is and where they live, when we do not know it yet; then what suits them."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.page(self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form)
        try:
            return self.keep(form)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
            return self.page(form)

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        """The step is what is missing when the page is asked for: a form that is read changes its person."""
        super().setup(request, *args, **kwargs)
        self.person = getattr(request.user, "person", None)
        self.step = "identity"
        if self.person is not None:
            self.step = "home" if requests.missing(self.person) else "wish"

    def form(self, data=None):
        user = self.request.user
        if self.step == "identity":
            names = {"given_name": user.first_name, "family_name": user.last_name}
            return IdentityForm(data, session=None, initial=names)
        if self.step == "home":
            return HomeForm(data, instance=self.person)
        return OpenRequestForm(data, request=learner.own_request(user))

    def keep(self, form) -> HttpResponse:
        if self.step == "identity":
            keep_file(user=self.request.user, **form.cleaned_data)
        elif self.step == "home":
            form.save()
        else:
            open_requests.ask(person=self.person, by=self.request.user, **form.facts())
            messages.success(self.request, _("Noted. We write to you as soon as a place suits you."))
            return redirect("my_home")
        return redirect("my_any_session")

    def page(self, form) -> HttpResponse:
        own = learner.own_request(self.request.user)
        context = {"form": form, "step": self.step, "step_title": TITLES[self.step], "own": own}
        seen = outlook(own) if own else []
        return render(self.request, "training/waiting/any_session.html", context | {"outlook": seen})


@require_POST
def any_session_withdraw(request: HttpRequest) -> HttpResponse:
    own = learner.own_request(request.user)
    if own is not None:
        open_requests.withdraw(request=own, by=request.user)
        messages.success(request, _("You no longer wait for any session."))
    return redirect("my_home")
