"""What the person at the terminal reads."""

import os
import sys
from typing import NoReturn


class Refusal(Exception):
    """Something a person can mend; its text is the one line they read."""


def say(line: str = "") -> None:
    """Print at once. A reader who has gone away (`bin/run | head`) must not take the services down."""
    try:
        print(line, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stop_with(refusal: Refusal) -> NoReturn:
    sys.exit(f"grenstaal: {refusal}")
