"""The office looks at what was issued; two people revoke and replace. Nothing else changes a certificate."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import View

from accounts.views.back_office import OfficeIndex, OfficeInspect, carry_out
from certificates.domain import codes, revoking
from certificates.domain.verifying import Verified
from certificates.enums import Wish
from certificates.forms.revoking import ReplaceForm, RevokeForm
from certificates.models import Certificate, RevocationRequest
from certificates.views.answer import page_of
from training.views.back_office.deeds import OfficeOnly, Question, Words

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
            asked=certificate.revocation_requests.under_way().select_related("asked_by").first(),
            came_to_nothing=certificate.revocation_requests.failed_last(),
            **kwargs,
        )


class Deed(Question):
    """A question about one certificate that says what will happen."""

    template_name = "certificates/back_office/question.html"
    header_icon = "warning"
    consequences: Words = ""
    after: Words = ""
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
        words = {"label": self.label, "consequences": self.consequences, "after": self.after}
        return super().get_context_data(**words | kwargs)


class AskToRevoke(Deed):
    page_title = _("Revoke this certificate?")
    label = _("Ask to revoke it")
    done = _("Asked. It is revoked once a second person of the office confirms.")
    form_class = RevokeForm
    wish = Wish.REVOKE
    consequences = _("Nothing happens until a second person of the office confirms.")
    after = _(
        "From now on whoever checks it sees that it is no longer valid. The holder gets an e-mail. "
        "This cannot be undone."
    )

    def do(self, facts: dict) -> None:
        revoking.ask(certificate=self.certificate, by=self.request.user, wish=self.wish, **facts)


class AskToReplace(AskToRevoke):
    page_title = _("Replace this certificate?")
    label = _("Ask to replace it")
    done = _("Asked. The new certificate is made once a second person of the office confirms.")
    form_class = ReplaceForm
    wish = Wish.REPLACE
    after = _(
        "A new certificate is made with today's facts: correct the person, the levels or the course first. "
        "This one is no longer valid and leads to the new one. The holder gets an e-mail."
    )


class Confirm(Deed):
    """The second person: says again what was asked, by whom and why."""

    page_title = _("Do you confirm?")
    label = pgettext_lazy("certificate, asked", "Confirm")

    def setup(self, request: HttpRequest, *args, pk: int, **kwargs) -> None:
        asked = get_object_or_404(RevocationRequest.objects.visible_to(request.user), pk=pk)
        super().setup(request, *args, pk=asked.certificate_id, **kwargs)
        self.asked = asked

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        """What was decided already is no question any more."""
        return super().get(request, **kwargs) if self.asked.is_waiting else redirect(self.back)

    def ask(self) -> None:
        return None

    @property
    def after(self) -> Words:
        return AskToReplace.after if self.asked.wish == Wish.REPLACE else AskToRevoke.after

    @property
    def done(self) -> Words:
        if self.asked.wish == Wish.REVOKE:
            return _("The certificate is revoked.")
        return _("Confirmed. The new certificate is being made.")

    def do(self, facts: dict) -> None:
        revoking.confirm(request=self.asked, by=self.request.user)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(asked=self.asked, **kwargs)


class Decline(OfficeOnly, View):
    """Nothing happens to the certificate; also how one takes back what one asked."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        asked = get_object_or_404(RevocationRequest.objects.visible_to(request.user), pk=pk)
        return carry_out(
            request,
            lambda: revoking.decline(request=asked, by=request.user),
            done=_("The certificate stands as it is."),
            back=reverse("certificates_office:inspect", args=[asked.certificate_id]),
        )
