"""A pytest plugin: the demo school on one fixed afternoon, built once per process and copied for each test.

It is always the same Tuesday, twenty minutes into the lesson of the running session: what is proved with it
holds on a Sunday night and on a public holiday too. The clock goes on ticking from there.
"""

import os
from collections.abc import Iterator
from datetime import date, datetime, time
from unittest import mock

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from config.demo import school
from tests.database import copy_template, drop, ensure_template, start_afresh, use_database

TODAY = date(2026, 11, 24)
NOW = time(13, 50)


@pytest.fixture(scope="session")
def demo_template(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The name of a database with the demo school in it."""
    plain, name = settings.DATABASES["default"]["NAME"], f"demo_{os.getpid()}"
    with django_db_blocker.unblock():
        copy_template(ensure_template(), name)
        use_database(name)
        with translation.override("fr"), transaction.atomic():
            school.build(today=TODAY)
        use_database(plain)
    yield name
    with django_db_blocker.unblock():
        drop(name)


@pytest.fixture
def that_afternoon() -> Iterator[None]:
    real, began = timezone.now, timezone.now()
    lesson = timezone.make_aware(datetime.combine(TODAY, NOW))
    with mock.patch("django.utils.timezone.now", side_effect=lambda: lesson + (real() - began)):
        yield


@pytest.fixture
def demo_school(transactional_db, demo_template, that_afternoon) -> None:
    """The school as on its first day; the plugin of the database puts the plain one back afterwards."""
    start_afresh(demo_template, settings.DATABASES["default"]["NAME"])
