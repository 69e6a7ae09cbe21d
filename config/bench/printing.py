"""Certificates per CPU second of one core, beside the naive way, all in one process and in turns.

Sealed ones stand beside the naive way with pyHanko as its handbook has it: key read and file opened for each.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from statistics import median

import rfc8785
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from certificates.domain.issuing import CREDENTIAL_FILE
from certificates.models import Certificate
from config.bench import peer
from config.bench.table import Line, at_least, at_most
from documents import press
from documents.facts import CertificateFacts
from documents.press import Enclosed
from documents.sealing import own_authority

FEW, MANY = 3, 40  # people in a round: of a slow way, of a fast one
ROUNDS = 5
COHORT, LARGE, GROWING = 15, 1_000, 2_000
GIVEN = ("Amina", "Bruno", "Chloé", "Désiré", "Élodie", "Farid", "Grégory", "Inès", "Marie-Hélène")
FAMILY = ("Benali", "Carpentier", "Évrard", "Vandenbroucke", "Lefebvre", "D’Hondt", "Ghanem")


def run() -> list[Line]:
    """Ratios to the naive way (medians of interleaved rounds), and how much memory grows."""
    ways = {
        "naive: page, fonts, styles, drawings anew for each": (naive, FEW),
        "as Joanie calls WeasyPrint (no archive, nothing enclosed)": (as_joanie, FEW),
        "laid out as a whole, all else kept (the way back)": (whole, FEW),
        "standing type, a cohort under way": (standing, MANY),
        "naive, then sealed by pyHanko file by file": (naive_sealed, FEW),
        "standing type, sealed": (sealed, MANY),
    }
    seen: dict[str, list[float]] = {name: [] for name in ways}
    cohorts, alone = [], []
    for number in range(ROUNDS):
        for name, (way, many) in ways.items():
            way(people(ROUNDS * many) if many == MANY else people(FEW, begin=LARGE))  # warm
            seen[name].append(cpu_seconds(way, people(many, begin=number * many)) / many)
        alone += [cpu_seconds(standing, [one]) for one in people(MANY)[:: MANY // ROUNDS]]
        press.forget()
        cohorts.append(cpu_seconds(standing, people(COHORT, begin=number * COHORT)) / COHORT)
    floor, joanie, back, fast, handbook, ours = (median(costs) for costs in seen.values())
    large = cpu_seconds(standing, people(LARGE)) / LARGE
    return [
        Line("naive, CPU ms for each", f"{floor * 1000:.0f}"),
        Line("as Joanie calls WeasyPrint, CPU ms for each", f"{joanie * 1000:.0f}"),
        Line("standing type, CPU ms for each", f"{fast * 1000:.1f}"),
        at_least("way back / naive", floor / back, 3.5),
        at_least("standing type / naive", floor / fast, 40),
        at_least("standing type / as Joanie", joanie / fast, 40),
        Line("sealed / unsealed, standing type", f"{fast / ours:.2f}"),
        at_least("sealed, standing type / naive and pyHanko", handbook / ours, 60),
        at_least("one on demand, warm / naive", floor / median(alone), 25),
        Line(f"a cohort of {COHORT}, nothing warm / naive", f"{floor / median(cohorts):.1f}"),
        at_least(f"a cohort of {LARGE:,} / naive", floor / large, 40),
        at_most(f"memory after {GROWING:,} more", growth(), 5, unit=" MiB"),
        Line("size of a file, not sealed", f"{kibibytes(sealed=False):.1f} KiB"),
        at_most("size of a file, sealed, its credential enclosed", kibibytes(sealed=True), 50, unit=" KiB"),
    ]


def people(many: int, *, begin: int = 0) -> list[CertificateFacts]:
    """One session: names, hours, codes and levels differ, as they do in life."""
    facts = CertificateFacts.from_json(Certificate.objects.standing().first().facts)
    return [
        replace(
            facts,
            holder_given_name=GIVEN[number % len(GIVEN)],
            holder_family_name=f"{FAMILY[number % len(FAMILY)]}-{FAMILY[number * 3 % len(FAMILY)]}",
            minutes_followed=facts.minutes_planned - 5 * (number % 60),
            code=f"{number:012d}",
            verify_url=f"{facts.verify_url.rpartition('/')[0]}/{number:012d}",
        )
        for number in range(begin, begin + many)
    ]


@cache
def enclosed() -> list[Enclosed]:
    """The credential of a certificate of the demo school."""
    signed = Certificate.objects.standing().first().credential
    return [Enclosed(name=CREDENTIAL_FILE, content=rfc8785.dumps(signed))]


def kibibytes(*, sealed: bool) -> float:
    """Of a certificate of the demo school."""
    facts = CertificateFacts.from_json(Certificate.objects.standing().first().facts)
    printed = press.print_document("certificate", facts, attachments=enclosed(), sealed=sealed)
    return len(printed.pdf) / 1024


def print_one(facts: CertificateFacts) -> bytes:
    return press.print_document("certificate", facts, attachments=enclosed()).pdf


def standing(group: list[CertificateFacts]) -> None:
    for facts in group:
        print_one(facts)


def whole(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.print_whole("certificate", facts, attachments=enclosed())


def naive(group: list[CertificateFacts]) -> None:
    for facts in group:
        peer.print_archival(facts, enclosed()[0].content)


def naive_sealed(group: list[CertificateFacts]) -> None:
    store = Path(settings.SIGNING_KEYS_DIR) / "own-seal"
    how = PdfSignatureMetadata(field_name="seal", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256")
    for facts in group:
        paper = IncrementalPdfFileWriter(BytesIO(peer.print_archival(facts, enclosed()[0].content)))
        sign_pdf(paper, how, signer=own_authority.signer(store))


def sealed(group: list[CertificateFacts]) -> None:
    for facts in group:
        press.print_document("certificate", facts, attachments=enclosed(), sealed=True)


def as_joanie(group: list[CertificateFacts]) -> None:
    for facts in group:
        peer.print_plain(facts)


def growth() -> float:
    """MiB that the process keeps after so many more certificates."""
    gc.collect()
    before = resident()
    standing(people(GROWING, begin=LARGE))
    gc.collect()
    return max(resident() - before, 0.0)


def resident() -> float:
    """MiB of this process in memory."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / 1024


def cpu_seconds(way: Callable, group: list[CertificateFacts]) -> float:
    gc.collect()
    began = time.process_time()
    way(group)
    return time.process_time() - began
