"""The catalogues' keeper, behind `bin/messages`: extract, compile, or only look.

One catalogue per app and language; the words of `templates/` and `config/` live in `locale/` at the root.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from config.environment import BASE_DIR
from config.services.catalogues import catalogues, compile_catalogues
from config.services.child import python

LANGUAGES = ("fr", "nl")
SPEAKING_APPS = ("accounts", "certificates", "cms", "documents", "training")
NOT_OURS = (".venv", "var", "tests", "docs", ".git")


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/messages", description=__doc__)
    parser.add_argument("--compile", action="store_true", help="only compile")
    parser.add_argument("--check", action="store_true", help="change nothing, report what is not complete")
    options = parser.parse_args()
    if options.check:
        problems = find_problems()
        print("\n".join(problems) or "The catalogues are complete.")
        sys.exit(bool(problems))
    if not options.compile:
        extract(BASE_DIR)
        print("\n".join(untranslated(BASE_DIR)))
    print(f"compiled: {compile_catalogues()}")


def extract(folder: Path) -> None:
    """Run gettext over the tree at `folder`; a catalogue in which no entry changed keeps its bytes."""
    for name in SPEAKING_APPS:
        (folder / name / "locale").mkdir(exist_ok=True)
    before = {path: path.read_bytes() for path in catalogues(folder)}
    languages = [part for language in LANGUAGES for part in ("--locale", language)]
    ignored = [part for name in NOT_OURS for part in ("--ignore", name)]
    subprocess.run(
        python("manage.py", "makemessages", *languages, *ignored, *["--add-location=file", "--no-obsolete"]),
        cwd=folder,
        env={**os.environ, "GRENSTAAL_MODE": "test", "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    for path, content in before.items():
        if entries(content.decode()) == entries(path.read_text()):
            path.write_bytes(content)


def find_problems() -> list[str]:
    """What is missing, fuzzy or stale. Works on a copy: nothing of ours is touched."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(BASE_DIR, copy, ignore=shutil.ignore_patterns(*NOT_OURS, "*.pyc"))
        extract(copy)
        problems = untranslated(copy)
        for path in catalogues(copy):
            ours = BASE_DIR / path.relative_to(copy)
            problems += stale_entries(ours, path, path.relative_to(copy))
    return problems


def stale_entries(ours: Path, fresh: Path, name: Path) -> list[str]:
    """What nobody says any more. (What is said and not yet extracted is untranslated in `fresh`.)"""
    known = {key(entry) for entry in polib.pofile(str(ours))} if ours.exists() else set()
    wanted = {key(entry) for entry in polib.pofile(str(fresh)) if not entry.obsolete}
    return [f"{name}: stale: {message!r}" for _, message in sorted(known - wanted)]


def untranslated(folder: Path) -> list[str]:
    return [
        f"{path.relative_to(folder)}: {'fuzzy' if entry.fuzzy else 'missing'}: {entry.msgid!r}"
        for path in catalogues(folder)
        for entry in polib.pofile(str(path))
        if not entry.obsolete and not entry.translated()
    ]


def key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def entries(text: str) -> list[str]:
    """The catalogue without its header, whose date changes at each run."""
    return [str(entry) for entry in polib.pofile(text)]


if __name__ == "__main__":
    main()
