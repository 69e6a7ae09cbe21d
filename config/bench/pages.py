"""Pages against their floors, in turns in one run: requests per second, queries, time of the processor."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from certificates.models import Certificate
from cms.domain import version
from cms.models import CataloguePage, CoursePage
from config.bench.load import requests_per_second
from config.bench.table import Line, at_least, at_most

ROUNDS = 3
SECONDS = 0.8
DRAWINGS = 20
FRESH = {"Cookie": "sessionid=nobody"}  # a cookie of a session: the page is drawn, not taken from the cache
TRIVIAL, ORDINARY, SELECT = "/bench/trivial/", "/bench/ordinary/", "/bench/select/{code}/"


@dataclass(frozen=True)
class Race:
    """One or more addresses, asked in turns, and the floor they are divided by."""

    name: str
    paths: list[str]
    floor: list[str]
    wanted: float
    headers: dict[str, str] = field(default_factory=dict)


def public() -> dict[str, str]:
    return {"home": "/fr/", "catalogue": catalogue(), "course": course()}


def catalogue() -> str:
    return CataloguePage.objects.filter(locale__language_code="fr").get().url


def course() -> str:
    return CoursePage.objects.filter(locale__language_code="fr").order_by("pk").first().url


def races() -> list[Race]:
    pages = public().items()
    codes = list(Certificate.objects.standing().values_list("code", flat=True))
    answers, selects = [f"/v/{code}" for code in codes], [SELECT.format(code=code) for code in codes]
    return [
        *(Race(f"{name}, drawn / ordinary page", [path], [ORDINARY], 5, FRESH) for name, path in pages),
        *(Race(f"{name}, kept / trivial view", [path], [TRIVIAL], 0.6) for name, path in pages),
        Race("verification / one indexed SELECT", answers, selects, 0.5),
    ]


def run(port: int) -> list[Line]:
    """Medians of the ratios: a page and its floor are measured one after the other, in every round."""
    runners = races()
    ratios: dict[str, list[float]] = {}
    for round_number in range(ROUNDS + 1):
        for one in runners:
            floor = requests_per_second(port, one.floor, seconds=SECONDS / 2, headers={})
            rate = requests_per_second(port, one.paths, seconds=SECONDS, headers=one.headers)
            floor = (floor + requests_per_second(port, one.floor, seconds=SECONDS / 2, headers={})) / 2
            if round_number:  # the first round warms up
                ratios.setdefault(one.name, []).append(rate / floor)
    return [at_least(one.name, median(ratios[one.name]), one.wanted) for one in runners]


def costs() -> list[Line]:
    """Of the drawn pages: queries, and milliseconds of the processor in this process."""
    client = Client()
    client.cookies["sessionid"] = "nobody"
    lines = [Line("ordinary page", f"{queries(client, ORDINARY)} q {milliseconds(client, ORDINARY):.1f} ms")]
    for name, path in public().items():
        lines.append(at_most(f"{name}: queries", queries(client, path), 10))
        lines.append(at_most(f"{name}: processor", milliseconds(client, path), 8, unit=" ms"))
        first = milliseconds(client, path, before=version.bump)
        lines.append(Line(f"{name}: processor, the first time after a change", f"{first:.1f} ms"))
    return [*lines, *verification()]


def verification() -> list[Line]:
    """A question nobody asked in this minute, and one that somebody did, beside the single SELECT."""
    client, code = Client(), Certificate.objects.standing().values_list("code", flat=True).first()
    caches["process"].clear()
    with CaptureQueriesContext(connection) as seen:
        ask(client, f"/v/{code}")
    first = len(seen)  # now: the log is emptied at the next request
    again = milliseconds(client, f"/v/{code}")
    single = milliseconds(client, SELECT.format(code=code))
    drawn = milliseconds(client, f"/v/{code}", before=caches["process"].clear)
    return [
        at_most("verification: queries, first asked", first, 3),
        Line("verification: first asked, again, one SELECT", f"{drawn:.1f}, {again:.1f}, {single:.1f} ms"),
    ]


def queries(client: Client, path: str) -> int:
    """Of a second visit: what is kept per process is kept. Who the visitor is costs two more, not counted."""
    ask(client, path)
    with CaptureQueriesContext(connection) as seen:
        ask(client, path)
    asked = [one["sql"] for one in seen.captured_queries]
    return len([sql for sql in asked if "django_session" not in sql])


def milliseconds(client: Client, path: str, *, before: Callable[[], None] = lambda: None) -> float:
    took = []
    for _ in range(DRAWINGS):
        before()
        began = time.thread_time()
        ask(client, path)
        took.append(time.thread_time() - began)
    return median(took) * 1000


def ask(client: Client, path: str) -> None:
    if (status := client.get(path).status_code) != 200:
        raise RuntimeError(f"{path} answered {status}")


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(email=email))
    return client
