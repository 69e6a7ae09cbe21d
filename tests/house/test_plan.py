"""The plan of the house is kept: floors and rooms, migrations, templates, words."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("accounts", "documents", "training", "certificates", "cms", "config")


def sources(*endings: str):
    for folder in (*APPS, "templates", "tests"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in endings and "__pycache__" not in path.parts:
                yield path


def test_imports_go_down():
    result = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]


PRINTING = ("weasyprint", "pydyf", "fontTools")


def test_a_web_process_does_not_load_the_press():
    """It prints nothing, and each of its processes would hold 20 MB for it."""
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, config.wsgi; from django.urls import get_resolver; get_resolver().url_patterns\n"
            f"print([name for name in {PRINTING} if name in sys.modules])",
        ],
        cwd=ROOT,
        env={**os.environ, "GRENSTAAL_MODE": "test"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert loaded.strip() == "[]"


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def template_name(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    return "/".join(parts[parts.index("templates") + 1 :])


OUR_TEMPLATES = sorted(
    path
    for folder in (*APPS, ".")
    for path in (ROOT / folder / "templates").rglob("*.*")
    if path.suffix in (".html", ".txt", ".svg", ".css")
)
# Found by name by Django, Wagtail or allauth themselves.
CALLED_BY_OTHERS = re.compile(
    r"^(400|403|404|500|403_csrf|429)\.html$|^django/forms/|^account/|^mfa/|^allauth/|^wagtailadmin/|^wagtailusers/"
    r"|^socialaccount/|^usersessions/"
)


def test_every_template_is_used():
    everything = "\n".join(path.read_text() for path in sources(".py", ".html", ".txt", ".svg", ".css"))
    unused = [
        name
        for name in map(template_name, OUR_TEMPLATES)
        if not CALLED_BY_OTHERS.search(name)
        and name not in everything
        and name.rsplit(".", 1)[0] not in everything
        and not used_by_convention(name, everything)
    ]
    assert not unused


def used_by_convention(name: str, everything: str) -> bool:
    """Wagtail finds `cms/home_page.html` by the page model `HomePage`; a folder may be named with the file
    or the folder left open (`f"documents/{sheet}/page.html"`, `f"training/enrolment/{step}.html"`)."""
    app, _, rest = name.partition("/")
    model = "".join(word.capitalize() for word in rest.rsplit(".", 1)[0].split("_"))
    folder, _, file = name.rpartition("/")
    left_open = (f"{folder}/{{", f"/{{sheet.name}}/{file}", f"/{{name}}/{file}")
    drawn = (
        f"{folder.rpartition('/')[2]}/{file}" in everything or f'"{file.rpartition(".")[0]}"' in everything
    )
    return (
        (app == "cms" and f"class {model}(" in everything) or drawn or any(p in everything for p in left_open)
    )


def test_no_room_is_called_utils():
    forbidden = {"utils", "helpers", "services", "common"}
    found = [
        path.relative_to(ROOT)
        for path in sources(".py")
        if path.stem in forbidden or forbidden & set(path.relative_to(ROOT).parts[:-1])
    ]
    # config/services runs PostgreSQL and Valkey: there the word means what it says.
    assert [
        path for path in found if path.parts[:2] != ("config", "services") and path.parts[0] != "tests"
    ] == []


def test_no_file_names_a_package_index_or_a_machine():
    pattern = re.compile(r"(?<![\w.])/(work|farm)/|https?://\S+/simple\b|--(extra-)?index-url \S*http")
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    leaks = [
        name
        for name in tracked.splitlines()
        if (path := ROOT / name).is_file()
        and path.stat().st_size < 1_000_000
        and path.suffix in (".py", ".md", ".txt", ".in", ".toml", ".yaml", ".yml", ".html", ".css", ".js", "")
        and pattern.search(path.read_text(errors="replace"))
        and name != "tests/house/test_plan.py"
    ]
    assert not leaks
