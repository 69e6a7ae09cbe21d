"""The certificats de réalisation of a session: who has one, who can have one, and why not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from certificates.domain import realising
from certificates.models import Realisation
from training.models import Enrolment
from training.views.back_office.register_papers import ForTheTicked, NewVersion


class Realisations(ForTheTicked):
    """`/admin/certificates/issuing/<session>/realisations/`; a POST issues to who is ticked."""

    template_name = "certificates/back_office/realisations.html"
    page_title = gettext_lazy("Certificates of completed hours")
    header_icon = "success"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        people = self.session.enrolments.on_the_register().select_related("person")
        lines = realising.lines(list(people.order_by("person__name_key", "pk")))
        ready = sum(1 for line in lines if line.can_be_issued)
        return self.render_to_response(self.get_context_data(session=self.session, lines=lines, ready=ready))

    def do(self, enrolment: Enrolment) -> None:
        realising.issue(enrolment=enrolment, by=self.request.user)

    def done(self, number: int) -> str:
        sentence = ngettext("%(number)d certificate issued.", "%(number)d certificates issued.", number)
        return sentence % {"number": number}


class IssueAgain(NewVersion):
    """A new version of one certificate, after a correction of the register."""

    page_title = gettext_lazy("Issue again")
    header_icon = "success"
    label = gettext_lazy("Issue the new version")
    done = gettext_lazy("Issued. The version before is kept.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Realisation.objects.visible_to(request.user).standing()
        self.realisation = get_object_or_404(rows.select_related("enrolment__person"), pk=pk)

    def do(self, facts: dict) -> None:
        realising.issue(enrolment=self.realisation.enrolment, by=self.request.user, reason=facts["reason"])

    def home(self) -> str:
        return reverse("issuing_office:realisations", args=[self.realisation.enrolment.session_id])

    def get_page_subtitle(self) -> str:
        return str(self.realisation.enrolment.person)
