"""What a device keeps so that the register opens without network, and what its scripts are told."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Kit:
    """Pages of another floor that have something to say without network: below `paths` the page named `page`
    is shown, `files` are kept with it, and what the addresses named `fresh` said last. Nothing personal."""

    paths: tuple[str, ...]
    page: str
    files: tuple[str, ...]
    fresh: tuple[str, ...] = ()

    def on_device(self) -> dict:
        return {
            "paths": self.paths,
            "page": reverse(self.page),
            "fresh": [reverse(one) for one in self.fresh],
        }


kits: list[Kit] = []  # filled by the apps above when they are ready
FONTS = ("atkinson-regular", "atkinson-bold", "bricolage-display")
FILES = (
    *(f"css/{name}.css" for name in STYLES),
    *(f"js/register/{name}.js" for name in SCRIPTS),
    *(f"fonts/{name}.woff2" for name in FONTS),
    "img/icons.svg",
    "img/favicon.svg",
)


def files() -> list[str]:
    return list(dict.fromkeys([*FILES, *(name for kit in kits for name in kit.files)]))


@lru_cache(maxsize=1)
def assets() -> list[str]:
    return [static(name) for name in files()]


@lru_cache(maxsize=1)
def version() -> str:
    """Another release, another version: what the files and the shell page are made of."""
    digest = sha256(" ".join(assets()).encode())
    for name in files():
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
    return application("Grenstaal", start=reverse("trainer_today"))


def application(name: str, *, start: str) -> dict:
    """What a device has to know to install our pages, beginning at `start`."""
    return {
        "id": start,
        "name": name,
        "short_name": name,
        "start_url": start,
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
