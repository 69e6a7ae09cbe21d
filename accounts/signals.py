"""News of this floor, sent after commit, ids only."""

from django.dispatch import Signal

message_queued = Signal()  # message_id
