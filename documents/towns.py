"""What each language calls a town: a signpost says Veurne, a Frenchman Furnes; Duinkerke is Dunkerque.

The data keep the name on the town's own signposts: addresses use it. What people read goes through
`town_name`. A town that is not in the table has one name. Dutch names are those of the Taalunie's list of
places in use today: Calais stays Calais (Kales is only understood when searched).
"""

from django.utils.translation import get_language

# On the signposts, in French, in Dutch, other names that people type.
NAMES = (
    ("Dunkerque", "Dunkerque", "Duinkerke", ("Dunkirk",)),
    ("Bergues", "Bergues", "Sint-Winoksbergen", ()),
    ("Gravelines", "Gravelines", "Grevelingen", ()),
    ("Hondschoote", "Hondschoote", "Hondschote", ()),
    ("Hazebrouck", "Hazebrouck", "Hazebroek", ()),
    ("Cassel", "Cassel", "Kassel", ()),
    ("Bailleul", "Bailleul", "Belle", ()),
    ("Ghyvelde", "Ghyvelde", "Gijvelde", ()),
    ("Saint-Omer", "Saint-Omer", "Sint-Omaars", ()),
    ("Lille", "Lille", "Rijsel", ()),
    ("Calais", "Calais", "Calais", ("Kales",)),
    ("Arras", "Arras", "Arras", ("Atrecht",)),
    ("Veurne", "Furnes", "Veurne", ()),
    ("Ieper", "Ypres", "Ieper", ()),
    ("De Panne", "La Panne", "De Panne", ()),
    ("Koksijde", "Coxyde", "Koksijde", ()),
    ("Nieuwpoort", "Nieuport", "Nieuwpoort", ()),
    ("Diksmuide", "Dixmude", "Diksmuide", ()),
    ("Poperinge", "Poperinge", "Poperinge", ("Poperingue",)),
    ("Oostende", "Ostende", "Oostende", ("Ostend",)),
    ("Roeselare", "Roulers", "Roeselare", ()),
    ("Kortrijk", "Courtrai", "Kortrijk", ()),
    ("Menen", "Menin", "Menen", ()),
    ("Brugge", "Bruges", "Brugge", ()),
    ("Gent", "Gand", "Gent", ()),
    ("Brussel", "Bruxelles", "Brussel", ("Brussels",)),
)
_ROWS = {name.casefold(): row for row in NAMES for name in (*row[:3], *row[3])}


def in_french(town: str) -> str:
    return _row(town)[1]


def in_dutch(town: str) -> str:
    return _row(town)[2]


def town_name(town: str) -> str:
    """The town's name in the language of the page; in others than French and Dutch, that of its signposts."""
    language = (get_language() or "")[:2]
    return _row(town)[{"fr": 1, "nl": 2}.get(language, 0)]


def searched(town: str) -> str:
    """Every name by which somebody may look for this town."""
    official, french, dutch, others = _row(town)
    return " ".join(dict.fromkeys((official, french, dutch, *others)))


def _row(town: str) -> tuple[str, str, str, tuple[str, ...]]:
    return _ROWS.get(town.casefold(), (town, town, town, ()))
