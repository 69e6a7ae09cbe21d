"""Files that look alike: a list, two files side by side, one decision."""

from datetime import date

import pytest

from accounts.models import Difference, Person
from tests.training.enrolment.builders import a_learner, an_open_session, sent

pytestmark = pytest.mark.django_db
LIST = "/admin/duplicates/"


@pytest.fixture
def pair():
    facts = {"birth_date": date(1975, 4, 21), "family_name": "Caron"}
    return a_learner(given_name="Ludovic", **facts), a_learner(given_name="LUDOVIC", account=False, **facts)


def address(pair) -> str:
    return f"{LIST}{pair[0].pk}/{pair[1].pk}/"


def test_found_looked_at_and_merged(office, pair):
    one, other = pair
    enrolment = sent(an_open_session(), one)
    assert address(pair) in office.get(LIST).content.decode()
    page = office.get(address(pair))
    moves = {side["survivor"]: side["moves"] for side in page.context["sides"]}
    assert [number for _name, number in moves[other]] == [1]
    assert moves[one] == []
    office.post(address(pair), {"survivor": other.pk})
    assert Person.objects.get(pk=one.pk).merged_into == other
    enrolment.refresh_from_db()
    assert enrolment.person == other
    assert not office.get(LIST).context["pairs"]
    assert office.get(address(pair)).status_code == 404


def test_what_has_to_be_settled_first_is_said_and_there_is_no_button(office, pair):
    session = an_open_session()
    for one in pair:
        sent(session, one)
    page = office.get(address(pair))
    assert all(side["obstacles"] for side in page.context["sides"])
    assert 'name="survivor"' not in page.content.decode()
    answer = office.post(address(pair), {"survivor": pair[0].pk}, follow=True)
    assert session.title in answer.content.decode()
    assert Person.objects.alive().filter(pk__in=[one.pk for one in pair]).count() == 2


@pytest.mark.parametrize("survivor", ["", "x", "999999"])
def test_somebody_else_s_number_merges_nothing(office, pair, survivor):
    assert office.post(address(pair), {"survivor": survivor}).status_code == 200
    assert Person.objects.filter(merged_into=None).count() == Person.objects.count()


def test_the_same_file_twice_merges_nothing(office, pair):
    one = pair[0]
    assert office.post(f"{LIST}{one.pk}/{one.pk}/", {"survivor": one.pk}).status_code == 200
    assert Person.objects.get(pk=one.pk).merged_into is None


def test_two_people_are_not_proposed_again(office, pair):
    office.post(f"{address(pair)}different/")
    assert Difference.objects.get().said_by is not None
    assert not office.get(LIST).context["pairs"]
