"""Proofs: a version of a template printed for people who do not exist, to be looked at first.

What is asked for is a row, so a killed worker or a lost message is a delay; the worker prints what the
version says at that moment and notes of what it is a proof.
"""

import logging
from functools import partial
from io import BytesIO

import pypdfium2
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from PIL import Image

from accounts.models import User
from certificates.domain.issuing import DATABASE_IS_AWAY, each_language
from certificates.domain.office import refuse_stranger
from certificates.models import TemplateProof, TemplateVersion
from certificates.signals import template_proof_asked
from documents import designs, press, specimen
from documents.exceptions import PressRefusal
from documents.facts import Design
from documents.sheets import SHEETS

logger = logging.getLogger(__name__)
DOTS_PER_INCH = 130
AT_ONCE = 50  # taken up by one sweep
OUR_FAULT = _(
    "Something failed on our side. Ask for the preview again; if it fails again, tell the technical team."
)


@transaction.atomic
def ask(*, version: TemplateVersion, by: User) -> list[TemplateProof]:
    """One proof of each sample, printed after commit. Idempotent: what is being made, or is a proof of what
    the version says now, is left as it is; what could not be printed is tried once more. Holds the row of
    the version.
    """
    refuse_stranger(by)
    version = TemplateVersion.objects.select_for_update(of=("self",), no_key=True).get(pk=version.pk)
    known = {proof.sample: proof for proof in version.proofs.defer("pdf", "picture")}
    return [_asked(version, sample, known.get(sample)) for sample in specimen.SAMPLES]


@transaction.atomic
def make(proof_id: int) -> None:
    """Prints one proof. Idempotent: one that is made or in another worker's hands is left alone.

    What keeps it from being printed stays with it, in both languages.
    """
    rows = TemplateProof.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    proof = rows.to_make().select_related("version__template").filter(pk=proof_id).first()
    if proof is None:
        return
    proof.design_sha256, proof.made_at = proof.version.design_sha256, timezone.now()
    try:
        proof.pdf = _printed(proof)
        proof.picture = picture_of(proof.pdf)
    except PressRefusal as refusal:
        _leave_word(proof, each_language(partial(str, refusal.sentence)))
    except DATABASE_IS_AWAY:
        raise
    except Exception:
        logger.exception("proof %s failed", proof.pk)
        _leave_word(proof, each_language(partial(str, OUR_FAULT)))
    proof.save()


def left_behind(before) -> QuerySet[TemplateProof]:
    """Asked for before that moment and not made: what a killed worker or a lost message left."""
    return TemplateProof.objects.to_make().filter(asked_at__lt=before).order_by("pk")[:AT_ONCE]


def picture_of(pdf: bytes) -> bytes:
    """Its first page as PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture, drawn = document[0].render(scale=DOTS_PER_INCH / 72).to_pil(), BytesIO()
    finally:
        document.close()
    # The colours that lie apart, not those of most pixels: the stars of the emblem are small, and yellow.
    light = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    light.save(drawn, format="PNG", optimize=True)
    return drawn.getvalue()


def _asked(version: TemplateVersion, sample: str, known: TemplateProof | None) -> TemplateProof:
    if known and (known.is_being_made or known.is_of(version)) and not known.trouble_fr:
        return known
    empty = {"made_at": None, "pdf": None, "picture": None, "trouble_fr": "", "trouble_nl": ""}
    proof, _is_new = TemplateProof.objects.update_or_create(
        version=version,
        sample=sample,
        defaults={"design_sha256": version.design_sha256, "asked_at": timezone.now(), **empty},
    )
    news = {"proof_id": proof.pk}
    transaction.on_commit(lambda: template_proof_asked.send_robust(TemplateProof, **news))
    return proof


def _printed(proof: TemplateProof) -> bytes:
    paper, design = proof.version.template.paper, Design.from_json(proof.version.design)
    for sentence in designs.troubles(SHEETS[paper], design):
        raise PressRefusal(sentence)
    return press.print_document(paper, specimen.facts(paper, proof.sample, design)).pdf


def _leave_word(proof: TemplateProof, sentences: dict[str, str]) -> None:
    proof.pdf = proof.picture = None
    proof.trouble_fr, proof.trouble_nl = sentences["fr"], sentences["nl"]
