"""The web server, with the site loaded before it forks: `python -m config.services.web HOST PORT [SITE]`.

Granian by itself loads the site in each of its processes (docs/decisions/0002).
"""

import sys
from importlib import import_module

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

WORKERS, THREADS = 2, 2
SITE = "config.wsgi:application"


def main(host: str, port: str, site: str = SITE) -> None:
    import_module(site.partition(":")[0])  # which sets Django up
    from config import preloading

    preloading.load()
    server = Granian(
        site,
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    server.serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
