"""The site as `bin/run` serves it, with the floors added and limits that nobody reaches."""

import os

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Nothing is collected for a database of an hour: the plain address of a file instead of its fingerprint.
# Before the set-up, which reads where files are.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402

from config.bench import floors  # noqa: E402

floors.open_addresses()
floors.lift_limits()
application = get_wsgi_application()
