"""Days that pass while a journey goes on: the server under test lives in this process and goes with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from unittest import mock

from django.utils import timezone


@contextmanager
def later(day: date, clock: time = time(10)) -> Iterator[None]:
    """Inside, it is this moment, and the clock goes on ticking."""
    began = timezone.now()
    there, ticking = timezone.make_aware(datetime.combine(day, clock)), timezone.now
    with mock.patch("django.utils.timezone.now", side_effect=lambda: there + (ticking() - began)):
        yield
