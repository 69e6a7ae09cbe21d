"""Granian and Valkey as `bin/run` starts them, for as long as the measuring takes."""

import http.client
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.services import valkey
from config.services.child import die_with_parent, python
from config.services.places import Account, Place

READY_WITHIN = 60


@contextmanager
def running(database: str) -> Iterator[int]:
    """Yields the port once the server answers; ends the process afterwards."""
    with valkey_of_its_own() as socket_path, granian(database, socket_path) as port:
        yield port


@contextmanager
def granian(database: str, valkey_socket: Path) -> Iterator[int]:
    port = free_port()
    server = subprocess.Popen(
        python("-m", "config.services.web", "127.0.0.1", str(port), "config.bench.wsgi:application"),
        env={
            **os.environ,
            "GRENSTAAL_MODE": "demo",
            "DATABASE_URL": database_url(database),
            "CACHE_URL": f"unix://{valkey_socket}?db=1",
            "BROKER_URL": f"redis+socket://{valkey_socket}?virtual_host=0",
        },
        preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - no threads yet
    )
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def valkey_of_its_own() -> Iterator[Path]:
    """Cache and broker; nobody empties the queue. Yields the socket."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Place(Path(folder), Path(folder), Account(os.geteuid(), os.getegid()))
        valkey.prepare(place)
        server = subprocess.Popen(
            valkey.recipe(place).argv,
            preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - no threads yet
        )
        try:
            while not valkey.answers(place):
                time.sleep(0.02)
            yield place.valkey_socket
        finally:
            server.terminate()
            server.wait(30)


def database_url(name: str) -> str:
    """The address we were given, with another database at its end."""
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline and server.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/bench/trivial/")
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise RuntimeError("the server to be measured did not start")
