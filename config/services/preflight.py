"""What is looked at before anything starts. Each refusal is one line a person can act on."""

import errno
import fcntl
import os
import shutil
import socket
from pathlib import Path

import psycopg

from config.services.console import Refusal
from config.services.database import open_database
from config.services.folders import make_passage
from config.services.libraries import missing_packages

SPACE_NEEDED = 300 * 1024 * 1024  # bytes
PORTS_TO_SUGGEST = 20
OLDEST_POSTGRESQL = 16


def check_libraries() -> None:
    if missing := missing_packages():
        raise Refusal(f"a library is missing. Type: sudo apt-get install {' '.join(missing)}")


def check_space(folder: Path, needed: int = SPACE_NEEDED) -> None:
    nearest = next(part for part in [folder, *folder.parents] if part.exists())
    free = shutil.disk_usage(nearest).free
    if free < needed:
        raise Refusal(f"the disk is full: {nearest} has {free >> 20} MB left, {needed >> 20} MB are needed")


def check_writable(var_dir: Path) -> None:
    make_passage(var_dir)
    if not os.access(var_dir, os.W_OK):
        raise Refusal(f"{var_dir} cannot be written. Type: sudo chown -R {os.geteuid()} {var_dir}")


def check_port(host: str, port: int) -> None:
    reason = reason_not_to_bind(host, port)
    if reason == errno.EADDRINUSE:
        raise Refusal(
            f"port {port} is taken by another program. Type: bin/run --port {free_port(host, port)}"
        )
    if reason == errno.EACCES:
        raise Refusal(f"only root may use port {port}. Type: bin/run --port 8000")
    if reason:
        raise Refusal(f"cannot listen on {host}:{port}: {os.strerror(reason)}")


def reason_not_to_bind(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except socket.gaierror:
            raise Refusal(f"{host} is not an address of this machine") from None
        except OSError as error:
            return error.errno
    return 0


def free_port(host: str, taken: int) -> int:
    candidates = range(taken + 1, taken + 1 + PORTS_TO_SUGGEST)
    return next((port for port in candidates if not reason_not_to_bind(host, port)), taken + 1)


def check_database() -> None:
    """A database that is not ours must answer before we start, and be new enough."""
    try:
        with open_database() as connection:
            version = connection.info.server_version // 10_000
    except psycopg.OperationalError as error:
        first_line = str(error).strip().splitlines()[0]
        raise Refusal(f"the database of DATABASE_URL does not answer: {first_line}") from None
    if version < OLDEST_POSTGRESQL:
        raise Refusal(
            f"the database of DATABASE_URL is PostgreSQL {version}, {OLDEST_POSTGRESQL} or newer is needed"
        )


def lock(path: Path) -> int:
    """Hold `path` until this process ends; refuse when another one holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(handle, 64).decode().strip()
        raise Refusal(f"this folder's Grenstaal is already running (process {holder})") from None
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())
    return handle
