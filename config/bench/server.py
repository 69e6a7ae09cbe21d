"""Granian as `bin/run` starts it, on a free port, for as long as the measuring takes."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from config.services.child import die_with_parent, python

READY_WITHIN = 60


@contextmanager
def running(database: str) -> Iterator[int]:
    """Yields the port once the server answers; ends the process afterwards."""
    port = free_port()
    server = subprocess.Popen(
        python(
            *("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
            *("--workers", "2", "--blocking-threads", "2", "--no-ws", "--log-level", "error"),
            "config.bench.wsgi:application",
        ),
        env={**os.environ, "DATABASE_URL": database_url(database)},
        preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - no threads yet
    )
    try:
        wait_for(port, server)
        yield port
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
