from django.conf import settings
from django.core.management.base import BaseCommand

from certificates.domain.offline_file import written


class Command(BaseCommand):
    help = (
        "Writes the verifier for use without any network, one HTML file with the issuer's keys of today: "
        "manage.py offline_verifier > file.html. Changes nothing."
    )

    def handle(self, *args, **options) -> None:
        self.stdout.write(written(), ending="")
        self.stderr.write(f"It knows the papers of {settings.SITE_URL} (SITE_URL), and no others.")
