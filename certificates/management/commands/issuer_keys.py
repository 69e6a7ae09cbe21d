from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from certificates.domain import keys
from certificates.exceptions import Refusal
from certificates.models import IssuerKey


class Command(BaseCommand):
    help = (
        "The keys that sign credentials. Without a word: lists them. `next` makes and publishes the next "
        "one; `rotate`, 30 days later, lets it sign; `compromise KEY --since MOMENT` says that a key is in "
        "wrong hands."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "deed", nargs="?", choices=["list", "next", "rotate", "compromise"], default="list"
        )
        parser.add_argument("key", nargs="?", help="the public key, as the list shows it")
        parser.add_argument(
            "--since", help="2026-11-26T08:00:00+01:00: from when its signatures do not count"
        )

    def handle(self, *args, deed: str, key: str | None, since: str | None, **options) -> None:
        try:
            self._do(deed, key, since)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        for one in IssuerKey.objects.all():
            dates = " ".join(
                f"{name} {moment.isoformat(timespec='seconds')}"
                for name, moment in (
                    ("from", one.active_from), ("until", one.active_until), ("not since", one.compromised_at),
                )
                if moment
            )  # fmt: skip
            self.stdout.write(f"{one.public_text} {one.state} {dates}".rstrip())

    def _do(self, deed: str, key: str | None, since: str | None) -> None:
        if deed == "next":
            keys.make_next()
        elif deed == "rotate":
            keys.rotate()
        elif deed == "compromise":
            self._compromise(key, since)

    def _compromise(self, text: str | None, since: str | None) -> None:
        key = IssuerKey.objects.filter(public_text=text or "").first()
        if key is None:
            raise CommandError("Which key? Give its public half, as the list shows it.")
        moment = parse_datetime(since or "")
        if moment is None or timezone.is_naive(moment):
            raise CommandError("Since when? Give --since with a time zone, like 2026-11-26T08:00:00+01:00.")
        keys.compromise(key=key, since=moment)
