"""News of this floor, sent after commit. Every signal carries ids only; receivers re-read."""

from django.dispatch import Signal

enrolment_changed = Signal()  # enrolment_id, user_id (of the person, if any), from_status, to_status
seat_freed = Signal()  # session_id
register_closed = Signal()  # half_day_id
papers_due = Signal()  # delivery_id
attachment_added = Signal()  # attachment_id
proof_added = Signal()  # proof_id
paper_sheet_added = Signal()  # sheet_id
statement_due = Signal()  # statement_id
sheet_ordered = Signal()  # sheet_id
session_file_ordered = Signal()  # file_id
import_waits = Signal()  # import_id
