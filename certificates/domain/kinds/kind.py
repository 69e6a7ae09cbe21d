from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from certificates.models import Attestation
from documents.facts import Facts
from training.models import Enrolment


@dataclass(frozen=True)
class Survey:
    """One person, for a list: why there can be no paper now (empty: there can), and whether the one that
    stands no longer says what a new one would.
    """

    why_not: str = ""
    is_outdated: bool = False


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of paper.

    `sheet`: its template pair at the press. `gather(enrolment, number=…, reason=…)` says what it would say
    today, or raises Refusal. `survey(enrolments, standing)` looks at people of one session at once, in the
    same number of queries for one and for forty; `standing`: the paper that counts, by enrolment.
    `in_short(facts)` says in words what it attests. `needs_reason`: for a new version.
    """

    sheet: str
    facts: type[Facts]
    gather: Callable[..., Facts]
    survey: Callable[[Sequence[Enrolment], Mapping[int, Attestation]], dict[int, Survey]]
    in_short: Callable[[dict], str]
    needs_reason: bool = True
