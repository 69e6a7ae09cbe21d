"""Certificates of a large group while workers and the database are killed.

Prints one JSON line: what was seen on the way and what stands at the end.
"""

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator

from bs4 import BeautifulSoup
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from accounts.models import Message
from certificates.domain import chain, issuing
from certificates.enums import ItemState
from certificates.models import Certificate, IssueBatch
from config import environment
from config.services.child import die_with_parent, python
from config.services.places import place_for
from documents import store
from documents.models import Document
from tests.certificates.killed import school

DATABASE_IS_AWAY = (OperationalError, InterfaceError)
WORKERS = 2
GLANCE = 0.2  # seconds between two looks
PATIENCE = 600  # seconds for all of it


def play(people: int, seed: int) -> None:
    made = school.build(people)
    batch = issuing.order(session=made.session, enrolments=made.enrolments, by=made.coordinator)
    page = Page(batch, made.coordinator)
    accidents = Accidents(people, random.Random(seed))
    workers = [start_worker(batch) for _ in range(WORKERS)]
    for _ in until_finished(batch):
        issued = page.look()
        if accident := accidents.due(issued):
            accident(workers)
        workers = [one if one.poll() is None else start_worker(batch) for one in workers]
    for one in workers:
        one.wait(PATIENCE)
    page.look()
    print(json.dumps(page.seen | {"accidents": accidents.happened} | what_stands(batch)))


class Page:
    """What the coordinator reads on the page of the order, against what is in the database."""

    def __init__(self, batch: IssueBatch, reader) -> None:
        self.address = reverse("issuing_office:order", args=[batch.pk])
        self.client = Client()
        self.client.force_login(reader)
        self.seen = {"looks": 0, "lies": [], "shown": 0}

    def look(self) -> int:
        """How many there are. While the database is away there is nothing to read."""
        try:
            before = Certificate.objects.count()
            answer = self.client.get(self.address, HTTP_USER_AGENT="")
            after = Certificate.objects.count()
        except DATABASE_IS_AWAY:
            connection.close()
            return self.seen["shown"]
        if answer.status_code == 200:
            self._judge(before, BeautifulSoup(answer.content, "html.parser"), after)
        return after

    def _judge(self, before: int, page: BeautifulSoup, after: int) -> None:
        shown = int(page.find(id="order-progress")["value"])
        if not max(before, self.seen["shown"]) <= shown <= after:
            self.seen["lies"].append([before, shown, after])
        self.seen |= {"looks": self.seen["looks"] + 1, "shown": shown}


class Accidents:
    """Three workers and the database once, each when a random number of certificates is there."""

    def __init__(self, people: int, dice: random.Random) -> None:
        moments = sorted(dice.sample(range(people // 20, people * 9 // 10), 4))
        kinds = [kill_worker, kill_worker, kill_worker, kill_database]
        dice.shuffle(kinds)
        self.dice = dice
        self.coming = list(zip(moments, kinds, strict=True))
        self.happened: list[str] = []

    def due(self, issued: int):
        if not self.coming or issued < self.coming[0][0]:
            return None
        _moment, kind = self.coming.pop(0)
        self.happened.append(f"{kind.__name__} at {issued}")
        return lambda workers: kind(self.dice.choice(workers))


def kill_worker(worker: subprocess.Popen) -> None:
    worker.kill()
    worker.wait()


def kill_database(_worker: subprocess.Popen) -> None:
    place = place_for(environment.BASE_DIR, environment.VAR_DIR)
    os.kill(int((place.postgres_data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)


def until_finished(batch: IssueBatch) -> Iterator[None]:
    """A look now and then, until nobody waits."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        yield
        try:
            if IssueBatch.objects.get(pk=batch.pk).is_finished:
                return
        except DATABASE_IS_AWAY:
            connection.close()
        time.sleep(GLANCE)
    raise TimeoutError("the order was not finished")


def start_worker(batch: IssueBatch) -> subprocess.Popen:
    return subprocess.Popen(
        python("-m", __package__, "work", str(batch.pk)),
        preexec_fn=die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - we have no threads
    )


def work(batch_id: int) -> None:
    """Does what the task of a worker does, again when the database comes back."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            return issuing.run_batch(batch_id)
        except DATABASE_IS_AWAY:
            connection.close()
            time.sleep(GLANCE)
    return None


def what_stands(batch: IssueBatch) -> dict:
    certificates = Certificate.objects.select_related("document").order_by("number")
    whole = sum(store.read(one.document).startswith(b"%PDF-") for one in certificates)
    places = set(certificates.values_list("status_list", "status_index"))
    return {
        "certificates": certificates.count(),
        "people": certificates.values("enrolment").distinct().count(),
        "whole_files": whole,
        "documents": Document.objects.count(),
        "places": len(places),
        "numbers": [one.number for one in certificates] == list(range(1, len(certificates) + 1)),
        "findings": [str(one) for one in chain.verify(certificates[0].issuer)],
        "issued": batch.items.filter(state=ItemState.ISSUED).count(),
        "letters": Message.objects.filter(template="certificates/emails/issued").count(),
    }
