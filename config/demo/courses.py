"""The programmes of the demo school: Dutch for logistics and food at A1 and A2, for construction at A1."""

from datetime import date

from cms.domain.blocks import typeset
from training.models import CanDo, Course, Occupation, Sector

HOURS = 120

SHARED = {
    "audience_fr": "Demandeurs et demandeuses d’emploi des Hauts-de-France, 18 ans ou plus, qui veulent travailler en Flandre.",
    "audience_nl": "Werkzoekenden uit Hauts-de-France van 18 jaar of ouder die in Vlaanderen willen werken.",
    "methods_fr": "Petits groupes de 12 personnes au plus. On parle dès la première heure : jeux de rôle, objets et documents "
    "du métier, enregistrements d’ateliers, une visite d’entreprise et une rencontre avec des agences d’intérim. "
    "Un livret et un accès à la salle sont fournis.",
    "methods_nl": "Kleine groepen van hoogstens 12 personen. Je spreekt vanaf het eerste uur: rollenspelen, voorwerpen en "
    "documenten van de werkvloer, opnames uit het atelier, een bedrijfsbezoek en een ontmoeting met uitzendkantoren. "
    "Je krijgt een werkboek.",
    "evaluation_fr": "Un positionnement à l’entrée et une évaluation à la fin, dans les cinq activités langagières du CECRL, "
    "par la formatrice ou le formateur. Le niveau évalué par l’organisme ne vaut pas certification officielle.",
    "evaluation_nl": "Een niveautest bij het begin en een evaluatie op het einde, voor de vijf vaardigheden van het ERK, door de "
    "lesgever. De opleidingsverstrekker evalueert het niveau zelf: dit is geen officieel taalcertificaat.",
    "accessibility_fr": "Les salles sont accessibles en fauteuil. Parlez-nous de vos besoins : notre référente handicap, "
    "Hélène Vandamme, prépare les aménagements avec vous avant le premier jour.",
    "accessibility_nl": "De lokalen zijn toegankelijk voor rolstoelgebruikers. Vertel ons wat je nodig hebt: ons "
    "aanspreekpunt handicap, Hélène Vandamme, bekijkt samen met jou de aanpassingen, nog vóór de eerste dag.",
    "access_delay_fr": "Inscription possible jusqu'à 3 jours avant le début, dans la limite des places.",
    "access_delay_nl": "Inschrijven kan tot 3 dagen vóór de start, zolang er plaatsen zijn.",
}
BEGINNER = {
    "prerequisites_fr": "Aucune connaissance du néerlandais. Savoir lire et écrire en français.",
    "prerequisites_nl": "Geen kennis van het Nederlands nodig. Je kunt wel Frans lezen en schrijven.",
}
ELEMENTARY = {
    "prerequisites_fr": "Niveau A1 en néerlandais : comprendre et dire des phrases simples sur le travail.",
    "prerequisites_nl": "Niveau A1 Nederlands: eenvoudige zinnen over het werk begrijpen en zeggen.",
}

