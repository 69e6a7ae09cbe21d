"""The preview of a version: what is printed already, what is being printed, what cannot be and why."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from certificates.models import TemplateProof, TemplateVersion
from documents import specimen
from documents.phrases import Words

SOON = timedelta(minutes=3)  # as long as a page looks again by itself


@dataclass(frozen=True)
class Shown:
    """One sample; `proof` None: it was never asked for, or is of what the version said before."""

    sample: str
    label: Words
    proof: TemplateProof | None

    @property
    def is_being_made(self) -> bool:
        return self.proof is not None and self.proof.is_being_made


@dataclass(frozen=True)
class Preview:
    samples: list[Shown]
    is_watched: bool

    @property
    def is_asked(self) -> bool:
        return all(each.proof for each in self.samples)

    @property
    def is_being_made(self) -> bool:
        return any(each.is_being_made for each in self.samples)

    @property
    def failed(self) -> bool:
        return any(each.proof and each.proof.trouble_fr for each in self.samples)

    @property
    def made(self) -> int:
        return sum(bool(each.proof) and not each.is_being_made for each in self.samples)


def of(version: TemplateVersion) -> Preview:
    """One query, without the files."""
    proofs = list(version.proofs.defer("pdf", "picture"))
    mine = {one.sample: one for one in proofs if one.is_being_made or one.is_of(version)}
    samples = [Shown(name, label, mine.get(name)) for name, label in specimen.SAMPLES.items()]
    lately = timezone.now() - SOON
    watched = any(each.is_being_made and each.proof.asked_at > lately for each in samples)
    return Preview(samples, watched)
