"""What every mode shares. Values that differ per installation come from `config.environment`."""

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from kombu import Queue

from config import environment

BASE_DIR = environment.BASE_DIR
VAR_DIR = environment.VAR_DIR
MODE = environment.MODE
DEMO = environment.DEMO
SITE_URL = environment.SITE_URL
SECRET_KEY = environment.SECRET_KEY
SECRET_KEY_FALLBACKS = environment.SECRET_KEY_FALLBACKS
DEBUG = environment.DEBUG
ALLOWED_HOSTS = environment.ALLOWED_HOSTS

INSTALLED_APPS = [
    "cms",
    "certificates",
    "training",
    "accounts",
    "documents",
    "config.apps.RoofConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.BackOfficePolicy",
    "cms.middleware.RememberLanguage",
    "cms.middleware.AnonymousPageCache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.middleware.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.PersonsLanguage",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.middleware.BoundSession",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.BackOfficeDoor",
    "accounts.middleware.RequireSecondStep",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.context.site_chrome",
            ],
        },
    },
]

# Services
DATABASES = environment.DATABASES
CACHES = environment.CACHES | {
    # Of one process, for what is cheap to make again and the same for everybody.
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"},
}
STORAGES = environment.STORAGES
EMAIL_CONFIG = environment.EMAIL_CONFIG
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = environment.DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 20  # seconds a mail server may take for each answer
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.MEDIA_ROOT
PRESS_FONT_DIR = BASE_DIR / "var" / "fonts"  # made by bin/setup: part of the code, not of the data
PRESS_FONT_BUILDER = "config.fonts.static_ttfs"  # by name: the press may not import its roof

# Languages. English exists for the verification page only.
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("nl", _("Dutch")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = [("fr", "Français"), ("nl", "Nederlands")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français"), ("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"  # the same wall clock as Europe/Brussels

# People
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.AccountBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True  # docs/decisions/0010
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_CHANGE_EMAIL = True  # one address an account: the new one replaces the old one once confirmed
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "accounts.forms.account.LoginForm",
    "signup": "accounts.forms.account.SignupForm",
    "add_email": "accounts.forms.account.AddEmailForm",
    "change_password": "accounts.forms.account.ChangePasswordForm",
    "reset_password": "accounts.forms.account.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.account.ResetPasswordKeyForm",
    "confirm_email_verification_code": "accounts.forms.account.ConfirmEmailVerificationCodeForm",
    "confirm_password_reset_code": "accounts.forms.account.ConfirmPasswordResetCodeForm",
    "reauthenticate": "accounts.forms.account.ReauthenticateForm",
}
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "accounts.forms.account.AuthenticateForm",
    "reauthenticate": "accounts.forms.account.SecondFactorReauthenticateForm",
    "activate_totp": "accounts.forms.account.ActivateTOTPForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.TRUSTED_PROXIES
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Grenstaal"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
SECOND_FACTOR_ASKED_OF = ["TRAINER", "COORDINATOR", "AGENCY_MEMBER", "EDITOR", "ADMINISTRATOR"]
SECOND_FACTOR_REQUIRED_FOR = environment.SECOND_FACTOR_REQUIRED_FOR

# Wagtail
WAGTAIL_SITE_NAME = "Grenstaal"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # an address that can be read out on the telephone
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Europe/Paris", "Europe/Brussels"]
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # nobody outside learns who signs in
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # address and password change at /account/ only (0060)
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# Background work: ids only as arguments; every task may run twice.
CELERY_BROKER_URL = environment.BROKER_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_BROKER_TRANSPORT_OPTIONS = environment.BROKER_TRANSPORT_OPTIONS
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# Somebody sits before a page and waits for these: a worker takes from both queues in turn, so that forty
# letters of the other one keep nobody waiting.
CELERY_TASK_QUEUES = [Queue("celery"), Queue("asked"), Queue("signer")]
CELERY_TASK_ROUTES = {
    # Only for the worker that has the keys (0120): `config.celery` lets no other take them.
    "certificates.tasks.make_attestation": {"queue": "signer"},
    "certificates.tasks.make_replacement": {"queue": "signer"},
    "certificates.tasks.renew_status_lists": {"queue": "signer"},
    "certificates.tasks.run_batch": {"queue": "signer"},
    "certificates.tasks.print_template_proof": {"queue": "asked"},
    "training.tasks.make_sheet": {"queue": "asked"},
    "training.tasks.scan_paper_sheet": {"queue": "asked"},
}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "accounts-sweep": {"task": "accounts.tasks.sweep", "schedule": 60.0},
    "training-sweep": {"task": "training.tasks.sweep", "schedule": 60.0},
    "training-register-papers": {"task": "training.tasks.sweep_register_papers", "schedule": 60.0},
    "training-papers": {"task": "training.tasks.sweep_papers", "schedule": 60.0},
    "training-attachments": {"task": "training.tasks.scan_attachments", "schedule": 60.0},
    "training-alerts": {"task": "training.tasks.sweep_alerts", "schedule": 300.0},
    "training-placement-tests": {
        "task": "training.tasks.sweep_placement_tests",
        "schedule": crontab(hour=3, minute=20),
    },
    "certificates-sweep": {"task": "certificates.tasks.sweep", "schedule": 60.0},
    "accounts-forget": {"task": "accounts.tasks.forget", "schedule": crontab(hour=3, minute=40)},
    "training-audit": {"task": "training.tasks.audit_registers", "schedule": crontab(hour=2, minute=40)},
    "training-prepare": {"task": "training.tasks.prepare_papers", "schedule": crontab(hour=18, minute=30)},
    "training-forget": {"task": "training.tasks.forget", "schedule": crontab(hour=3, minute=50)},
    "certificates-chain": {
        "task": "certificates.tasks.verify_chains",
        "schedule": crontab(hour=2, minute=30),
    },
    "certificates-forget": {"task": "certificates.tasks.forget", "schedule": crontab(hour=4, minute=0)},
}

