"""What this floor does when it hears news."""

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from documents.models import archive
from training.domain.placement import keeping, taking
from training.models import AbsenceProof, Attachment
from training.models.received_file import ReceivedFile
from training.signals import (
    attachment_added,
    enrolment_changed,
    import_waits,
    paper_sheet_added,
    papers_due,
    proof_added,
    session_file_ordered,
    sheet_ordered,
    statement_due,
)
from training.tasks import (
    go_on_with_import,
    make_session_file,
    make_sheet,
    print_papers,
    print_statement,
    scan_attachment,
    scan_paper_sheet,
    scan_proof,
)


@receiver(user_logged_in)
def claim_placement_test(sender, request, user, **kwargs) -> None:
    """Whoever took the test before signing up keeps it."""
    if request is not None and (begun := request.session.get(taking.SESSION_KEY)):
        taking.claim(attempt_id=begun, user=user)


@receiver(enrolment_changed)
def keep_placement_levels(sender, enrolment_id: int, user_id: int | None, **kwargs) -> None:
    """A request that was just sent takes the levels of the test along."""
    keeping.keep_for(enrolment_id=enrolment_id, user_id=user_id)


@receiver(papers_due)
def print_at_once(sender, delivery_id: int, **kwargs) -> None:
    if settings.PAPERS_PRINTED_AT_ONCE:
        print_papers.delay(delivery_id)


@receiver(attachment_added)
def scan_at_once(sender, attachment_id: int, **kwargs) -> None:
    scan_attachment.delay(attachment_id)


@receiver(proof_added)
def scan_proof_at_once(sender, proof_id: int, **kwargs) -> None:
    scan_proof.delay(proof_id)


@receiver(paper_sheet_added)
def scan_sheet_at_once(sender, sheet_id: int, **kwargs) -> None:
    scan_paper_sheet.delay(sheet_id)


@receiver(statement_due)
def print_statement_at_once(sender, statement_id: int, **kwargs) -> None:
    if settings.PAPERS_PRINTED_AT_ONCE:
        print_statement.delay(statement_id)


@receiver(sheet_ordered)
def make_sheet_at_once(sender, sheet_id: int, **kwargs) -> None:
    if settings.PAPERS_PRINTED_AT_ONCE:
        make_sheet.delay(sheet_id)


@receiver(session_file_ordered)
def make_file_at_once(sender, file_id: int, **kwargs) -> None:
    if settings.PAPERS_PRINTED_AT_ONCE:
        make_session_file.delay(file_id)


@receiver(post_delete, sender=Attachment)
@receiver(post_delete, sender=AbsenceProof)
def bytes_go_with_their_row(sender, instance: ReceivedFile, **kwargs) -> None:
    """However the row went, alone or with its enrolment; not before that is final."""
    if name := instance.file.name:
        transaction.on_commit(lambda: archive().delete(name))


@receiver(import_waits)
def go_on(sender, import_id: int, **kwargs) -> None:
    """The worker tries the lines of a file, or writes them."""
    go_on_with_import.delay(import_id)
