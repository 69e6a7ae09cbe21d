"""News of this floor, sent after commit, ids only."""

from django.dispatch import Signal

batch_ordered = Signal()  # batch_id