COURSES = [
    {
        "code": "logistique-a1",
        "sector": "logistics",
        "entry_level": "A0",
        "target_level": "A1",
        "occupations": ["N1103", "N1105", "N1101"],
        "title_fr": "Néerlandais de la logistique, vers A1",
        "title_nl": "Nederlands voor de logistiek, naar A1",
        "summary_fr": "Vos premiers mots dans un entrepôt flamand : consignes, chiffres, quais et palettes.",
        "summary_nl": "Je eerste woorden in een Vlaams magazijn: opdrachten, getallen, laadkades en paletten.",
        "objectives_fr": "Comprendre une consigne courte au poste de travail\n"
        "Lire une étiquette, un emplacement et une quantité\n"
        "Se présenter à un chef d’équipe et à une agence d’intérim\n"
        "Dire ce qui manque, ce qui est cassé, ce qu’on n’a pas compris",
        "objectives_nl": "Een korte opdracht op de werkvloer begrijpen\n"
        "Een etiket, een locatie en een hoeveelheid lezen\n"
        "Jezelf voorstellen aan een ploegbaas en aan een uitzendkantoor\n"
        "Zeggen wat er ontbreekt, wat stuk is, wat je niet begrijpt",
        **BEGINNER,
    },
    {
        "code": "logistique-a2",
        "sector": "logistics",
        "entry_level": "A1",
        "target_level": "A2",
        "occupations": ["N1103", "N1101", "N4105", "N4101"],
        "title_fr": "Néerlandais de la logistique, vers A2",
        "title_nl": "Nederlands voor de logistiek, naar A2",
        "summary_fr": "Parler avec les chauffeurs, lire les bons, signaler un dommage : prendre sa place dans l’équipe.",
        "summary_nl": "Met chauffeurs praten, bonnen lezen, schade melden: je plaats innemen in de ploeg.",
        "objectives_fr": "Comprendre les consignes de sécurité au quai\n"
        "Lire un bon de commande et une lettre de voiture\n"
        "Régler un problème de livraison avec un chauffeur\n"
        "Téléphoner à l’agence en cas de retard ou de maladie",
        "objectives_nl": "De veiligheidsinstructies aan de laadkade begrijpen\n"
        "Een bestelbon en een vrachtbrief lezen\n"
        "Een leveringsprobleem met een chauffeur oplossen\n"
        "Het uitzendkantoor bellen als je te laat of ziek bent",
        **ELEMENTARY,
    },
    {
        "code": "agroalimentaire-a1",
        "sector": "food",
        "entry_level": "A0",
        "target_level": "A1",
        "occupations": ["H3302", "H3301", "H2102"],
        "title_fr": "Néerlandais de l’agroalimentaire, vers A1",
        "title_nl": "Nederlands voor de voedingsindustrie, naar A1",
        "summary_fr": "L’hygiène, la ligne et l’emballage en néerlandais, pour démarrer en production autour de Furnes.",
        "summary_nl": "Hygiëne, lijn en verpakking in het Nederlands, om te starten in de productie rond Veurne.",
        "objectives_fr": "Comprendre les règles d’hygiène de base\n"
        "Lire une température, une date et un numéro de lot\n"
        "Nommer les produits et les allergènes courants\n"
        "Demander de l’aide quand la ligne s’arrête",
        "objectives_nl": "De basisregels van hygiëne begrijpen\n"
        "Een temperatuur, een datum en een lotnummer lezen\n"
        "De producten en de gewone allergenen benoemen\n"
        "Hulp vragen als de lijn stilvalt",
        **BEGINNER,
    },
    {
        "code": "agroalimentaire-a2",
        "sector": "food",
        "entry_level": "A1",
        "target_level": "A2",
        "occupations": ["H2102", "H3301", "D1102"],
        "title_fr": "Néerlandais de l’agroalimentaire, vers A2",
        "title_nl": "Nederlands voor de voedingsindustrie, naar A2",
        "summary_fr": "Conduire une ligne, signaler un écart de qualité, passer les consignes à l’équipe suivante.",
        "summary_nl": "Een lijn bedienen, een kwaliteitsafwijking melden, de ploegwissel verzorgen.",
        "objectives_fr": "Comprendre le changement d’équipe et les consignes de ligne\n"
        "Suivre une fiche de nettoyage ou de recette\n"
        "Signaler un écart de qualité au responsable\n"
        "Compléter une fiche de contrôle HACCP",
        "objectives_nl": "De ploegwissel en de instructies aan de lijn begrijpen\n"
        "Een schoonmaakfiche of een receptfiche volgen\n"
        "Een kwaliteitsafwijking melden aan de verantwoordelijke\n"
        "Een HACCP-controlefiche invullen",
        **ELEMENTARY,
    },
    {
        "code": "construction-a1",
        "sector": "construction",
        "entry_level": "A0",
        "target_level": "A1",
        "occupations": ["F1703", "F1701", "F1704"],
        "title_fr": "Néerlandais du bâtiment, vers A1",
        "title_nl": "Nederlands voor de bouw, naar A1",
        "summary_fr": "Outils, mesures et sécurité : le néerlandais qui se parle sur les chantiers du Westhoek.",
        "summary_nl": "Gereedschap, maten en veiligheid: het Nederlands van de werven in de Westhoek.",
        "objectives_fr": "Comprendre un avertissement de danger\n"
        "Lire les pictogrammes et les équipements obligatoires\n"
        "Nommer les outils, les matériaux et les dimensions\n"
        "Préparer le vocabulaire de l’examen de sécurité VCA",
        "objectives_nl": "Een waarschuwing voor gevaar begrijpen\n"
        "Pictogrammen en verplichte beschermingsmiddelen lezen\n"
        "Gereedschap, materiaal en afmetingen benoemen\n"
        "De woordenschat van het VCA-examen voorbereiden",
        **BEGINNER,
    },
]  # fmt: skip


def build() -> dict[str, Course]:
    """Writes the five courses with their occupations and can-do statements. Idempotent."""
    return {facts["code"]: keep(**facts) for facts in COURSES}


def keep(*, code: str, sector: str, occupations: list[str], **facts) -> Course:
    course, created = Course.objects.get_or_create(
        code=code,
        defaults={
            "sector": Sector.objects.get(code=sector),
            "minutes": HOURS * 60,
            "updated_on": date(2026, 9, 1),
            **{name: typeset(text) for name, text in {**SHARED, **facts}.items()},
        },
    )
    if created:
        course.occupations.set(Occupation.objects.filter(rome_code__in=occupations))
        course.can_dos.set(can_dos_for(course))
    return course


def can_dos_for(course: Course) -> list[CanDo]:
    """The trade's statements at the target level: four to six fit on the certificate."""
    return list(CanDo.objects.filter(sector=course.sector, level=course.target_level)[:6])
