"""Deeds that many people hear of: the page first shows who is told, and what clashes; then it is done."""

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from training.domain.queries.told import Told
from training.exceptions import Refusal
from training.views.back_office.deeds import Question, Words

OF_THE_PAGE = ("csrfmiddlewaretoken", "next", "confirm", "change")


class Previewed(Question):
    """Fields, then a preview of the verb, then the verb. Without fields the preview comes at once.

    The preview tries the verb for real and takes it back, so what it would refuse is said there.
    """

    template_name = "training/back_office/previewed.html"
    letter: Words = ""

    def told(self, facts: dict) -> Told:
        raise NotImplementedError

    def summary(self, facts: dict) -> list[str]:
        """What is about to change, a sentence each."""
        return []

    def aftermath(self, facts: dict) -> list[str]:
        """What else comes of it, a sentence each."""
        return []

    def dates(self, facts: dict) -> dict:
        """The half-days that come of it, for plan.html; empty when it leaves the dates alone."""
        return {}

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        form = self.ask()
        return self.show(form) if form is not None else self.preview(None)

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        form = self.ask()
        if form is None or "confirm" in request.POST:
            return super().post(request, **kwargs)
        if not form.is_valid() or "change" in request.POST:
            return self.show(form)
        try:
            with transaction.atomic():
                self.do(form.cleaned_data)
                transaction.set_rollback(True)
        except Refusal as refusal:
            return self.refused(form, refusal)
        return self.preview(form)

    def preview(self, form: forms.Form | None) -> HttpResponse:
        facts = form.cleaned_data if form is not None else {}
        shown = {"told": self.told(facts), "letter": self.letter, "summary": self.summary(facts)}
        shown["aftermath"] = self.aftermath(facts)
        shown["dates"] = self.dates(facts)
        shown["typed"] = self.typed()
        return self.render_to_response(self.get_context_data(form=form, back=self.back, **shown))

    def typed(self) -> list[tuple[str, str]]:
        """What was filled in, to be sent once more with the answer to the preview."""
        posted = self.request.POST.lists()
        return [(name, value) for name, values in posted if name not in OF_THE_PAGE for value in values]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**{"told": None, "next_label": _("See who is told")} | kwargs)
