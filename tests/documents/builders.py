"""Facts to print: fictional people, plausible courses."""

from datetime import date

from documents.facts import CanDo, CertificateFacts, FundingFacts, SkillResult

CAN_DO = (
    (
        "Je peux me présenter à mon équipe et dire d’où je viens.",
        "Ik kan me voorstellen aan mijn ploeg en zeggen waar ik vandaan kom.",
    ),
    (
        "Je peux comprendre un numéro de quai, une heure et une quantité.",
        "Ik kan een kadenummer, een uur en een hoeveelheid begrijpen.",
    ),
    (
        "Je peux lire une étiquette, un bon de livraison et un plan de l’entrepôt.",
        "Ik kan een etiket, een leveringsbon en een plan van het magazijn lezen.",
    ),
    (
        "Je peux demander de l’aide et dire que je n’ai pas compris.",
        "Ik kan hulp vragen en zeggen dat ik het niet begrepen heb.",
    ),
    (
        "Je peux signaler un accident ou une palette abîmée.",
        "Ik kan een ongeval of een beschadigde pallet melden.",
    ),
    (
        "Je peux prévenir l’agence par téléphone que je suis malade.",
        "Ik kan het uitzendkantoor bellen om me ziek te melden.",
    ),
)
LEVELS = (
    ("LIS", "A0", "A1"),
    ("REA", "A0", "A1.2"),
    ("SPI", "A0", "A1"),
    ("SPP", "PRE_A1", "A1"),
    ("WRI", None, "A1.1"),
)


def levels(*results: tuple[str, str | None, str]) -> tuple[SkillResult, ...]:
    return tuple(
        SkillResult(
            skill=skill,
            entry=entry,
            exit=reached,
            assessed_on=date(2026, 12, 17),
            assessor_name="Lieselot Vermeulen",
        )
        for skill, entry, reached in results
    )


def certificate_facts(**changes) -> CertificateFacts:
    facts = {
        "code": "7K3MQ9XD2TFA",
        "verify_url": "https://grenstaal.example/v/7K3MQ9XD2TFA",
        "kind": "END_OF_TRAINING",
        "holder_given_name": "Amina",
        "holder_family_name": "Benali",
        "course_code": "log-a1",
        "title_fr": "Néerlandais pour la logistique, niveau A1",
        "title_nl": "Nederlands voor de logistiek, niveau A1",
        "sector_code": "logistics",
        "session_code": "LOG-A1-2026-10-DK",
        "provider_name": "Formation Flandre Dunkerque",
        "provider_nda": "32 59 01234 59",
        "provider_siret": "123 456 789 00012",
        "provider_region": "Hauts-de-France",
        "operator_name_fr": "GECT West-Vlaanderen / Flandre-Dunkerque-Côte d’Opale",
        "operator_name_nl": "EGTS West-Vlaanderen / Flandre-Dunkerque-Côte d’Opale",
        "first_day": date(2026, 10, 1),
        "last_day": date(2026, 12, 18),
        "minutes_planned": 7200,
        "minutes_followed": 6330,
        "levels": levels(*LEVELS),
        "objectives_fr": ("comprendre les consignes d’un chef d’équipe", "lire un bon de livraison"),
        "objectives_nl": ("de instructies van een ploegbaas begrijpen", "een leveringsbon lezen"),
        "can_do": tuple(CanDo(fr=fr, nl=nl) for fr, nl in CAN_DO),
        "signatory_name": "Hélène Vandenbroucke",
        "signatory_role_fr": "Directrice du GECT",
        "signatory_role_nl": "Directeur van de EGTS",
        "place": "Dunkerque",
        "issued_on": date(2026, 12, 18),
        "funding": FundingFacts(
            statement_fr="Cofinancé par l’Union européenne",
            statement_nl="Medegefinancierd door de Europese Unie",
            programme="Interreg France-Wallonie-Vlaanderen",
        ),
    }
    return CertificateFacts(**facts | changes)


def longest_facts(**changes) -> CertificateFacts:
    """Every text at the length that the forms allow, and a name few people have."""
    return certificate_facts(
        holder_given_name="Maria Madalena Guadalupe Esperança",
        holder_family_name="dos Santos Albuquerque de Vasconcelos e Souza-Vandermeersch de la Tour du Pin",
        title_fr=filled("Néerlandais professionnel pour les métiers de l’industrie ", 150),
        title_nl=filled("Nederlands op de werkvloer voor de voedingsindustrie ", 150),
        operator_name_fr=filled("Groupement européen de coopération territoriale ", 100),
        provider_name=filled("Association pour la formation continue ", 100),
        objectives_fr=(filled("comprendre une consigne de sécurité ", 120),) * 8,
        objectives_nl=(filled("een veiligheidsinstructie begrijpen ", 120),) * 8,
        can_do=(
            CanDo(fr=filled("Je peux comprendre une consigne ", 200), nl=filled("Ik kan luisteren ", 200)),
        )
        * 6,
        signatory_name="Marie-Hélène Vandenbroucke-Deschodt de Wulf",
        signatory_role_fr=filled("Directrice générale adjointe ", 80),
        signatory_role_nl=filled("Adjunct-algemeen directeur ", 80),
        replaces_code="ABCD1234EFGH",
        **changes,
    )


def filled(text: str, length: int) -> str:
    return (text * length)[:length].strip()
