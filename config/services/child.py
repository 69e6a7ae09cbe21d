"""One child process: started so that it cannot outlive us, its last lines remembered."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from config.services.console import say
from config.services.places import Account

PR_SET_PDEATHSIG = 1
LINES_KEPT = 15
libc = ctypes.CDLL(None)


@dataclass(frozen=True)
class Recipe:
    """How a child is started, when it is ready and how it is asked to stop.

    `stop_signal` asks it to finish its work within `grace` seconds; `orphan_signal` reaches it when the
    supervisor itself is killed. Higher stages are stopped before lower ones. `keeps_data` children are
    asked politely even when the person is in a hurry. `quiet`: its output is shown only when it fails.
    """

    name: str
    argv: list[str]
    env: dict[str, str] = field(default_factory=dict)
    account: Account | None = None
    stage: int = 0
    is_ready: Callable[[], bool] = lambda: True
    ready_within: float = 180.0  # seconds; a busy machine takes its time
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGTERM
    grace: float = 20.0
    keeps_data: bool = False
    quiet: bool = False


class Child:
    """A running recipe. Must be started from the main thread: the death signal belongs to a thread."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.last_lines: deque[str] = deque(maxlen=LINES_KEPT)
        self._unfinished_line = b""
        self.process = subprocess.Popen(
            recipe.argv,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **recipe.env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent(recipe.orphan_signal),  # noqa: PLW1509 - we have no threads
            **run_as(recipe.account),
        )
        os.set_blocking(self.output.fileno(), False)

    @property
    def name(self) -> str:
        return self.recipe.name

    @property
    def output(self):
        return self.process.stdout

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    def relay_output(self) -> bool:
        """Show what it printed since the last call; False when its output has ended."""
        try:
            chunk = os.read(self.output.fileno(), 1 << 20)
        except BlockingIOError:
            return True
        *lines, self._unfinished_line = (self._unfinished_line + chunk).split(b"\n")
        if not chunk:
            lines.append(self._unfinished_line)
        for line in lines:
            self._show(line.decode(errors="replace").rstrip())
        return bool(chunk)

    def _show(self, line: str) -> None:
        if not line:
            return
        self.last_lines.append(line)
        if not self.recipe.quiet:
            say(f"{self.name:9}| {line}")

    def ask_to_stop(self) -> None:
        """Only the main process is asked: it brings its own children home."""
        if self.is_running:
            self.process.send_signal(self.recipe.stop_signal)

    def bury(self) -> None:
        """End the child and whatever it left behind, at once; take its last words."""
        with contextlib.suppress(ProcessLookupError):  # it has already gone, and left nobody
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.relay_output()
        self.output.close()


def die_with_parent(signal_number: signal.Signals) -> Callable[[], None]:
    """What the child does between fork and exec. Safe because the supervisor has no threads."""
    parent = os.getpid()

    def tie() -> None:
        # Who was started by a script, in the background, ignores SIGQUIT and SIGINT, and hands that down.
        signal.signal(signal_number, signal.SIG_DFL)
        libc.prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return tie


def run_as(account: Account | None) -> dict:
    if account is None or account.is_me:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def python(*arguments: str) -> list[str]:
    """Our own interpreter, on a module or script of this project."""
    return [sys.executable, *arguments]
