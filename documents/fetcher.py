"""The only door through which the press reads anything: fonts, drawings and what is drawn on the spot.

`press:font/NAME`, `press:art/NAME.svg`, `press:stair/ENTRY/REACHED/TREADS`, `press:qr/ADDRESS`,
`press:strokes/WIDTH/HEIGHT/PATH` (a signature), `press:logo/SHA256` from the archive, and
`press:profile/srgb`, the colours that PDF/A asks for. Any other address, and any of these that does not
exist, stops the printing: nothing is fetched from the network or from elsewhere on the disk, and nothing is
left out silently.
"""

import re
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from documents import colours, drawings, fonts, logos, square_code
from documents.exceptions import DocumentAltered

ART = Path(__file__).resolve().parent / "templates" / "documents" / "art"
ART_NAME = re.compile(r"[a-z]+(-[a-z]+)*\.svg")


class OwnFiles(URLFetcher):
    """Serves the press's own material; every failure is fatal."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("press",), fail_on_errors=True)

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        kind, _slash, name = url.removeprefix("press:").partition("/")
        if not url.startswith("press:") or kind not in SERVED:
            raise FatalURLFetchingError(f"the press may not fetch {url}")
        content_type, serve = SERVED[kind]
        return URLFetcherResponse(url, serve(name), {"Content-Type": content_type})


def _art(name: str) -> bytes:
    if not ART_NAME.fullmatch(name):
        raise FatalURLFetchingError(f"{name} is not a drawing of the press")
    return (ART / name).read_bytes()


def _stair(name: str) -> str:
    entry, reached, treads = name.split("/")
    return drawings.stair(entry=entry or None, reached=reached or None, treads=int(treads))


def _strokes(name: str) -> str:
    width, height, path = name.split("/")
    return drawings.strokes(unquote(path), width=int(width), height=int(height))


def _logo(sha256: str) -> bytes:
    try:
        return logos.read(sha256)
    except DocumentAltered as gone:
        raise FatalURLFetchingError(str(gone)) from gone


SERVED = {
    "font": ("font/ttf", lambda name: fonts.path(name).read_bytes()),
    "art": ("image/svg+xml", _art),
    "stair": ("image/svg+xml", _stair),
    "strokes": ("image/svg+xml", _strokes),
    "logo": ("image/png", _logo),
    "profile": ("application/vnd.iccprofile", lambda name: colours.srgb()),
    "qr": ("image/svg+xml", lambda name: square_code.qr(unquote(name))),
}
