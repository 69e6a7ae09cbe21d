"""Settings of the scenario: as in the suite, but files on disk, where every process finds them."""

from config.settings.test import *  # noqa: F403

CELERY_TASK_ALWAYS_EAGER = False
CELERY_BROKER_URL = "memory://localhost"  # messages get lost: the workers are the scenario’s own
FILES = VAR_DIR / "killed"  # noqa: F405
ON_DISK = "django.core.files.storage.FileSystemStorage"
STORAGES = {
    **STORAGES,  # noqa: F405
    "default": {"BACKEND": ON_DISK, "OPTIONS": {"location": FILES / "media"}},
    "documents": {"BACKEND": ON_DISK, "OPTIONS": {"location": FILES / "documents"}},
}
SIGNING_KEYS_DIR = FILES / "signing-keys"
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
