from certificates.models.batch import IssueBatch, IssueItem
from certificates.models.certificate import Certificate
from certificates.models.issuer import Issuer
from certificates.models.verification import Verification

__all__ = ["Certificate", "IssueBatch", "IssueItem", "Issuer", "Verification"]
