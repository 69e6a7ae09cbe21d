"""The site as `bin/run` serves it, with the floors added and limits that nobody reaches."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from certificates.views import limits  # noqa: E402
from config.bench import floors  # noqa: E402

floors.open_addresses()
# Nothing is collected for a database of an hour: the plain address of a file instead of its fingerprint.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
limits.PER_NETWORK = limits.PER_CODE = 10**9  # every question is counted, none is refused
application = get_wsgi_application()
