"""Queries of the pages that show many rows, with few, 30 and 300 of them: the same number, and not many."""

from django.test import Client

from config.bench import pages
from config.bench.table import Line
from training.models import Session

MOST = 12
OFFICE, TRAINER = "helene.vandamme@example.org", "lieselot.vermeersch@example.org"


def count(*, group: Session) -> dict[str, int]:
    """Queries of each list as it is filled now; of the register and the board of this group."""
    visitor = Client()
    visitor.cookies["sessionid"] = "nobody"
    office, trainer = pages.client_of(OFFICE), pages.client_of(TRAINER)
    watched = {
        "catalogue": (visitor, pages.catalogue()),
        "course": (visitor, pages.course()),
        "trainer's day": (trainer, "/trainer/"),
        "register": (office, f"/trainer/half-days/{group.half_days.first().pk}/"),
        "levels of a group": (office, f"/trainer/sessions/{group.code}/"),
        "office: sessions": (office, "/admin/sessions/"),
        "office: enrolments": (office, "/admin/enrolments/"),
    }
    return {name: pages.queries(client, path) for name, (client, path) in watched.items()}


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
