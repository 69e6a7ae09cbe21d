"""What a template shows beside its words: previews, logos."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import View

from certificates.models import TemplateProof
from documents import logos
from documents.exceptions import DocumentAltered
from training.views.back_office.deeds import OfficeOnly

KEPT_A_DAY = "private, max-age=86400"


class OfProof(OfficeOnly, View):
    """A file of the preview. 404 until it is made, and for who does not run the office."""

    field = ""
    content_type = ""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        made = TemplateProof.objects.visible_to(request.user).exclude(**{self.field: None})
        proof = get_object_or_404(made.select_related("version__template"), pk=pk)
        response = HttpResponse(bytes(getattr(proof, self.field)), content_type=self.content_type)
        response["Cache-Control"] = "private, no-store"
        return self.named(response, proof)

    def named(self, response: HttpResponse, proof: TemplateProof) -> HttpResponse:
        return response


class ProofPicture(OfProof):
    field, content_type = "picture", "image/png"


class ProofFile(OfProof):
    field, content_type = "pdf", "application/pdf"

    def named(self, response: HttpResponse, proof: TemplateProof) -> HttpResponse:
        name = f"specimen-{proof.version.template.paper}-v{proof.version.number}-{proof.sample}.pdf"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class LogoPicture(OfficeOnly, View):
    """A logo as it is printed, by the hash of its bytes, which never change under it."""

    def get(self, request: HttpRequest, sha256: str) -> HttpResponse:
        try:
            picture = logos.read(sha256)
        except DocumentAltered as gone:
            raise Http404 from gone
        return HttpResponse(picture, content_type="image/png", headers={"Cache-Control": KEPT_A_DAY})
