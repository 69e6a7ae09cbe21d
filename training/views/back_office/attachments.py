"""A file that somebody brought on paper or by mail, added by the office for them."""

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy, pgettext_lazy

from training.domain import attachments
from training.forms.attachments import AttachmentForm
from training.models import Enrolment
from training.views.back_office.deeds import Question, enrolment_page


class Attach(Question):
    page_title = gettext_lazy("Add a file for the person")
    header_icon = "doc-empty"
    label = pgettext_lazy("verb", "Save")
    done = gettext_lazy("The file is added.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Enrolment.objects.visible_to(request.user).select_related("person", "session")
        self.enrolment = get_object_or_404(rows, pk=pk)

    def ask(self) -> forms.Form:
        return AttachmentForm(self.data(), self.request.FILES or None)

    def do(self, facts: dict) -> None:
        content = facts["file"].read()
        attachments.attach(
            enrolment=self.enrolment, kind=facts["kind"], content=content, by=self.request.user
        )

    def home(self) -> str:
        return enrolment_page(self.enrolment.pk)

    def get_page_subtitle(self) -> str:
        return str(self.enrolment)

    def get_context_data(self, **kwargs) -> dict:
        why_not = attachments.can_attach(self.request.user, self.enrolment).reason
        return super().get_context_data(**kwargs, label=self.label, takes_away=False, why_not=why_not)
