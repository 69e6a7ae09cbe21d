"""The style guide of the demo: every component with invented words, for those who build screens."""

import datetime

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from training.domain import rates
from training.domain.rates import Lesson

SECTORS = [
    "logistics",
    "food",
    "textile",
    "construction",
    "metal",
    "cleaning",
    "hospitality",
    "horticulture",
    "care",
]
FACTS = [
    {"icon": "clock", "text": "mardi et jeudi, 18 h – 21 h"},
    {"icon": "map-pin", "text": "Dunkerque, Halle aux sucres"},
    {"icon": "hourglass", "text": "60 heures"},
]


class EveryWidget(forms.Form):
    """One field of each kind. Keeps nothing."""

    email = forms.EmailField(label="Adresse e-mail", help_text="Nous y envoyons la confirmation.")
    phone = forms.CharField(label="Téléphone", required=False)
    born = forms.DateField(
        label="Date de naissance",
        widget=forms.SelectDateWidget(years=range(1960, 2009)),
        help_text="Vous devez avoir 18 ans le premier jour du cours.",
    )
    town = forms.ChoiceField(label="Commune", choices=[("", "Choisissez"), ("59183", "Dunkerque")])
    moment = forms.ChoiceField(
        label="Disponibilité",
        widget=forms.RadioSelect,
        choices=[("m", "Le matin"), ("a", "L'après-midi"), ("e", "Le soir")],
    )
    days = forms.MultipleChoiceField(
        label="Jours",
        widget=forms.CheckboxSelectMultiple,
        choices=[("1", "Lundi"), ("2", "Mardi")],
        required=False,
    )
    why = forms.CharField(label="Pourquoi le néerlandais ?", widget=forms.Textarea, required=False)
    proof = forms.FileField(label="Justificatif", required=False)
    notice = forms.BooleanField(label="J'ai lu comment mes données sont protégées.")


@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    """`?wrong` shows the form as it comes back with errors."""
    form = EveryWidget(request.GET) if "wrong" in request.GET else EveryWidget(initial={"moment": "m"})
    return render(request, "styleguide.html", {"form": form, **SAMPLES})


def session(date: datetime.date, title: str, state: tuple[str, str, str], extra: str = "") -> dict:
    return {
        "date": date,
        "title": title,
        "href": f"#{date}",
        "facts": FACTS,
        "state_kind": state[0],
        "state_word": state[1],
        "state_icon": state[2],
        "extra": extra,
    }


def chip(label: str, *, active: bool = False, count: int | None = None) -> dict:
    return {"label": label, "url": f"?{label}", "active": active, "count": count}


SAMPLES = {
    "rates": rates.count([Lesson(180), Lesson(180, lost=20), Lesson(180, is_present=False)], planned=1080),
    "crumbs": [{"title": "Accueil", "url": "/"}, {"title": "Formations", "url": "/"}],
    "groups": [
        {"name": "Niveau", "choices": [chip("A1", active=True, count=3), chip("A2", count=2)]},
        {"name": "Ville", "choices": [chip("Dunkerque", count=3), chip("Veurne", count=1)]},
    ],
    "sessions": [
        session(
            datetime.date(2026, 12, 1), "Néerlandais pour la logistique, A1", ("done", "7 places", "users")
        ),
        session(
            datetime.date(2027, 1, 12),
            "Néerlandais pour l’agroalimentaire, A2",
            ("warning", "Complet : liste d’attente", "hourglass"),
            "Vous seriez en 3e place.",
        ),
        session(
            datetime.date(2027, 2, 2), "Néerlandais pour le bâtiment", ("highlight", "Dernière place", "bell")
        ),
    ],
    "page": Paginator(range(50), 10).page(2),
    "notices": [
        {"kind": "info", "title": "Le cours est gratuit.", "text": "Les livres aussi."},
        {"kind": "done", "title": "Votre place est réservée.", "text": "Un message vient de partir."},
        {
            "kind": "warning",
            "title": "Il manque votre identifiant.",
            "text": "Vous pouvez le donner plus tard.",
        },
        {"kind": "problem", "title": "Certificat révoqué le 3 mars 2026.", "text": "Il ne prouve plus rien."},
    ],
    "states": [
        {"word": "Valide", "kind": "done", "icon": ""},
        {"word": "Remplacé", "kind": "warning", "icon": "refresh-cw"},
        {"word": "Révoqué", "kind": "problem", "icon": ""},
        {"word": "Passée", "kind": "quiet", "icon": "history"},
        {"word": "En cours", "kind": "info", "icon": "circle-dot"},
    ],
    "rows": [{"term": "Durée", "value": "60 heures, 20 soirées"}, {"term": "Prix", "value": "0 €"}],
    "timeline": [
        {"title": "Inscription envoyée", "when": datetime.date(2026, 11, 20), "state": "done"},
        {"title": "Entretien de positionnement", "when": datetime.date(2026, 11, 26), "state": "now"},
        {"title": "Premier cours", "when": datetime.date(2026, 12, 1), "state": "next"},
    ],
    "skills": [
        {"name": "Écouter", "level": "A2", "entry": "A1.1"},
        {"name": "Lire", "level": "A2+", "entry": "A1"},
        {"name": "Prendre part à une conversation", "level": "A1", "entry": ""},
        {"name": "S'exprimer oralement", "level": "B1", "entry": "A2"},
        {"name": "Écrire", "level": "", "entry": ""},
    ],
    "figures": [
        {"value": 466, "label": "stagiaires"},
        {"value": 68, "label": "sessions"},
        {"value": 13, "label": "structures membres"},
        {"value": "0 €", "label": "pour vous"},
    ],
    "towns": [
        {"name": "Dunkerque", "url": "#1", "active": True, "count": 3},
        {"name": "Veurne", "url": "#2", "count": 1},
        {"name": "Calais", "url": "#3", "count": 1},
        {"name": "Saint-Omer", "url": "#4", "count": 1, "lat": 50.748, "lon": 2.261},
    ],
    "sectors": SECTORS,
    "months": [
        {"name": "Octobre", "planned": 24, "followed": 22},
        {"name": "Novembre", "planned": 18, "followed": 18},
    ],
}
