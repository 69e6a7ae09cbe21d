"""Days without lessons: both sides of the border, in both languages."""

from datetime import date

import pytest

from training.domain.calendar import ClosedRange, Reason, closure, public_holiday


@pytest.mark.parametrize(
    ("day", "fr", "nl"),
    [
        (
            date(2027, 11, 1),
            "Jour férié en France et en Belgique\N{NO-BREAK SPACE}: Toussaint",
            "Feestdag in Frankrijk en België: Allerheiligen",
        ),
        (
            date(2027, 7, 14),
            "Jour férié en France\N{NO-BREAK SPACE}: fête nationale française",
            "Feestdag in Frankrijk: Franse nationale feestdag",
        ),
        (
            date(2027, 5, 8),
            "Jour férié en France\N{NO-BREAK SPACE}: victoire de 1945",
            "Feestdag in Frankrijk: overwinning van 1945",
        ),
        (
            date(2027, 7, 21),
            "Jour férié en Belgique\N{NO-BREAK SPACE}: Fête nationale",
            "Feestdag in België: Nationale feestdag",
        ),
        (date(2027, 7, 11), "Fête de la Communauté flamande", "Feest van de Vlaamse Gemeenschap"),
    ],
)
def test_holidays_say_why_in_both_languages(day, fr, nl):
    assert public_holiday(day) == Reason(fr=fr, nl=nl)


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 3, 26),  # Good Friday: a holiday in Alsace only
        date(2027, 12, 26),  # Second day of Christmas: Alsace
        date(2027, 11, 2),
        date(2027, 11, 15),  # King's Day: offices only
    ],
)
def test_other_days_are_ordinary(day):
    assert public_holiday(day) is None


def test_a_closure_counts_from_its_first_to_its_last_day():
    reason = Reason(fr="Vacances de printemps", nl="Paasvakantie")
    closed = [ClosedRange(date(2027, 4, 12), date(2027, 4, 16), reason)]
    days = [date(2027, 4, n) for n in (11, 12, 16, 17)]
    found = [closure(day, closed) for day in days]
    assert [one and one.reason for one in found] == [None, reason, reason, None]
