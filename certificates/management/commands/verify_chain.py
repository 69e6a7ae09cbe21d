from django.core.management.base import BaseCommand, CommandError

from certificates.domain import chain
from certificates.models import Issuer


class Command(BaseCommand):
    help = (
        "Reads every certificate and other paper with its file and names what is not as it was issued. "
        "Changes nothing. Ends with 1 when something was found."
    )

    def handle(self, *args, **options) -> None:
        found = 0
        for issuer in Issuer.objects.order_by("pk"):
            for finding in chain.verify(issuer):
                found += 1
                self.stdout.write(str(finding))
            read = f"{issuer.issued} certificates and {issuer.attested} other papers read"
            self.stdout.write(f"{issuer}: {read}")
        if found:
            raise CommandError(f"{found} things are not as they were issued")
