"""Runs a Python command on a PostgreSQL of its own that is fast and may lose everything.

`python -m config.services.throwaway -m pytest -x`. The first free slot of its folder is taken, so two runs
never meet, and the next run finds the template databases of the last one. The folder lies in memory when
there is room: each copy of a database is a thousand new files, which ext4 makes ten times more slowly when as
many have just been deleted.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from config import environment
from config.services import postgres, preflight
from config.services.catalogues import compile_catalogues
from config.services.child import die_with_parent, python
from config.services.console import Refusal, stop_with
from config.services.places import Place, fingerprint, place_for
from config.services.supervisor import StopAsked, Supervisor

SLOTS = 8
SETTINGS = {
    **postgres.THROWAWAY,
    "max_connections": "400",
    "shared_buffers": "128MB",
    "max_wal_size": "256MB",
}
MEMORY = Path("/dev/shm")
ROOM = 3 << 30  # bytes of memory for two runs with their templates
FAREWELL = 30.0  # seconds a command has to end after Ctrl-C


def main() -> None:
    try:
        preflight.check_libraries()
        folder = take_slot(folder_of_slots())
        preflight.check_space(folder)
        compile_catalogues()
        with Supervisor() as supervisor:
            place = start_database(supervisor, folder)
            code = run(supervisor, sys.argv[1:], settings_for(place, folder))
    except Refusal as refusal:
        stop_with(refusal)
    sys.exit(code)


def folder_of_slots() -> Path:
    """This checkout's own, in memory or under `var/`."""
    return memory(f"grenstaal-{fingerprint(environment.VAR_DIR)}") or environment.VAR_DIR / "test"


def memory(name: str = "") -> Path | None:
    """A folder of ours in memory, or none when there is little of it or the name is somebody else's."""
    folder = MEMORY / name
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return None
    if name and folder.exists() and folder.stat().st_uid != os.geteuid():
        return None
    return folder


def take_slot(parent: Path) -> Path:
    """A folder nobody else uses while this process lives."""
    preflight.check_writable(parent)
    for number in range(SLOTS):
        try:
            preflight.lock(parent / f"{number}.lock")
        except Refusal:
            continue
        preflight.check_writable(parent / str(number))
        return parent / str(number)
    raise Refusal(f"{SLOTS} test runs are already going on in this folder")


def start_database(supervisor: Supervisor, folder: Path) -> Place:
    """A cluster that does not start (it never syncs, the machine may have gone down) is made again."""
    place = place_for(environment.BASE_DIR, folder)
    postgres.prepare(place)
    try:
        supervisor.start(postgres.recipe(place, settings=SETTINGS))
    except Refusal:
        supervisor.stop()
        shutil.rmtree(place.postgres_data)
        postgres.prepare(place)
        supervisor.start(postgres.recipe(place, settings=SETTINGS))
    postgres.drop_databases(place, prefix="test_")
    postgres.ensure_database(place)
    return place


def settings_for(place: Place, folder: Path) -> dict[str, str]:
    host = str(place.sockets).replace("/", "%2F")
    return {
        "GRENSTAAL_MODE": "test",
        "GRENSTAAL_VAR": str(folder),
        "DATABASE_URL": f"postgres://{postgres.USER}@{host}/{postgres.DATABASE}",
    }


def run(supervisor: Supervisor, arguments: list[str], settings: dict[str, str]) -> int:
    """The command keeps the terminal; its exit code is ours."""
    command = subprocess.Popen(
        python(*arguments),
        env={**os.environ, **settings},
        preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - we have no threads
    )
    try:
        while command.poll() is None:
            supervisor.turn()
    except StopAsked:
        return end(command)
    return command.returncode


def end(command: subprocess.Popen) -> int:
    """The terminal sent Ctrl-C to the command as well; SIGTERM came only to us."""
    command.terminate()
    try:
        command.wait(FAREWELL)
    except subprocess.TimeoutExpired:
        command.kill()
        command.wait()
    return 130


if __name__ == "__main__":
    main()
