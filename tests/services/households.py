"""Small households for the supervisor, run as `python -m tests.services.households NAME`."""

import signal
import sys

from config.services.child import Recipe, python
from config.services.console import Refusal, say, stop_with
from config.services.supervisor import StopAsked, Supervisor

SLEEPER = "import signal; print('asleep', flush=True); signal.pause()"
STUBBORN = """
import signal
signal.signal(signal.SIGTERM, lambda *_: print('finishing my page', flush=True))
print('asleep', flush=True)
while True:
    signal.pause()
"""
POLITE = """
import signal, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit('goodbye'))
print('asleep', flush=True)
signal.pause()
"""


def child(name: str, script: str, **facts: object) -> Recipe:
    return Recipe(name=name, argv=python("-c", script), **facts)


HOUSEHOLDS = {
    "sleeper": [child("sleeper", SLEEPER)],
    "light-sleeper": [child("sleeper", SLEEPER, orphan_signal=signal.SIGQUIT)],
    "hatless": [
        child("hatless", "import sys; sys.exit('I cannot find my hat')", quiet=True, ready_within=20)
    ],
    "stubborn": [child("stubborn", STUBBORN, grace=60)],
    "ordered": [child(name, POLITE, stage=stage) for stage, name in enumerate(("first", "second", "third"))],
    "never-ready": [child("dreamer", SLEEPER, is_ready=lambda: False, ready_within=0.2)],
}


def main(name: str) -> None:
    try:
        with Supervisor() as supervisor:
            try:
                for recipe in HOUSEHOLDS[name]:
                    supervisor.start(recipe)
                supervisor.watch()
            except StopAsked:
                say("asked to stop")
    except Refusal as refusal:
        stop_with(refusal)


if __name__ == "__main__":
    main(sys.argv[1])
