from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.formats import date_format

from certificates.domain import comparing, multikey, proofs
from certificates.domain.comparing import Compared, Finding
from certificates.enums import Answer
from certificates.models import Certificate
from documents import sealing

AS_ISSUED, OTHER, NOT_VALID, UNKNOWN, UNREADABLE = range(5)


class Command(BaseCommand):
    help = (
        "Compares files (PDF, or credentials in JSON) with what was issued and says what holds of their "
        "certificates today. Changes nothing, keeps nothing. Ends with the worst of: 0 as issued and valid; "
        "1 changed after issue; 2 as issued, but expired, replaced or revoked; 3 unknown; 4 cannot be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args, files: list[Path], **options) -> None:
        worst = max(self.examine(path) for path in files)
        if worst:
            raise CommandError("not every file is as it was issued and valid", returncode=worst)

    def examine(self, path: Path) -> int:
        """Writes one line about a file; returns its exit code."""
        try:
            content = path.read_bytes()
        except OSError as error:
            self.stdout.write(f"{path}: cannot be read ({error.strerror})")
            return UNREADABLE
        compared = comparing.compare(content)
        self.stdout.write("; ".join(filter(None, [f"{path}: {said(compared)}", seal_of(content)])))
        return code_of(compared)


def code_of(compared: Compared) -> int:
    if compared.finding == Finding.UNKNOWN:
        return UNKNOWN
    if compared.finding == Finding.OTHER:
        return OTHER
    if compared.paper:
        return NOT_VALID if compared.paper.replaced_at else AS_ISSUED
    return AS_ISSUED if compared.verified.answer == Answer.VALID else NOT_VALID


def said(compared: Compared) -> str:
    if compared.finding == Finding.UNKNOWN:
        return "unknown: it names no certificate of ours"
    certificate = compared.verified.certificate
    is_same = compared.finding == Finding.SAME
    if paper := compared.paper:
        file = "the file that was issued" if is_same else "NOT the file that was issued"
        since = f", replaced ({date_format(paper.replaced_at, 'Y-m-d')})" if paper.replaced_at else ""
        return f"{file}; {paper.kind.lower()} version {paper.number}{since}"
    parts = [
        "the file that was issued" if is_same else "NOT the file that was issued",
        f"certificate {certificate.grouped_code} is {state(certificate)}",
    ]
    if not is_same:
        parts.append(f"we certified {levels(certificate)}")
    if compared.holds_our_credential:
        parts.append(f"its credential is ours, {signature(certificate)}")
    return "; ".join(parts)


def state(certificate: Certificate) -> str:
    """The answer of today, with its date where it has one."""
    new = certificate.replaced_by
    day = new.issued_at if new else certificate.revoked_at or certificate.valid_until
    since = f" ({date_format(day, 'Y-m-d')})" if day else ""
    return f"{certificate.answer.value.lower()}{since}"


def levels(certificate: Certificate) -> str:
    return ", ".join(f"{each['skill']} {each['exit']}" for each in certificate.facts["levels"])


def seal_of(content: bytes) -> str:
    """What becomes of the seal of the page; empty for a file without one."""
    seal = sealing.check(content)
    if seal is None:
        return ""
    if not seal.intact:
        return "its seal is BROKEN"
    whose = "a TEST seal" if seal.is_test else "ours" if seal.trusted else "of somebody we do not know"
    return f"its seal is intact, {whose}"


def signature(certificate: Certificate) -> str:
    """Whether the proof holds with the published key, and whether that key still counts."""
    if not proofs.holds(certificate.credential, key=multikey.public_key(certificate.key.public_text)):
        return "its signature does NOT hold"
    given_up = certificate.key.compromised_at
    if given_up and given_up <= certificate.issued_at:
        return "its key was in WRONG HANDS when it signed"
    return "its signature holds"