CLAMAV_URL = environment.CLAMAV_URL
PROOFS_WITHIN_DAYS = environment.PROOFS_WITHIN_DAYS
PROOFS_KEPT_DAYS = environment.PROOFS_KEPT_DAYS
ALERT_UNJUSTIFIED_IN_A_ROW = environment.ALERT_UNJUSTIFIED_IN_A_ROW
ALERT_UNDER_PERCENT = environment.ALERT_UNDER_PERCENT
ALERT_AFTER_MINUTES = environment.ALERT_AFTER_MINUTES
SIGNING_KEYS_DIR = environment.SIGNING_KEYS_DIR
IS_SIGNER = environment.IS_SIGNER  # the one process that may read private keys
SEAL_PKCS11 = environment.SEAL_PKCS11
SEAL_PKCS12 = environment.SEAL_PKCS12
SEAL_KEY = environment.SEAL_KEY
SEAL_CERTIFICATE = environment.SEAL_CERTIFICATE
SEAL_PASSWORD = environment.SEAL_PASSWORD
SEAL_TIME_STAMP_URL = environment.SEAL_TIME_STAMP_URL
SIGNATURE_HOURS = environment.SIGNATURE_HOURS  # after a lesson; later only a correction (coherence rule 5)
STATEMENTS_BEFORE_DAY = environment.STATEMENTS_BEFORE_DAY  # of the next month (R6341-35)
PAPERS_PRINTED_AT_ONCE = True  # False: the sweep prints them within a minute
VERIFICATIONS_HANDED_OVER_EVERY = 1.0  # seconds between two messages to the worker; 0: one a question

# Safety
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
X_FRAME_OPTIONS = "DENY"  # Wagtail allows its own previews on the way out
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"discreet": {"()": "config.discretion.RouteNotPath"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["discreet"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        name: {"level": "WARNING"} for name in ("weasyprint", "fontTools", "wagtail", "django_tasks")
    },
}
