"""The file of the first tables and the migrations say the same."""

import os
import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config.services import tables
from tests.database import create, drop, use_database

# When a migration ran, and the keys that Wagtail's draw for its first pages.
CHANCE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+00|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture
def empty_database(django_db_setup, django_db_blocker):
    usual, name = settings.DATABASES["default"]["NAME"], f"empty_{os.getpid()}"
    with django_db_blocker.unblock():
        drop(name)
        create(name)
        use_database(name)
        yield name
        use_database(usual)
        drop(name)


def test_the_file_is_what_the_migrations_make(empty_database):
    call_command("migrate", interactive=False, verbosity=0)
    made = tables.dump(empty_database)
    assert CHANCE.sub("", made) == CHANCE.sub("", tables.FILE.read_text()), "type bin/tables"


def test_after_the_file_no_migration_is_left(empty_database):
    with tables.open_database(empty_database) as fresh:
        assert tables.are_missing(fresh)
        tables.lay(fresh)
        assert not tables.are_missing(fresh)
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
