"""A task whose worker dies is not lost: real Valkey, real worker, real kill, the project's own settings.

In the suite's settings every worker is the signer, the one whose work must least of all be lost.
"""

import os
import signal

from celery import Celery

from config.celery import SIGNER
from tests.services.conditions import eventually

WORKER = (
    *(
        "-m",
        "celery",
        "--app",
        "config.celery",
        "--quiet",
        "worker",
        "--include",
        "tests.services.slow_tasks",
    ),
    *("--concurrency", "1", "--loglevel", "WARNING", "--without-gossip", "--without-mingle"),
)
SOON = {"BROKER_VISIBILITY_TIMEOUT": "2"}  # seconds instead of fifteen minutes


def test_a_killed_worker_s_task_comes_back(start, folder):
    services = start("-m", "config.services.run", "--services")
    services.says("PostgreSQL and Valkey run")
    notebook = folder / "notebook"
    notebook.touch()

    def began() -> list[int]:
        return [
            int(line.split()[1]) for line in notebook.read_text().splitlines() if line.startswith("began")
        ]

    worker = start(*WORKER, **SOON)
    broker = f"redis+socket://{folder / 'run' / 'valkey.sock'}?virtual_host=0"
    with Celery("sender", broker=broker, set_as_current=False) as sender:
        sender.send_task("tests.turn_a_page", [str(notebook)], queue=SIGNER)
    eventually(lambda: len(began()) == 1, within=60, what="the task begins")

    os.kill(began()[0], signal.SIGKILL)  # the process that runs the task, under its worker
    eventually(lambda: len(began()) == 2, within=30, what="the worker gives it to another process")

    worker.send(signal.SIGKILL)  # the whole worker
    os.kill(began()[1], signal.SIGKILL)
    worker.ends()
    start(*WORKER, **SOON)
    eventually(lambda: "done" in notebook.read_text(), within=60, what="another worker finishes it")
    assert len(began()) == 3
