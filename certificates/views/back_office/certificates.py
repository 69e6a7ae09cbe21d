"""The office looks at what was issued, revokes and replaces. Nothing else changes a certificate."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages

from accounts.exceptions import Refusal
from accounts.views.back_office import OfficeIndex, OfficeInspect
from certificates.domain import codes, revoking
from certificates.domain.verifying import Verified
from certificates.forms.revoking import ReplaceForm, RevokeForm
from certificates.models import Certificate
from certificates.views.answer import page_of
from documents.facts import CertificateFacts


class CertificatesIndex(OfficeIndex):
    related = ("enrolment__session", "enrolment__person", "document", "replaced_by")
    key_fields = ("enrolment__person__name_key",)
    default_ordering = ("-issued_at",)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """A code is found however it is written."""
        code = codes.clean(self.search_query or "")
        return queryset.filter(code=code) if code else super().search_queryset(queryset)


class CertificatePage(OfficeInspect):
    """The frozen facts, the file, the state, and what may be done."""

    related = ("enrolment__session", "enrolment__person", "document", "replaced_by", "issued_by", "revoked_by")

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        certificate = self.object
        facts = CertificateFacts.from_json(certificate.facts)
        verified = Verified(answer=certificate.answer, certificate=certificate, facts=facts)
        return {
            **super().get_context_data(**kwargs),
            "page": page_of(verified),
            "predecessor": Certificate.objects.filter(replaced_by=certificate).first(),
            "times_asked": certificate.verifications.count(),
        }


class Deed(View):
    """A question with its consequences, a reason, and the deed."""

    form_class: type[RevokeForm]
    question: str
    consequences: str
    button: str
    template_name = "certificates/back_office/deed.html"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        visible = Certificate.objects.visible_to(request.user).filter(replaced_by=None)
        self.certificate = get_object_or_404(visible, pk=pk)
        self.form = self.form_class(request.POST if request.method == "POST" else None)
        return super().dispatch(request, pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        certificate = self.certificate
        context = {
            "certificate": certificate,
            "form": self.form,
            "page_title": self.question,
            "consequences": self.consequences,
            "button": self.button,
            "header_icon": "warning",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": reverse("certificates_office:index"), "label": _("Issued")},
                {
                    "url": reverse("certificates_office:inspect", args=[certificate.pk]),
                    "label": certificate.grouped_code,
                },
                {"url": "", "label": self.question},
            ],
        }
        return render(request, self.template_name, context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.form.is_valid():
            return self.get(request, pk)
        try:
            certificate = self.act(self.form.cleaned_data["reason"])
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("certificates_office:inspect", pk)
        return redirect("certificates_office:inspect", certificate.pk)

    def act(self, reason: str) -> Certificate:
        raise NotImplementedError


class Revoke(Deed):
    form_class = RevokeForm

    @property
    def question(self) -> str:
        return _("Revoke this certificate?")

    @property
    def consequences(self) -> str:
        return _(
            "From now on whoever checks it sees that it is no longer valid. The holder gets an e-mail. "
            "This cannot be undone."
        )

    @property
    def button(self) -> str:
        return _("Revoke the certificate")

    def act(self, reason: str) -> Certificate:
        certificate = revoking.revoke(certificate=self.certificate, by=self.request.user, reason=reason)
        messages.success(self.request, _("The certificate is revoked."))
        return certificate


class Replace(Deed):
    form_class = ReplaceForm

    @property
    def question(self) -> str:
        return _("Replace this certificate?")

    @property
    def consequences(self) -> str:
        return _(
            "A new certificate is made with today's facts: correct the person, the levels or the course first. "
            "This one is no longer valid and leads to the new one. The holder gets an e-mail."
        )

    @property
    def button(self) -> str:
        return _("Issue the replacement")

    def act(self, reason: str) -> Certificate:
        certificate = revoking.replace(certificate=self.certificate, by=self.request.user, reason=reason)
        messages.success(self.request, _("The new certificate is issued."))
        return certificate
