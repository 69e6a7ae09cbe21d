"""Queries of the pages that show many rows, with few, 30 and 300 of them: the same number, and not many."""

from django.test import Client

from config.bench import pages
from config.bench.table import Line
from training.enums import ON_THE_REGISTER
from training.models import Session

MOST = 12
OFFICE, TRAINER = "helene.vandamme@example.org", "lieselot.vermeersch@example.org"


def count() -> dict[str, int]:
    """Queries of each list as it is filled now."""
    session, visitor = fullest(), Client()
    visitor.cookies["sessionid"] = "nobody"
    office, trainer = pages.client_of(OFFICE), pages.client_of(TRAINER)
    watched = {
        "catalogue": (visitor, pages.catalogue()),
        "course": (visitor, pages.course()),
        "trainer's day": (trainer, "/trainer/"),
        "register": (office, f"/trainer/half-days/{session.half_days.first().pk}/"),
        "levels of a group": (office, f"/trainer/sessions/{session.code}/"),
        "office: sessions": (office, "/admin/sessions/"),
        "office: enrolments": (office, "/admin/enrolments/"),
    }
    return {name: pages.queries(client, path) for name, (client, path) in watched.items()}


def fullest() -> Session:
    """The session with most people on its register: a small one first, the crowded one once it is there."""
    sizes = {
        one: one.enrolments.filter(status__in=ON_THE_REGISTER).count()
        for one in Session.objects.filter(code__in=["LOG-A2-DK", "BENCH-0"])
    }
    return max(sizes, key=sizes.get)


def lines(few: dict[str, int], thirty: dict[str, int], many: dict[str, int]) -> list[Line]:
    return [
        Line(
            f"{name}: few, 30, 300 rows",
            f"{few[name]}, {thirty[name]}, {many[name]}",
            f"equal, at most {MOST}",
            few[name] == thirty[name] == many[name] <= MOST,
        )
        for name in few
    ]
