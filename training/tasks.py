"""Background work of this floor. Ids only; each task may run twice."""

from celery import shared_task

from training.domain import (
    absences,
    alerting,
    attachments,
    auditing,
    deciding,
    feeds,
    kairos,
    paper_sheets,
    proofs,
    reminding,
    retention,
    session_files,
    sheet_printing,
    statements,
    sweeping,
    welcome,
)
from training.domain.importing import running
from training.domain.placement import keeping
from training.models import Import


@shared_task
def sweep() -> None:
    """What a lost announcement or the mere passing of time left to do."""
    sweeping.expire_offers()
    sweeping.release_reservations()
    sweeping.offer_free_chairs()
    sweeping.forget_old_drafts()
    deciding.when_their_day_has_come()
    reminding.remind()
    kairos.alarm()
    running.forget_unfinished()
    for import_id in Import.objects.left_behind().order_by("pk").values_list("pk", flat=True):
        go_on_with_import.delay(import_id)


@shared_task
def sweep_alerts() -> None:
    """Absences in a row, rates that fell, registers that are not closed."""
    alerting.raise_due()


@shared_task
def print_papers(delivery_id: int) -> None:
    welcome.print_papers(delivery_id)


@shared_task
def sweep_papers() -> None:
    """New versions of the welcome pack where something changed; files that a lost message left unprinted."""
    welcome.renew_due()
    for delivery in welcome.unprinted():
        welcome.print_papers(delivery.pk)


@shared_task
def print_statement(statement_id: int) -> None:
    statements.print_statement(statement_id)


@shared_task
def make_sheet(sheet_id: int) -> None:
    sheet_printing.make(sheet_id)


@shared_task
def prepare_papers() -> None:
    """Every evening: tomorrow's blank sheets; what the press refused is tried again."""
    sheet_printing.prepare()
    statements.try_again()


@shared_task
def make_session_file(file_id: int) -> None:
    session_files.make(file_id)


@shared_task
def scan_paper_sheet(sheet_id: int) -> None:
    paper_sheets.scan(sheet_id)


@shared_task
def sweep_register_papers() -> None:
    """Sheets, statements and whole files that a lost message left unmade."""
    for sheet in sheet_printing.left_behind():
        sheet_printing.make(sheet.pk)
    for statement in statements.unprinted():
        statements.print_statement(statement.pk)
    for file in session_files.left_behind():
        session_files.make(file.pk)


@shared_task
def scan_attachment(attachment_id: int) -> None:
    attachments.scan(attachment_id)


@shared_task
def scan_attachments() -> None:
    """What the scanner missed while it was away."""
    attachments.scan_waiting()
    proofs.scan_waiting()
    paper_sheets.scan_waiting()


@shared_task
def scan_proof(proof_id: int) -> None:
    proofs.scan(proof_id)


@shared_task
def go_on_with_import(import_id: int) -> None:
    """Tries the lines of a file, or writes the chosen ones."""
    running.go_on(import_id)


@shared_task
def forget() -> None:
    """Nightly: tells people a month before, then deletes requests that came to nothing.

    Old absences, calendar addresses that were taken back, papers of nobody and files that have served go too.
    """
    retention.announce()
    retention.remove()
    absences.forget_old()
    feeds.forget_revoked()
    welcome.forget_papers()
    attachments.forget()
    attachments.forget_strays()
    proofs.forget()
    proofs.forget_strays()
    session_files.forget()
    sheet_printing.forget()


@shared_task
def sweep_placement_tests() -> None:
    """Once a night: tests without an account go after 30 days; levels that missed their enrolment arrive."""
    keeping.forget_anonymous()
    keeping.keep_what_was_missed()


@shared_task
def audit_registers() -> None:
    """Once a night: every chain is read again; what was changed reaches the dashboard of the office."""
    auditing.note()
