"""The addresses a page of the press may name; `documents.fetcher` answers them. Apart from it, because pages
are described in processes that never print.
"""

from urllib.parse import quote

PER_PERSON = "press:qr/"  # never kept in the cache that printings share


def stair_address(*, entry: str | None, reached: str | None, treads: int) -> str:
    return f"press:stair/{entry or ''}/{reached or ''}/{treads}"


def qr_address(address: str) -> str:
    return PER_PERSON + quote(address, safe="")
