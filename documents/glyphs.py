"""What stands in the fonts of the press: which characters they can print, and the outline of a word."""

from functools import cache

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from documents import fonts


@cache
def _opened(name: str) -> TTFont:
    return TTFont(fonts.path(name), lazy=True)


@cache
def in_face(name: str) -> frozenset[int]:
    """The code points of one face."""
    return frozenset(_opened(name).getBestCmap())


@cache
def characters() -> frozenset[int]:
    """The code points that every style can print: each font stack ends with these two families."""
    text, fallback = (
        _opened(f"{family}-Regular.ttf").getBestCmap().keys()
        & _opened(f"{family}-Bold.ttf").getBestCmap().keys()
        for family in ("AtkinsonHyperlegible", "NotoSans")
    )
    return frozenset(text | fallback)


@cache
def outline(text: str, *, size: int, font: str = "AtkinsonHyperlegible-Bold.ttf") -> str:
    """An SVG path of a short word, its baseline at 0 and centred on 0: letters in a drawing need no font."""
    face = _opened(font)
    scale = size / face["head"].unitsPerEm
    names = [face.getBestCmap()[ord(character)] for character in text]
    widths = [face["hmtx"][name][0] for name in names]
    glyphs, x = face.getGlyphSet(), -sum(widths) / 2
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}")
    for name, width in zip(names, widths, strict=True):
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x * scale, 0)))
        x += width
    return pen.getCommands()
