"""What the pages of the placement test read: the question with its place in the test, the result in words."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import User
from training.domain.placement import keeping, route
from training.domain.placement.fitting import Fit
from training.domain.placement.scoring import REPORTED
from training.domain.placement.taking import Standing
from training.domain.queries.enrolments import Fact, session_facts
from training.enums import Level, LevelSource, PlacementPart, Skill
from training.models import PlacementAttempt, PlacementResult, Session

FAIRLY_SURE = 1  # steps of the scale between "at least" and "at most"


def current_of(user: User) -> PlacementAttempt | None:
    """The test that is not finished, else the last one."""
    own = PlacementAttempt.objects.visible_to(user).filter(user=user)
    return own.unfinished().first() or keeping.latest(user.pk)


@dataclass(frozen=True)
class QuestionPage:
    """Where a question stands in the test."""

    part: PlacementPart
    number: int
    parts: int
    answered: int
    most: int

    @property
    def here(self) -> int:
        return self.answered + 1

    @property
    def bars(self) -> range:
        return range(self.parts)

    @property
    def is_regional(self) -> bool:
        return self.part == PlacementPart.REGIONAL

    @property
    def is_first_rated(self) -> bool:
        return self.part.is_rated and not self.answered


def question_page(attempt: PlacementAttempt, state: Standing) -> QuestionPage:
    parts = [one for one in route.PARTS if not (one == PlacementPart.LISTENING and attempt.cannot_listen)]
    number = parts.index(state.part) + 1 if state.part in parts else 1
    return QuestionPage(state.part, number, len(parts), state.answered_in_part, state.most_in_part)


@dataclass(frozen=True)
class Row:
    """One skill of a result, in words and for its stair."""

    skill: Skill
    level: Level
    low: Level
    high: Level
    source: LevelSource

    @property
    def name(self) -> str:
        return str(self.skill.label)

    @property
    def is_rated(self) -> bool:
        return self.source == LevelSource.SELF

    @property
    def between(self) -> str:
        """'A1', or 'between A1.1 and A2'."""
        if self.low == self.high:
            return self.level.short
        sentence = _("between %(low)s and %(high)s")
        return sentence % {"low": self.low.short, "high": self.high.short}

    @property
    def sureness(self) -> str:
        if self.is_rated:
            return pgettext("how sure a level is", "as you see it yourself")
        width = REPORTED.index(self.high) - REPORTED.index(self.low)
        if not width:
            return pgettext("how sure a level is", "sure")
        if width == FAIRLY_SURE:
            return pgettext("how sure a level is", "fairly sure")
        return pgettext("how sure a level is", "to be confirmed in the interview")


@dataclass(frozen=True)
class Shown:
    """A result as it is read by the person, the trainer and the office."""

    day: date
    rows: list[Row]
    unmeasured: list[str]
    regional: str


def shown(attempt: PlacementAttempt) -> Shown:
    found = {one.skill: one for one in attempt.results.all()}
    return Shown(
        day=timezone.localdate(attempt.finished_at),
        rows=[row(found[skill]) for skill in Skill if skill in found],
        unmeasured=[str(skill.label) for skill in Skill if skill not in found],
        regional=attempt.get_regional_display() if attempt.regional else "",
    )


def row(result: PlacementResult) -> Row:
    return Row(
        Skill(result.skill),
        Level(result.level),
        Level(result.low),
        Level(result.high),
        LevelSource(result.source),
    )


def shown_for(user_id: int | None) -> Shown | None:
    """The last result of a person's account, for who accompanies them."""
    attempt = keeping.latest(user_id)
    return shown(attempt) if attempt else None


@dataclass(frozen=True)
class Card:
    """A session that fits (components/session_card.html)."""

    session: Session
    facts: list[Fact]
    reasons: str


def cards(fits: list[Fit]) -> list[Card]:
    return [Card(one.session, session_facts(one.session), " ".join(one.reasons)) for one in fits]
