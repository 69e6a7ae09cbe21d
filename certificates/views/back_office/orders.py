"""The office issues: who will get a certificate, the order, how far it is, the files of a session."""

import tempfile
import zipfile

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from accounts.exceptions import Refusal
from accounts.views.back_office import OfficeIndex, OfficeInspect
from certificates.domain import issuing, readiness
from certificates.domain.queries import order as orders
from certificates.domain.queries import to_issue
from certificates.models import Certificate, IssueBatch
from documents import store
from training.models import Session

REFRESH_SECONDS = "3"


class SessionsIndex(OfficeIndex):
    """Sessions that have begun; the last to end first."""

    default_ordering = ("-last_day",)

    def get_base_queryset(self) -> QuerySet[Session]:
        return to_issue.sessions(self.request.user)


class SessionPage(OfficeInspect):
    """Who will get a certificate, and for each of the others what is missing."""

    def get_context_data(self, **kwargs) -> dict:
        candidates = readiness.preview(self.object)
        return {
            **super().get_context_data(**kwargs),
            "candidates": candidates,
            "ready": sum(each.is_ready for each in candidates),
            "issued": sum(each.certificate is not None for each in candidates),
            "batches": self.object.issue_batches.select_related("requested_by"),
        }


@require_POST
def place_order(request: HttpRequest, pk: int) -> HttpResponse:
    """Orders certificates for the people who were ticked; leads to the page of progress."""
    session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
    refuse_strangers(request)
    ticked = session.enrolments.filter(pk__in=numbers(request.POST.getlist("enrolment"))).order_by("pk")
    try:
        batch = issuing.order(
            session=session, enrolments=ticked, by=request.user, sends_letters="letters" in request.POST
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("issuing_office:inspect", pk)
    return redirect("issuing_office:order", batch.pk)


@require_safe
def order_page(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the order is and what became of each person; looks again by itself until it is finished."""
    visible = IssueBatch.objects.visible_to(request.user).select_related("session", "requested_by")
    batch = get_object_or_404(visible, pk=pk)
    context = {
        "batch": batch,
        "progress": orders.progress(batch),
        "header_icon": "success",
        "page_title": _("Certificates of %(session)s") % {"session": batch.session.code},
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("issuing_office:index"), "label": _("To issue")},
            {"url": reverse("issuing_office:inspect", args=[batch.session_id]), "label": batch.session.code},
            {"url": "", "label": _("Order of %(number)d") % {"number": batch.pk}},
        ],
    }
    response = render(request, "certificates/back_office/order.html", context)
    if not batch.is_finished:
        response["Refresh"] = REFRESH_SECONDS
    return response


@require_safe
def session_zip(request: HttpRequest, pk: int) -> FileResponse:
    """The certificates of a session that stand, as they were printed, named for whoever hands them out."""
    session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
    refuse_strangers(request)
    certificates = Certificate.objects.visible_to(request.user).standing()
    certificates = certificates.filter(enrolment__session=session).select_related("document")
    archive = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    with zipfile.ZipFile(archive, "w") as file:
        for certificate in certificates.order_by("enrolment__person__name_key", "pk"):
            file.writestr(name_in_zip(certificate), store.read(certificate.document))
    archive.seek(0)
    return FileResponse(archive, as_attachment=True, filename=f"grenstaal-{session.code}.zip")


def name_in_zip(certificate: Certificate) -> str:
    facts = certificate.facts
    name = slugify(f"{facts['holder_family_name']} {facts['holder_given_name']}")
    return f"{name}-{certificate.grouped_code}.pdf".lstrip("-")


def refuse_strangers(request: HttpRequest) -> None:
    if not request.user.runs_the_office:
        raise PermissionDenied


def numbers(texts: list[str]) -> list[int]:
    return [int(text) for text in texts if text.isdecimal()]
