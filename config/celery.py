"""The Celery application. Tasks take ids only, may run twice, and live in each app's `tasks.py`."""

import os

from celery import Celery
from celery.signals import celeryd_after_setup, worker_init
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("grenstaal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

SIGNER = "signer"


@celeryd_after_setup.connect
def take_only_what_is_ours(instance, **kwargs) -> None:
    """The process with the keys takes what is to be signed and nothing else; no other process takes that.

    Whatever `--queues` says: a task in the wrong hands would be refused, and be lost.
    """
    queues = instance.app.amqp.queues
    every = [queue.name for queue in settings.CELERY_TASK_QUEUES]
    queues.select([SIGNER] if settings.IS_SIGNER else [name for name in every if name != SIGNER])


@worker_init.connect
def load_what_is_shared(**kwargs) -> None:
    """Before the worker forks. Nearly every task needs the press, and nothing imports it before the first."""
    from config import preloading

    preloading.load("documents.machine")
