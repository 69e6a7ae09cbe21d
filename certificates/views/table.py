"""The answers to a list as a table: for the page and for the file, the same cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from certificates.domain.many import Answered
from certificates.enums import Answer
from training.domain import csv_text, words
from training.enums import Level, Skill

LOOKS = {  # the state, and its icon
    Answer.VALID: ("done", "shield-check"),
    Answer.REVOKED: ("problem", "ban"),
    Answer.REPLACED: ("warning", "refresh-cw"),
    Answer.UNKNOWN: ("quiet", "circle-help"),
}
OTHER_LOOK = ("warning", "clock")


@dataclass(frozen=True)
class Row:
    """A line of the page. `answered.trouble` stands in place of everything else."""

    answered: Answered

    @property
    def code(self) -> str:
        certificate = self.answered.verified and self.answered.verified.certificate
        return certificate.grouped_code if certificate else self.answered.question.typed

    @property
    def word(self) -> str:
        return str(self.answered.answer.label) if self.answered.answer else ""

    @property
    def kind(self) -> str:
        return LOOKS.get(self.answered.answer, OTHER_LOOK)[0]

    @property
    def icon(self) -> str:
        return LOOKS.get(self.answered.answer, OTHER_LOOK)[1]

    @property
    def levels(self) -> list[tuple[str, str]]:
        """Each of the five skills with its level, empty for one that was not measured."""
        found = {each.skill: Level(each.exit).short for each in self.answered.facts.levels}
        return [(str(skill.label), found.get(skill.value, "")) for skill in Skill]

    @property
    def hours(self) -> str:
        return words.duration(self.answered.facts.minutes_followed)

    @property
    def name(self) -> str:
        if self.answered.same_name is None:
            return ""
        return pgettext("same name", "Yes") if self.answered.same_name else pgettext("same name", "No")

    @property
    def cells(self) -> list:
        """Of the file."""
        one = self.answered
        levels = [level for _skill, level in self.levels] if one.still_says else [""] * len(Skill)
        hours = self.hours if one.still_says else ""
        issued = one.facts.issued_on.isoformat() if one.facts else ""
        return [one.question.number, self.code, one.trouble or self.word, self.name, *levels, hours, issued]


def head() -> list[str]:
    return [
        pgettext("of a list", "Line"),
        _("Code"),
        pgettext("of a certificate", "Answer"),
        _("Same family name"),
        *(str(skill.label) for skill in Skill),
        _("Hours followed"),
        pgettext("certificate", "Issued on"),
    ]


def rows(answers: Iterable[Answered]) -> list[Row]:
    return [Row(one) for one in answers]


def as_csv(answers: Sequence[Answered]) -> str:
    return csv_text.written(head(), [row.cells for row in rows(answers)])
