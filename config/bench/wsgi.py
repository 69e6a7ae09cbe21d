"""The site as `bin/run` serves it, with the floors added to its addresses."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

settings.ROOT_URLCONF = "config.bench.urls"
application = get_wsgi_application()
