"""The kinds of papers, each in a module of its own: what it freezes, and how many people have it."""

from certificates.domain.kinds.kind import Kind, Survey
from certificates.domain.kinds.presence import KIND as PRESENCE
from certificates.domain.kinds.profile import KIND as PROFILE
from certificates.domain.kinds.realisation import KIND as REALISATION
from certificates.enums import AttestationKind

KINDS: dict[str, Kind] = {
    AttestationKind.REALISATION: REALISATION,
    AttestationKind.ATTENDANCE: PRESENCE,
    AttestationKind.PROFILE: PROFILE,
}

__all__ = ["KINDS", "Kind", "Survey"]
