"""Background work that somebody waits for has a queue of its own, and every worker takes from both; what is
to be signed goes to the one that has the keys, and nothing else does.
"""

from types import SimpleNamespace

import pytest
from django.conf import settings

from config.celery import app, take_only_what_is_ours


def test_what_is_routed_exists_and_has_a_queue():
    app.loader.import_default_modules()
    assert set(settings.CELERY_TASK_ROUTES) <= set(app.tasks)
    routed = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}
    assert routed | {app.conf.task_default_queue} == {queue.name for queue in settings.CELERY_TASK_QUEUES}


@pytest.mark.parametrize(("is_signer", "taken"), [(True, {"signer"}), (False, {"celery", "asked"})])
def test_a_worker_takes_what_is_its_own_whatever_it_was_told(settings, is_signer, taken):
    settings.IS_SIGNER = is_signer
    queues = app.amqp.Queues({name: {} for name in ("celery", "asked", "signer")})
    queues.select(["signer", "celery"])
    take_only_what_is_ours(SimpleNamespace(app=SimpleNamespace(amqp=SimpleNamespace(queues=queues))))
    assert set(queues.consume_from) == taken


def test_every_task_that_signs_goes_to_the_signer():
    routed = {task for task, route in settings.CELERY_TASK_ROUTES.items() if route["queue"] == "signer"}
    names = ("make_attestation", "make_replacement", "renew_status_lists", "run_batch")
    assert routed == {f"certificates.tasks.{name}" for name in names}
