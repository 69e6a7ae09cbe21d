"""The one module that reads the environment. Everybody else imports the values from here.

Without any variable it describes the demo: embedded PostgreSQL and Valkey, files and mails under `var/`.
Production (`GRENSTAAL_MODE=production`) refuses to start without its secrets, in one line.
`docs/operations.md` explains each variable.
"""

import os
import secrets
import sys
from pathlib import Path
from typing import NoReturn
from urllib.parse import parse_qs, unquote, urlsplit

from environ import Env

from config.services.folders import make_passage
from config.services.places import Place, place_for

MODES = ("demo", "test", "production")
NEEDED_IN_PRODUCTION = (
    "SECRET_KEY",
    "SITE_URL",
    "DATABASE_URL",
    "BROKER_URL",
    "CACHE_URL",
    "STORAGE_URL",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
)
SECRET_KEY_LENGTH = 50
COUNTING_CACHE = "config.caches.CountingCache"
env = Env()


def refuse(reason: str) -> NoReturn:
    """Stop with one line: a traceback would hide what is missing."""
    sys.exit(f"grenstaal: {reason}. See docs/operations.md.")


def read_mode() -> str:
    mode = env.str("GRENSTAAL_MODE", "demo")
    if mode not in MODES:
        refuse(f"GRENSTAAL_MODE is {mode!r}, it must be one of {', '.join(MODES)}")
    return mode


def check_production() -> None:
    missing = [name for name in NEEDED_IN_PRODUCTION if not env.str(name, "")]
    if missing:
        refuse(f"production needs {', '.join(missing)} in the environment")
    if len(env.str("SECRET_KEY")) < SECRET_KEY_LENGTH:
        refuse(f"SECRET_KEY must have {SECRET_KEY_LENGTH} characters or more")
    if not env.str("SITE_URL").startswith("https://"):
        refuse("SITE_URL must begin with https://")


def read_secret_key() -> str:
    """From the environment; for a demo a random one, made once and kept in `var/`."""
    if key := env.str("SECRET_KEY", ""):
        return key
    if MODE == "test":
        return "only-the-suite-signs-with-this-key-0123456789-abcdefghij"
    kept = VAR_DIR / "secret-key"
    if not kept.exists():
        make_passage(VAR_DIR)
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(SECRET_KEY_LENGTH))
        fresh.rename(kept)
    return kept.read_text()


def read_database(place: Place) -> dict:
    """Django's dictionary. A socket folder in the URL is percent-encoded: postgres://user@%2Frun%2Fpg/name."""
    embedded = f"postgres://grenstaal@{str(place.sockets).replace('/', '%2F')}/grenstaal"
    config = Env.db_url_config(env.str("DATABASE_URL", "") or embedded)
    if config["ENGINE"] != "django.db.backends.postgresql":
        refuse("DATABASE_URL must begin with postgres://, PostgreSQL is the only database")
    config["HOST"] = unquote(config["HOST"])
    return config | {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


def read_broker_options() -> dict:
    """A killed worker's task is handed out again after 15 minutes, longer than any task may last."""
    if not BROKER_URL.startswith("redis"):
        return {}
    return {
        "visibility_timeout": env.int("BROKER_VISIBILITY_TIMEOUT", 900),
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
    }


def read_cache(place: Place) -> dict:
    url = env.str("CACHE_URL", "") or f"unix://{place.valkey_socket}?db=1"
    if url.startswith("unix://"):
        return {"BACKEND": COUNTING_CACHE, "LOCATION": url}
    config = Env.cache_url_config(url)
    return config | {"BACKEND": COUNTING_CACHE} if url.startswith("redis") else config


def read_storages() -> dict:
    """`default`: public media. `documents`: what only the application hands out (PDFs)."""
    url = urlsplit(env.str("STORAGE_URL", "") or VAR_DIR.as_uri())
    store = s3_store if url.scheme == "s3" else folder_store
    if url.scheme not in ("s3", "file"):
        refuse("STORAGE_URL must begin with s3:// or file://")
    return {
        "default": store(url, "media"),
        "documents": store(url, "documents"),
        "staticfiles": {"BACKEND": static_store()},
    }


def static_store() -> str:
    """In the demo nothing is squeezed: it would take a quarter of the first start, for this machine alone."""
    if MODE == "demo":
        return "config.static_files.NamedFiles"
    return "config.static_files.SqueezedFiles"


def folder_store(url, folder: str) -> dict:
    location = str(Path(unquote(url.path)) / folder)
    return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": location}}


def s3_store(url, folder: str) -> dict:
    """`s3://bucket?endpoint=https://host&region=name`; keys come from AWS_* variables.

    The bucket stays private: our own address hands the pictures out (`config.media`).
    """
    asked = parse_qs(url.query)
    options = {
        "bucket_name": url.hostname,
        "location": folder,
        "file_overwrite": False,
    }
    if folder == "media":
        options["custom_domain"] = urlsplit(SITE_URL).netloc
    for ours, theirs in (("endpoint", "endpoint_url"), ("region", "region_name")):
        if ours in asked:
            options[theirs] = asked[ours][0]
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def read_email() -> dict:
    """EMAIL_* settings. The demo writes each mail to `var/mail`, where the browser reads them."""
    if url := env.str("EMAIL_URL", ""):
        return Env.email_url_config(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(VAR_DIR / "mail"),
    }


def read_clamav() -> str:
    """tcp://host:3310 or unix:///socket; empty: nothing is scanned."""
    url = env.str("CLAMAV_URL", "")
    if url and urlsplit(url).scheme not in ("tcp", "unix"):
        refuse("CLAMAV_URL must begin with tcp:// or unix://")
    return url


def read_seal() -> tuple[str, str, str, str, str]:
    """Where the seal's key is: in a token (an address of PKCS#11), in a PKCS#12 store, or in a PEM file
    beside its certificates; and the password or PIN.

    None of them: a test certificate of our own. Only the process that signs gets to know them.
    """
    if not IS_SIGNER:
        return "", "", "", "", ""
    names = ("SEAL_PKCS11", "SEAL_PKCS12", "SEAL_KEY", "SEAL_CERTIFICATE", "SEAL_PASSWORD")
    token, store, key, certificate, password = (env.str(name, "") for name in names)
    if sum(map(bool, (token, store, key))) > 1:
        refuse("the seal has one key: name one of SEAL_PKCS11, SEAL_PKCS12 and SEAL_KEY")
    if not token and bool(key) != bool(certificate):
        refuse("SEAL_KEY and SEAL_CERTIFICATE go together")
    return token, store, key, certificate, password


def read_statements_day() -> int:
    """The day of the next month before which statements of attendance are certified."""
    day = env.int("STATEMENTS_BEFORE_DAY", 5)
    if not 1 <= day <= 28:
        refuse("STATEMENTS_BEFORE_DAY must be a day from 1 to 28")
    return day


def read_allowed_hosts() -> list[str]:
    default = ["localhost", ".localhost", "127.0.0.1", "[::1]"]
    if host := urlsplit(SITE_URL).hostname:
        default = [host] if MODE == "production" else [*default, host]
    return env.list("ALLOWED_HOSTS", default=default)


BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.str("GRENSTAAL_VAR", "") or BASE_DIR / "var").resolve()
MODE = read_mode()
if MODE == "production":
    check_production()
