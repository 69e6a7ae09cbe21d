"""The suite: real PostgreSQL, mails in memory, tasks in the same process."""

from config.settings.base import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
VERIFICATIONS_HANDED_OVER_EVERY = 0
PAPERS_PRINTED_AT_ONCE = False
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}  # noqa: F405
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "documents": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
IS_SIGNER = True  # the suite is every process at once; test_signer takes it away
SIGNING_KEYS_DIR = VAR_DIR / "suite" / "signing-keys"  # noqa: F405  (one folder: databases are copied between processes)
