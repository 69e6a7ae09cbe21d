"""What is worth an alert in one person's half-days, in order of time: pure (decision 0102).

A run is a row of half-days for which the same holds: unjustified, or the rate under the threshold. A run is
noticed once, whatever is added before or after it, so registers closed late or out of order make no second
alert. What `tells_nobody` (a job interview) and what was not due is taken out before anything is counted.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from training.enums import AlertKind


@dataclass(frozen=True)
class Seen:
    """One closed half-day of one person. `counts`: due, and no job interview."""

    half_day: int
    minutes: int
    followed: int
    is_unjustified: bool = False
    is_due: bool = True
    is_quiet: bool = False

    @property
    def counts(self) -> bool:
        return self.is_due and not self.is_quiet


@dataclass(frozen=True)
class Noticed:
    """An alert to raise at `half_day`, for all the half-days of `run`."""

    kind: AlertKind
    half_day: int
    run: tuple[int, ...]
    percent: int | None = None


def notice(seen: Iterable[Seen], *, in_a_row: int, under: int, after: int) -> list[Noticed]:
    """`in_a_row` unjustified half-days; a rate under `under` %, once `after` minutes lie behind."""
    seen = [one for one in seen if one.is_due]
    rated = list(_rates([one for one in seen if one.counts]))
    unjustified = [
        Noticed(AlertKind.UNJUSTIFIED, run[in_a_row - 1].half_day, _ids(run))
        for run in _runs(seen, lambda one: one.is_unjustified and one.counts)
        if len(run) >= in_a_row
    ]
    is_low = {one.half_day: begun >= after and percent < under for one, begun, percent in rated}
    percents = {one.half_day: percent for one, _begun, percent in rated}
    low = [
        Noticed(AlertKind.LOW_RATE, run[0].half_day, _ids(run), percents[run[0].half_day])
        for run in _runs([one for one, *_rest in rated], lambda one: is_low[one.half_day])
    ]
    return unjustified + low


def _rates(seen: Sequence[Seen]) -> Iterable[tuple[Seen, int, int]]:
    """After each half-day: the minutes that lie behind, and the share followed of them, rounded down."""
    begun = followed = 0
    for one in seen:
        begun, followed = begun + one.minutes, followed + one.followed
        yield one, begun, followed * 100 // begun if begun else 100


def _runs(seen: Sequence[Seen], holds: Callable[[Seen], bool]) -> list[list[Seen]]:
    runs: list[list[Seen]] = [[]]
    for one in seen:
        if holds(one):
            runs[-1].append(one)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _ids(run: Sequence[Seen]) -> tuple[int, ...]:
    return tuple(one.half_day for one in run)
