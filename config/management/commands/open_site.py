from django.core.management.base import BaseCommand

from certificates.domain import templates
from cms.domain import building
from cms.models import HomePage


class Command(BaseCommand):
    help = (
        "Makes the first pages of the public site in both languages, unless it has a home page already, and "
        "the first template of each paper that has none."
    )

    def handle(self, *args, **options) -> None:
        if not HomePage.objects.exists():
            building.build_site()
        templates.publish_built_in()
