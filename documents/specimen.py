"""Papers of people who do not exist, to look at a design before it is published.

Such a page says SPÉCIMEN across it. Its code has eight characters and none that is issued has; its square
code leads to the page of a code that nobody has.
"""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils.translation import pgettext_lazy

from documents.facts import (
    SPECIMEN,
    CanDo,
    CertificateFacts,
    Design,
    Facts,
    FundingFacts,
    FundingStatement,
    SkillResult,
)
from documents.profile_facts import Found, ProfileFacts, SkillOfProfile
from documents.register_facts import MonthOfPresence, PresenceFacts

SAMPLES = {
    "ordinary": pgettext_lazy("sample", "An ordinary name"),
    "long": pgettext_lazy("sample", "A very long name and long texts"),
    "scripts": pgettext_lazy("sample", "A name in Greek, Cyrillic and Vietnamese letters"),
}
NAMES = {
    "ordinary": ("Camille", "Exemple-Dumoulin"),
    "long": (
        "Maria Madalena Guadalupe Esperança",
        "dos Santos Albuquerque de Vasconcelos e Souza-Vandermeersch de la Tour du Pin",
    ),
    "scripts": ("Ελένη Юлія Bảo Ngọc", "Παπαδοπούλου Ґалаґан Nguyễn"),
}
TITLES = {
    "ordinary": ("Néerlandais pour la logistique, niveau A2", "Nederlands voor de logistiek, niveau A2"),
    "long": (
        "Néerlandais professionnel pour les métiers de la logistique, du transport et de l’industrie "
        "alimentaire, niveau A2",
        "Nederlands op de werkvloer voor de logistiek, het transport en de voedingsindustrie, niveau A2",
    ),
}
CAN_DO = (
    ("Je peux me présenter à mon équipe.", "Ik kan me voorstellen aan mijn ploeg."),
    ("Je peux comprendre un numéro de quai et une heure.", "Ik kan een kadenummer en een uur begrijpen."),
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
LEVELS = (("LIS", "A1", "A2"), ("REA", "A1", "A2"), ("SPI", "A0", "A1.2"), ("SPP", None, "A1"))


def facts(paper: str, sample: str, design: Design | None) -> Facts:
    """What a paper of this sample (of `SAMPLES`) says with this design. KeyError for a paper without any."""
    return PAPERS[paper](sample, design)


def _certificate(sample: str, design: Design | None) -> CertificateFacts:
    is_long = sample == "long"
    title_fr, title_nl = TITLES["long" if is_long else "ordinary"]
    given_name, family_name = NAMES[sample]
    return CertificateFacts(
        code=SPECIMEN,
        verify_url=f"{settings.SITE_URL}/v/{SPECIMEN}",
        kind="END_OF_TRAINING",
        holder_given_name=given_name,
        holder_family_name=family_name,
        course_code="specimen",
        title_fr=title_fr,
        title_nl=title_nl,
        sector_code="",
        session_code=SPECIMEN,
        **PROVIDER,
        operator_name_fr="GECT West-Vlaanderen / Flandre-Dunkerque-Côte d’Opale",
        operator_name_nl="EGTS West-Vlaanderen / Flandre-Dunkerque-Côte d’Opale",
        first_day=date(2026, 9, 1),
        last_day=date(2026, 12, 18),
        minutes_planned=7200,
        minutes_followed=6330,
        levels=_levels(),
        objectives_fr=("comprendre les consignes d’un chef d’équipe", "lire un bon de livraison"),
        objectives_nl=("de instructies van een ploegbaas begrijpen", "een leveringsbon lezen"),
        can_do=tuple(CanDo(fr=fr, nl=nl) for fr, nl in CAN_DO),
        **SIGNATURE,
        place="Dunkerque",
        issued_on=date(2026, 12, 18),
        funding=FundingFacts(programme="Interreg France-Wallonie-Vlaanderen"),
        replaces_code=SPECIMEN if is_long else None,
        valid_until=date(2029, 12, 18) if is_long else None,
        design=design,
    )


def _presence(sample: str, design: Design | None) -> PresenceFacts:
    months = [date(2026, month, 1) for month in range(9, 13)]
    return PresenceFacts(
        **_identity(sample),
        **SIGNATURE,
        number=2 if sample == "long" else 1,
        reason="Registre corrigé" if sample == "long" else "",
        minutes_planned=7200,
        months=tuple(MonthOfPresence(month=month, **ONE_MONTH) for month in months),
        open_half_days=4,
        place="Dunkerque",
        issued_on=date(2026, 12, 18),
        design=design,
    )


def _profile(sample: str, design: Design | None) -> ProfileFacts:
    entry = Found(level="A1", source="PLACEMENT_TEST", on=date(2026, 9, 1))
    now = Found(level="A2", source="TRAINER", on=date(2026, 12, 17))
    said = tuple(CanDo(fr=fr, nl=nl) for fr, nl in CAN_DO[:2])
    return ProfileFacts(
        **_identity(sample),
        number=1,
        target="A2",
        skills=(
            SkillOfProfile(skill="LIS", entry=entry, now=now, can_do=said),
            SkillOfProfile(skill="REA", entry=entry, now=now, can_do=said[:1]),
            SkillOfProfile(skill="SPI", entry=entry, can_do=said[:1]),
            SkillOfProfile(skill="SPP", now=now, can_do=said),
        ),
        issued_on=date(2026, 12, 18),
        design=design,
    )


def _identity(sample: str) -> dict:
    title_fr, title_nl = TITLES["long" if sample == "long" else "ordinary"]
    return PROVIDER | {
        "title_fr": title_fr,
        "title_nl": title_nl,
        "session_code": SPECIMEN,
        "holder_name": " ".join(NAMES[sample]),
        "first_day": date(2026, 9, 1),
        "last_day": date(2026, 12, 18),
        "funding": FundingStatement(),
    }


def _levels() -> tuple[SkillResult, ...]:
    return tuple(
        SkillResult(
            skill=skill,
            entry=entry,
            exit=reached,
            assessed_on=date(2026, 12, 17),
            assessor_name="Dominique Exemple",
        )
        for skill, entry, reached in LEVELS
    )


PROVIDER = {
    "provider_name": "Centre de formation Exemple",
    "provider_nda": "00 00 00000 00",
    "provider_siret": "000 000 000 00000",
    "provider_region": "Hauts-de-France",
}
SIGNATURE = {
    "signatory_name": "Dominique Exemple",
    "signatory_role_fr": "Direction du centre de formation",
    "signatory_role_nl": "Directie van het opleidingscentrum",
}
ONE_MONTH = {
    "held": 10,
    "attended": 9,
    "planned": 1800,
    "followed": 1590,
    "justified": 180,
    "unjustified": 30,
    "not_due": 0,
}
PAPERS: dict[str, Callable[[str, Design | None], Facts]] = {
    "certificate": _certificate,
    "presence": _presence,
    "profile": _profile,
}
