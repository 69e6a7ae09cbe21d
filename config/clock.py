"""Celery beat's own application: the settings and nothing else, so that the clock stays small.

Beat only sends names of tasks. Started without Django it takes a third of the memory and half the time.
`python -m config.clock FILE` runs it without Celery's command line (see `config.services.worker`); the file
remembers what was sent when.
"""

import sys

from celery import Celery

app = Celery("grenstaal")
app.config_from_object("config.settings", namespace="CELERY")

if __name__ == "__main__":
    app.Beat(schedule=sys.argv[1], loglevel="WARNING", quiet=True).run()
