"""Papers about one person and session: ordered with frozen facts, then made and sealed by the signer.

The order is a row in the database, so a killed worker or a lost message is a delay and never a loss; the
file is kept in the same transaction that says so, so there is one paper and never two.
"""

import logging
from dataclasses import fields, replace
from functools import partial

import rfc8785
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import YES, Verdict
from certificates.domain import chain
from certificates.domain.issuing import DATABASE_IS_AWAY, OUR_FAULT, each_language, locked
from certificates.domain.kinds import KINDS
from certificates.domain.office import may as office_may
from certificates.enums import AttestationKind
from certificates.exceptions import FactsAltered, Refusal
from certificates.models import Attestation
from certificates.signals import attestation_ordered
from documents import press, store
from documents.exceptions import PressRefusal
from documents.facts import Facts
from documents.press import Enclosed
from training.domain.chain import sha256_of
from training.domain.permissions import can_assess, insist
from training.models import Enrolment

logger = logging.getLogger(__name__)
ENCLOSED = "attestation.json"
LONGEST_TROUBLE = 300
AT_ONCE = 50  # taken up by one sweep


def may_order(user: User, enrolment: Enrolment, kind: str) -> Verdict:
    """The office every paper; a language profile also its holder and the trainers of the session."""
    office = office_may(user)
    if office or kind != AttestationKind.PROFILE:
        return office
    if enrolment.person.user_id == user.pk or can_assess(user, enrolment):
        return YES
    return Verdict(False, _("Only the person, their trainers and the office order a language profile."))


@transaction.atomic
def order(*, enrolment: Enrolment, kind: str, by: User, reason: str = "") -> Attestation:
    """Freezes what the paper will say; the signer makes it after commit. Locks the row of the enrolment.

    Idempotent: while it is being made, or while nothing changed, the same one comes back. A new version needs
    its `reason` (a language profile none); the one before counts until the new one is there. An order that
    the press refused is ordered anew with today's facts. Raises Refusal with nothing written.
    """
    insist(may_order(by, enrolment, kind))
    enrolment = locked(enrolment)
    papers = enrolment.attestations.filter(kind=kind)
    under_way, before = papers.under_way().first(), papers.standing().first()
    if under_way and under_way.is_being_made:
        return under_way
    if under_way:
        under_way.delete()
        reason = reason.strip() or under_way.reason
    facts = gathered(enrolment, kind, before=before, reason=reason.strip())
    if before and still_says(before, facts):
        return before
    return _write_down(enrolment, kind, facts, by=by, before=before, reason=reason.strip())


def gathered(
    enrolment: Enrolment, kind: str, *, before: Attestation | None = None, reason: str = ""
) -> Facts:
    """What the paper would say today, as the version after `before`. Raises Refusal."""
    number = before.number + 1 if before else 1
    return KINDS[kind].gather(enrolment, number=number, reason=reason if before else "")


def still_says(standing: Attestation, facts: Facts) -> bool:
    """Whether a paper says what a new one would, but for its number, reason and date, and how it is worded: a
    new template makes no paper out of date.
    """
    frozen = facts_of(standing)
    aside = {"number", "reason", "issued_on", "design"} & {each.name for each in fields(frozen)}
    return replace(frozen, **{name: getattr(facts, name) for name in aside}) == facts


def facts_of(paper: Attestation) -> Facts:
    """Raises ValueError for facts of an older form."""
    return KINDS[paper.kind].facts.from_json(paper.facts)


def _write_down(
    enrolment: Enrolment, kind: str, facts: Facts, *, by: User, before: Attestation | None, reason: str
) -> Attestation:
    if before and KINDS[kind].needs_reason and not reason:
        sentence = _("The registers changed after this paper: say why there is a new version.")
        raise Refusal(sentence, code="reason")
    frozen = facts.to_json()
    paper = Attestation.objects.create(
        kind=kind,
        enrolment=enrolment,
        number=facts.number,
        facts=frozen,
        facts_sha256=sha256_of(frozen),
        reason=reason if before else "",
        ordered_at=timezone.now(),
        ordered_by=by,
    )
    news = {"attestation_id": paper.pk}
    transaction.on_commit(lambda: attestation_ordered.send_robust(Attestation, **news))
    return paper


# Making


@transaction.atomic
def make(attestation_id: int) -> None:
    """Prints, seals and keeps one paper, and adds it to the chain of its issuer; in the process with the key.
    Idempotent: one that is made, refused or in another worker's hands is left alone.

    Locks the paper's row, and the issuer's last, when everything is printed. When the press refuses, why
    stays with the order in both languages, and it can be ordered anew.
    """
    rows = Attestation.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    paper = rows.to_make().filter(pk=attestation_id).first()
    if paper is None:
        return
    try:
        with transaction.atomic():
            _print_and_keep(paper)
    except PressRefusal as refusal:
        _leave_word(paper, each_language(partial(str, refusal.sentence)))
    except DATABASE_IS_AWAY:
        raise
    except Exception:
        logger.exception("attestation %s failed", paper.pk)
        _leave_word(paper, each_language(partial(str, OUR_FAULT)))


def enclosed(paper: Attestation) -> dict:
    """What lies inside the file: which paper it is and what it says, also when somebody changes its page."""
    return {"attestation": str(paper.reference), "kind": paper.kind, "facts": paper.facts}


def left_behind(before) -> QuerySet[Attestation]:
    """Ordered before that moment and not made: what a killed worker or a lost message left."""
    return Attestation.objects.to_make().filter(ordered_at__lt=before).order_by("pk")[:AT_ONCE]


def _print_and_keep(paper: Attestation) -> None:
    if sha256_of(paper.facts) != paper.facts_sha256:
        raise FactsAltered(f"the facts of attestation {paper.pk} are not those that were ordered")
    facts = facts_of(paper)
    inside = Enclosed(name=ENCLOSED, content=rfc8785.dumps(enclosed(paper)))
    printed = press.print_document(KINDS[paper.kind].sheet, facts, attachments=[inside], sealed=True)
    title = f"{facts.session_code} {paper.enrolment_id} v{paper.number}"
    document = store.keep(printed, kind=paper.kind, title=title, language="fr")
    same = Attestation.objects.filter(enrolment=paper.enrolment_id, kind=paper.kind)
    paper.document, paper.made_at = document, timezone.now()
    same.standing().update(replaced_at=paper.made_at)
    chain.append_paper(paper)


def _leave_word(paper: Attestation, sentences: dict[str, str]) -> None:
    """Written straight to the row: the object may hold what was rolled back."""
    said = {f"trouble_{language}": text[:LONGEST_TROUBLE] for language, text in sentences.items()}
    Attestation.objects.filter(pk=paper.pk).update(**said)
