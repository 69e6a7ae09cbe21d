"""Private folders for the embedded servers. A folder that is not ours is refused, never changed."""

import os
from pathlib import Path

from config.services.console import Refusal
from config.services.places import Account


def own_folder(folder: Path, account: Account) -> None:
    """Make `folder` private to `account`, or find it so."""
    make_passage(folder.parent)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if folder.is_symlink() or folder.stat().st_uid != account.uid:
            raise Refusal(f"{folder} belongs to another user: remove it or give it back") from None
        return
    if not account.is_me:
        os.chown(folder, account.uid, account.gid)


def make_passage(folder: Path) -> None:
    """Make `folder`, and what is missing above it, so that our servants get through and nobody looks in."""
    if folder.exists():
        return
    make_passage(folder.parent)
    folder.mkdir(exist_ok=True)
    folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
