"""The office issues: who will get a certificate, the order, how far it is, the files of a session."""

import tempfile
import zipfile

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.views.back_office import OfficeIndex, OfficeInspect
from certificates.domain import facts, issuing, readiness, sending
from certificates.domain.queries import order as orders
from certificates.domain.queries import to_issue
from certificates.exceptions import Refusal
from certificates.models import Certificate, IssueBatch, Issuer
from documents import store
from training.models import Session
from training.views.back_office.deeds import OfficeOnly

REFRESH_SECONDS = "3"


class SessionsIndex(OfficeIndex):
    """Sessions that have begun, the last to end first."""

    def get_base_queryset(self) -> QuerySet[Session]:
        return to_issue.sessions(self.request.user)


class SessionPage(OfficeInspect):
    """Who will get a certificate, and for each of the others what is missing."""

    def get_page_title(self) -> str:
        return self.object.title

    def get_page_subtitle(self) -> str:
        return self.object.code

    def get_context_data(self, **kwargs) -> dict:
        candidates = readiness.preview(self.object)
        issuer = Issuer.objects.filter(provider=self.object.provider_id).first()
        return super().get_context_data(
            candidates=candidates,
            ready=sum(each.is_ready for each in candidates),
            issuer=issuer,
            valid_until=issuer and facts.valid_until(issuer, timezone.localdate()),
            issued=sum(each.certificate is not None for each in candidates),
            untold=sending.untold(self.object).count(),
            batches=self.object.issue_batches.select_related("requested_by"),
            **kwargs,
        )


class PlaceOrder(OfficeOnly, View):
    """Orders certificates for the people who were ticked; leads to the page of progress."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
        ticked = [int(text) for text in request.POST.getlist("enrolment") if text.isdecimal()]
        chosen = session.enrolments.filter(pk__in=ticked).order_by("pk")
        try:
            batch = issuing.order(
                session=session, enrolments=chosen, by=request.user, sends_letters="letters" in request.POST
            )
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("issuing_office:inspect", pk)
        return redirect("issuing_office:order", batch.pk)


class TellHolders(OfficeOnly, View):
    """Sends the letters that have not gone yet to those who have a certificate of this session."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
        told = sending.tell_holders(session=session, by=request.user)
        sentence = ngettext("A letter goes to %(told)d person.", "A letter goes to %(told)d people.", told)
        messages.success(request, sentence % {"told": told})
        return redirect("issuing_office:inspect", pk)


class OrderPage(OfficeOnly, WagtailAdminTemplateMixin, View):
    """How far an order is and what became of each person; looks again by itself until it is finished."""

    template_name = "certificates/back_office/order.html"
    page_title = gettext_lazy("Order of certificates")
    header_icon = "success"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        visible = IssueBatch.objects.visible_to(request.user).select_related("session", "requested_by")
        self.batch = get_object_or_404(visible, pk=pk)
        context = self.get_context_data(batch=self.batch, progress=orders.progress(self.batch))
        context["untold"] = self.batch.is_finished and sending.untold(self.batch.session).count()
        response = self.render_to_response(context)
        if not self.batch.is_finished:
            response["Refresh"] = REFRESH_SECONDS
        return response

    def get_page_subtitle(self) -> str:
        return self.batch.session.code

    def get_breadcrumbs_items(self) -> list[dict]:
        session = reverse("issuing_office:inspect", args=[self.batch.session_id])
        return [
            *self.breadcrumbs_items,
            {"url": reverse("issuing_office:index"), "label": _("To issue")},
            {"url": session, "label": self.batch.session.code},
            {"url": "", "label": self.get_page_title()},
        ]


class SessionZip(OfficeOnly, View):
    """The certificates of a session that stand, as they were printed, named for whoever hands them out."""

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
        standing = Certificate.objects.visible_to(request.user).standing()
        mine = standing.filter(enrolment__session=session).select_related("document")
        archive = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
        with zipfile.ZipFile(archive, "w") as file:
            for certificate in mine.order_by("enrolment__person__name_key", "pk"):
                file.writestr(name_in_zip(certificate), store.read(certificate.document))
        archive.seek(0)
        return FileResponse(archive, as_attachment=True, filename=f"grenstaal-{session.code}.zip")


def name_in_zip(certificate: Certificate) -> str:
    """`benali-amina-7K3M-Q9XD-2TFA.pdf`: inside the office, people look for a name."""
    facts = certificate.facts
    name = slugify(f"{facts['holder_family_name']} {facts['holder_given_name']}")
    return f"{name}-{certificate.grouped_code}.pdf".lstrip("-")
