"""A pytest plugin: each process gets a database copied from a template, in a fraction of a second.

The template is named after a hash of every migration and of the reference data; it is made once and kept by
the cluster, so only a changed migration costs the time of `migrate`. A test that commits (`transaction=True`,
`live_server`) is followed by a fresh copy instead of a flush: the rows that migrations made are still there.
Works with `bin/test` and with any PostgreSQL in DATABASE_URL whose user may create databases.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import TransactionTestCase
from psycopg.sql import SQL, Identifier

from config.services import tables
from config.services.database import open_database

TEMPLATES_KEPT = 3
BUILD_LOCK = 0x6772656E  # "gren"; one process builds, the others wait and find it made


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """Takes the place of pytest-django's: a copy of the template, dropped at the end."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    name = f"test_{worker}_{os.getpid()}"
    plain_teardown = TransactionTestCase._fixture_teardown
    with django_db_blocker.unblock():
        template = ensure_template()
        copy_template(template, name)
        use_database(name)
    TransactionTestCase._fixture_teardown = lambda self: start_afresh(template, name)
    yield
    TransactionTestCase._fixture_teardown = plain_teardown
    with django_db_blocker.unblock():
        connections.close_all()
        drop(name)


def ensure_template() -> str:
    """The name of a database with every table and the reference data, made if it is not there."""
    name = f"template_{fingerprint()}"
    with neighbour() as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [BUILD_LOCK])
        if not exists(connection, name):
            forget_old(connection, "template_")
            build(connection, name)
    return name


def build(connection: psycopg.Connection, name: str) -> None:
    """Under another name until it is whole: a killed build leaves no half template."""
    unfinished = f"unfinished_{os.getpid()}"
    drop(unfinished)
    create(unfinished)
    use_database(unfinished)
    with neighbour(unfinished) as fresh:
        tables.lay(fresh)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_reference", verbosity=0)
    connections.close_all()
    connection.execute(SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(unfinished), Identifier(name)))


def start_afresh(template: str, name: str) -> None:
    connections.close_all()
    copy_template(template, name)
    cache.clear()


def copy_template(template: str, name: str) -> None:
    with neighbour() as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
        connection.execute(
            SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                Identifier(name), Identifier(template)
            )
        )


def create(name: str) -> None:
    """With nothing in it."""
    with neighbour() as connection:
        connection.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(name)))


def drop(name: str) -> None:
    with neighbour() as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def forget_old(connection: psycopg.Connection, prefix: str) -> None:
    """Leaves room for one more of the databases that are kept under this prefix."""
    rows = connection.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC OFFSET %s",
        [prefix, TEMPLATES_KEPT - 1],
    ).fetchall()
    for (name,) in rows:
        connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(name)))


def exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def neighbour(name: str = "postgres") -> psycopg.Connection:
    """The maintenance database, unless said: nobody can be inside the one that is copied or dropped."""
    return open_database(name)


def use_database(name: str) -> None:
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


def fingerprint() -> str:
    """Every migration of every app, and everything the reference data is made of."""
    digest = hashlib.sha256()
    for path in sorted({*migration_files(), *reference_files()}):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def migration_files() -> list[Path]:
    return [path for app in apps.get_app_configs() for path in Path(app.path).glob("migrations/*.py")]


def reference_files() -> list[Path]:
    sources = ("*/reference/**/*", "*/domain/reference.py", "*/domain/roles.py")
    found = [path for pattern in sources for path in settings.BASE_DIR.glob(pattern)]
    return [tables.FILE, *(path for path in found if path.is_file() and path.suffix != ".pyc")]
