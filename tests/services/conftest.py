"""A folder of its own for each test that starts servers, and a way to start them there."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.services import throwaway
from tests.services.conditions import eventually, processes_of

ROOT = Path(__file__).resolve().parent.parent.parent
EMBEDDED_BY_DEFAULT = ("DATABASE_URL", "BROKER_URL", "CACHE_URL", "SITE_URL", "ALLOWED_HOSTS")


class Started:
    """A program of ours under test: its output so far, its end."""

    def __init__(self, folder: Path, *arguments: str, **variables: str) -> None:
        self.folder = folder
        self.log = folder / f"output-{len(list(folder.glob('output-*')))}.txt"
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=ROOT,
                env=environment_of(folder) | variables,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def output(self) -> str:
        return self.log.read_text(errors="replace")

    def says(self, text: str, within: float = 60) -> None:
        eventually(lambda: text in self.output or self.has_ended, within=within, what=f"{text!r} is said")
        assert text in self.output, self.output

    @property
    def has_ended(self) -> bool:
        return self.process.poll() is not None

    def ends(self, within: float = 60) -> int:
        eventually(lambda: self.has_ended, within=within, what=f"it ends; so far: {self.output}")
        return self.process.returncode

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)


def environment_of(folder: Path) -> dict[str, str]:
    """Ours, without what asks for services of elsewhere and without what Playwright needs in this process."""
    left_out = {*EMBEDDED_BY_DEFAULT, "DJANGO_ALLOW_ASYNC_UNSAFE"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"GRENSTAAL_MODE": "test", "GRENSTAAL_VAR": str(folder), "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Short (a socket's path has 107 bytes) and open enough for the account PostgreSQL runs as."""
    path = Path(tempfile.mkdtemp(prefix="grenstaal-", dir=throwaway.memory()))
    path.chmod(0o711)
    yield path
    for pid in processes_of(path):
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(path)


@pytest.fixture
def start(folder: Path) -> Iterator:
    """`start("-m", "config.services.run", …)`; whatever still runs after the test is ended."""
    started: list[Started] = []

    def begin(*arguments: str, **variables: str) -> Started:
        started.append(Started(folder, *arguments, **variables))
        return started[-1]

    yield begin
    for one in started:
        if not one.has_ended:
            one.send(signal.SIGTERM)
    for one in started:
        one.ends()
