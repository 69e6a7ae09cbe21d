"""One line of the table: what was measured, what was wanted, whether it was reached."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`wanted` in words; `reached` is None for a figure that has no target."""

    name: str
    figure: str
    wanted: str = ""
    reached: bool | None = None

    def __str__(self) -> str:
        verdict = {None: "", True: "reached", False: "NOT REACHED"}[self.reached]
        return f"  {self.name:<58}{self.figure:>16}  {self.wanted:<20}{verdict}".rstrip()


def at_least(name: str, figure: float, wanted: float, *, detail: str = "") -> Line:
    return Line(name, f"{detail}{figure:.2f}", f"at least {wanted:g}", figure >= wanted)


def at_most(name: str, figure: float, wanted: float, *, unit: str = "") -> Line:
    shown = str(figure) if isinstance(figure, int) else f"{figure:.1f}"
    return Line(name, shown + unit, f"at most {wanted:g}{unit}", figure <= wanted)
