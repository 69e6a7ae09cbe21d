"""Background work that somebody waits for has a queue of its own, and every worker takes from both."""

from django.conf import settings

from config.celery import app


def test_what_is_routed_exists_and_every_worker_takes_it():
    app.loader.import_default_modules()
    assert set(settings.CELERY_TASK_ROUTES) <= set(app.tasks)
    routed = {route["queue"] for route in settings.CELERY_TASK_ROUTES.values()}
    assert routed | {app.conf.task_default_queue} == {queue.name for queue in settings.CELERY_TASK_QUEUES}
