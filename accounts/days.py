"""A date as people say it: French says '1er septembre'."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language


def said(day: date | datetime | None, pattern: str = "j F Y") -> str:
    """`pattern` is Django's, with the day of the month in it. A moment is told on the wall clock."""
    if not day:
        return ""
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    text = date_format(day, pattern)
    if day.day == 1 and (get_language() or "").startswith("fr"):
        before, one, after = text.partition("1 ")
        return f"{before}1er {after}" if one else text
    return text
