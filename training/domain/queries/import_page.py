"""What the page of an import shows: how far it is, or its lines with what is wrong at which cell."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from training.domain.importing import running
from training.domain.importing.columns import Column, columns, heading
from training.domain.importing.wording import to_the_reader
from training.enums import ImportOutcome, ImportStatus
from training.models import Import, ImportRow

PER_PAGE = 50


@dataclass(frozen=True)
class Cell:
    label: str
    text: str
    is_wrong: bool


@dataclass(frozen=True)
class Mistake:
    """`where`: which line, and which column if it is about one. It can be passed on as it stands."""

    where: str
    sentence: str


@dataclass(frozen=True)
class Line:
    row: ImportRow
    cells: list[Cell]
    mistakes: list[Mistake]

    @property
    def is_good(self) -> bool:
        return not self.row.errors

    @property
    def outcome(self) -> str:
        return str(ImportOutcome(self.row.outcome).label) if self.row.outcome else ""


@dataclass(frozen=True)
class Preview:
    """`columns`: those that the file has. `unused`: the headings of its other columns.

    `only_bad`: whether good lines are left out.
    """

    columns: list[Column]
    unused: list[str]
    lines: list[Line]
    page: Page
    good: int
    bad: int
    same: int
    chosen: int
    only_bad: bool


def preview(source: Import, *, number: str, only_bad: bool) -> Preview:
    rows = source.rows.order_by("number")
    good = rows.filter(errors={})
    shown = rows.exclude(errors={}) if only_bad else rows
    page = Paginator(shown, PER_PAGE).get_page(number)
    named = [one for one in columns(source.kind) if one.name in source.mapping]
    return Preview(
        columns=named,
        unused=_unused(source),
        lines=[_line(source, row, named) for row in page],
        page=page,
        good=good.count(),
        bad=rows.exclude(errors={}).count(),
        same=good.filter(outcome=ImportOutcome.SAME).count(),
        chosen=rows.filter(is_chosen=True).count(),
        only_bad=only_bad,
    )


def _line(source: Import, row: ImportRow, named: list[Column]) -> Line:
    said, labels = running.texts(source, row), {one.name: str(one.label) for one in named}
    cells = [Cell(label, said.get(name, ""), name in row.errors) for name, label in labels.items()]
    in_order = sorted(row.errors.items(), key=lambda one: [*labels, one[0]].index(one[0]))
    return Line(row, cells, [_mistake(row, labels.get(name), said) for name, said in in_order])


def _mistake(row: ImportRow, label: str | None, sentences: dict[str, str]) -> Mistake:
    facts = {"number": row.number, "column": label}
    where = _("Line %(number)d, %(column)s:") if label else _("Line %(number)d:")
    return Mistake(where % facts, to_the_reader(sentences))


def _unused(source: Import) -> list[str]:
    """Headings of the file that nobody said anything about."""
    used, headers = source.mapping.values(), source.headers
    return [heading(headers, place) for place, text in enumerate(headers) if text and place not in used]


def step(source: Import) -> str:
    """Which part of the page is shown."""
    names = {ImportStatus.UPLOADED: "columns", ImportStatus.CHECKED: "preview", ImportStatus.DONE: "done"}
    return names.get(ImportStatus(source.status), "progress")
