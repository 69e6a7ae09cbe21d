"""`bin/run`, whole: it opens, it survives a dead server, it ends without a trace and keeps its data.

One folder for the whole file: the first start prepares the database, the later ones find it.
"""

import http.client
import os
import signal
import socket

import pytest

from tests.services.conditions import eventually, processes_of

RUN = ("-m", "config.services.run", "--port")
WORKER, SIGNER = "services.worker worker", "services.worker signer"


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def status_of(port: int) -> int | None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        line.request("GET", "/")
        return line.getresponse().status
    except OSError:
        return None
    finally:
        line.close()


def others(started) -> dict[int, str]:
    return {pid: name for pid, name in processes_of(started.folder).items() if pid != started.process.pid}


def main_process(started, words: str) -> int | None:
    found = [
        pid
        for pid, name in others(started).items()
        if words in name and parent_of(pid) == started.process.pid
    ]
    return found[0] if found else None


def parent_of(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/stat") as facts:
            return int(facts.read().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def test_it_opens_and_sigterm_leaves_no_process(start, port):
    grenstaal = start(*RUN, str(port))
    grenstaal.says("Grenstaal is open after", within=240)
    assert status_of(port) < 500
    eventually(lambda: main_process(grenstaal, WORKER), within=60, what="the worker runs")

    grenstaal.send(signal.SIGTERM)

    assert grenstaal.ends(within=90) == 0, grenstaal.output
    assert others(grenstaal) == {}
    assert "did not end, killed" not in grenstaal.output

    again = start(*RUN, str(port))
    again.says("Grenstaal is open after", within=240)
    assert "prepare" not in again.output  # nothing is new since the last start


@pytest.mark.parametrize("victim", ["services.web", "postgres", "valkey-server", WORKER, SIGNER])
def test_a_dead_child_comes_back(start, port, victim):
    grenstaal = start(*RUN, str(port))
    grenstaal.says("Grenstaal is open after", within=240)
    first = eventually(lambda: main_process(grenstaal, victim), within=30, what=f"{victim} runs")

    os.kill(first, signal.SIGKILL)

    grenstaal.says("ended (SIGKILL), starting it again")
    eventually(
        lambda: main_process(grenstaal, victim) not in (None, first), within=30, what="another one runs"
    )
    eventually(lambda: (status_of(port) or 500) < 500, within=60, what="the website answers")


def test_a_killed_supervisor_leaves_no_process(start, port):
    grenstaal = start(*RUN, str(port))
    grenstaal.says("Grenstaal is open after", within=240)
    eventually(lambda: main_process(grenstaal, WORKER), within=30, what="the worker runs")

    grenstaal.send(signal.SIGKILL)

    grenstaal.ends()
    eventually(lambda: not others(grenstaal), within=60, what=lambda: f"nobody is left: {others(grenstaal)}")
