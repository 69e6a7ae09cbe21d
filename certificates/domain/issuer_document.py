"""Who signs, at a stable address: the issuer and its public keys (W3C Controlled Identifiers 1.0, did:web).

Every key that ever signed stays published. A retired one says until when it signed, one in wrong hands since
when its signatures count for nothing.
"""

from urllib.parse import quote, urlsplit

from django.conf import settings

from accounts.enums import OrganisationKind
from accounts.models import Organisation
from certificates.domain import proofs
from certificates.domain.linked_data import OPEN_BADGES
from certificates.models import IssuerKey

PATH = "/issuer"
DECENTRALIZED_IDENTIFIERS = "https://www.w3.org/ns/did/v1"
MULTIKEY = "https://w3id.org/security/multikey/v1"


def address() -> str:
    return settings.SITE_URL + PATH


def method_of(key: IssuerKey) -> str:
    """The address of one key, as a proof names it."""
    return f"{address()}#{key.public_text}"


def written() -> dict:
    """The document at the issuer's address."""
    return {
        "@context": [DECENTRALIZED_IDENTIFIERS, MULTIKEY, OPEN_BADGES],
        "id": address(),
        "type": ["Profile"],
        **_who(),
        **_keys(address()),
    }


def written_for_did_web() -> dict:
    """The same keys under did:web, for verifiers that only know decentralized identifiers."""
    did = f"did:web:{quote(urlsplit(settings.SITE_URL).netloc, safe='')}"
    return {
        "@context": [DECENTRALIZED_IDENTIFIERS, MULTIKEY],
        "id": did,
        "alsoKnownAs": [address()],
        **_keys(did),
    }


def _who() -> dict:
    operator = Organisation.objects.filter(kind=OrganisationKind.OPERATOR).order_by("pk").first()
    return {"name": operator.name_fr, "url": settings.SITE_URL} if operator else {"url": settings.SITE_URL}


def _keys(controller: str) -> dict:
    methods = [_method(key, controller) for key in IssuerKey.objects.all()]
    return {"verificationMethod": methods, "assertionMethod": [each["id"] for each in methods]}


def _method(key: IssuerKey, controller: str) -> dict:
    method = {
        "id": f"{controller}#{key.public_text}",
        "type": "Multikey",
        "controller": controller,
        "publicKeyMultibase": key.public_text,
    }
    if key.compromised_at:
        method["revoked"] = proofs.instant(key.compromised_at)
    elif key.active_until:
        method["expires"] = proofs.instant(key.active_until)
    return method
