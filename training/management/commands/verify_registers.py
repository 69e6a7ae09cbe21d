"""`manage.py verify_registers`: are the registers what was signed? Exit code 1 when something is not."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from training.domain import anchors, auditing
from training.models import Session


class Command(BaseCommand):
    help = "Reads the chains of the registers again and names every row that was changed, added or deleted."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--session", metavar="CODE", help="only this session")

    def handle(self, *, session: str | None, **options) -> None:
        found = self.of_one(session) if session else auditing.audit_all()
        for one, sentences in found.items():
            for sentence in sentences:
                self.stdout.write(f"{one.code}: {sentence}")
        if any(found.values()):
            sys.exit(1)
        self.stdout.write("The registers are as they were signed.")

    def of_one(self, code: str) -> dict[Session, list[str]]:
        session = Session.objects.filter(code=code).first()
        if session is None:
            raise CommandError(f"There is no session {code}.")
        return {session: auditing.audit(session, known=anchors.last_known().get(session.pk))}
