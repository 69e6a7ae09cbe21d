"""The end-of-training certificate: one landscape page, French on one shore and Dutch on the other.

Its words stand here in both languages side by side, not in the catalogues: whoever changes a sentence sees
its twin, and a missing catalogue can never change a document. The office may word the `PHRASES` otherwise.
"""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents import ladder, phrases, towns, wording
from documents.addresses import qr_address, stair_address
from documents.exceptions import PressFault, PressRefusal
from documents.facts import CertificateFacts, SkillResult
from documents.phrases import SENTENCE, SIGNED, Phrase
from documents.sheets import arranging
from documents.sheets.sheet import Layout, Sheet

# code: (French, Dutch), in the order of the report
SKILLS = {
    "LIS": ("Écouter", "Luisteren"),
    "REA": ("Lire", "Lezen"),
    "SPI": ("Converser", "Gesprekken voeren"),
    "SPP": ("S’exprimer", "Spreken"),
    "WRI": ("Écrire", "Schrijven"),
}
TITLES = {"END_OF_TRAINING": ("Attestation de fin de formation", "Opleidingsattest")}
PHRASES = {
    "title": Phrase(
        label=pgettext_lazy("on the paper", "title"),
        fr=TITLES["END_OF_TRAINING"][0],
        nl=TITLES["END_OF_TRAINING"][1],
    ),
    "hours": Phrase(
        label=pgettext_lazy("on the paper", "sentence about the hours"),
        fr="a suivi {followed} sur les {planned} de la formation {title}, "
        f"du{wording.NBSP}{{first_day}} au{wording.NBSP}{{last_day}}.",
        nl="heeft {followed} gevolgd van de {planned} van de opleiding {title}, "
        f"van{wording.NBSP}{{first_day}} tot{wording.NBSP}{{last_day}}.",
        gaps={
            "followed": _("hours followed"),
            "planned": _("hours planned"),
            "title": _("title of the course"),
            "first_day": _("first day"),
            "last_day": _("last day"),
        },
        most=SENTENCE,
    ),
    "objectives": Phrase(
        label=pgettext_lazy("on the paper", "word before the objectives"), fr="Objectifs.", nl="Leerdoelen."
    ),
    "can_do": Phrase(
        label=pgettext_lazy("on the paper", "heading of the can-do statements"),
        fr="En néerlandais, au travail",
        nl="In het Nederlands, op het werk",
    ),
    "levels_note": Phrase(
        label=pgettext_lazy("on the paper", "note on the levels"),
        fr="Niveaux du CECRL évalués par l’organisme ({assessed_by}, {assessed_on})"
        f"{wording.NBSP}: ils ne valent pas certification officielle de langue.",
        nl="ERK-niveaus, geëvalueerd door de opleidingsverstrekker ({assessed_by}, {assessed_on}): "
        "dit is geen officieel taalcertificaat.",
        gaps={"assessed_by": _("who assessed the levels"), "assessed_on": _("day of the last assessment")},
        most=SENTENCE,
    ),
    "signed": SIGNED,
    "valid_until": Phrase(
        label=pgettext_lazy("on the paper", "line of the last day of validity"),
        fr=f"Valable jusqu’au{wording.NBSP}{{valid_until}}",
        nl="Geldig tot en met {valid_until}",
        gaps={"valid_until": _("last day of validity")},
    ),
    "check": Phrase(
        label=pgettext_lazy("on the paper", "words above the code"),
        fr="Vérifier ce document",
        nl="Dit document controleren",
    ),
    "replaces": Phrase(
        label=pgettext_lazy("on the paper", "line about the paper it replaces"),
        fr="Remplace {code}",
        nl="Vervangt {code}",
        gaps={"code": _("code of the replaced paper")},
    ),
}
LAYOUTS = {
    "SHORES": Layout(
        pair="certificate",
        label=pgettext_lazy("layout", "Two shores"),
        note=_(
            "Landscape: French on the left, Dutch on the right, the coast between the name and the words."
        ),
    ),
    "UPRIGHT": Layout(
        pair="upright",
        label=pgettext_lazy("layout", "Upright"),
        note=_("Portrait: the five stairs below the name, then French on the left and Dutch on the right."),
        across=4,
    ),
}
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
    said = phrases.said(PHRASES, facts.design, {each: _values(facts, each) for each in ("fr", "nl")})
    return {
        "title": said["title"][language],
        "shores": [_shore(facts, said, each) for each in ("fr", "nl")],
        "name_size": next((size for most, size in NAME_SIZES if len(facts.holder_name) <= most), "tiny"),
        "stairs": _stairs(facts.levels, language=language),
        "code": wording.grouped(facts.code),
        "qr": qr_address(facts.scanned),
        "address": facts.verify_url.partition("://")[2].rpartition("/")[0],
        **arranging.scene(facts, across=_layout(facts).across, language=language),
    }


def _layout(facts: CertificateFacts) -> Layout:
    return LAYOUTS[facts.design.layout] if facts.design else LAYOUTS["SHORES"]


def _shore(facts: CertificateFacts, said: dict[str, dict], language: str) -> dict:
    """All that the page says in one language; the phrases by their names."""
    return {name: both[language] for name, both in said.items()} | {
        "lang": language,
        "before_objectives": said["objectives"][language],
        "objectives": {"fr": facts.objectives_fr, "nl": facts.objectives_nl}[language],
        "can_dos": [{"fr": each.fr, "nl": each.nl}[language] for each in facts.can_do],
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


def _values(facts: CertificateFacts, language: str) -> dict[str, str]:
    """What fills the gaps of the phrases, in one language."""
    index = ("fr", "nl").index(language)
    date, hours = (wording.date_fr, wording.date_nl)[index], (wording.hours_fr, wording.hours_nl)[index]
    return {
        "followed": phrases.changing("hours", hours(facts.minutes_followed)),
        "planned": hours(facts.minutes_planned),
        "title": format_html("<strong>{}</strong>", (facts.title_fr, facts.title_nl)[index]),
        "first_day": date(facts.first_day),
        "last_day": date(facts.last_day),
        "assessed_by": _assessors(facts.levels),
        "assessed_on": date(max(each.assessed_on for each in facts.levels)),
        "place": (towns.in_french, towns.in_dutch)[index](facts.place),
        "issued_on": date(facts.issued_on),
        "valid_until": date(facts.valid_until) if facts.valid_until else "",
        "code": phrases.changing("code", wording.grouped(facts.replaces_code or "")),
    }


def densities(facts: CertificateFacts) -> tuple[str, ...]:
    """Tried one after the other until everything fits; from `brief` on without the objectives.

    `free`: the foot need not stand at the foot, for many who sign and whose roles take more lines than usual.
    """
    larger = ("roomy", "snug") if facts.objectives_fr else ("airy", "roomy")
    if len(facts.signatories) == 1:
        return (*larger, "brief", "close", "tight", "tightest")
    return (*larger, "brief", "close", "tight", "close free", "tight free", "tightest free")


SHEET = Sheet(
    name="certificate",
    scene=scene,
    densities=densities,
    pages=1,
    stands=True,
    label=pgettext_lazy("document", "End-of-training certificate"),
    phrases=PHRASES,
    layouts=LAYOUTS,
    emblems=arranging.EMBLEMS,
)
