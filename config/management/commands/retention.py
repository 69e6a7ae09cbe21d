from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand
from django.db.models import QuerySet
from django.utils import timezone

from accounts import tasks as accounts
from accounts.domain import messages, people, roles
from certificates import tasks as certificates
from certificates.domain import api_keys, sharing, verifying
from training import tasks as training
from training.domain import attachments, retention, sweeping


def expired_sessions() -> QuerySet[Session]:
    return Session.objects.filter(expire_date__lt=timezone.now())


POLICIES: dict[str, Callable[[], QuerySet]] = {
    "accounts nobody confirmed, 7 days": people.unconfirmed,
    "accounts without a file or a role, 24 months": people.silent,
    "roles that ended, 5 years": roles.over_their_time,
    "sign-ins that ran out": expired_sessions,
    "log of letters, 24 months": messages.over_their_time,
    "forms begun and never sent, 30 days": sweeping.old_drafts,
    "requests to announce, 23 months": retention.to_announce,
    "requests that came to nothing, 24 months": retention.to_remove,
    "closed requests for any session, 24 months": retention.old_wishes,
    "files sent with a request, 12 or 6 months": attachments.over_their_time,
    "files without an enrolment, 24 months": retention.empty_files,
    "questions about certificates, 12 months": verifying.over_their_time,
    "links to certificates, 12 months after their end": sharing.over_their_time,
    "keys of the interface, 12 months after their end": api_keys.over_their_time,
}


WORK = (accounts.sweep, accounts.forget, training.sweep, training.forget, certificates.forget)


class Command(BaseCommand):
    help = "Lists how many rows each rule of retention would touch today. Deletes nothing without --do."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--do", action="store_true", help="do what the nightly tasks do, now")

    def handle(self, *args, do: bool, **options) -> None:
        for policy, due in POLICIES.items():
            self.stdout.write(f"{due().count():6}  {policy}")
        if not do:
            self.stdout.write("A dry run: nothing was changed. With --do it is done.")
            return
        for work in WORK:
            work()
        self.stdout.write("Done.")
