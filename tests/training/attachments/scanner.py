"""A clamd of our own on a socket of this machine: it speaks INSTREAM and nothing else."""

import socketserver
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd(socketserver.StreamRequestHandler):
    """Finds the one harmless test virus; `server.answer` stands for a scanner that is ill."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        self.server.seen.append(content)
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        self.wfile.write(self.server.answer or found)


@contextmanager
def clamd(answer: bytes = b"") -> Iterator[socketserver.TCPServer]:
    """`seen` is what was scanned, `url` what CLAMAV_URL says."""
    with socketserver.TCPServer(("127.0.0.1", 0), Clamd) as server:
        server.seen, server.answer = [], answer
        server.url = f"tcp://127.0.0.1:{server.server_address[1]}"
        listening = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        listening.start()
        try:
            yield server
        finally:
            server.shutdown()
            listening.join()
