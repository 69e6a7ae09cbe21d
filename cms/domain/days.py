"""A date as people say it: French says '1er septembre'."""

from datetime import date

from django.utils.formats import date_format

from accounts.bilingual import reader_language


def said(day: date, pattern: str = "j F Y") -> str:
    text = date_format(day, pattern)
    if day.day == 1 and reader_language() == "fr":
        before, one, after = text.partition("1 ")
        return f"{before}1er {after}" if one else text
    return text
