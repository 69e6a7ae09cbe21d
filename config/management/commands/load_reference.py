from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.domain import reference as people
from accounts.domain import roles
from training.domain import reference as training


class Command(BaseCommand):
    help = "Loads what every installation needs: communes, sectors, occupations, codes, groups. Idempotent."

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        people.load_communes()
        training.load()
        roles.ensure_groups()
