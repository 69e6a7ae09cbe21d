"""A task that stops in its middle the first two times, so that it can be killed there."""

import os
import signal
from pathlib import Path

from celery import shared_task

TIMES_IT_HANGS = 2


@shared_task(name="tests.turn_a_page")
def turn_a_page(notebook: str) -> None:
    """Each start writes a line with the process's number; only the third writes that it is done."""
    path = Path(notebook)
    with path.open("a") as lines:
        lines.write(f"began {os.getpid()}\n")
    if len(path.read_text().splitlines()) <= TIMES_IT_HANGS:
        signal.pause()
    with path.open("a") as lines:
        lines.write("done\n")
