"""Where a page puts what a design brings along: who signs, logos, the European emblem."""

from django.utils.translation import pgettext_lazy

from documents import wording
from documents.addresses import logo_address
from documents.facts import Design, Signatory

EMBLEMS = {
    "FOOT": pgettext_lazy("place of the emblem", "At the foot"),
    "HEAD": pgettext_lazy("place of the emblem", "At the head"),
}
FEW = 3  # so many have room to sign by hand; more stand in a dense grid
LOGOS_ACROSS = 6  # in a row of a page that breaks them
ROOM_FOR_LOGOS = ("", "with-logos", "with-logos two-rows")


def scene(facts, *, across: int, language: str) -> dict:
    """`arrangement`: classes of the body, by which the style sheet leaves room. `across`: how many of many
    signatories stand side by side.
    """
    design, signing = facts.design, _signing(facts.signatories, across, language)
    logos = _rows(_logos(design, language), LOGOS_ACROSS)
    emblem = design.emblem if design else "FOOT"
    return {
        "signing": signing,
        "logo_rows": logos,
        "emblem": emblem,
        "arrangement": f"{signing['room']} {emblem.lower()} {ROOM_FOR_LOGOS[len(logos)]}".strip(),
    }


def _signing(signatories: tuple[Signatory, ...], across: int, language: str) -> dict:
    placed = [_placed(each, language) for each in signatories]
    rows = _rows(placed, FEW if len(placed) <= FEW else across)
    return {
        "alone": placed[0] if len(placed) == 1 else None,
        "rows": rows,
        "free": range(len(rows[0]) - len(rows[-1]) if rows else 0),
        "room": _room(placed, rows),
    }


def _room(placed: list[dict], rows: list[list]) -> str:
    if len(placed) <= FEW:
        return "alone" if len(placed) == 1 else "few" if placed else ""
    return f"grid rows-{len(rows)}{' marked' if any(each['url'] for each in placed) else ''}"


def _placed(signatory: Signatory, language: str) -> dict:
    before = {"fr": f"Logo{wording.NBSP}: ", "nl": "Logo: "}[language]
    return {
        "name": signatory.name,
        "role_fr": signatory.role_fr,
        "role_nl": signatory.role_nl,
        "url": logo_address(signatory.logo) if signatory.logo else "",
        "spoken": before + signatory.name,
    }


def _logos(design: Design | None, language: str) -> list[dict]:
    return [
        {"url": logo_address(each.sha256), "spoken": {"fr": each.name_fr, "nl": each.name_nl}[language]}
        for each in (design.logos if design else ())
    ]


def _rows(things: list, across: int) -> list[list]:
    """As few rows as it takes, as even as can be, the last one the shortest."""
    length = -(-len(things) // -(-len(things) // across)) if things else 1
    return [things[start : start + length] for start in range(0, len(things), length)]
