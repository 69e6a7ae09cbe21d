"""Facts of a language profile to print: fictional people, plausible levels."""

from datetime import date

from documents.facts import CanDo
from documents.profile_facts import Found, ProfileFacts, SkillOfProfile
from tests.documents.register_builders import IDENTITY

SAID = {
    "LIS": ("Je comprends une consigne simple au poste de travail.", "Ik begrijp een eenvoudige opdracht."),
    "REA": ("Je lis un bon de livraison.", "Ik lees een leveringsbon."),
    "SPI": ("Je demande de l’aide à un collègue.", "Ik vraag hulp aan een collega."),
    "SPP": ("Je me présente et je dis où je travaille.", "Ik stel me voor en zeg waar ik werk."),
}


def found(level: str, *, source: str = "TRAINER", on: date = date(2026, 11, 20)) -> Found:
    return Found(level=level, source=source, on=on)


def skills() -> tuple[SkillOfProfile, ...]:
    """Every case: climbed, judged elsewhere, not judged since entry, first judged now; writing not at all."""
    entry = found("PRE_A1", source="PLACEMENT_TEST", on=date(2026, 9, 28))
    said = {code: (CanDo(fr=fr, nl=nl),) * 2 for code, (fr, nl) in SAID.items()}
    return (
        SkillOfProfile(skill="LIS", entry=entry, now=found("A1.2"), can_do=said["LIS"]),
        SkillOfProfile(skill="REA", entry=entry, now=found("A1", source="EXTERNAL_EXAM"), can_do=said["REA"]),
        SkillOfProfile(skill="SPI", entry=entry, can_do=said["SPI"]),
        SkillOfProfile(skill="SPP", now=found("A1.1"), can_do=said["SPP"]),
    )


def profile_facts(**changes) -> ProfileFacts:
    facts = {
        "number": 1,
        "holder_name": "Amina Benali",
        "first_day": date(2026, 10, 1),
        "last_day": date(2026, 12, 18),
        "target": "A1",
        "skills": skills(),
        "issued_on": date(2026, 11, 27),
    }
    return ProfileFacts(**IDENTITY | facts | changes)


def longest_profile_facts(**changes) -> ProfileFacts:
    """As many letters of statements in each of the five skills as are ever frozen (`kinds.profile`)."""
    said = CanDo(fr=("Je comprends très bien " * 9)[:80], nl=("Ik begrijp heel goed wat " * 9)[:80])
    full = tuple(
        SkillOfProfile(
            skill=code,
            entry=found("PRE_A1", source="PLACEMENT_TEST", on=date(2026, 9, 28)),
            now=found("B1+", source="TRAINER"),
            can_do=(said,) * 3,
        )
        for code in ("LIS", "REA", "SPI", "SPP", "WRI")
    )
    return profile_facts(skills=full, **changes)
