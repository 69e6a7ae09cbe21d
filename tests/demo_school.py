"""A pytest plugin: the demo school on one fixed afternoon, built once for all, copied for each test.

It is always the same Tuesday, twenty minutes into the lesson of the running session: what is proved with it
holds on a Sunday night and on a public holiday too. The clock goes on ticking from there. The school is kept
by the cluster, under a hash of everything it is made of, so a run that changed only tests does not build it.
"""

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from unittest import mock

import psycopg
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.utils import timezone, translation
from psycopg.sql import SQL, Identifier

from config import environment
from config.demo import school
from tests.database import (
    copy_template,
    drop,
    ensure_template,
    exists,
    fingerprint,
    forget_old,
    neighbour,
    start_afresh,
    use_database,
)

TODAY = date(2026, 11, 24)
NOW = time(13, 50)
BUILD_LOCK = 0x7363686F  # "scho"; one process builds, the others wait and find it made
MADE_OF = (".py", ".html", ".txt", ".css", ".svg", ".json", ".po", ".png", ".jpg", ".ttf", ".icc")
FOLDERS = ("accounts", "documents", "training", "certificates", "cms", "config", "templates", "locale")


@pytest.fixture(scope="session")
def demo_template(django_db_setup, django_db_blocker) -> str:
    """The name of a database with the demo school in it; its files lie beside it."""
    name = f"school_{school_fingerprint()}"
    files = environment.VAR_DIR / name
    with django_db_blocker.unblock(), neighbour() as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [BUILD_LOCK])
        if not (exists(connection, name) and files.is_dir()):
            forget_old(connection, "school_")
            forget_files(connection)
            build_school(name)
            put_away(files)
    return name


def build_school(name: str) -> None:
    """Under another name until it is whole: a killed build leaves no half school."""
    plain = settings.DATABASES["default"]["NAME"]
    unfinished = f"unfinished_{name}"
    drop(name)
    copy_template(ensure_template(), unfinished)
    use_database(unfinished)
    with translation.override("fr"), transaction.atomic():
        school.build(today=TODAY)
    use_database(plain)
    with neighbour() as connection:
        connection.execute(
            SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(unfinished), Identifier(name))
        )


def school_fingerprint() -> str:
    """Every source that can change what the school looks like."""
    digest = hashlib.sha256(f"{fingerprint()} {TODAY}".encode())
    for folder in FOLDERS:
        for path in sorted((settings.BASE_DIR / folder).rglob("*")):
            if path.suffix in MADE_OF and path.is_file():
                digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def forget_files(connection: psycopg.Connection) -> None:
    for folder in environment.VAR_DIR.glob("school_*"):
        if not exists(connection, folder.name):
            shutil.rmtree(folder)


def put_away(folder: Path) -> None:
    """The files of the school, from the memory of this process to the disk."""
    for alias in ("default", "documents"):
        for name in files_in(storages[alias]):
            kept = folder / alias / name
            kept.parent.mkdir(parents=True, exist_ok=True)
            with storages[alias].open(name) as file:
                kept.write_bytes(file.read())
    folder.mkdir(parents=True, exist_ok=True)


def bring_back(folder: Path) -> None:
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        alias, _, name = path.relative_to(folder).as_posix().partition("/")
        if not storages[alias].exists(name):
            storages[alias].save(name, ContentFile(path.read_bytes()))


def files_in(storage: Storage, folder: str = "") -> Iterator[str]:
    folders, names = storage.listdir(folder)
    yield from (f"{folder}{name}" for name in names)
    for one in folders:
        yield from files_in(storage, f"{folder}{one}/")


@pytest.fixture
def that_afternoon() -> Iterator[None]:
    real, began = timezone.now, timezone.now()
    lesson = timezone.make_aware(datetime.combine(TODAY, NOW))
    with mock.patch("django.utils.timezone.now", side_effect=lambda: lesson + (real() - began)):
        yield


@pytest.fixture
def demo_school(transactional_db, demo_template, that_afternoon) -> None:
    """The school as on its first day; the plugin of the database puts the plain one back afterwards.

    Its files too: a test that swapped the storages left them empty.
    """
    bring_back(environment.VAR_DIR / demo_template)
    start_afresh(demo_template, settings.DATABASES["default"]["NAME"])
