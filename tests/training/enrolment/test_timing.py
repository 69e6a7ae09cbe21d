"""The phase of a session at each of its borders."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from training.domain.timing import Facts, phase
from training.enums import SessionPhase as P

PARIS = ZoneInfo("Europe/Paris")
FACTS = Facts(
    published=True,
    cancelled=False,
    opens_on=date(2026, 11, 1),
    closes_on=date(2027, 1, 8),
    first_day=date(2027, 1, 11),
    last_day=date(2027, 3, 5),
    seats_left=2,
)


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=PARIS)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(2026, 10, 31, 23, 59), P.ANNOUNCED),
        (at(2026, 11, 1, 0, 0), P.OPEN),
        (at(2027, 1, 8, 23, 59), P.OPEN),
        (at(2027, 1, 9, 0, 0), P.CLOSED),
        (at(2027, 1, 10, 23, 59), P.CLOSED),
        (at(2027, 1, 11, 0, 0), P.RUNNING),
        (at(2027, 3, 5, 23, 59), P.RUNNING),
        (at(2027, 3, 6, 0, 0), P.FINISHED),
    ],
)
def test_the_clock_alone_moves_a_session_on(moment, expected):
    assert phase(FACTS, moment) is expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"published": False}, P.DRAFT),
        ({"published": False, "cancelled": True}, P.CANCELLED),
        ({"cancelled": True}, P.CANCELLED),
        ({"seats_left": 0}, P.FULL),
        ({"seats_left": 1}, P.OPEN),
        ({"confirmed": True}, P.OPEN),
        ({"confirmed": True, "seats_left": 0}, P.FULL),
        ({"confirmed": True, "closes_on": date(2026, 11, 30)}, P.CONFIRMED),
        ({"confirmed": True, "closes_on": date(2026, 12, 1)}, P.OPEN),
        ({"confirmed": True, "opens_on": date(2026, 12, 2)}, P.ANNOUNCED),
        ({"confirmed": True, "published": False}, P.DRAFT),
        ({"confirmed": True, "cancelled": True}, P.CANCELLED),
        ({"confirmed": True, "first_day": date(2026, 12, 1)}, P.RUNNING),
        ({"confirmed": True, "first_day": date(2026, 11, 2), "last_day": date(2026, 11, 30)}, P.FINISHED),
        ({"closes_on": date(2027, 6, 1), "first_day": date(2026, 12, 1)}, P.RUNNING),
    ],
)
def test_facts_come_before_the_clock(change, expected):
    assert phase(replace(FACTS, **change), at(2026, 12, 1, 10)) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(2027, 1, 8, 23, 59), P.OPEN),
        (at(2027, 1, 9, 0, 0), P.CONFIRMED),
        (at(2027, 1, 10, 23, 59), P.CONFIRMED),
        (at(2027, 1, 11, 0, 0), P.RUNNING),
        (at(2027, 3, 6, 0, 0), P.FINISHED),
    ],
)
def test_one_that_is_confirmed_to_run_says_so_once_enrolment_is_closed(moment, expected):
    assert phase(replace(FACTS, confirmed=True), moment) is expected


def test_the_day_is_that_of_the_wall_clock():
    """Half past midnight in Paris is still yesterday in UTC."""
    assert phase(FACTS, datetime(2026, 10, 31, 23, 30, tzinfo=ZoneInfo("UTC"))) is P.OPEN


def test_a_session_never_goes_back():
    days = [at(2026, 10, 1) + timedelta(days=offset) for offset in range(200)]
    ranks = [phase(FACTS, day).rank for day in days]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 5
