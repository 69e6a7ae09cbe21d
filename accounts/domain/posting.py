"""Handing one mail to the mail server, and what its answer means: gone, certainly not gone, or unknown."""

import smtplib
from contextlib import suppress

from django.core.mail import EmailMessage, get_connection

from accounts.enums import Trouble

FOR_GOOD = 500  # an SMTP answer from here on will not change by itself


class NotPosted(Exception):
    """It certainly did not go. `is_final`: trying again would bring the same answer."""

    def __init__(self, trouble: str, *, is_final: bool = False) -> None:
        super().__init__(trouble)
        self.trouble, self.is_final = trouble, is_final


class PerhapsPosted(Exception):
    """The line broke while the server had the letter in its hands."""


def post(mail: EmailMessage) -> None:
    """Returns when the server took it. Raises `NotPosted` or `PerhapsPosted`; waits for an answer as long
    as EMAIL_TIMEOUT says."""
    connection = get_connection()
    try:
        connection.open()
    except OSError as silent:
        raise NotPosted(Trouble.SERVER_SILENT) from silent
    try:
        connection.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as refused:
        code = next(iter(refused.recipients.values()))[0]
        raise _refused(code, Trouble.ADDRESS_REFUSED) from refused
    except smtplib.SMTPResponseException as refused:
        raise _refused(refused.smtp_code, Trouble.LETTER_REFUSED) from refused
    except OSError as broken:
        raise PerhapsPosted from broken
    finally:
        with suppress(OSError):
            connection.close()


def _refused(code: int, trouble: str) -> NotPosted:
    is_final = code >= FOR_GOOD
    return NotPosted(trouble if is_final else Trouble.COME_BACK_LATER, is_final=is_final)
