"""What a device keeps so that the register opens without network, and what its scripts are told."""

from functools import lru_cache
from hashlib import sha256

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override

from training.domain.device_words import words

LANGUAGES = ("fr", "nl")

STYLES = ("tokens", "base", "layout", "components", "forms", "shell", "register", "signing")
SCRIPTS = (
    "draw",
    "handround",
    "network",
    "page",
    "pen",
    "people",
    "person",
    "refused",
    "say",
    "shell",
    "store",
    "sync",
)
FONTS = ("atkinson-regular", "atkinson-bold", "bricolage-display")
FILES = (
    *(f"css/{name}.css" for name in STYLES),
    *(f"js/register/{name}.js" for name in SCRIPTS),
    *(f"fonts/{name}.woff2" for name in FONTS),
    "img/icons.svg",
    "img/favicon.svg",
)


@lru_cache(maxsize=1)
def assets() -> list[str]:
    return [static(name) for name in FILES]


@lru_cache(maxsize=1)
def version() -> str:
    """Another release, another version: what the files and the shell page are made of."""
    digest = sha256(" ".join(assets()).encode())
    for name in FILES:
        if path := finders.find(name):
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()[:12]


def on_page(request: HttpRequest, *, register: int | None = None) -> dict:
    """What the script of a trainer's page is told; `register`: the half-day that the page shows."""
    return _addresses() | {"user": request.user.pk, "register": register, "words": words()}


def in_both_languages() -> dict:
    """The same for the page without network, which does not know who reads it."""
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = words()
    return _addresses() | {"words": said}


def _addresses() -> dict:
    return {
        "registers": reverse("registers"),
        "today": reverse("trainer_today"),
        "login": reverse("account_login"),
        "worker": reverse("service_worker"),
        "icons": static("img/icons.svg"),
    }


def manifest() -> dict:
    return {
        "id": reverse("trainer_today"),
        "name": "Grenstaal",
        "short_name": "Grenstaal",
        "start_url": reverse("trainer_today"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#f7f2e8",
        "theme_color": "#0b3c49",
        "icons": [
            _icon("app-192", 192, "any"),
            _icon("app-512", 512, "any"),
            _icon("app-maskable-512", 512, "maskable"),
        ],
    }


def _icon(name: str, size: int, purpose: str) -> dict:
    source = static(f"img/{name}.png")
    return {"src": source, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
