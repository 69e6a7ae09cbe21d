"""Starts children in order, keeps them alive, stops them in reverse; leaves nobody behind.

One thread, one loop. A dead child is started again after a short pause that grows; a child that dies four
times in thirty seconds ends everything, with its last words. The first Ctrl-C lets running work finish,
the second does not.
"""

import selectors
import signal
import time
from collections import defaultdict, deque
from types import FrameType

from config.services.child import Child, Recipe
from config.services.console import Refusal, say

FAILURES_ALLOWED = 3
FAILURE_WINDOW = 30.0  # seconds
FIRST_PAUSE = 0.25  # seconds before the first restart, doubled each time
TICK = 0.1
KILL_EVERYTHING_AFTER = 3  # Ctrl-C


class StopAsked(Exception):
    """A person or the machine asked us to stop."""


class Supervisor:
    def __init__(self) -> None:
        self.children: list[Child] = []
        self.stops_asked = 0
        self._deaths: dict[str, deque[float]] = defaultdict(deque)
        self._due: list[tuple[float, Recipe]] = []
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> "Supervisor":
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.stops_asked += 1

    # Starting

    def start(self, recipe: Recipe) -> None:
        """Start a child and wait until it is ready; restarts count against the same deadline."""
        self._launch(recipe)
        deadline = time.monotonic() + recipe.ready_within
        while not (self._is_up(recipe) and recipe.is_ready()):
            self.turn(0.02)
            if time.monotonic() > deadline:
                raise Refusal(f"{recipe.name} was not ready after {recipe.ready_within:.0f} seconds")

    def run_step(self, recipe: Recipe) -> None:
        """Run a child to its end; its failure is a refusal. What it said has been shown."""
        step = self._launch(recipe)
        while step.is_running:
            self.turn(0.02, mortal=step)
        self._remove(step)
        if step.process.returncode:
            raise Refusal(f"{step.name} failed, see above")

    def watch(self) -> None:
        """Keep everybody alive until somebody asks us to stop."""
        while True:
            self.turn()

    # One turn of the loop

    def turn(self, timeout: float = TICK, mortal: Child | None = None) -> None:
        """Relay output, bury the dead, start again who is due. `mortal` is allowed to end."""
        self._relay(timeout)
        if self.stops_asked:
            raise StopAsked
        for child in list(self.children):
            if child is not mortal and not child.is_running:
                self._mourn(child)
        now = time.monotonic()
        for entry in [entry for entry in self._due if entry[0] <= now]:
            self._due.remove(entry)
            self._launch(entry[1])

    def _relay(self, timeout: float) -> None:
        if not self._selector.get_map():
            time.sleep(timeout)
        for key, _ in self._selector.select(timeout):
            if not key.data.relay_output():
                self._selector.unregister(key.fileobj)

    def _mourn(self, child: Child) -> None:
        """Plan a restart, or give up with the child's last words."""
        self._remove(child)
        now = time.monotonic()
        deaths = self._deaths[child.name]
        deaths.append(now)
        while deaths[0] < now - FAILURE_WINDOW:
            deaths.popleft()
        if len(deaths) > FAILURES_ALLOWED:
            raise Refusal(f"{child.name} stopped {len(deaths)} times in a row, giving up.{last_words(child)}")
        pause = FIRST_PAUSE * 2 ** (len(deaths) - 1)
        say(f"{child.name:9}| ended ({ending_of(child)}), starting it again in {pause:g} s")
        self._due.append((now + pause, child.recipe))

    def _launch(self, recipe: Recipe) -> Child:
        child = Child(recipe)
        self.children.append(child)
        self._selector.register(child.output, selectors.EVENT_READ, child)
        return child

    def _remove(self, child: Child) -> None:
        self.children.remove(child)
        if child.output in self._registered():
            self._selector.unregister(child.output)
        child.bury()

    def _registered(self) -> list:
        return [key.fileobj for key in self._selector.get_map().values()]

    def _is_up(self, recipe: Recipe) -> bool:
        return any(child.recipe is recipe and child.is_running for child in self.children)

    # Stopping

    def stop(self) -> None:
        """Stage by stage, the last started first. Returns when no child is left."""
        self._due.clear()
        self._deaths.clear()
        for stage in sorted({child.recipe.stage for child in self.children}, reverse=True):
            self._stop_together([child for child in self.children if child.recipe.stage == stage])

    def _stop_together(self, group: list[Child]) -> None:
        for child in group:
            child.ask_to_stop()
        began = time.monotonic()
        for child in group:
            while child.is_running and time.monotonic() - began < self._patience(child):
                self._relay(0.02)
            if child.is_running:
                say(f"{child.name:9}| did not end, killed")
            self._remove(child)

    def _patience(self, child: Child) -> float:
        if self.stops_asked >= KILL_EVERYTHING_AFTER:
            return 0
        if self.stops_asked > 1 and not child.recipe.keeps_data:
            return 0
        return child.recipe.grace


def last_words(child: Child) -> str:
    return "".join(f"\n    {line}" for line in child.last_lines)


def ending_of(child: Child) -> str:
    code = child.process.returncode
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
