"""The letterbox of the demo."""

from datetime import UTC, datetime

import pytest

from config.demo.mailbox import sent_at


@pytest.mark.parametrize(
    "header", ["Thu, 26 Nov 2026 01:49:45 -0000", "Thu, 26 Nov 2026 02:49:45 +0100"], ids=["not said", "said"]
)
def test_a_mail_says_when_it_was_sent(header):
    """Aware, so that the page shows the hour of the reader's clock."""
    assert sent_at(header) == datetime(2026, 11, 26, 1, 49, 45, tzinfo=UTC)
