"""The language-profile sheet (fiche de profil linguistique): one page, French and Dutch side by side."""

from documents import ladder, wording
from documents.addresses import stair_address
from documents.exceptions import PressFault
from documents.profile_facts import Found, ProfileFacts, SkillOfProfile
from documents.sheets.certificate import NAME_SIZES, NOT_ASSESSED, SKILLS
from documents.sheets.sheet import Sheet

BOTH = ("fr", "nl")
DATE = {"fr": wording.date_fr, "nl": wording.date_nl}
# Named strings: (French, Dutch).
PHRASES = {
    "title": ("Fiche de profil linguistique", "Taalprofiel"),
    "entry": ("À l’entrée", "Bij de start"),
    "now": ("Aujourd’hui", "Nu"),
    "not_since": ("pas encore réévalué", "nog niet opnieuw geëvalueerd"),
}
SOURCES = {
    "TRAINER": ("formatrice ou formateur", "lesgever"),
    "EXTERNAL_EXAM": ("certificat externe", "extern certificaat"),
    "PLACEMENT_TEST": ("test de positionnement", "plaatsingstest"),
    "SELF": ("auto-évaluation", "zelfevaluatie"),
}


def scene(facts: ProfileFacts, *, language: str) -> dict:
    """Raises PressFault for a level, a skill or a source nobody knows."""
    levels = [one.level for skill in facts.skills for one in (skill.entry, skill.now) if one]
    if unknown := {*levels, facts.target} - ladder.HEIGHTS.keys():
        raise PressFault(f"no such level: {', '.join(sorted(unknown))}")
    if unknown := {one.skill for one in facts.skills} - SKILLS.keys():
        raise PressFault(f"no such skill: {', '.join(sorted(unknown))}")
    treads = ladder.treads_for([*levels, facts.target])
    known = {one.skill: one for one in facts.skills}
    return {
        "say": {name: dict(zip(BOTH, both, strict=True)) for name, both in PHRASES.items()},
        "title": PHRASES["title"][BOTH.index(language)],
        "name_size": next((size for most, size in NAME_SIZES if len(facts.holder_name) <= most), "tiny"),
        "target": ladder.written(facts.target),
        "skills": [
            _skill(known.get(code) or SkillOfProfile(skill=code), treads=treads, language=language)
            for code in SKILLS
        ],
        "first_day": {each: DATE[each](facts.first_day) for each in BOTH},
        "last_day": {each: DATE[each](facts.last_day) for each in BOTH},
        "issued_on": {each: DATE[each](facts.issued_on) for each in BOTH},
        "before": facts.number - 1,
    }


def _skill(one: SkillOfProfile, *, treads: int, language: str) -> dict:
    """One row: its words in both languages, its stair for the eye and (`spoken`) for the ear."""
    names = dict(zip(BOTH, SKILLS[one.skill], strict=True))
    entry, now = (found.level if found else None for found in (one.entry, one.now))
    steps = " → ".join(ladder.written(level) for level in (entry, now) if level)
    colon = f"{wording.NBSP}:" if language == "fr" else ":"
    return {
        "names": names,
        "entry": {each: _said(one.entry, NOT_ASSESSED[each], each) for each in BOTH},
        "now": {each: _said(one.now, _not_now(one, each), each) for each in BOTH},
        "level": ladder.written(now or entry or "–"),
        "spoken": f"{names[language]}{colon} {steps or NOT_ASSESSED[language]}",
        "url": stair_address(entry=entry, reached=now, treads=treads),
        "can_do": one.can_do,
    }


def _not_now(one: SkillOfProfile, language: str) -> str:
    return PHRASES["not_since"][BOTH.index(language)] if one.entry else NOT_ASSESSED[language]


def _said(found: Found | None, nothing: str, language: str) -> dict[str, str]:
    """The level, and where it comes from: 'A1.2', 'lesgever, 3 november 2026'."""
    if found is None:
        return {"level": nothing, "source": ""}
    if found.source not in SOURCES:
        raise PressFault(f"no such source: {found.source}")
    source = SOURCES[found.source][BOTH.index(language)]
    return {
        "level": ladder.written(found.level),
        "source": f"{source}, {DATE[language](found.on)}",
    }


SHEET = Sheet(
    name="profile", scene=scene, densities=lambda facts: ("airy", "roomy", "tight", "tightest"), pages=1
)
