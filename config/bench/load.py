"""Requests per second of addresses asked in turns, on open connections. Loopback only, bounded in time."""

import http.client
import threading
import time

CLIENTS = 4


def requests_per_second(port: int, paths: list[str], *, seconds: float, headers: dict[str, str]) -> float:
    """How many whole answers arrive per second. Raises when one of them is not 200."""
    counts: list[int] = []
    stop_at = time.monotonic() + seconds
    threads = [
        threading.Thread(target=ask_until, args=(port, paths, headers, stop_at, counts))
        for _ in range(CLIENTS)
    ]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(counts) < CLIENTS:
        raise RuntimeError(f"{paths[0]} did not answer with 200 every time")
    return sum(counts) / (time.monotonic() - began)


def ask_until(
    port: int, paths: list[str], headers: dict[str, str], stop_at: float, counts: list[int]
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    count = 0
    while time.monotonic() < stop_at:
        connection.request("GET", paths[count % len(paths)], headers=headers)
        response = connection.getresponse()
        response.read()
        if response.status != http.client.OK:
            return
        count += 1
    connection.close()
    counts.append(count)
