"""Issuing: the order, the one verb that makes a certificate, and the run that can be killed anywhere."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

import rfc8785
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from accounts.models import User
from certificates.domain import (
    chain,
    codes,
    credential,
    facts,
    keys,
    letters,
    readiness,
    square,
    status,
)
from certificates.domain.office import refuse_stranger
from certificates.enums import CertificateKind, ItemState
from certificates.exceptions import Refusal
from certificates.models import Certificate, IssueBatch, IssueItem
from certificates.signals import batch_ordered
from documents import press, store
from documents.enums import DocumentKind
from documents.exceptions import PressRefusal
from documents.facts import CertificateFacts
from documents.press import Enclosed, Printed
from training.domain import enrolment as enrolling
from training.domain.chain import sha256_of
from training.enums import EnrolmentStatus
from training.models import Enrolment, Session

logger = logging.getLogger(__name__)
CREDENTIAL_FILE = "credential.json"
DATABASE_IS_AWAY = (OperationalError, InterfaceError)
OUR_FAULT = _(
    "Something failed on our side and nothing was issued. Order it again; if it fails again, "
    "tell the technical team."
)


@transaction.atomic
def order(
    *, session: Session, enrolments: Iterable[Enrolment], by: User, sends_letters: bool = True
) -> IssueBatch:
    """Writes down for whom certificates are to be issued; the work begins after commit.

    Raises Refusal when nobody was chosen, or somebody of another session.
    """
    refuse_stranger(by)
    chosen = list(dict.fromkeys(enrolments))
    if not chosen:
        raise Refusal(_("Choose at least one person."))
    if any(enrolment.session_id != session.pk for enrolment in chosen):
        raise Refusal(_("Everybody in an order follows the same session."))
    batch = IssueBatch.objects.create(
        session=session, requested_by=by, requested_at=timezone.now(), sends_letters=sends_letters
    )
    IssueItem.objects.bulk_create(IssueItem(batch=batch, enrolment=each) for each in chosen)
    transaction.on_commit(lambda: batch_ordered.send_robust(IssueBatch, batch_id=batch.pk))
    return batch


@transaction.atomic
def issue(*, enrolment: Enrolment, by: User) -> Certificate:
    """The certificate of an enrolment: the one that stands, or a new one, printed and kept. Idempotent.

    Holds the row of the enrolment while it prints, so two who issue at once get the same certificate; the
    constraint `certificate_once` is the net. Somebody still “in training” is completed by it. Raises
    Refusal with nothing written.
    """
    refuse_stranger(by)
    enrolment = locked(enrolment)
    if standing := enrolment.certificates.standing().first():
        return standing
    readiness.refuse_unready(enrolment)
    if enrolment.status == EnrolmentStatus.ENTERED:
        enrolment = enrolling.complete(enrolment=enrolment, by=by)
    return write_down(enrolment=enrolment, by=by)


def run_batch(batch_id: int) -> None:
    """Works through an order from where it stands. Idempotent; two at once share the work.

    Each person is a transaction of their own: a run that is killed leaves certificates that are whole and
    people who still wait, never anything between.
    """
    waiting = IssueItem.objects.waiting().filter(batch=batch_id).values_list("pk", flat=True)
    for item_id in list(waiting):
        _run_item(item_id)
    still_waiting = IssueItem.objects.waiting().filter(batch=batch_id)
    if not still_waiting.exists():
        IssueBatch.objects.unfinished().filter(pk=batch_id).update(finished_at=timezone.now())


def locked(enrolment: Enrolment) -> Enrolment:
    """The fresh row of the enrolment, ours until the end of the transaction."""
    rows = Enrolment.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("session__course", "session__provider", "person").get(pk=enrolment.pk)


def write_down(*, enrolment: Enrolment, by: User, replaces: Certificate | None = None) -> Certificate:
    """Freezes the facts, signs and prints them, keeps the file, and adds it to the chain of its issuer.

    The caller holds the row of the enrolment; the issuer's row is locked last, when everything is printed.
    """
    key, place, now = keys.active(), status.draw(), timezone.now()
    frozen = facts.gather(
        enrolment,
        code=codes.new(),
        issued_on=timezone.localdate(now),
        replaces_code=replaces.code if replaces else None,
    )
    frozen = replace(frozen, compact=square.compact_of(frozen, key=keys.private(key)))
    certified = frozen.to_json()
    signed = credential.signed(frozen, place=place, key=key, issued_at=now)
    document = store.keep(
        _printed(frozen, signed), kind=DocumentKind.CERTIFICATE, title=frozen.code, language="fr"
    )
    return chain.append(
        Certificate(
            kind=CertificateKind.END_OF_TRAINING,
            code=frozen.code,
            enrolment=enrolment,
            facts=certified,
            facts_version=frozen.version,
            facts_sha256=sha256_of(certified),
            document=document,
            issuer=enrolment.session.provider.issuer,
            credential=signed,
            key=key,
            status_list=place.list,
            status_index=place.index,
            issued_at=now,
            issued_by=by,
            valid_until=frozen.valid_until,
        )
    )


def _printed(frozen: CertificateFacts, signed: dict) -> Printed:
    """The page with its credential enclosed, as RFC 8785 writes it, under the seal."""
    enclosed = Enclosed(name=CREDENTIAL_FILE, content=rfc8785.dumps(signed))
    try:
        return press.print_document("certificate", frozen, language="fr", attachments=[enclosed], sealed=True)
    except PressRefusal as refusal:
        raise Refusal(refusal.sentence, code="press") from refusal


@transaction.atomic
def _run_item(item_id: int) -> None:
    """One person of an order; skipped when another worker has them or they are done."""
    rows = IssueItem.objects.select_for_update(of=("self",), skip_locked=True).waiting()
    item = rows.select_related("batch__requested_by", "enrolment").filter(pk=item_id).first()
    if item is None:
        return
    try:
        with transaction.atomic():
            _issue_item(item)
    except Refusal as refusal:
        _leave_word(item, ItemState.NOT_READY, in_both_languages(refusal, item.enrolment))
    except DATABASE_IS_AWAY:
        raise
    except Exception:
        logger.exception("issue item %s failed", item.pk)
        _leave_word(item, ItemState.FAILED, each_language(lambda: str(OUR_FAULT)))


def _issue_item(item: IssueItem) -> None:
    stood = item.enrolment.certificates.standing().exists()
    item.certificate = issue(enrolment=item.enrolment, by=item.batch.requested_by)
    item.state = ItemState.ALREADY if stood else ItemState.ISSUED
    item.save(update_fields=["certificate", "state"])
    if item.batch.sends_letters:
        letters.tell_issued(item.certificate)


def _leave_word(item: IssueItem, state: str, words: dict[str, str]) -> None:
    """Written straight to the row: the object may hold what was rolled back."""
    messages = {f"message_{language}": sentence for language, sentence in words.items()}
    IssueItem.objects.filter(pk=item.pk).update(state=state, **messages)


def in_both_languages(
    refusal: Refusal, enrolment: Enrolment, *, but_for: Certificate | None = None
) -> dict[str, str]:
    """Why nothing was issued, to be kept: what is missing is asked again, other refusals translate
    themselves.
    """

    def sentence() -> str:
        if refusal.code == readiness.NOT_READY:
            return " ".join(readiness.missing(enrolment, but_for=but_for)) or str(refusal)
        return str(refusal)

    return each_language(sentence)


def each_language(sentence: Callable[[], str]) -> dict[str, str]:
    """What a person will read later, in whichever language: asked once in each."""
    words = {}
    for language in ("fr", "nl"):
        with override(language):
            words[language] = sentence()
    return words
