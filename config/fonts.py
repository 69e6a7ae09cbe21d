"""The fonts of the site and of the press, made at set-up from the `fontpkg-*` packages (all OFL).

`python -m config.fonts` writes WOFF2 for the site to `static/fonts/` and static TTF for the press to
`var/fonts/`. Both folders are generated and git-ignored. Running it again does nothing unless a package or
this file changed. `static_ttfs` is also what `settings.PRESS_FONT_BUILDER` names.
"""

import hashlib
import os
import sys
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import fontpkg_atkinson_hyperlegible as atkinson
import fontpkg_bricolage_grotesque as bricolage
import fontpkg_eb_garamond as garamond
import fontpkg_noto_sans as noto
import uharfbuzz
from fontTools.ttLib import TTFont

BASE_DIR = Path(__file__).resolve().parent.parent
WEB_DIR = BASE_DIR / "static" / "fonts"
PRESS_DIR = BASE_DIR / "var" / "fonts"

PUNCTUATION = [*range(0x2010, 0x2028), *range(0x202F, 0x203B), 0x2044, 0x20AC, 0x2116, 0x2122, 0x2212]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x178, *PUNCTUATION, *range(0x2190, 0x2194)]
LATIN_EXTENDED = [*range(0x100, 0x250), *range(0x2C6, 0x2DE), *range(0x1E00, 0x1F00)]
GREEK_AND_CYRILLIC = [*range(0x370, 0x400), *range(0x400, 0x530)]
EUROPEAN = [*LATIN, *LATIN_EXTENDED, *GREEK_AND_CYRILLIC]

ATKINSON = atkinson.ROOT / "files"
BRICOLAGE = bricolage.ROOT / "files" / "BricolageGrotesque[opsz,wdth,wght].ttf"
# The statement of European co-funding must be in one of the faces that the regulation names: Garamond is one.
GARAMOND = garamond.ROOT / "files" / "EBGaramond[wght].ttf"
NOTO = noto.ROOT / "files" / "NotoSans[wdth,wght].ttf"
NAMES = 26  # entries that a font may carry about itself
DISPLAY = {"opsz": 36, "wdth": 100, "wght": 700}

# A face: the file it comes from, the axes to pin, the characters to keep.
Face = tuple[Path, dict[str, int], list[int]]
WEB_FACES: dict[str, Face] = {
    "atkinson-regular": (ATKINSON / "AtkinsonHyperlegible-Regular.ttf", {}, [*LATIN, *LATIN_EXTENDED]),
    "atkinson-bold": (ATKINSON / "AtkinsonHyperlegible-Bold.ttf", {}, [*LATIN, *LATIN_EXTENDED]),
    "bricolage-display": (BRICOLAGE, DISPLAY, LATIN),
    "garamond-statement": (GARAMOND, {"wght": 600}, [*range(0x20, 0x7F), 0xA0, 0xE9, 0x2013, 0x2019]),
    "noto-regular": (NOTO, {"wdth": 100, "wght": 400}, [*LATIN_EXTENDED, *GREEK_AND_CYRILLIC]),
}
PRESS_FACES: dict[str, Face] = {
    "AtkinsonHyperlegible-Regular": (ATKINSON / "AtkinsonHyperlegible-Regular.ttf", {}, EUROPEAN),
    "AtkinsonHyperlegible-Bold": (ATKINSON / "AtkinsonHyperlegible-Bold.ttf", {}, EUROPEAN),
    "AtkinsonHyperlegible-Italic": (ATKINSON / "AtkinsonHyperlegible-Italic.ttf", {}, EUROPEAN),
    "BricolageGrotesque-Bold": (BRICOLAGE, DISPLAY, EUROPEAN),
    "EBGaramond-SemiBold": (GARAMOND, {"wght": 600}, LATIN),
    "NotoSans-Regular": (NOTO, {"wdth": 100, "wght": 400}, EUROPEAN),
    "NotoSans-Bold": (NOTO, {"wdth": 100, "wght": 700}, EUROPEAN),
}


def static_ttfs(target_dir: Path = PRESS_DIR) -> list[Path]:
    """Write one static TTF per face of the press, cut down to European scripts. Idempotent (stamped)."""
    return _write_faces({target_dir / f"{name}.ttf": face for name, face in PRESS_FACES.items()})


def web_fonts(target_dir: Path = WEB_DIR) -> list[Path]:
    """Write the WOFF2 files that `static/css/tokens.css` names. Idempotent (stamped)."""
    return _write_faces({target_dir / f"{name}.woff2": face for name, face in WEB_FACES.items()})


def _write_faces(faces: dict[Path, Face]) -> list[Path]:
    stamp = next(iter(faces)).parent / ".stamp"
    if stamp.is_file() and stamp.read_text() == _stamp() and all(path.is_file() for path in faces):
        return list(faces)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    for path, face in faces.items():
        _write_face(path, face)
    stamp.write_text(_stamp())
    return list(faces)


def _write_face(path: Path, face: Face) -> None:
    font = _cut(*face)
    if path.suffix == ".woff2":
        font = _packed(font)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(font)
    fresh.replace(path)  # a second process never sees half a font


def _cut(source: Path, axes: dict[str, int], characters: list[int]) -> bytes:
    """HarfBuzz does in milliseconds what took fontTools half a minute (docs/decisions/0095)."""
    whole, wanted = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))), uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    wanted.unicode_set.update(characters)
    wanted.name_id_set.update(range(NAMES))  # author and licence among them
    for axis, place in axes.items():
        wanted.flags |= uharfbuzz.SubsetFlags.SET_OVERLAPS_FLAG  # parts of variable letters overlap
        wanted.pin_axis_location(whole, axis, place)
    return uharfbuzz.subset(whole, wanted).blob.data


def _packed(font: bytes) -> bytes:
    whole, packed = TTFont(BytesIO(font), recalcTimestamp=False), BytesIO()
    whole.flavor = "woff2"
    whole.save(packed)
    return packed.getvalue()


def _stamp() -> str:
    packages = [
        "fontpkg-atkinson-hyperlegible",
        "fontpkg-bricolage-grotesque",
        "fontpkg-eb-garamond",
        "fontpkg-noto-sans",
        "fonttools",
        "uharfbuzz",
    ]
    versions = " ".join(f"{name}={version(name)}" for name in packages)
    return f"{hashlib.sha256(Path(__file__).read_bytes()).hexdigest()} {versions}\n"


def main() -> None:
    for path in [*web_fonts(), *static_ttfs()]:
        sys.stdout.write(f"{path.relative_to(BASE_DIR)}  {path.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
