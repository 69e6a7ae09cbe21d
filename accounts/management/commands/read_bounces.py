"""Reads letters that came back. For a pipe of the mail server, or a mailbox file (mbox) now and then."""

import mailbox
import sys

from django.core.management.base import BaseCommand, CommandParser

from accounts.domain import bouncing


class Command(BaseCommand):
    help = (
        "Marks messages that came back. Without an argument one notice is read from standard input: "
        "the mail server calls it, `|python manage.py read_bounces`. With the path of an mbox all are read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("mbox", nargs="?", help="a mailbox file; it is not changed")

    def handle(self, *args, mbox: str | None = None, **options) -> None:
        notices = self.from_file(mbox) if mbox else [sys.stdin.buffer.read()]
        marked = [one for one in map(bouncing.read_notice, notices) if one is not None]
        self.stdout.write(f"{len(marked)} of {len(notices)} came back from us")

    def from_file(self, path: str) -> list[bytes]:
        box = mailbox.mbox(path, create=False)
        try:
            return [one.as_bytes() for one in box]
        finally:
            box.close()
