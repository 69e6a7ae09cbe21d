"""Many codes at once: a list is read line by line, and answered by one query. Nothing of it is kept.

The same answers as one by one (`certificates.domain.verifying`); a name that stands beside a code gets yes
or no, never the right one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.utils.translation import gettext as _

from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.models import Organisation, User
from accounts.models.organisation import OrganisationQuerySet
from accounts.rules import YES, Verdict
from certificates.domain import codes
from certificates.domain.name_check import same_family_name
from certificates.domain.verifying import NO_CODE, Verified
from certificates.enums import Answer
from certificates.exceptions import Refusal
from certificates.models import Certificate
from documents.facts import CertificateFacts
from training.domain.importing import tables

MOST = 200
LONGEST_LINE = 500  # characters: a pasted address and a name
SEPARATORS = ("\t", ";", ",")
ASKING_ROLES = (Role.AGENCY_MEMBER, Role.PRESCRIBER)
SAYS_NO_MORE = (Answer.REVOKED, Answer.REPLACED, Answer.UNKNOWN)  # what it certified counts no longer


@dataclass(frozen=True)
class Question:
    """One line. `code` is None when there is none in it: `trouble` says so, or it is asked as unknown."""

    number: int
    typed: str
    code: str | None = None
    family_name: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class Answered:
    """`verified` is None where the line could not be asked: `trouble` says why."""

    question: Question
    verified: Verified | None = None
    trouble: str = ""

    @property
    def answer(self) -> Answer | None:
        return self.verified.answer if self.verified else None

    @cached_property
    def facts(self) -> CertificateFacts | None:
        return self.verified.facts if self.verified else None

    @property
    def still_says(self) -> bool:
        """Whether its levels and hours are shown: as on the page of one code."""
        return self.answer is not None and self.answer not in SAYS_NO_MORE

    @property
    def same_name(self) -> bool | None:
        if self.facts is None or not self.question.family_name:
            return None
        return same_family_name(self.question.family_name, self.facts.holder_family_name)


def who_ask() -> OrganisationQuerySet:
    """Every organisation whose people may check a list."""
    kinds = set().union(*(KINDS_FOR_ROLE[role] for role in ASKING_ROLES))
    return Organisation.objects.filter(kind__in=kinds)


def organisations_of(user: User) -> OrganisationQuerySet:
    """Those for which this account may check certificates, verified or not."""
    acting = user.memberships.active().filter(role__in=ASKING_ROLES)
    return Organisation.objects.filter(pk__in=acting.values("organisation")).order_by("name_fr")


def may_ask(user: User) -> Verdict:
    """Whether one of them is verified, and whom to ask if not."""
    if organisations_of(user).filter(verified_at__isnull=False).exists():
        return YES
    sentence = _(
        "The coordination has not verified your organisation yet. Write to the coordination; until then, "
        "check certificates one by one."
    )
    return Verdict(False, sentence)


def read(text: str) -> list[Question]:
    """Each line that is not empty: a code, and if one wants a family name after a separator or a space.

    A first line of headings is left out. Raises Refusal for nothing at all, and for more than 200 lines.
    """
    return _questions([_pieces(line) for line in text.splitlines()])


def read_file(content: bytes) -> list[Question]:
    """The same from CSV, XLSX or a plain text. Raises Refusal."""
    return _questions([_pieces_of(cells) for cells in islice(tables.lines(content), tables.MOST_ROWS)])


def as_text(questions: Iterable[Question]) -> str:
    """The list as one would have pasted it, each on the line of its number."""
    lines: list[str] = []
    for one in questions:
        lines += [""] * (one.number - 1 - len(lines))
        lines.append("; ".join(part for part in (one.typed, one.family_name) if part))
    return "\n".join(lines)


def answer(questions: Sequence[Question], *, held_back: Collection[str] = ()) -> list[Answered]:
    """What we know of each, in its order. One query. A code that stands twice is asked once.

    `held_back`: codes that were asked for too often.
    """
    wanted = {one.code or NO_CODE for one in questions}
    found = {
        one.code: one for one in Certificate.objects.select_related("replaced_by").filter(code__in=wanted)
    }
    seen: dict[str, int] = {}
    return [_answered(one, found, seen, held_back) for one in questions]


def _answered(
    question: Question, found: dict[str, Certificate], seen: dict[str, int], held_back: Collection[str]
) -> Answered:
    if question.trouble:
        return Answered(question, trouble=question.trouble)
    first = seen.setdefault(question.code, question.number)
    if question.code and first != question.number:
        sentence = _("The same code stands on line %(number)d: it was asked once.")
        return Answered(question, trouble=sentence % {"number": first})
    if question.code in held_back:
        return Answered(question, trouble=_("This code was asked for too often. Try again in a minute."))
    certificate = found.get(question.code)
    if certificate is None:
        return Answered(question, Verified(answer=Answer.UNKNOWN))
    return Answered(question, Verified(answer=certificate.answer, certificate=certificate))


def _questions(lines: Sequence[tuple[str | None, list[str]]]) -> list[Question]:
    said = [(number, code, cells) for number, (code, cells) in enumerate(lines, start=1) if any(cells)]
    if len(said) > 1 and _are_headings(*said[0][1:]):
        del said[0]
    questions = [_question(*each) for each in said]
    if not questions:
        raise Refusal(_("Paste at least one code, or choose a file."), code="empty")
    if len(questions) > MOST:
        sentence = _("There are %(number)d lines; %(most)d at a time is the most. Divide the list.")
        raise Refusal(sentence % {"number": len(questions), "most": MOST}, code="many")
    return questions


def _are_headings(code: str | None, cells: Sequence[str]) -> bool:
    """“Code; Naam”, “Code de vérification”. Nothing else is passed over: a slip, or a name alone, is said."""
    return (
        code is None and any("code" in cell.casefold() for cell in cells) and not any(map(_has_figure, cells))
    )


def _has_figure(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _question(number: int, code: str | None, cells: list[str]) -> Question:
    """`cells`: what was typed as the code, then what else stands on the line."""
    typed, *rest = cells
    names = [cell for cell in rest if cell]
    if code is None:
        sentence = _("There is no code here. A code has twelve letters and figures, like 7K3M-9XQ2-4BTD.")
        return Question(number, typed, None, " ".join(names), sentence)
    if len(names) > 1:
        sentence = _("More stands here than a code and a family name.")
        return Question(number, typed, None, "; ".join(names), sentence)
    return Question(number, typed, code, "".join(names))


def _pieces(line: str) -> tuple[str | None, list[str]]:
    line = line.strip()
    if len(line) > LONGEST_LINE:
        return None, [line]
    separator = next((one for one in SEPARATORS if one in line), None)
    if separator:
        return _pieces_of([cell.strip() for cell in line.split(separator)])
    return _pieces_of([line])


def _pieces_of(cells: list[str]) -> tuple[str | None, list[str]]:
    """The code of a line, its text first; the code may stand in any cell, and a name behind it."""
    for place, cell in enumerate(cells):
        for head, tail in _divided(cell):
            if code := codes.clean(head):
                return code, [head, tail, *cells[:place], *cells[place + 1 :]]
    return None, cells or [""]


def _divided(text: str) -> Iterator[tuple[str, str]]:
    """At each space, and the whole: “7K3M 9XQ2 4BTD Peeters”."""
    words = text.split()
    for place in range(1, min(len(words), codes.LENGTH) + 1):
        yield " ".join(words[:place]), " ".join(words[place:])
