import logging
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.test import override_settings

from config import environment
from config.bench import (
    certificates,
    database,
    floors,
    lists,
    pages,
    printing,
    registers,
    rush,
    school,
    server,
)
from config.bench.table import Line
from config.celery import app


class Command(BaseCommand):
    help = "Measures pages, queries and certificates in a database of its own. Use bin/bench."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--million", action="store_true", help="verify among 1,000,000 certificates instead of 200,000"
        )

    @override_settings(
        STORAGES=settings.STORAGES | {"default": environment.STORAGES["default"]},  # read by the server
        VERIFICATIONS_HANDED_OVER_EVERY=1.0,  # as the site does, not one message a question
    )
    def handle(self, *args, **options) -> None:
        began = time.monotonic()
        many = certificates.MOST if options["million"] else certificates.MANY
        logging.disable(logging.INFO)
        app.conf.broker_url = "memory://"  # before the first task: it keeps its connection
        floors.open_addresses()
        floors.lift_limits()
        with database.of_its_own() as name, tempfile.TemporaryDirectory() as folder:
            school.build()
            app.conf.task_always_eager = False  # letters enough were written
            floors.hang_pictures(Path(folder))
            few = lists.count(group=school.taught(3))
            school.fill(begin=0, end=30)
            thirty = lists.count(group=school.taught(30))
            self.table("Pages drawn for one visitor, 30 sessions", pages.costs())
            with server.running(name) as port:
                self.table("Requests per second, as a ratio", pages.run(port))
                school.fill(begin=30, end=300)
                self.table(
                    "Queries of lists", lists.lines(few, thirty, lists.count(group=school.taught(300)))
                )
                self.table("Registers among many", registers.run(school.taught(10)))
                self.table("Certificates per second and core", printing.run())
                self.table("Many certificates", certificates.run(port, many=many))
            self.table("Enrolling, 200 at once on 12 places", rush.run())
        self.stdout.write(f"\nin {time.monotonic() - began:.0f} seconds")

    def table(self, title: str, lines: Iterable[Line]) -> None:
        self.stdout.write(f"\n{title}")
        for line in lines:
            self.stdout.write(str(line))
