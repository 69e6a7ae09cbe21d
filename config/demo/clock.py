"""The demo school has a past: its verbs are called on the days when things happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from unittest import mock

from django.utils import timezone


@contextmanager
def on(day: date, hour: int = 10, minute: int = 0) -> Iterator[None]:
    """Inside, Django's clock shows this moment. For the demo school only: one process, one thread."""
    moment = timezone.make_aware(datetime.combine(day, time(hour, minute)))
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield
