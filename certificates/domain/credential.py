"""A certificate as a credential that any wallet or verifier can read: Open Badges 3.0 on W3C VC 2.0.

Made from the frozen facts and nothing else, so it says what the printed page says. The holder has no
identifier of their own: the credential names them in plain text, as the page does, and whoever has neither
the page nor the file has nothing.
"""

from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.utils import timezone

from certificates.domain import issuer_document, keys, proofs
from certificates.domain.linked_data import CREDENTIALS, OPEN_BADGES
from certificates.domain.status import Place
from certificates.models import IssuerKey
from documents import wording
from documents.facts import CertificateFacts, SkillResult
from documents.sheets.certificate import SKILLS, TITLES

CEFR = "Common European Framework of Reference for Languages"
CEFR_ADDRESS = "https://www.coe.int/en/web/common-european-framework-reference-languages"
EXT_PROVIDER = "ext:NDA"


def signed(facts: CertificateFacts, *, place: Place, key: IssuerKey, issued_at: datetime) -> dict:
    """The credential with its proof. The same facts, place, key and moment give the same bytes.

    Raises Refusal where the private key is not at hand.
    """
    document = written(facts, place=place, issued_at=issued_at)
    method = issuer_document.method_of(key)
    proved = proofs.sign(document, key=keys.private(key), method=method, created=issued_at)
    return proved | {
        "proof": [proved["proof"]]
    }  # a list in the schema of Open Badges, of which one is enough


def written(facts: CertificateFacts, *, place: Place, issued_at: datetime) -> dict:
    """The credential without its proof."""
    title = _both(*TITLES[facts.kind])
    expiry = {"validUntil": proofs.instant(end_of(facts.valid_until))} if facts.valid_until else {}
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, facts.verify_url)}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{title}: {_both(facts.title_fr, facts.title_nl)}",
        "issuer": {
            "id": issuer_document.address(),
            "type": ["Profile"],
            "name": facts.operator_name_fr,
            "url": settings.SITE_URL,
        },
        "validFrom": proofs.instant(issued_at),
        **expiry,
        "awardedDate": proofs.instant(issued_at),
        "credentialSubject": _subject(facts),
        "credentialStatus": place.entry,
    }


def beginning_of(day: date) -> datetime:
    """Its first second as it is lived here."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    """The last second of a day as it is lived here."""
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))


def _subject(facts: CertificateFacts) -> dict:
    achievement = _achievement(facts)
    results = [
        {"type": ["Result"], "resultDescription": each["id"], "value": value}
        for each, value in zip(achievement["resultDescription"], _values(facts), strict=True)
    ]
    return {
        "type": ["AchievementSubject"],
        "activityStartDate": proofs.instant(beginning_of(facts.first_day)),  # Open Badges knows no bare days
        "activityEndDate": proofs.instant(end_of(facts.last_day)),
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityHash": facts.holder_name,
                "identityType": "name",
            }
        ],
        "licenseNumber": wording.grouped(facts.code),
        "achievement": achievement,
        "result": results,
    }


def _achievement(facts: CertificateFacts) -> dict:
    identity = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{settings.SITE_URL}/{facts.course_code}')}"
    return {
        "id": identity,
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "creator": {
            "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{settings.SITE_URL}/{facts.provider_nda}')}",
            "type": ["Profile"],
            "name": facts.provider_name,
            "otherIdentifier": [
                {
                    "type": "IdentifierEntry",
                    "identifier": facts.provider_nda,
                    "identifierType": EXT_PROVIDER,
                }
            ],
        },
        "name": _both(facts.title_fr, facts.title_nl),
        "description": _lines(facts.objectives_fr) or facts.title_fr,
        "criteria": {"narrative": _lines([each.nl for each in facts.can_do])},
        "inLanguage": "nl",
        "tag": ["CEFR", facts.course_code],
        "alignment": [_alignment(level) for level in sorted({each.exit for each in facts.levels})],
        "resultDescription": [
            _measured(identity, "hours", _both("Heures suivies", "Gevolgde uren")),
            *(_measured(identity, each.skill, _skill(each)) for each in facts.levels),
        ],
    }


def _values(facts: CertificateFacts) -> list[str]:
    """What was reached, in the order of the descriptions: hours, then each skill."""
    hours = f"{wording.hours_fr(facts.minutes_followed)} / {wording.hours_fr(facts.minutes_planned)}"
    return [hours, *(each.exit for each in facts.levels)]


def _measured(achievement: str, what: str, name: str) -> dict:
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{achievement}/{what}')}",
        "type": ["ResultDescription"],
        "name": name,
        "resultType": "Result",
    }


def _skill(result: SkillResult) -> str:
    return _both(*SKILLS[result.skill])


def _alignment(level: str) -> dict:
    return {
        "type": ["Alignment"],
        "targetName": level,
        "targetCode": level,
        "targetFramework": CEFR,
        "targetUrl": CEFR_ADDRESS,
    }


def _both(french: str, dutch: str) -> str:
    return f"{french} | {dutch}"


def _lines(sentences) -> str:
    return "\n".join(f"- {each}" for each in sentences)
