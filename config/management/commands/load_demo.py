from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config.demo import accounts, school


class Command(BaseCommand):
    help = "Loads the demo school, unless it is there already. Every person in it is invented."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--print-accounts", action="store_true", help="also print who can sign in")

    def handle(self, *args, print_accounts: bool, **options) -> None:
        if settings.MODE == "production":
            raise CommandError("The demo school has no place in production.")
        if not school.exists():
            call_command("load_reference")
            with transaction.atomic():
                school.build()
        if print_accounts:
            self.stdout.write(accounts.table())
