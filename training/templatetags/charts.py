"""Charts drawn on the server: plain SVG without style or script, for screen, print and the dark."""

from dataclasses import dataclass

from django import template

from training.domain.progress import Profile, SkillProgress
from training.enums import WHOLE_LEVELS, Level

register = template.Library()

WHOLE = (Level.A0, *WHOLE_LEVELS)
LEFT, RIGHT, TOP, ROW = 16, 344, 28, 56


@dataclass(frozen=True)
class Line:
    """A level of the scale: where its line stands."""

    x: int
    label: str
    is_target: bool


@dataclass(frozen=True)
class Row:
    """One skill: its words, and where the entry and today's level stand on its line."""

    name: str
    entry: str
    latest: str
    text_y: int
    y: int
    entry_x: int | None
    latest_x: int | None

    @property
    def square_x(self) -> int | None:
        return None if self.latest_x is None else self.latest_x - 7

    @property
    def square_y(self) -> int:
        return self.y - 7


@register.inclusion_tag("training/progress/chart.html")
def levels_chart(profile: Profile, chart_id: str, of_group: bool = False) -> dict:
    """Entry against today in the five skills on one scale, and the same as a table.

    chart_id: unique on the page. of_group: the middle of a group instead of one person.
    """
    scale = scale_of(profile)
    return {
        "profile": profile,
        "lines": [Line(x_of(level, scale), level.short, level == profile.target) for level in scale],
        "rows": [row(index, one, scale) for index, one in enumerate(profile.skills)],
        "height": TOP + ROW * len(profile.skills) + 8,
        "bottom": TOP + ROW * len(profile.skills),
        "top": TOP,
        "chart_id": chart_id,
        "of_group": of_group,
    }


def scale_of(profile: Profile) -> list[Level]:
    """From nothing to the first whole level above everything that is shown, A2 at least."""
    shown = [level for one in profile.skills for level in (one.entry, one.latest) if level]
    highest = max([profile.target, *shown], key=lambda level: level.rank)
    above = [level for level in WHOLE if level.rank > highest.rank][:1]
    upto = max([Level.A2, *(above or [Level.C2])], key=lambda level: level.rank)
    lines = {level for level in WHOLE if level.rank <= upto.rank} | {profile.target}
    return sorted(lines, key=lambda level: level.rank)


def x_of(level: Level, scale: list[Level]) -> int:
    """Between the whole levels the half-steps stand in proportion."""
    return round(LEFT + (RIGHT - LEFT) * level.rank / scale[-1].rank)


def row(index: int, one: SkillProgress, scale: list[Level]) -> Row:
    top = TOP + ROW * index
    return Row(
        name=one.name,
        entry=one.entry.short if one.entry else "",
        latest=one.latest.short if one.latest else "",
        text_y=top + 20,
        y=top + 38,
        entry_x=x_of(one.entry, scale) if one.entry else None,
        latest_x=x_of(one.latest, scale) if one.latest else None,
    )
