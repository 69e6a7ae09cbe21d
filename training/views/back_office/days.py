"""Days and moments in the cells of the lists."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format


def day(value: date | None) -> str:
    return date_format(value, "SHORT_DATE_FORMAT") if value else "–"


def moment(value: datetime | None) -> str:
    return date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT") if value else "–"
