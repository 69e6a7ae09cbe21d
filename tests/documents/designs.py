"""Designs to print: the built-in words, with what a test wants otherwise."""

from documents import logos
from documents.facts import Design, Logo, Signatory, Worded
from documents.sheets import SHEETS
from tests.documents.logo_builders import logo, written


def design(paper: str = "certificate", **changes) -> Design:
    sheet = SHEETS[paper]
    said = {
        "template": 1,
        "number": 2,
        "layout": next(iter(sheet.layouts)),
        "emblem": next(iter(sheet.emblems)),
        "words": tuple(Worded(name=name, **each.built_in()) for name, each in sheet.phrases.items()),
    }
    return Design(**said | changes)


def twelve(number: int = 12) -> tuple[Logo, ...]:
    """So many logos, each another."""
    return tuple(
        Logo(sha256=logos.keep(written(logo(each))), name_fr=f"Ville {each + 1}", name_nl=f"Stad {each + 1}")
        for each in range(number)
    )


def signatories(number: int) -> tuple[Signatory, ...]:
    """So many, every other one with a logo."""
    return tuple(
        Signatory(
            name=f"{GIVEN[each % len(GIVEN)]} Vandenbroucke-Exemple",
            role_fr="Présidente de la communauté urbaine",
            role_nl="Voorzitter van de stedengemeenschap",
            logo=logos.keep(written(logo(each))) if each % 2 == 0 else None,
        )
        for each in range(number)
    )


GIVEN = ("Hélène", "Wouter", "Marie-Christine", "Jean", "Griet")