DEMO = MODE == "demo"
DEBUG = env.bool("DEBUG", False) and MODE != "production"
SECRET_KEY = read_secret_key()
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
SECOND_FACTOR_REQUIRED_FOR = env.list("SECOND_FACTOR_REQUIRED_FOR", default=[])
SITE_URL = env.str("SITE_URL", "http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = read_allowed_hosts()

TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", 1 if MODE == "production" else 0)
SIGNATURE_HOURS = env.int("SIGNATURE_HOURS", 48)

EMBEDDED = place_for(BASE_DIR, VAR_DIR)
USES_EMBEDDED_DATABASE = not env.str("DATABASE_URL", "")
USES_EMBEDDED_VALKEY = not (env.str("BROKER_URL", "") and env.str("CACHE_URL", ""))
DATABASES = {"default": read_database(EMBEDDED)}
BROKER_URL = env.str("BROKER_URL", "") or f"redis+socket://{EMBEDDED.valkey_socket}?virtual_host=0"
BROKER_TRANSPORT_OPTIONS = read_broker_options()
CACHES = {"default": read_cache(EMBEDDED)}
MEDIA_ROOT = VAR_DIR / "media"
SIGNING_KEYS_DIR = Path(env.str("SIGNING_KEYS_DIR", "") or VAR_DIR / "signing-keys")
IS_SIGNER = env.bool("GRENSTAAL_SIGNER", False)
SEAL_PKCS11, SEAL_PKCS12, SEAL_KEY, SEAL_CERTIFICATE, SEAL_PASSWORD = read_seal()
SEAL_TIME_STAMP_URL = env.str("SEAL_TIME_STAMP_URL", "")
STORAGES = read_storages()
EMAIL_CONFIG = read_email()
CLAMAV_URL = read_clamav()
PROOFS_WITHIN_DAYS = env.int("PROOFS_WITHIN_DAYS", 7)
PROOFS_KEPT_DAYS = env.int("PROOFS_KEPT_DAYS", 365)
ALERT_UNJUSTIFIED_IN_A_ROW = env.int("ALERT_UNJUSTIFIED_IN_A_ROW", 2)
ALERT_UNDER_PERCENT = env.int("ALERT_UNDER_PERCENT", 80)
ALERT_AFTER_MINUTES = env.int("ALERT_AFTER_MINUTES", 12 * 60)
STATEMENTS_BEFORE_DAY = read_statements_day()
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Grenstaal <bonjour@example.org>")
