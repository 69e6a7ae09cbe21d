"""The language-profile sheet (fiche de profil linguistique): one page, French and Dutch side by side."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents import ladder, phrases, wording
from documents.addresses import stair_address
from documents.exceptions import PressFault
from documents.phrases import SENTENCE, Phrase
from documents.profile_facts import Found, ProfileFacts, SkillOfProfile
from documents.sheets import arranging
from documents.sheets.certificate import NAME_SIZES, NOT_ASSESSED, SKILLS
from documents.sheets.sheet import Layout, Sheet

BOTH = ("fr", "nl")
SHORT = 36  # characters: a word in front of a level
DATE = {"fr": wording.date_fr, "nl": wording.date_nl}
PHRASES = {
    "title": Phrase(
        label=pgettext_lazy("on the paper", "title"), fr="Fiche de profil linguistique", nl="Taalprofiel"
    ),
    "state": Phrase(
        label=pgettext_lazy("on the paper", "of which day it is"),
        fr="Le néerlandais de cette personne, par activité langagière, au {issued_on}.",
        nl="Het Nederlands van deze persoon, vaardigheid per vaardigheid, op {issued_on}.",
        gaps={"issued_on": _("day of issue")},
        most=SENTENCE,
    ),
    "course": Phrase(
        label=pgettext_lazy("on the paper", "sentence about the course"),
        fr=f"Formation {{title}}, du{wording.NBSP}{{first_day}} au{wording.NBSP}{{last_day}}. "
        f"Objectif{wording.NBSP}: niveau{wording.NBSP}{{target}}.",
        nl=f"Opleiding {{title}}, van{wording.NBSP}{{first_day}} tot{wording.NBSP}{{last_day}}. "
        f"Doel: niveau{wording.NBSP}{{target}}.",
        gaps={
            "title": _("title of the course"),
            "first_day": _("first day"),
            "last_day": _("last day"),
            "target": _("level the course leads to"),
        },
        most=SENTENCE,
    ),
    "entry": Phrase(
        label=pgettext_lazy("on the paper", "word before the level at entry"),
        fr="À l’entrée",
        nl="Bij de start",
        most=SHORT,
    ),
    "now": Phrase(
        label=pgettext_lazy("on the paper", "word before the level of today"),
        fr="Aujourd’hui",
        nl="Nu",
        most=SHORT,
    ),
    "not_since": Phrase(
        label=pgettext_lazy("on the paper", "in place of a level of today"),
        fr="pas encore réévalué",
        nl="nog niet opnieuw geëvalueerd",
        most=SHORT,
    ),
    "levels_note": Phrase(
        label=pgettext_lazy("on the paper", "note on the levels"),
        fr="Niveaux du CECRL évalués par l’organisme, ne vaut pas certification officielle",
        nl="ERK-niveaus, geëvalueerd door de opleidingsverstrekker: dit is geen officieel taalcertificaat",
        most=110,
    ),
    "legend": Phrase(
        label=pgettext_lazy("on the paper", "what the stairs and sentences mean"),
        fr="la source est dite là où c’en est une autre. Les phrases sont ce que la formatrice ou le "
        f"formateur a constaté. Gris{wording.NBSP}: à l’entrée{wording.NBSP}; plein{wording.NBSP}: acquis "
        f"depuis{wording.NBSP}; vide{wording.NBSP}: à venir.",
        nl="een andere bron staat erbij. De zinnen zijn wat de lesgever heeft vastgesteld. "
        "Grijs: bij de start; vol: sindsdien bereikt; leeg: nog te bereiken.",
        most=SENTENCE,
    ),
}
LAYOUTS = {
    "SKILLS": Layout(
        pair="profile",
        label=pgettext_lazy("layout", "By skill"),
        note=_("Portrait: a row for each skill, its stair beside the words of both languages."),
        across=4,
    ),
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
    say = phrases.said(PHRASES, facts.design, {each: _values(facts, each) for each in BOTH})
    return {
        "say": say,
        "title": say["title"][language],
        "name_size": next((size for most, size in NAME_SIZES if len(facts.holder_name) <= most), "tiny"),
        "skills": [
            _skill(known.get(code) or SkillOfProfile(skill=code), say, treads=treads, language=language)
            for code in SKILLS
        ],
        "issued_on": {each: DATE[each](facts.issued_on) for each in BOTH},
        "before": facts.number - 1,
        **arranging.scene(facts, across=LAYOUTS["SKILLS"].across, language=language),
    }


def _values(facts: ProfileFacts, language: str) -> dict[str, str]:
    """What fills the gaps of the phrases, in one language."""
    strong = "<strong>{}</strong>"
    return {
        "issued_on": format_html(strong, DATE[language](facts.issued_on)),
        "title": format_html(strong, {"fr": facts.title_fr, "nl": facts.title_nl}[language]),
        "first_day": DATE[language](facts.first_day),
        "last_day": DATE[language](facts.last_day),
        "target": format_html(strong, ladder.written(facts.target)),
    }


def _skill(one: SkillOfProfile, say: dict[str, dict], *, treads: int, language: str) -> dict:
    """One row: its words in both languages, its stair for the eye and (`spoken`) for the ear."""
    names = dict(zip(BOTH, SKILLS[one.skill], strict=True))
    entry, now = (found.level if found else None for found in (one.entry, one.now))
    steps = " → ".join(ladder.written(level) for level in (entry, now) if level)
    colon = f"{wording.NBSP}:" if language == "fr" else ":"
    not_now = say["not_since"] if one.entry else NOT_ASSESSED
    return {
        "names": names,
        "entry": {each: _said(one.entry, NOT_ASSESSED[each], each) for each in BOTH},
        "now": {each: _said(one.now, not_now[each], each) for each in BOTH},
        "level": ladder.written(now or entry or "–"),
        "spoken": f"{names[language]}{colon} {steps or NOT_ASSESSED[language]}",
        "url": stair_address(entry=entry, reached=now, treads=treads),
        "can_do": one.can_do,
    }


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
    name="profile",
    scene=scene,
    densities=lambda facts: ("airy", "roomy", "tight", "tightest"),
    pages=1,
    label=pgettext_lazy("document", "Language profile"),
    phrases=PHRASES,
    layouts=LAYOUTS,
    emblems=arranging.EMBLEMS,
)
