"""Pages against two floors, and the queries each page needs at few and at many items."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from certificates.models import Certificate
from cms.models import CataloguePage, CoursePage
from config.bench.load import requests_per_second
from training.enums import ON_THE_REGISTER
from training.models import Session

ROUNDS = 5
SECONDS = 1.0
FRESH = {"Cookie": "sessionid=nobody"}  # a cookie of a session: the page is drawn, not taken from the cache


@dataclass(frozen=True)
class Race:
    """One address and the floor it is divided by."""

    name: str
    path: str
    floor: str
    headers: tuple[tuple[str, str], ...] = ()


def races() -> list[Race]:
    code = Certificate.objects.standing().values_list("code", flat=True).first()
    select = f"/bench/select/{code}/"
    fresh = tuple(FRESH.items())
    public = {"home": "/fr/", "catalogue": catalogue(), "course": course()}
    return [
        *(Race(f"{name}, drawn", path, "/bench/trivial/", fresh) for name, path in public.items()),
        *(Race(f"{name}, kept for strangers", path, "/bench/trivial/") for name, path in public.items()),
        Race("verification", f"/v/{code}", select),
    ]


def run(port: int) -> list[tuple[str, float, float]]:
    """Name, requests per second (median), and the ratio to its floor, measured in turns in one run."""
    runners = races()
    floors = sorted({one.floor for one in runners})
    seen: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for path in floors:
            seen.setdefault(path, []).append(requests_per_second(port, path, seconds=SECONDS, headers={}))
        for one in runners:
            rate = requests_per_second(port, one.path, seconds=SECONDS, headers=dict(one.headers))
            seen.setdefault(one.name, []).append(rate)
    typical = {name: median(rates) for name, rates in seen.items()}
    return [(path, typical[path], 1.0) for path in floors] + [
        (one.name, typical[one.name], typical[one.name] / typical[one.floor]) for one in runners
    ]


def catalogue() -> str:
    return CataloguePage.objects.filter(locale__language_code="fr").get().url


def course() -> str:
    return CoursePage.objects.filter(locale__language_code="fr").order_by("pk").first().url


def queries() -> dict[str, int]:
    """Queries of each page now; called before and after the lists are filled."""
    return {name: count(who, path()) for name, (who, path) in watched().items()}


def watched() -> dict[str, tuple[str | None, Callable[[], str]]]:
    office = "helene.vandamme@example.org"
    return {
        "home": (None, lambda: "/fr/"),
        "catalogue": (None, catalogue),
        "course": (None, course),
        "verification": (None, lambda: f"/v/{Certificate.objects.first().code}"),
        "trainer's day": ("lieselot.vermeersch@example.org", lambda: "/trainer/"),
        "register": (office, lambda: f"/trainer/half-days/{register()}/"),
        "group": (office, lambda: f"/trainer/sessions/{group()}/"),
    }


def fullest() -> Session:
    """The session with most people on its register: a small one first, the crowded one once it is there."""
    sizes = {
        one: one.enrolments.filter(status__in=ON_THE_REGISTER).count()
        for one in Session.objects.filter(code__in=["LOG-A2-DK", "BENCH-0"])
    }
    return max(sizes, key=sizes.get)


def group() -> str:
    return fullest().code


def register() -> int:
    return fullest().half_days.first().pk


def count(email: str | None, path: str) -> int:
    """A second visit: what is kept per process is kept, whole pages are not (they have a session)."""
    client = Client()
    if email:
        client.force_login(User.objects.get(email=email))
    else:
        client.cookies["sessionid"] = "nobody"
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return len([one for one in seen.captured_queries if "django_session" not in one["sql"]])
