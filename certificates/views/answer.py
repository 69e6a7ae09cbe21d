"""What the verification page says, made ready for its template: words and figures, no decisions."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from certificates.domain.showing import initials
from certificates.domain.verifying import Verified
from certificates.enums import Answer, Shown
from certificates.models import Certificate
from documents.facts import CertificateFacts
from training.domain import words
from training.enums import Level, Skill


@dataclass(frozen=True)
class Stair:
    """One skill for components/stair.html."""

    name: str
    level: str
    entry: str


@dataclass(frozen=True)
class Page:
    """`facts` and `certificate` are None for an unknown code."""

    answer: Answer
    certificate: Certificate | None = None
    facts: CertificateFacts | None = None
    shows: str = Shown.FULL

    @property
    def name(self) -> str:
        """As much of the holder's name as they allow."""
        whole = self.facts.holder_name
        return {Shown.FULL: whole, Shown.INITIALS: initials(whole), Shown.CHECK: ""}[Shown(self.shows)]

    @property
    def asks_for_the_name(self) -> bool:
        """The page offers to compare a name that it does not show."""
        return self.shows != Shown.FULL

    @property
    def title(self) -> str:
        return self._in_language("title")

    @property
    def other_title(self) -> str:
        """The same course in the other language, and which one that is."""
        return self.facts.title_fr if self.reads_dutch else self.facts.title_nl

    @property
    def other_language(self) -> str:
        return "fr" if self.reads_dutch else "nl"

    @property
    def title_language(self) -> str:
        return "nl" if self.reads_dutch else "fr"

    @property
    def operator(self) -> str:
        return self._in_language("operator_name")

    @property
    def reads_dutch(self) -> bool:
        """In English the Dutch words come first: the page is about Dutch at work."""
        return get_language()[:2] != "fr"

    @property
    def can_do(self) -> list[str]:
        return [each.nl if self.reads_dutch else each.fr for each in self.facts.can_do]

    @property
    def stairs(self) -> list[Stair]:
        """The five skills; one that was not measured stays empty."""
        levels = {each.skill: each for each in self.facts.levels}
        return [_stair(skill, levels.get(skill.value)) for skill in Skill]

    @property
    def levels(self) -> str:
        """The levels that were certified, in one line: “Listening A2 · Reading A2”."""
        return " · ".join(f"{stair.name} {stair.level}" for stair in self.stairs if stair.level)

    @property
    def hours(self) -> str:
        return _("%(followed)s of %(planned)s") % {
            "followed": words.duration(self.facts.minutes_followed),
            "planned": words.duration(self.facts.minutes_planned),
        }

    @property
    def signed_by(self) -> str:
        """Whoever signed the paper, as they stand on it."""
        return ", ".join(each.name for each in self.facts.signatories)

    @property
    def square(self) -> str:
        """The fingerprint of what the printed square code says after its address; empty when nothing."""
        return sha256(self.facts.compact.encode()).hexdigest() if self.facts.compact else ""

    @property
    def revoked_at(self) -> datetime | None:
        return self.certificate.revoked_at

    @property
    def last_day(self) -> date | datetime | None:
        """Until when it was, or is, valid; None for one that stands and does not expire."""
        return self.certificate.revoked_at or self.certificate.valid_until

    def _in_language(self, field: str) -> str:
        return getattr(self.facts, f"{field}_{self.title_language}")


def page_of(verified: Verified) -> Page:
    return Page(
        answer=verified.answer,
        certificate=verified.certificate,
        facts=verified.facts,
        shows=verified.shows,
    )


def _stair(skill: Skill, result) -> Stair:
    level = Level(result.exit).short if result else ""
    entry = Level(result.entry).short if result and result.entry else ""
    return Stair(name=str(skill.label), level=level, entry=entry)
