"""Monthly statements: counted to the minute, certified once, never changed, summing up to the certificate."""

from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from documents import store
from tests.documents.paper import words
from tests.threads import together
from tests.training.papers.school import teach
from tests.training.planning.builders import (
    SAT,
    SUN,
    a_coordinator,
    a_course,
    a_pattern,
    a_room,
    a_session,
    a_trainer,
    at,
    enrolled,
)
from training.domain import csv_text, hours, statements
from training.domain import enrolment as verbs
from training.domain.queries.register_papers import statements_page, to_certify
from training.enums import ExitReason
from training.exceptions import Refusal
from training.models import MonthlyStatement

pytestmark = pytest.mark.django_db
JANUARY = date(2027, 1, 1)


@pytest.fixture
def trainer():
    return a_trainer()


@pytest.fixture
def office():
    return a_coordinator()


@pytest.fixture
def session(trainer):
    """Four mornings of three hours in January."""
    return a_session(trainer=trainer)


@pytest.fixture
def one(session):
    return enrolled(session)


def teach_all(session, *, trainer, exceptions=None) -> None:
    """`exceptions`: by number of the half-day, what is noted for whom."""
    for number, half_day in enumerate(session.half_days.order_by("date", "start_time")):
        teach(half_day, trainer=trainer, exceptions=(exceptions or {}).get(number))


def minutes(statement) -> dict[str, int]:
    facts = statements.facts_of(statement)
    return {kind: facts.total(kind) for kind in csv_text.COUNTED}


class TestCounting:
    def test_each_minute_goes_to_one_kind(self, session, one, trainer, office):
        noted = {
            0: {one: {"minutes_late": 15}},
            1: {one: {"code": "J_SICK"}},
            2: {one: {"code": "U_UNJUSTIFIED"}},
            3: {one: {"code": "ORG_CANCELLED"}},
        }
        teach_all(session, trainer=trainer, exceptions=noted)
        statement = statements.certify(enrolment=one, month=JANUARY, by=office)
        assert minutes(statement) == {
            "planned": 720,
            "followed": 165,
            "justified": 180,
            "unjustified": 195,
            "not_due": 180,
        }

    def test_a_month_with_an_open_register_is_refused_in_words(self, session, one, trainer, office):
        first, second, *_others = session.half_days.all()
        teach(first, trainer=trainer)
        teach(second, trainer=trainer, close=False)
        with pytest.raises(Refusal) as refused:
            statements.certify(enrolment=one, month=JANUARY, by=office)
        assert refused.value.code == "open"
        assert "12" in str(refused.value)
        assert not MonthlyStatement.objects.exists()

    def test_a_register_after_somebody_left_keeps_nobody_waiting(self, session, one, trainer, office):
        first, *_others = session.half_days.all()
        teach(first, trainer=trainer)
        leave(one, on=first.date)
        statement = statements.certify(enrolment=one, month=JANUARY, by=office)
        facts = statements.facts_of(statement)
        assert (facts.left_on, len(facts.lines)) == (first.date, 1)
        assert len({facts.left_fr, facts.left_nl, ""}) == 3

    def test_a_private_reason_is_said_as_no_more_than_that(self, session, one, trainer, office):
        teach(session.half_days.first(), trainer=trainer)
        leave(one, on=session.half_days.first().date, reason=ExitReason.HEALTH)
        facts = statements.facts_of(statements.certify(enrolment=one, month=JANUARY, by=office))
        assert (facts.left_fr, facts.left_nl) == statements.PRIVATE

    def test_nobody_but_the_office_certifies(self, session, one, trainer):
        teach_all(session, trainer=trainer)
        with pytest.raises(Refusal) as refused:
            statements.certify(enrolment=one, month=JANUARY, by=trainer)
        assert refused.value.code == "not_allowed"

    def test_a_month_of_nothing_is_refused(self, session, one, trainer, office):
        teach_all(session, trainer=trainer)
        with pytest.raises(Refusal) as refused:
            statements.certify(enrolment=one, month=date(2027, 2, 1), by=office)
        assert refused.value.code == "nothing"


def leave(enrolment, *, on, reason=ExitReason.NO_NEWS) -> None:
    enrolment.refresh_from_db()
    with at(on, time(13)):
        verbs.exit_early(enrolment=enrolment, by=a_coordinator(), reason=reason)


