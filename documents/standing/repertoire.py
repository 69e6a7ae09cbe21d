"""The characters every forme has at hand, by kind of slot, so that its fonts need not be cut again.

A page has the letters of French and Dutch names, or, where a name has another of Europe's, all of them: 3 KiB
that few people need. A word with any other character is still printed: its page is laid out as a whole and
its fonts are cut for it. The sets are fixed, never learned, so that the same facts give the same bytes in any
process.
"""

import string

from documents import glyphs

DIGITS = string.digits
USUAL = string.ascii_letters + "ÀÂÇÈÉÊËÎÏÔÖÙÛÜàâçèéêëîïôöùûüœáíóñ"
EUROPEAN = USUAL + "ÁÃÄÅÆÌÍÑÒÓÕØÚÝßãäåæìòõøúýÿŒ" + "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽžȘșȚț"
BETWEEN = " -’'."
JOINED = " ff fi fl ffi ffl "  # drawn as one in some fonts
BY_KIND = {
    "name": BETWEEN + USUAL + JOINED,
    "hours": DIGITS + "\u00a0hur ",
    "level": DIGITS + "\u00a0 ABCPre-.+–→",
    "code": DIGITS + string.ascii_uppercase + "-",
}
WIDE = BY_KIND | {"name": BETWEEN + EUROPEAN + JOINED}


def is_usual(kind: str, word: str) -> bool:
    """Whether the letters of French and Dutch names are enough. Of names: other words are ours."""
    return kind != "name" or set(word) <= set(BY_KIND["name"])


def of(kind: str, *, display: bool, wide: bool) -> str:
    """`display`: only what the display face itself has; the rest would bring a fall-back font."""
    wanted = (WIDE if wide else BY_KIND)[kind]
    if not display:
        return wanted
    face = glyphs.in_face("BricolageGrotesque-Bold.ttf")
    return "".join(character for character in wanted if ord(character) in face)
