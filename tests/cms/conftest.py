"""The public site, built once for these tests in a database of its own: building it takes a second."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from tests.cms.builders import TODAY
from tests.database import copy_template, drop, ensure_template, use_database
from tests.training.planning.builders import at


@pytest.fixture(scope="package", autouse=True)
def _site_database(django_db_setup, django_db_blocker) -> Iterator[None]:
    from cms.domain import building

    plain, name = settings.DATABASES["default"]["NAME"], f"site_{os.getpid()}"
    with django_db_blocker.unblock():
        copy_template(ensure_template(), name)
        use_database(name)
        with at(TODAY), transaction.atomic():
            building.build_site()
    yield
    with django_db_blocker.unblock():
        use_database(plain)
        drop(name)


@pytest.fixture(autouse=True)
def _nothing_is_kept():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def site(db) -> Iterator[None]:
    """Both trees with their pages; the clock says 1 December 2026, 10 o'clock."""
    with at(TODAY):
        yield
