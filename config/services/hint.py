"""One line instead of a traceback when a command needs the database and nothing runs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError

from config import environment
from config.services import postgres

INTERACTIVE = {
    "shell",
    "dbshell",
    "runserver",
}  # they meet the error too late for us
HOW_TO_START = "grenstaal: the database is not running. Start it in another terminal: bin/run --services"


@contextmanager
def database_hint(arguments: list[str]) -> Iterator[None]:
    """Only speaks for the embedded database; somebody else's server has its own message."""
    if not environment.USES_EMBEDDED_DATABASE:
        yield
        return
    if INTERACTIVE.intersection(arguments[1:2]) and not postgres.answers(environment.EMBEDDED):
        sys.exit(HOW_TO_START)
    try:
        yield
    except OperationalError:
        if postgres.answers(environment.EMBEDDED):
            raise
        sys.exit(HOW_TO_START)
