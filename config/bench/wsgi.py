"""The site as `bin/run` serves it, with the floors added; tasks go to a queue that nobody empties."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from config.celery import app  # noqa: E402

settings.ROOT_URLCONF = "config.bench.urls"
settings.VERIFY_IS_LIMITED = False
app.conf.update(task_always_eager=False, broker_url="memory://")
application = get_wsgi_application()
