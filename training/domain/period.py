"""The month or the week that a calendar page shows, and the ones before and after it. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from training.domain import words

WEEK = timedelta(days=7)


class Length(TextChoices):
    MONTH = "month", pgettext_lazy("calendar", "Month")
    WEEK = "week", pgettext_lazy("calendar", "Week")


@dataclass(frozen=True)
class Period:
    """The month or the week around `day`."""

    length: Length
    day: date

    @property
    def first(self) -> date:
        if self.length == Length.WEEK:
            return self.day - timedelta(days=self.day.weekday())
        return self.day.replace(day=1)

    @property
    def last(self) -> date:
        if self.length == Length.WEEK:
            return self.first + timedelta(days=6)
        return self.following - timedelta(days=1)

    @property
    def previous(self) -> date:
        """The first day of the one before."""
        if self.length == Length.WEEK:
            return self.first - WEEK
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def following(self) -> date:
        """The first day of the one after."""
        if self.length == Length.WEEK:
            return self.first + WEEK
        return (self.first + timedelta(days=31)).replace(day=1)

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    @property
    def blanks(self) -> int:
        """How many days of the week come before the first one: a month rarely begins on a Monday."""
        return self.first.weekday()

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """'Octobre 2027'; 'Du 4 octobre au 10 octobre 2027'."""
        if self.length == Length.WEEK:
            return capfirst(words.period(self.first, self.last))
        return capfirst(date_format(self.first, "F Y"))
