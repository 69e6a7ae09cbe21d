"""The way from a tablet to Grenstaal, which a test can cut: what is on it breaks off, the rest is hung up on.

Chromium's own switch says "offline" to pages; whether the service worker behind them hears of it is a matter
of luck. A road that is cut is cut for both.
"""

import socket
from select import select
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Event, Thread
from urllib.parse import urlsplit

AT_ONCE = 65_536  # bytes
GLANCE = 0.05  # seconds: how soon a cut is noticed


class Road(ThreadingTCPServer):
    """`with Road(address_of_the_server) as road:` open on a port of its own, at `road.url`."""

    daemon_threads = True

    def __init__(self, to: str) -> None:
        there = urlsplit(to)
        self.there = (there.hostname, there.port)
        self.is_cut = Event()
        super().__init__((there.hostname, 0), Journey)
        self.url = f"{there.scheme}://{there.hostname}:{self.server_address[1]}"
        Thread(target=self.serve_forever, kwargs={"poll_interval": GLANCE}, daemon=True).start()

    def __exit__(self, *of_no_interest) -> None:
        self.is_cut.set()
        self.shutdown()
        self.server_close()


class Journey(BaseRequestHandler):
    """One connection."""

    server: Road

    def handle(self) -> None:
        if self.server.is_cut.is_set():
            return
        with socket.create_connection(self.server.there) as there:
            other = {self.request: there, there: self.request}
            while not self.server.is_cut.is_set():
                for one in select(list(other), [], [], GLANCE)[0]:
                    if not pass_on(one, other[one]):
                        return


def pass_on(one: socket.socket, other: socket.socket) -> bool:
    """What has come, to the other side; False when there is no more to come."""
    try:
        said = one.recv(AT_ONCE)
        other.sendall(said)
    except ConnectionError:
        return False
    return bool(said)
