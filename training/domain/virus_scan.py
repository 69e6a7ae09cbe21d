"""Asks ClamAV whether a file carries a virus: INSTREAM, the file goes over the wire in pieces.

`CLAMAV_URL` is `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`; empty, nothing is scanned.
"""

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings

PIECE = 64 * 1024
PATIENCE = 30  # seconds
PORT = 3310


class ScannerAway(Exception):
    """No answer, or none that says clean or infected: the file goes on waiting."""


def is_set() -> bool:
    return bool(settings.CLAMAV_URL)


def is_clean(content: bytes) -> bool:
    """Whether the scanner finds nothing. Raises ScannerAway."""
    try:
        with _connection() as scanner:
            scanner.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), PIECE):
                piece = content[start : start + PIECE]
                scanner.sendall(struct.pack("!I", len(piece)) + piece)
            scanner.sendall(struct.pack("!I", 0))
            answer = _answer(scanner)
    except OSError as trouble:
        raise ScannerAway(type(trouble).__name__) from trouble
    if answer.endswith("OK"):
        return True
    if answer.endswith("FOUND"):
        return False
    raise ScannerAway(answer[:100])


def _connection() -> socket.socket:
    url = urlsplit(settings.CLAMAV_URL)
    if url.scheme == "unix":
        scanner = socket.socket(socket.AF_UNIX)
        scanner.settimeout(PATIENCE)
        try:
            scanner.connect(url.path)
        except OSError:
            scanner.close()
            raise
        return scanner
    return socket.create_connection((url.hostname, url.port or PORT), timeout=PATIENCE)


def _answer(scanner: socket.socket) -> str:
    """Up to the zero byte that ends it, or until the scanner hangs up."""
    found = b""
    while not found.endswith(b"\0") and (more := scanner.recv(4096)):
        found += more
    return found.strip(b"\0\n ").decode(errors="replace")
