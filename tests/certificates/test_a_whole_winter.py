"""From the change of the clock in October over the end of the year to the one in March: months, table, paper
and certificate say the same minutes, which were counted by hand.
"""

import re
from datetime import date, time, timedelta

import pytest

from certificates.enums import AttestationKind
from certificates.models import Issuer
from documents import store
from tests.certificates.school import made
from tests.documents.paper import words
from tests.training.papers.school import teach
from tests.training.planning.builders import (
    SAT,
    SUN,
    a_coordinator,
    a_course,
    a_pattern,
    a_session,
    a_trainer,
    enrolled,
)
from training.domain import csv_text, statements
from training.domain.half_days import add_half_day
from training.enums import DayPart

pytestmark = pytest.mark.django_db
CLOCKS_CHANGE = (date(2026, 10, 25), date(2027, 3, 28))  # the second is Easter Sunday as well
NOTED = {
    date(2026, 10, 25): {"minutes_late": 20},
    date(2026, 10, 31): {"code": "J_SICK"},
    date(2026, 12, 27): {"code": "U_UNJUSTIFIED"},
    date(2027, 1, 2): {"code": "ORG_CANCELLED"},
    date(2027, 3, 28): {"minutes_left_early": 45},
}
COLUMNS = ("planned", "followed", "justified", "unjustified", "not_due")
BY_HAND = {"justified": 180, "unjustified": 180 + 20 + 45, "not_due": 180}
SPAN = r"\d+ h(?: \d\d(?! h))?|–"


@pytest.fixture
def office():
    return a_coordinator()


@pytest.fixture
def one(office):
    """Forty-four weekend mornings of three hours, and the Sunday on which summer time begins."""
    trainer = a_trainer()
    session = a_session(
        trainer=trainer,
        course=a_course(minutes=44 * 180),
        pattern=a_pattern(SAT, SUN),
        starts_on=CLOCKS_CHANGE[0] - timedelta(days=1),
    )
    facts = {"part": DayPart.MORNING, "start_time": time(9), "end_time": time(12), "trainer": trainer}
    add_half_day(session=session, date=CLOCKS_CHANGE[1], by=None, holiday_reason="Examen", **facts)
    Issuer.objects.create(
        provider=session.provider,
        signatory_name="Marc Debruyne",
        signatory_role_fr="Directeur",
        signatory_role_nl="Directeur",
        place="Dunkerque",
    )
    one = enrolled(session, confirmed_on=date(2026, 10, 12))
    for half_day in session.half_days.order_by("date"):
        noted = NOTED.get(half_day.date)
        teach(half_day, trainer=trainer, exceptions={one: noted} if noted else None)
    return one


def on_paper(pdf: bytes) -> dict[str, int]:
    """The totals as somebody reads them on the printed page."""
    found = re.search(rf"Total du mois((?: (?:{SPAN})){{5}})", words(pdf))
    spans = re.findall(SPAN, found[1])
    return {column: minutes(span) for column, span in zip(COLUMNS, spans, strict=True)}


def minutes(span: str) -> int:
    hours, _, rest = span.partition(" h")
    return 0 if span == "–" else int(hours) * 60 + int(rest or 0)


def in_the_table(statement) -> dict[str, int]:
    total = csv_text.of_statements([statement]).splitlines()[-1].split(";")
    return dict(zip(COLUMNS, map(int, total[9:14]), strict=True))


def test_months_table_paper_and_certificate_say_the_same_minutes(one, office):
    days = set(one.session.half_days.values_list("date", flat=True))
    assert days > {*CLOCKS_CHANGE, date(2027, 1, 2)}
    months = statements.months(one.session)
    assert [f"{month:%Y-%m}" for month in months] == [
        "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03",
    ]  # fmt: skip
    papers = []
    for month in months:
        certified = statements.certify(enrolment=one, month=month, by=office)
        paper = on_paper(store.read(statements.print_statement(certified.pk).document))
        assert paper == in_the_table(certified)
        papers.append(paper)
    sums = {column: sum(paper[column] for paper in papers) for column in COLUMNS}
    planned = 45 * 180
    assert sums == BY_HAND | {"planned": planned, "followed": planned - sum(BY_HAND.values())}
    certificate = made(enrolment=one, kind=AttestationKind.REALISATION, by=office)
    assert certificate.facts["minutes_followed"] == sums["followed"] == 7495
    assert "pour une durée de 124 h 55" in words(store.read(certificate.document))
