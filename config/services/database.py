"""The database of DATABASE_URL, reached without starting Django."""

import psycopg

from config.environment import DATABASES


def open_database(name: str | None = None) -> psycopg.Connection:
    """A connection outside transactions to the configured database, or to its neighbour `name`."""
    config = DATABASES["default"]
    return psycopg.connect(
        host=config["HOST"] or None,
        port=config["PORT"] or None,
        user=config["USER"] or None,
        password=config["PASSWORD"] or None,
        dbname=name or config["NAME"],
        connect_timeout=5,
        autocommit=True,
        **config.get("OPTIONS", {}),
    )
