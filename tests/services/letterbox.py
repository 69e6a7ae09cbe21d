"""A mail server that takes every letter and remembers its Message-ID: SMTP, as far as smtplib speaks it."""

import re
import socketserver
import threading
from collections import Counter


class Talk(socketserver.StreamRequestHandler):
    """One connection. A letter counts when its last line arrived, before the answer is given."""

    def handle(self) -> None:
        self.say("220 letterbox")
        while line := self.rfile.readline().strip().upper():
            if line == b"DATA":
                self.say("354 go on")
                self.take()
            elif line == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def take(self) -> None:
        letter = b""
        while not letter.endswith(b"\r\n.\r\n"):
            line = self.rfile.readline()
            if not line:
                return  # the sender died in the middle: no letter
            letter += line
        found = re.search(rb"^Message-ID: (<[^>]+>)", letter, re.MULTILINE | re.IGNORECASE)
        self.server.received[found[1].decode()] += 1
        self.say("250 taken")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Letterbox(socketserver.ThreadingTCPServer):
    """`with Letterbox() as box:` listens on `box.port`; `box.received` counts each Message-ID."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.received: Counter[str] = Counter()
        self.port = self.server_address[1]

    def __enter__(self) -> "Letterbox":
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address) -> None:
        """A sender that is killed breaks the line: that is what the test is about."""
