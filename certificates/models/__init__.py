from certificates.models.api_key import ApiKey
from certificates.models.attestation import Attestation
from certificates.models.batch import IssueBatch, IssueItem
from certificates.models.certificate import Certificate
from certificates.models.issuer import Issuer
from certificates.models.key import IssuerKey
from certificates.models.revocation import RevocationRequest
from certificates.models.share import ShareLink, ShareView
from certificates.models.shown_name import ShownName
from certificates.models.status import StatusList
from certificates.models.template import Template, TemplateProof, TemplateVersion
from certificates.models.verification import Verification

__all__ = [
    "ApiKey",
    "Attestation",
    "Certificate",
    "IssueBatch",
    "IssueItem",
    "Issuer",
    "IssuerKey",
    "RevocationRequest",
    "ShareLink",
    "ShareView",
    "ShownName",
    "StatusList",
    "Template",
    "TemplateProof",
    "TemplateVersion",
    "Verification",
]
