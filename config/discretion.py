"""What the log does not say: an address may hold a code, a key or a signed name."""

import logging


class RouteNotPath(logging.Filter):
    """Where Django writes which path was asked for, writes the route that it led to: `/v/(?P<text>.+)`.

    What no route knows stays as it was typed: it leads to nothing of ours.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        if match and record.args and record.name.startswith("django."):
            record.args = (*record.args[:-1], f"/{match.route.lstrip('^').rstrip('$')}")
        return True
