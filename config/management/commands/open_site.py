from django.core.management.base import BaseCommand

from cms.domain import building
from cms.models import HomePage


class Command(BaseCommand):
    help = "Makes the first pages of the public site in French and Dutch, unless it has a home page already."

    def handle(self, *args, **options) -> None:
        if not HomePage.objects.exists():
            building.build_site()
