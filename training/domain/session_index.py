"""The index inside the ZIP of a session: what is in it, for somebody who has the file and not the site.

French, as its papers are; the headings also in Dutch for the partners across the border.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.translation import override

from training.domain import csv_text
from training.models import Session

PAGE, TABLE, LOOK = "index.html", "index.csv", "index.css"
LOOK_TEMPLATE = "training/sheets/index_of_file.css"


@dataclass(frozen=True)
class Entry:
    """A file in the ZIP; its size in bytes. `about`, in French, says what it is."""

    name: str
    about: str
    sha256: str
    size: int

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]


# In French and in Dutch; a folder that is not here goes by its own name.
HEADINGS = {
    "attestations-d-assiduite": ("Attestations d’assiduité", "Aanwezigheidsattesten"),
    "certificats-de-realisation": ("Certificats de réalisation", "Attesten van gevolgde uren"),
    "chaine": ("Chaîne des empreintes", "Keten van controlegetallen"),
    "corrections": ("Corrections après la signature", "Verbeteringen na de ondertekening"),
    "emargement": ("Feuilles d’émargement", "Aanwezigheidslijsten"),
    "etats-mensuels": ("États de présence mensuels", "Maandstaten van aanwezigheid"),
    "profils-linguistiques": ("Profils linguistiques", "Taalprofielen"),
    "papier": ("Feuilles signées sur papier", "Op papier getekende lijsten"),
}


def files(session: Session, entries: Sequence[Entry]) -> list[tuple[str, str]]:
    """The name and the text of each: a page to read, its look, a table to count with."""
    look = render_to_string(LOOK_TEMPLATE)
    return [
        (PAGE, _page(session, entries)),
        (LOOK, look),
        (TABLE, _table(entries)),
    ]


def _page(session: Session, entries: Sequence[Entry]) -> str:
    groups = [
        (*HEADINGS.get(folder, (folder, "")), list(found))
        for folder, found in groupby(entries, key=lambda one: one.folder)
    ]
    facts = {"session": session, "groups": groups, "count": len(entries), "look": LOOK}
    with override("fr"):
        return render_to_string("training/sheets/index_of_file.html", facts)


def _table(entries: Sequence[Entry]) -> str:
    rows = [(one.name, one.about, one.sha256, one.size) for one in entries]
    return csv_text.written(("fichier", "contenu", "sha256", "octets"), rows)
