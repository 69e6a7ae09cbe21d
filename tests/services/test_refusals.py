"""What a person can mend is said in one line, never in a traceback."""

import socket
from collections.abc import Iterator

import pytest

from config.services import libraries, preflight
from config.services.console import Refusal

RUN = ("-m", "config.services.run")
PRODUCTION = {
    "GRENSTAAL_MODE": "production",
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN",
    "SITE_URL": "https://grenstaal.example.org",
    "DATABASE_URL": "postgres://grenstaal@db.example.org/grenstaal",
    "BROKER_URL": "redis://broker.example.org/0",
    "CACHE_URL": "redis://broker.example.org/1",
    "STORAGE_URL": "s3://bucket?endpoint=https://s3.example.org&region=fr",
    "EMAIL_URL": "smtp+tls://mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "bonjour@example.org",
}


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def one_line(text: str) -> str:
    assert "Traceback" not in text
    (line,) = text.strip().splitlines()
    return line


def test_a_taken_port(start, taken_port):
    started = start(*RUN, "--port", str(taken_port))

    assert started.ends() == 1
    line = one_line(started.output)
    assert f"port {taken_port} is taken by another program. Type: bin/run --port " in line


@pytest.mark.parametrize("port", ["80000", "0", "-1", "abc", "8٣"])
def test_what_is_no_port(start, port):
    started = start(*RUN, "--port", port)

    assert started.ends() == 2
    usage, line = started.output.strip().splitlines()
    assert usage.startswith("usage: bin/run")
    assert line == f"bin/run: error: argument --port: a port is a number from 1 to 65535, not {port!r}"


@pytest.mark.parametrize("step", [(*RUN, "--port", "65535"), ("-m", "config.services.prepare")])
def test_a_database_that_does_not_answer(start, folder, step):
    dead = f"postgres://grenstaal@{str(folder / 'nowhere').replace('/', '%2F')}/grenstaal"

    started = start(*step, DATABASE_URL=dead)

    assert started.ends() == 1
    assert "the database of DATABASE_URL does not answer" in one_line(started.output)


def test_a_database_of_an_older_postgresql(db, monkeypatch):
    monkeypatch.setattr(preflight, "OLDEST_POSTGRESQL", 99)
    with pytest.raises(Refusal, match=r"is PostgreSQL \d\d, 99 or newer is needed"):
        preflight.check_database()


def test_a_folder_that_already_runs(start, folder):
    holder = preflight.lock(folder / "run.lock")
    assert holder

    started = start(*RUN)

    assert started.ends() == 1
    assert "already running (process" in one_line(started.output)


def test_a_full_disk(tmp_path):
    with pytest.raises(Refusal, match=r"the disk is full: .* MB left, 1099511627776 MB are needed"):
        preflight.check_space(tmp_path / "not yet there", needed=1 << 60)


def test_a_missing_library(monkeypatch):
    monkeypatch.setitem(libraries.PACKAGE_OF, "libtaalgrens.so.0", "libtaalgrens0")
    with pytest.raises(Refusal, match="Type: sudo apt-get install libtaalgrens0"):
        preflight.check_libraries()


@pytest.mark.parametrize("secret", [name for name in PRODUCTION if name != "GRENSTAAL_MODE"])
def test_production_without_one_of_its_secrets(start, secret):
    started = start("manage.py", "check", **(PRODUCTION | {secret: ""}))

    assert started.ends() == 1
    assert f"production needs {secret} in the environment" in one_line(started.output)


def test_production_with_a_short_secret_key(start):
    started = start("manage.py", "check", **(PRODUCTION | {"SECRET_KEY": "short"}))

    assert started.ends() == 1
    assert "SECRET_KEY must have 50 characters or more" in one_line(started.output)


def test_production_passes_the_deployment_checks(start):
    started = start("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert started.ends() == 0, started.output


def test_a_command_without_a_database_says_how_to_start_it(start):
    started = start("manage.py", "shell", "--command", "pass")

    assert started.ends() == 1
    assert "Start it in another terminal: bin/run --services" in one_line(started.output)


def test_an_unknown_mode(start):
    started = start("manage.py", "check", GRENSTAAL_MODE="holiday")

    assert started.ends() == 1
    assert "GRENSTAAL_MODE is 'holiday', it must be one of demo, test, production" in one_line(started.output)
