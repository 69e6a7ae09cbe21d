"""The fonts of the press: static TTF files of our own, so that output is identical on every machine.

They lie in `settings.PRESS_FONT_DIR`. When one is missing, `settings.PRESS_FONT_BUILDER` (the dotted name
of a function that takes a folder and fills it) makes them at the first use: beside the folder first, then
moved file by file, so a second process never sees half a font.
"""

import tempfile
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from documents.exceptions import PressFault

FILES = (
    "AtkinsonHyperlegible-Regular.ttf",
    "AtkinsonHyperlegible-Bold.ttf",
    "BricolageGrotesque-Bold.ttf",
    "EBGaramond-SemiBold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Bold.ttf",
)


def missing() -> list[str]:
    return [name for name in FILES if not (Path(settings.PRESS_FONT_DIR) / name).is_file()]


def path(name: str) -> Path:
    """The file of one face. Builds all of them when one is missing; raises PressFault when it cannot."""
    if name not in FILES:
        raise PressFault(f"{name} is not a font of the press")
    if missing():
        _build()
    return Path(settings.PRESS_FONT_DIR) / name


def _build() -> None:
    builder = getattr(settings, "PRESS_FONT_BUILDER", None)
    if builder is None:
        raise PressFault(f"fonts are missing in {settings.PRESS_FONT_DIR}: {', '.join(missing())}")
    folder = Path(settings.PRESS_FONT_DIR)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".fonts-") as workshop:
        import_string(builder)(Path(workshop))
        folder.mkdir(exist_ok=True)
        for built in sorted(Path(workshop).iterdir()):
            built.replace(folder / built.name)
    if missing():
        raise PressFault(f"{builder} did not make {', '.join(missing())}")
