"""Certificates per second of one core, beside the naive way: everything read and set anew for each.

Sealed ones stand beside the naive way with pyHanko as its handbook has it: key read and file opened for each.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median

from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from certificates.models import Certificate
from config.bench.table import Line
from documents import press
from documents.facts import CertificateFacts
from documents.sealing import own_authority

PEOPLE = 4
ROUNDS = 3


def run() -> list[Line]:
    """Certificates per CPU second (median of interleaved rounds), and the ratio to the naive way."""
    group = people()
    ways = {
        "naive: fonts, styles and drawings read for each": naive,
        "the press": warm,
        "naive, then sealed by pyHanko file by file": naive_sealed,
        "the press, sealed": sealed,
    }
    seen: dict[str, list[float]] = {name: [] for name in ways}
    warm(group[:1])
    for _ in range(ROUNDS):
        for name, way in ways.items():
            seen[name].append(len(group) / cpu_seconds(way, group))
    rates = {name: median(found) for name, found in seen.items()}
    floor, unsealed, handbook, ours = rates.values()
    return [
        *(Line(name, f"{rate:.2f}", f"{rate / floor:.2f} of the first") for name, rate in rates.items()),
        Line("sealed / unsealed, the press", f"{ours / unsealed:.2f}"),
        Line("sealed, the press / naive and pyHanko", f"{ours / handbook:.2f}"),
    ]


def people() -> list[CertificateFacts]:
    """The same certificate for several people: what changes is what changes in life."""
    facts = CertificateFacts.from_json(Certificate.objects.standing().first().facts)
    return [
        replace(facts, holder_given_name=f"Prénom {number}", code=f"7K3MQ9XD2TF{number}")
        for number in range(PEOPLE)
    ]


def warm(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.print_document("certificate", facts)


def sealed(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.print_document("certificate", facts, sealed=True)


def naive(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.forget()
        press.print_document("certificate", facts)


def naive_sealed(group: list[CertificateFacts]) -> None:
    store = Path(settings.SIGNING_KEYS_DIR) / "own-seal"
    how = PdfSignatureMetadata(field_name="seal", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    for facts in group:
        press.forget()
        paper = IncrementalPdfFileWriter(BytesIO(press.print_document("certificate", facts).pdf))
        sign_pdf(paper, how, signer=own_authority.signer(store))


def cpu_seconds(way: Callable, group: list[CertificateFacts]) -> float:
    began = time.process_time()
    way(group)
    return time.process_time() - began
