"""The office looks at what was issued, revokes and replaces. Nothing else changes a certificate."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.views.back_office import OfficeIndex, OfficeInspect
from certificates.domain import codes, revoking
from certificates.domain.verifying import Verified
from certificates.forms.revoking import ReplaceForm, RevokeForm
from certificates.models import Certificate
from certificates.views.answer import page_of
from training.views.back_office.deeds import Question, Words

RELATED = ("enrolment__session", "enrolment__person", "document", "replaced_by", "issued_by", "revoked_by")


class CertificatesIndex(OfficeIndex):
    related = RELATED
    key_fields = ("enrolment__person__name_key",)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """A code is found however it is written."""
        code = codes.clean(self.search_query or "")
        return queryset.filter(code=code) if code else super().search_queryset(queryset)


class CertificatePage(OfficeInspect):
    """The frozen facts, the file, the state, and what may be done."""

    related = RELATED

    def get_page_title(self) -> str:
        return self.object.holder_name

    def get_page_subtitle(self) -> str:
        return self.object.grouped_code

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        certificate = self.object
        return super().get_context_data(
            page=page_of(Verified(answer=certificate.answer, certificate=certificate)),
            predecessor=Certificate.objects.filter(replaced_by=certificate).first(),
            times_asked=certificate.verifications.count(),
            **kwargs,
        )


class Deed(Question):
    """A question about one certificate that says what will happen."""

    template_name = "certificates/back_office/question.html"
    header_icon = "warning"
    consequences: Words
    form_class: type[forms.Form]

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.certificate = get_object_or_404(Certificate.objects.visible_to(request.user), pk=pk)

    def ask(self) -> forms.Form:
        return self.form_class(self.data())

    def home(self) -> str:
        return reverse("certificates_office:inspect", args=[self.certificate.pk])

    def get_page_subtitle(self) -> str:
        return f"{self.certificate.holder_name} · {self.certificate.grouped_code}"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(label=self.label, consequences=self.consequences, **kwargs)


class Revoke(Deed):
    page_title = _("Revoke this certificate?")
    label = _("Revoke the certificate")
    done = _("The certificate is revoked.")
    form_class = RevokeForm
    consequences = _(
        "From now on whoever checks it sees that it is no longer valid. The holder gets an e-mail. "
        "This cannot be undone."
    )

    def do(self, facts: dict) -> None:
        revoking.revoke(certificate=self.certificate, by=self.request.user, **facts)


class Replace(Deed):
    page_title = _("Replace this certificate?")
    label = _("Issue the replacement")
    done = _("The new certificate is issued.")
    form_class = ReplaceForm
    consequences = _(
        "A new certificate is made with today's facts: correct the person, the levels or the course first. "
        "This one is no longer valid and leads to the new one. The holder gets an e-mail."
    )

    def do(self, facts: dict) -> None:
        """Leads on to the page of the new one."""
        self.certificate = revoking.replace(certificate=self.certificate, by=self.request.user, **facts)

    @property
    def back(self) -> str:
        return self.home()
