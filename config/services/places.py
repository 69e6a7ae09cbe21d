"""Where the embedded servers keep their data and sockets, and as whom they run.

A pure function of the project's folder, so that `bin/run`, `manage.py shell` and the settings agree
without asking each other.
"""

import hashlib
import os
import stat
import sysconfig
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534
SOCKET_PATH_LIMIT = 107  # bytes, Linux's sun_path without its final zero
POSTGRES_SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Account:
    """Who the embedded servers run as. PostgreSQL refuses root."""

    uid: int
    gid: int

    @property
    def is_me(self) -> bool:
        return self.uid == os.geteuid()


@dataclass(frozen=True)
class Place:
    """The folders of one set of embedded servers; `root` holds `postgres/` and `valkey/`."""

    root: Path
    sockets: Path
    account: Account

    @property
    def postgres_data(self) -> Path:
        return self.root / "postgres"

    @property
    def valkey_data(self) -> Path:
        return self.root / "valkey"

    @property
    def valkey_socket(self) -> Path:
        return self.sockets / "valkey.sock"


def place_for(base_dir: Path, var_dir: Path) -> Place:
    """The place of this checkout's servers: `var/`, or `/var/lib` when root's servant cannot enter `var/`."""
    account = account_for(base_dir)
    own = Path("/var/lib") / f"grenstaal-{fingerprint(var_dir)}"
    root = own if lives_elsewhere(var_dir, own, account) else var_dir
    return Place(root=root, sockets=sockets_under(root, account), account=account)


def account_for(base_dir: Path) -> Account:
    """Ourselves; for root the owner of the checkout, else `nobody`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    owner = base_dir.stat()
    if owner.st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    return Account(NOBODY, NOBODY)


def lives_elsewhere(var_dir: Path, own: Path, account: Account) -> bool:
    """Data stays where it was first put; a fresh start goes to `var/` when it can."""
    if account.is_me or (var_dir / "postgres").exists():
        return False
    return own.exists() or not can_enter(account, var_dir)


def sockets_under(root: Path, account: Account) -> Path:
    """`run/` beside the data, or a short folder in /tmp when the path is too long for a socket."""
    folder = root / "run"
    if len(os.fsencode(folder / POSTGRES_SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return folder
    return Path("/tmp") / f"grenstaal-{account.uid}-{fingerprint(root)}"


def can_enter(account: Account, folder: Path) -> bool:
    """Whether `account` may pass through every existing folder down to `folder` (mode bits only)."""
    return all(_may_pass(account, part) for part in [folder, *folder.parents] if part.exists())


def _may_pass(account: Account, folder: Path) -> bool:
    facts = folder.stat()
    if facts.st_uid == account.uid:
        return bool(facts.st_mode & stat.S_IXUSR)
    if facts.st_gid == account.gid:
        return bool(facts.st_mode & stat.S_IXGRP)
    return bool(facts.st_mode & stat.S_IXOTH)


def fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]


def site_packages() -> Path:
    return Path(sysconfig.get_paths()["platlib"])