class TestCertified:
    @pytest.fixture
    def statement(self, session, one, trainer, office):
        teach_all(session, trainer=trainer)
        return statements.certify(enrolment=one, month=JANUARY, by=office)

    def test_again_without_a_change_it_is_the_same_one(self, statement, one, office):
        assert statements.certify(enrolment=one, month=JANUARY, by=office, reason="x") == statement

    def test_not_even_sql_changes_it(self, statement):
        for change in (
            {"facts": {}},
            {"certified_by": a_coordinator()},
            {"number": 2},
            {"month": date(2027, 3, 1)},
        ):
            with pytest.raises(IntegrityError, match="statement_certified_stays"), transaction.atomic():
                MonthlyStatement.objects.filter(pk=statement.pk).update(**change)
        with pytest.raises(IntegrityError, match="statement_certified_stays"), transaction.atomic():
            MonthlyStatement.objects.filter(pk=statement.pk).delete()

    def test_one_stands_for_each_month(self, statement, office):
        twin = MonthlyStatement(
            enrolment=statement.enrolment,
            month=statement.month,
            number=2,
            reason="x",
            facts=statement.facts,
            certified_at=statement.certified_at,
            certified_by=office,
        )
        with pytest.raises(IntegrityError, match="statement_one_standing"), transaction.atomic():
            twin.save()

    def test_the_table_has_the_totals_of_the_paper(self, statement):
        statements.print_statement(statement.pk)
        statement.refresh_from_db()
        text = words(store.read(statement.document))
        total = csv_text.of_statements([statement]).splitlines()[-1].split(";")
        assert total[5] == "total"
        assert total[9:14] == ["720", "720", "0", "0", "0"]
        assert "Total du mois 12 h 12 h – – –" in text

    def test_printed_twice_there_is_one_file(self, statement):
        first = statements.print_statement(statement.pk).document
        assert statements.print_statement(statement.pk).document == first
        assert list(statements.unprinted()) == []

    def test_only_its_person_and_the_office_see_it(self, statement, trainer, office):
        assert list(MonthlyStatement.objects.visible_to(office)) == [statement]
        assert not MonthlyStatement.objects.visible_to(trainer).exists()


class TestAllTheYearRound(TestCase):
    """Statements sum to the hours of the certificate: over the end of a year, both changes of the clock, and
    whatever was noted.
    """

    exceptions = st.one_of(
        st.just({}),
        st.builds(lambda late: {"minutes_late": late}, st.integers(1, 100)),
        st.sampled_from(["J_SICK", "U_UNJUSTIFIED", "ORG_CANCELLED"]).map(lambda code: {"code": code}),
    )
    # The last Sundays of October and March, and the days around the end of the year.
    STARTS = (date(2026, 10, 24), date(2026, 12, 26), date(2027, 3, 27))

    @settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(STARTS), st.lists(exceptions, min_size=4, max_size=4))
    def test_months_sum_to_the_certificate(self, starts_on, noted):
        trainer, office = a_trainer(), a_coordinator()
        session = a_session(
            trainer=trainer,
            course=a_course(minutes=4 * 180),
            pattern=a_pattern(SAT, SUN),
            starts_on=starts_on,
        )
        one = enrolled(session, confirmed_on=starts_on - timedelta(days=7))
        teach_all(session, trainer=trainer, exceptions={n: {one: it} for n, it in enumerate(noted)})
        months = statements.months(session)
        certified = [statements.certify(enrolment=one, month=month, by=office) for month in months]
        sums = [minutes(statement) for statement in certified]
        assert len(months) == 2
        assert sum(each["followed"] for each in sums) == hours.followed(one)
        assert sum(each["planned"] for each in sums) == hours.planned(session)
        for each in sums:
            assert 0 <= each["followed"] <= each["planned"]
            due = each["planned"] - each["not_due"]
            assert each["followed"] + each["justified"] + each["unjustified"] == due


class TestWhatIsToBeDone:
    def test_a_month_that_is_over_waits_until_everybody_is_certified(self, session, one, trainer, office):
        other = enrolled(session)
        teach_all(session, trainer=trainer)
        with at(date(2027, 1, 25)):
            assert to_certify(office) == []
        with at(date(2027, 2, 2)):
            (waiting,) = to_certify(office)
            assert (waiting.session, waiting.month.people, waiting.month.is_late) == (session, 2, False)
            assert waiting.month.deadline.day == date(2027, 2, 5)
            statements.certify(enrolment=one, month=JANUARY, by=office)
            assert to_certify(office)[0].month.people == 1
        with at(date(2027, 2, 5)):
            assert to_certify(office)[0].month.is_late
            statements.certify(enrolment=other, month=JANUARY, by=office)
            assert to_certify(office) == []

    def test_the_same_number_of_queries_for_two_and_for_thirty(self, trainer):
        session = a_session(trainer=trainer, room=a_room(capacity=40))
        for _number in range(2):
            enrolled(session)
        teach(session.half_days.first(), trainer=trainer)
        counts = []
        for _time in range(2):
            with CaptureQueriesContext(connection) as queries:
                page = statements_page(session, JANUARY)
            counts.append((len(queries), len(page.lines)))
            for _number in range(28):
                enrolled(session)
            second = session.half_days.all()[1]
            if not second.is_closed:
                teach(second, trainer=trainer)
        (few, two), (many, thirty) = counts
        assert (two, thirty) == (2, 30)
        assert many <= few


@pytest.mark.django_db(transaction=True)
def test_two_who_certify_at_once_get_one_statement(session, one, trainer, office):
    teach_all(session, trainer=trainer)
    people = [office, a_coordinator()]
    found = together(lambda by: statements.certify(enrolment=one, month=JANUARY, by=by).pk, people)
    assert len(set(found)) == 1
    assert MonthlyStatement.objects.count() == 1
