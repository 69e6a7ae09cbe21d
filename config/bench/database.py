"""A database of the measuring's own, made beside the others and dropped afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg.sql import SQL, Identifier

from config.services.database import open_database


@contextmanager
def of_its_own() -> Iterator[str]:
    """Yields the name; Django uses it meanwhile."""
    name, plain = f"bench_{os.getpid()}", settings.DATABASES["default"]["NAME"]
    with open_database("postgres") as neighbour:
        neighbour.execute(SQL("CREATE DATABASE {} TEMPLATE template0").format(Identifier(name)))
    use(name)
    try:
        call_command("migrate", interactive=False, verbosity=0)
        yield name
    finally:
        use(plain)
        with open_database("postgres") as neighbour:
            neighbour.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def use(name: str) -> None:
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name
