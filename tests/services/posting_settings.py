"""The suite's settings for a worker of its own process: a real broker, a real mail server."""

import os

from config.settings.test import *  # noqa: F403

CELERY_TASK_ALWAYS_EAGER = False
IS_SIGNER = False  # it takes what every worker takes
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["LETTERBOX_PORT"])
