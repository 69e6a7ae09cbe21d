"""A worker: `python -m config.services.worker worker` or `signer` (with GRENSTAAL_SIGNER, 0120).

Celery's own command line brings an interactive shell along, 13 MB in each process (docs/decisions/0002). On
several machines it does as well (docs/operations.md).
"""

import os
import sys

from celery.utils.nodenames import default_nodename, host_format

from config.celery import app

HOW = {
    # Two at once when there is much to do, one at rest.
    "worker": {"autoscale": (2, 1)},
    # One task after the other in one process: the least memory.
    "signer": {"pool": "solo"},
}


def main(name: str) -> int:
    worker = app.Worker(
        hostname=host_format(default_nodename(f"{name}@%h")),
        loglevel="WARNING",
        quiet=True,
        without_gossip=True,
        without_mingle=True,
        **HOW[name],
    )
    worker.start()
    return worker.exitcode or os.EX_OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
