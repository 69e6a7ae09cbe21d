import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from config import environment
from config.bench import certificates, database, floors, lists, pages, printing, rush, school, server
from config.bench.table import Line
from config.celery import app


class Command(BaseCommand):
    help = "Measures pages, queries and certificates in a database of its own. Use bin/bench."

    def handle(self, *args, **options) -> None:
        logging.disable(logging.INFO)
        settings.STORAGES["default"] = environment.STORAGES["default"]  # the server reads the pictures
        floors.open_addresses()
        with database.of_its_own() as name, tempfile.TemporaryDirectory() as folder:
            school.build()
            app.conf.update(task_always_eager=False, broker_url="memory://")  # letters enough were written
            floors.hang_pictures(Path(folder))
            few = lists.count()
            school.fill(begin=0, end=30)
            thirty = lists.count()
            self.table("Pages drawn for one visitor, 30 sessions", pages.costs())
            with server.running(name) as port:
                self.table("Requests per second, as a ratio", pages.run(port))
                school.fill(begin=30, end=300)
                self.table("Queries of lists", lists.lines(few, thirty, lists.count()))
                self.table("Certificates per second and core", printing.run())
                self.table("Many certificates", certificates.run(port))
            self.table("Enrolling, 200 at once on 12 places", rush.run())

    def table(self, title: str, lines: Iterable[Line]) -> None:
        self.stdout.write(f"\n{title}")
        for line in lines:
            self.stdout.write(str(line))
