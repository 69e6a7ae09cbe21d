"""The certificat de réalisation: the Ministry's text on page 1, in French; on page 2 what it says, in Dutch.

Nothing of ours stands inside the official text: no logo, no name of the platform. One kind of action is
ticked, always the same.
"""

from documents import towns, wording
from documents.register_facts import RealisationFacts
from documents.sheets.sheet import Sheet

ACTIONS = (
    ("action de formation", "opleidingsactie", True),
    ("bilan de compétences", "competentiebalans", False),
    ("action de VAE", "erkenning van ervaring (VAE)", False),
    ("action de formation par apprentissage", "opleidingsactie in een leerovereenkomst", False),
)


def scene(facts: RealisationFacts, *, language: str) -> dict:
    return {
        "actions": [{"fr": fr, "nl": nl, "ticked": ticked} for fr, nl, ticked in ACTIONS],
        "first": _both(wording.date_fr, wording.date_nl, facts.first_day),
        "last": _both(wording.date_fr, wording.date_nl, facts.last_day),
        "issued": _both(wording.date_fr, wording.date_nl, facts.issued_on),
        "followed": _both(wording.hours_fr, wording.hours_nl, facts.minutes_followed),
        "place": _both(towns.in_french, towns.in_dutch, facts.place),
        "before": facts.number - 1,
    }


def _both(french, dutch, value) -> dict[str, str]:
    return {"fr": french(value), "nl": dutch(value)}


SHEET = Sheet(name="realisation", scene=scene)
