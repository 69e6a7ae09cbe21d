"""The characters every forme has at hand, by kind of slot, so that its fonts need not be cut again.

A word with any other character is still printed: its page is laid out as a whole and its fonts are cut for
it. The set is fixed, never learned, so that the same facts give the same bytes in any process.
"""

import string

from documents import glyphs

DIGITS = string.digits
LETTERS = string.ascii_letters + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœ"
FURTHER = "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽžȘșȚț"
JOINED = " ff fi fl ffi ffl "  # drawn as one in some fonts
BY_KIND = {
    "name": " -’'." + LETTERS + FURTHER + JOINED,
    "hours": DIGITS + "\u00a0hur ",
    "level": DIGITS + "\u00a0 ABCPre-.+–→",
    "code": DIGITS + string.ascii_uppercase + "-",
}


def of(kind: str, *, display: bool) -> str:
    """`display`: only what the display face itself has; the rest would bring a fall-back font."""
    wanted = BY_KIND[kind]
    if not display:
        return wanted
    face = glyphs.in_face("BricolageGrotesque-Bold.ttf")
    return "".join(character for character in wanted if ord(character) in face)
