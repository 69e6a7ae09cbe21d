"""JSON-LD as bytes: RDF Dataset Canonicalization (W3C RDFC-1.0), with contexts of our own shelf only.

Nothing is fetched, ever: a context that is not on the shelf is refused, and one on the shelf that is not the
file we pinned stops the process. What a context does not know would be left out of the signature without a
word, so a document with such a name is refused as well.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from pyld import jsonld
from pyld.documentloader.frozen import FrozenDocumentLoader

SHELF = Path(__file__).parent.parent / "reference" / "contexts"
CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
PINNED = {
    CREDENTIALS: (
        "credentials-v2.jsonld",
        "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f",
    ),
    OPEN_BADGES: (
        "open-badges-3.0.3.jsonld",
        "ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761",
    ),
}

NOWHERE = "unknown:/"  # where a name that is not an address would end up


class UnknownContext(Exception):
    """A context, or a name, that is not on our shelf: what it means cannot be signed or checked."""


@cache
def contexts() -> dict[str, dict]:
    """The pinned contexts by their address. Raises UnknownContext when a file is not the one we pinned."""
    return {address: _read(name, sha256) for address, (name, sha256) in PINNED.items()}


def canonical(document: dict, *, also: dict[str, dict] | None = None) -> bytes:
    """The quads of a document in their one order, UTF-8. `also`: further contexts by their address.

    Raises UnknownContext for a context or a name nobody here knows.
    """
    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "documentLoader": FrozenDocumentLoader(contexts() | (also or {})),
        "base": NOWHERE,
    }
    try:
        quads = jsonld.JsonLdProcessor(on_property_dropped=_refuse).normalize(document, options)
    except jsonld.JsonLdError as error:
        raise UnknownContext(str(error.type)) from error
    if f"<{NOWHERE}" in quads:
        raise UnknownContext("a type or an address that no context knows")
    return quads.encode()


def _refuse(name: str) -> None:
    raise UnknownContext(f"{name!r} stands in no context")


def _read(name: str, sha256: str) -> dict:
    content = (SHELF / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise UnknownContext(f"{name} is not the file that was pinned")
    return json.loads(content)
