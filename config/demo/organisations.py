"""The grouping, its thirteen members, its partners (real bodies, public names) and fictional providers,
prescriber and agencies. Names marked `confirm` differ between the grouping's own pages: the operator decides.
"""

from datetime import timedelta

from django.utils import timezone

from accounts.enums import Country, OrganisationKind
from accounts.models import Organisation
from certificates.models import Issuer

FR, BE = Country.FRANCE, Country.BELGIUM
KIND = OrganisationKind

OPERATOR = (
    "GECT West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale",
    "EGTS West-Vlaanderen / Flandre-Dunkerque-Côte d'Opale",
)

MEMBERS = [
    # name in French, name in Dutch, country, town, to be confirmed by the operator
    ("État fédéral belge", "Belgische federale overheid", BE, "Bruxelles", False),
    ("Autorité flamande", "Vlaamse overheid", BE, "Bruxelles", False),
    ("Province de Flandre-Occidentale", "Provincie West-Vlaanderen", BE, "Brugge", False),
    ("WVI (intercommunale de Flandre-Occidentale)", "WVI (West-Vlaamse Intercommunale)", BE, "Brugge", False),
    ("RESOC Westhoek", "RESOC Westhoek", BE, "Ieper", True),
    ("État français", "Franse Staat", FR, "Lille", False),
    ("Région Hauts-de-France", "Regio Hauts-de-France", FR, "Lille", False),
    ("Département du Nord", "Departement Nord", FR, "Lille", False),
    ("Département du Pas-de-Calais", "Departement Pas-de-Calais", FR, "Arras", False),
    ("Communauté urbaine de Dunkerque", "Stadsgemeenschap Duinkerke", FR, "Dunkerque", False),
    ("Communauté de communes des Hauts de Flandre", "Communauté de communes des Hauts de Flandre", FR, "Bergues", True),
    ("Syndicat mixte Flandre et Lys", "Syndicat mixte Flandre et Lys", FR, "Hazebrouck", True),
    ("AGUR, agence d'urbanisme Flandre-Dunkerque", "AGUR, stedenbouwkundig agentschap Vlaanderen-Duinkerke", FR, "Dunkerque", False),
]  # fmt: skip

PARTNERS = [
    ("France Travail Hauts-de-France", "France Travail Hauts-de-France", FR, "Lille"),
    ("VDAB", "VDAB", BE, "Brugge"),
    ("Le Forem", "Le Forem", BE, "Charleroi"),
    ("Entreprendre Ensemble", "Entreprendre Ensemble", FR, "Dunkerque"),
    ("Maison de l'Europe de Dunkerque", "Maison de l'Europe de Dunkerque", FR, "Dunkerque"),
    ("POM West-Vlaanderen", "POM West-Vlaanderen", BE, "Brugge"),
    ("Voka West-Vlaanderen", "Voka West-Vlaanderen", BE, "Kortrijk"),
    ("UNIZO West-Vlaanderen", "UNIZO West-Vlaanderen", BE, "Kortrijk"),
    ("Westhoekoverleg", "Westhoekoverleg", BE, "Diksmuide"),
    ("Pôle métropolitain de la Côte d'Opale", "Pôle métropolitain de la Côte d'Opale", FR, "Dunkerque"),
]

PROGRAMME = "Interreg France-Wallonie-Vlaanderen"
SIGNATORIES = [
    ("atelier", "Hélène Vandamme", "Responsable pédagogique", "Pedagogisch verantwoordelijke", "Dunkerque"),
    ("taalwerk", "Pieter Lootens", "Directeur", "Directeur", "Veurne"),
]


def build() -> dict[str, Organisation]:
    """Writes all organisations; returns those that the story needs by a short key. Idempotent."""
    for name_fr, name_nl, country, town, confirm in MEMBERS:
        keep(KIND.MEMBER_AUTHORITY, name_fr, name_nl, country, town, needs_confirmation=confirm)
    for name_fr, name_nl, country, town in PARTNERS:
        keep(KIND.PARTNER, name_fr, name_nl, country, town)
    bodies = {
        "operator": keep(KIND.OPERATOR, *OPERATOR, FR, "Dunkerque", verified_at=timezone.now()),
        **providers(),
        **agencies(),
        "prescriber": keep(
            KIND.PRESCRIBER,
            "Mission emploi des Dunes",
            "Mission emploi des Dunes",
            FR,
            "Dunkerque",
            email="accueil@dunes.example.org",
            verified_at=timezone.now(),
        ),
    }
    name_signatories(bodies)
    return bodies


def providers() -> dict[str, Organisation]:
    today = timezone.localdate()
    return {
        "atelier": keep(
            KIND.PROVIDER,
            "Atelier des langues du littoral",
            "Talenatelier van de kust",
            FR,
            "Dunkerque",
            address="12 quai des Hollandais, 59140 Dunkerque",
            email="contact@atelier.example.org",
            siret="81234567600017",
            activity_number="32590987659",
            activity_region="Hauts-de-France",
            qualiopi_valid_until=today + timedelta(days=700),
        ),
        "taalwerk": keep(
            KIND.PROVIDER,
            "Taalwerk Westhoek",
            "Taalwerk Westhoek",
            BE,
            "Veurne",
            address="Appelmarkt 3, 8630 Veurne",
            email="info@taalwerk.example.org",
            enterprise_number="0412345614",
            activity_number="32590987760",
            activity_region="Hauts-de-France",
            qualiopi_valid_until=today + timedelta(days=400),
        ),
    }


def name_signatories(bodies: dict[str, Organisation]) -> None:
    """Who signs the certificates of each provider, and where."""
    for key, name, role_fr, role_nl, place in SIGNATORIES:
        Issuer.objects.get_or_create(
            provider=bodies[key],
            defaults={
                "signatory_name": name,
                "signatory_role_fr": role_fr,
                "signatory_role_nl": role_nl,
                "place": place,
                "programme": PROGRAMME,
            },
        )


def agencies() -> dict[str, Organisation]:
    """Three: one recognised, one whose recognition has expired, one for construction only. All fictional."""
    today = timezone.localdate()
    checked = {"recognition_verified_on": today - timedelta(days=40), "verified_at": timezone.now()}
    return {
        "polder": keep(
            KIND.AGENCY,
            "Polder Interim",
            "Polder Interim",
            BE,
            "Ieper",
            recognition_number="VG.9901/U",
            recognised_in_general=True,
            recognition_expires_on=today + timedelta(days=325),
            **checked,
        ),
        "zilt": keep(
            KIND.AGENCY,
            "Zilt Uitzendwerk",
            "Zilt Uitzendwerk",
            BE,
            "Veurne",
            recognition_number="VG.9902/U",
            recognised_in_general=True,
            recognition_expires_on=today - timedelta(days=20),
            **checked,
        ),
        "steiger": keep(
            KIND.AGENCY,
            "Steiger Bouwkrachten",
            "Steiger Bouwkrachten",
            BE,
            "Roeselare",
            recognition_number="VG.9903/B",
            recognised_for_construction=True,
            recognition_expires_on=today + timedelta(days=200),
            **checked,
        ),
    }


def keep(kind: str, name_fr: str, name_nl: str, country: str, town: str, **facts) -> Organisation:
    organisation, _ = Organisation.objects.get_or_create(
        kind=kind, name_fr=name_fr, defaults={"name_nl": name_nl, "country": country, "town": town, **facts}
    )
    return organisation
