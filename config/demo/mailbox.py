"""Reads the mails that the demo wrote to its folder instead of sending them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings

SEPARATOR = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Mail:
    number: str
    subject: str
    to: str
    sent: datetime
    text: str
    html: str
    attachments: list[str]


def folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


def latest(limit: int = 100) -> list[Mail]:
    """The newest mails first. Reads no more files than it shows."""
    files = sorted(folder().glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return [mail for path in files[:limit] for mail in read(path)][:limit]


def find(number: str) -> Mail | None:
    stem, _, index = number.rpartition(".")
    path = folder() / f"{stem}.log"
    if not index.isdigit() or path.parent != folder() or not path.is_file():
        return None
    mails = read(path)
    return mails[int(index)] if int(index) < len(mails) else None


def read(path: Path) -> list[Mail]:
    """Every mail of a file: one connection may write several."""
    parts = [part for part in path.read_bytes().split(SEPARATOR) if part.strip()]
    messages = [message_from_bytes(part.lstrip(), policy=policy.default) for part in parts]
    return [as_mail(message, f"{path.stem}.{index}") for index, message in enumerate(messages)]


def as_mail(message: EmailMessage, number: str) -> Mail:
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    return Mail(
        number=number,
        subject=message["subject"],
        to=message["to"],
        sent=sent_at(message["date"]),
        text=text.get_content() if text else "",
        html=html.get_content() if html else "",
        attachments=[part.get_filename() or "" for part in message.iter_attachments()],
    )


def sent_at(header: str) -> datetime:
    """Django writes the hour of Greenwich with the zone "-0000", which stands for "not said" (RFC 5322)."""
    moment = parsedate_to_datetime(header)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
