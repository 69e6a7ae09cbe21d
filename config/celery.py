"""The Celery application. Tasks take ids only, may run twice, and live in each app's `tasks.py`."""

import gc
import os
from importlib import import_module

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("grenstaal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# What nearly every task needs and nothing imports before the first one: the press and the addresses.
SHARED = ("documents.machine", "config.urls")


@worker_init.connect
def load_what_is_shared(**kwargs) -> None:
    """Before the worker forks: its processes then share this memory instead of loading it one by one."""
    for module in SHARED:
        import_module(module)
    gc.collect()
    gc.freeze()  # the collector leaves these objects alone, so that their pages stay shared
