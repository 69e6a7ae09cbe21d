"""Every paper of everybody in a session: seen, ordered for one person or for many, in one place."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from certificates.domain import attesting, issuing
from certificates.domain.kinds import KINDS
from certificates.domain.queries import session_papers
from certificates.enums import AttestationKind, CertificateKind
from certificates.exceptions import Refusal
from certificates.models import Attestation
from training.models import Enrolment
from training.views.back_office.register_papers import NewVersion, PageOfPapers

REFRESH_SECONDS = "3"


class Papers(PageOfPapers):
    """`/admin/certificates/issuing/<session>/papers/`; a POST orders one kind.

    `one` is "KIND:enrolment", the button of a single person; `everybody` a kind, for all who can have it and
    have none; else `kind` for who is ticked. One transaction a person: what one of them lacks keeps nobody
    else waiting.
    """

    template_name = "certificates/back_office/papers.html"
    page_title = gettext_lazy("Certificates and attestations")
    header_icon = "success"

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        page = session_papers.page(self.session)
        response = self.render_to_response(self.get_context_data(session=self.session, page=page))
        if page.is_watched:
            response["Refresh"] = REFRESH_SECONDS
        return response

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        kind, ticked = asked_of(request)
        everybody = request.POST.get("everybody", "")
        if everybody in (*KINDS, CertificateKind.END_OF_TRAINING):
            kind, ticked = everybody, session_papers.page(self.session).without(everybody)
            if not ticked:
                messages.success(request, _("Everybody who can have this paper has it."))
                return redirect(request.path)
        rows = self.session.enrolments.filter(pk__in=ticked).select_related("person").order_by("pk")
        if kind == CertificateKind.END_OF_TRAINING:
            return self.order_certificates(rows)
        if kind not in KINDS or not rows:
            messages.error(request, _("Choose at least one person."))
            return redirect(request.path)
        ordered = sum(self.ordered(enrolment, kind) for enrolment in rows)
        if ordered:
            sentence = ngettext(
                "%(number)d paper ordered. It is made and sealed now.",
                "%(number)d papers ordered. They are made and sealed now.",
                ordered,
            )
            messages.success(request, sentence % {"number": ordered})
        return redirect(request.path)

    def order_certificates(self, rows: Iterable[Enrolment]) -> HttpResponse:
        """They have a page of progress of their own."""
        try:
            batch = issuing.order(
                session=self.session, enrolments=rows, by=self.request.user, sends_letters=False
            )
        except Refusal as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.request.path)
        return redirect("issuing_office:order", batch.pk)

    def ordered(self, enrolment: Enrolment, kind: str) -> bool:
        reason = self.request.POST.get("reason", "")
        try:
            attesting.order(enrolment=enrolment, kind=kind, by=self.request.user, reason=reason)
        except Refusal as refusal:
            messages.error(self.request, f"{enrolment.person.full_name} – {refusal}")
            return False
        return True


def asked_of(request: HttpRequest) -> tuple[str, list[int]]:
    """The kind that is wanted and the ids of the enrolments; empty for what no page of ours sends."""
    single, _colon, enrolment = request.POST.get("one", "").partition(":")
    if single:
        return single, [int(enrolment)] if enrolment.isdecimal() else []
    ticked = [int(text) for text in request.POST.getlist("enrolment") if text.isdecimal()]
    return request.POST.get("kind", ""), ticked


class OrderAgain(NewVersion):
    """A new version of one paper, after a correction: why?"""

    page_title = gettext_lazy("A new version")
    header_icon = "success"
    label = gettext_lazy("Order the new version")
    done = gettext_lazy("Ordered. The version before counts until the new one is there, and is kept.")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        rows = Attestation.objects.visible_to(request.user).standing()
        self.paper = get_object_or_404(rows.select_related("enrolment__person"), pk=pk)

    def do(self, facts: dict) -> None:
        paper = self.paper
        attesting.order(
            enrolment=paper.enrolment, kind=paper.kind, by=self.request.user, reason=facts["reason"]
        )

    def home(self) -> str:
        return reverse("issuing_office:papers", args=[self.paper.enrolment.session_id])

    def get_page_subtitle(self) -> str:
        return f"{AttestationKind(self.paper.kind).label} · {self.paper.enrolment.person}"
