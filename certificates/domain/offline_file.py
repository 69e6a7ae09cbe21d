"""The verification page as one file for use without any network (0124).

Everything it needs stands inside: styles, scripts, words, keys. Nothing about a person does.
"""

import base64
import hashlib
import json
import re
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from certificates.domain import issuer_document, linked_data
from training.enums import Skill

LIBRARY = Path(__file__).parent.parent / "reference" / "jsonld" / "jsonld.esm.min.js"
STYLES = (
    *(f"css/{name}.css" for name in ("tokens", "base", "layout", "components", "forms", "shell")),
    "certificates/verify.css",
    "certificates/offline/page.css",
)
# In the order they need each other; each is a module of its own in its file.
SCRIPTS = {
    "compact": "certificates/compact.js",
    "enclosed": "certificates/offline/enclosed.js",
    "proof": "certificates/offline/proof.js",
    "page": "certificates/offline/page.js",
}
SYMBOL = re.compile(r'<symbol id="(?P<name>[^"]+)".*?</symbol>', re.DOTALL)
FONT_FACE = re.compile(r"@font-face \{[^}]*\}")
IMPORT = re.compile(r'^import (\{[^}]*\}) from "\.{1,2}/(\w+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:const|function|async function) (\w+))", re.MULTILINE)


def written() -> str:
    """The file of today: the keys with their states, in three languages. Composed once a process for each day
    and each state of the keys, and the same to the byte in every process of a release.
    """
    return _composed(timezone.localdate(), json.dumps(issuer_document.written()["verificationMethod"]))


def version() -> str:
    """The SHA-256 of the file of today."""
    return hashlib.sha256(written().encode()).hexdigest()


@lru_cache(maxsize=1)
def _composed(day: date, methods: str) -> str:
    styles, library, script = _styles(), LIBRARY.read_text(), _script()
    context = {
        "languages": [code for code, _name in settings.LANGUAGES],
        "skills": Skill,
        "styles": mark_safe(styles),
        "scripts": [mark_safe(library), mark_safe(script)],
        "policy": mark_safe(_policy(styles=styles, scripts=(library, script))),
        "data": _data(day, json.loads(methods)),
    }
    return _with_icons(render_to_string("certificates/offline/file.html", context))


def _with_icons(text: str) -> str:
    """The icons that it shows stand inside; on the site they are a file of their own."""
    address = static("img/icons.svg")
    used = set(re.findall(f'"{re.escape(address)}#([^"]+)"', text))
    drawn = "".join(one[0] for one in SYMBOL.finditer(_read("img/icons.svg")) if one["name"] in used)
    drawings = f'<svg width="0" height="0" aria-hidden="true">{drawn}</svg>'
    return text.replace(f'"{address}#', '"#').replace("</body>", f"{drawings}</body>")


def _policy(*, styles: str, scripts: tuple[str, ...]) -> str:
    """What the file may do: run what is written in it, and reach nothing at all."""
    allowed = " ".join(_hash(each) for each in scripts)
    own = f"script-src {allowed}; style-src {_hash(styles)}"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _data(day: date, methods: list[dict]) -> SafeString:
    made = timezone.make_aware(datetime.combine(day, time(12)))
    data = {"methods": methods, "contexts": linked_data.contexts(), "made": made.isoformat()}
    return mark_safe(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))  # no tag can begin


def _styles() -> str:
    """Without fonts: the file would have to fetch them, and reads well in those of the system."""
    return "\n".join(FONT_FACE.sub("", _read(name)) for name in STYLES)


def _script() -> str:
    """The modules in one text: a file that is opened from a disk may load no other."""
    return "\n".join(_module(name, _read(path)) for name, path in SCRIPTS.items())


def _module(name: str, text: str) -> str:
    exported = ", ".join(EXPORT.findall(text))
    inside = IMPORT.sub(r"const \1 = \2;", EXPORT.sub("", text))
    return f"const {name} = (() => {{\n{inside}\nreturn {{ {exported} }};\n}})();"


def _read(name: str) -> str:
    return Path(finders.find(name)).read_text()
