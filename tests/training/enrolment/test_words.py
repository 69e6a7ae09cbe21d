"""Days and hours as people say them, in both languages."""

from datetime import date, time

import pytest
from django.utils.translation import override

from training.domain import words

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("first", "last", "french", "dutch"),
    [
        (
            date(2027, 1, 11),
            date(2027, 3, 1),
            "du 11 janvier au 1er mars 2027",
            "van 11 januari tot 1 maart 2027",
        ),
        (
            date(2026, 12, 14),
            date(2027, 3, 23),
            "du 14 décembre 2026 au 23 mars 2027",
            "van 14 december 2026 tot 23 maart 2027",
        ),
    ],
)
def test_a_period(first, last, french, dutch):
    assert words.period(first, last) == french
    with override("nl"):
        assert words.period(first, last) == dutch


def test_a_span_of_hours():
    assert words.span(time(9), time(12, 30)) == f"9{SPACE}h – 12{SPACE}h{SPACE}30"
    with override("nl"):
        assert words.span(time(9), time(12, 30)) == f"9.00{SPACE}uur – 12.30{SPACE}uur"
