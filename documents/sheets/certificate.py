"""The end-of-training certificate: one landscape page, French on one shore and Dutch on the other.

Its words stand in the template in both languages side by side, not in the catalogues: whoever changes a
legal sentence sees its twin, and a missing catalogue can never change a document.
"""

from django.utils.translation import gettext_lazy as _

from documents import ladder, towns, wording
from documents.addresses import qr_address, stair_address
from documents.exceptions import PressFault, PressRefusal
from documents.facts import CertificateFacts, SkillResult
from documents.sheets.sheet import Sheet

# code: (French, Dutch), in the order of the report
SKILLS = {
    "LIS": ("Écouter", "Luisteren"),
    "REA": ("Lire", "Lezen"),
    "SPI": ("Converser", "Gesprekken voeren"),
    "SPP": ("S’exprimer", "Spreken"),
    "WRI": ("Écrire", "Schrijven"),
}
TITLES = {"END_OF_TRAINING": ("Attestation de fin de formation", "Opleidingsattest")}
NOT_ASSESSED = {"fr": "non évalué", "nl": "niet geëvalueerd"}
CAN_DOS = range(4, 7)
# The name is set as large as its length allows: longest name in characters, class of the style sheet.
NAME_SIZES = ((22, "huge"), (32, "large"), (46, "medium"), (70, "small"))


def scene(facts: CertificateFacts, *, language: str) -> dict:
    """Everything the page says that is not a plain fact.

    Raises PressRefusal for too few or too many can-do statements, PressFault for a level nobody knows.
    """
    if len(facts.can_do) not in CAN_DOS:
        raise PressRefusal(_("A certificate has four to six can-do statements."))
    title_fr, title_nl = TITLES[facts.kind]
    return {
        "title_fr": title_fr,
        "title_nl": title_nl,
        "title": title_nl if language == "nl" else title_fr,
        "name_size": next((size for most, size in NAME_SIZES if len(facts.holder_name) <= most), "tiny"),
        "stairs": _stairs(facts.levels, language=language),
        "assessed_by": _assessors(facts.levels),
        "first_day": _both(wording.date_fr, wording.date_nl, facts.first_day),
        "last_day": _both(wording.date_fr, wording.date_nl, facts.last_day),
        "issued_on": _both(wording.date_fr, wording.date_nl, facts.issued_on),
        "valid_until": facts.valid_until and _both(wording.date_fr, wording.date_nl, facts.valid_until),
        "assessed_on": _both(
            wording.date_fr, wording.date_nl, max(each.assessed_on for each in facts.levels)
        ),
        "followed": _both(wording.hours_fr, wording.hours_nl, facts.minutes_followed),
        "planned": _both(wording.hours_fr, wording.hours_nl, facts.minutes_planned),
        "place": _both(towns.in_french, towns.in_dutch, facts.place),
        "code": wording.grouped(facts.code),
        "replaces": wording.grouped(facts.replaces_code or ""),
        "qr": qr_address(facts.verify_url),
        "address": facts.verify_url.partition("://")[2].rpartition("/")[0],
    }


def _stairs(levels: tuple[SkillResult, ...], *, language: str) -> list[dict]:
    known = {each.skill: each for each in levels}
    if unknown := [each for each in levels if {each.exit, each.entry or each.exit} - ladder.HEIGHTS.keys()]:
        raise PressFault(f"no such level: {unknown[0].entry} → {unknown[0].exit}")
    treads = ladder.treads_for([each.exit for each in levels])
    return [_stair(known.get(code), code=code, treads=treads, language=language) for code in SKILLS]


def _stair(result: SkillResult | None, *, code: str, treads: int, language: str) -> dict:
    """One skill, for the eye and (`spoken`) for the ear; not assessed is a stair nobody climbed."""
    fr, nl = SKILLS[code]
    entry, reached = (result.entry, result.exit) if result else (None, None)
    steps = [ladder.written(level) for level in (entry, reached) if level]
    words = " → ".join(steps) or NOT_ASSESSED[language]
    return {
        "fr": fr,
        "nl": nl,
        "entry": ladder.written(entry or ""),
        "exit": ladder.written(reached or "–"),
        "spoken": f"{nl}: {words}" if language == "nl" else f"{fr}{wording.NBSP}: {words}",
        "url": stair_address(entry=entry, reached=reached, treads=treads),
    }


def _assessors(levels: tuple[SkillResult, ...]) -> str:
    return ", ".join(dict.fromkeys(each.assessor_name for each in levels))


def _both(french, dutch, value) -> dict[str, str]:
    return {"fr": french(value), "nl": dutch(value)}


def densities(facts: CertificateFacts) -> tuple[str, ...]:
    """Tried one after the other until everything fits; from `brief` on without the objectives."""
    return (("roomy", "snug") if facts.objectives_fr else ("airy", "roomy")) + ("brief", "tight", "tightest")


SHEET = Sheet(name="certificate", scene=scene, densities=densities, pages=1, stands=True)
