"""Three rates: presence, commitment, punctuality, so far and of the whole course."""

from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.training.hours.test_hours import teach
from tests.training.planning.builders import a_room, a_session, a_trainer, absence, enrolled
from training.domain import planning, rates
from training.domain.rates import Lesson, Share
from training.enums import DayPart
from training.models import AnnouncedAbsence, Enrolment, HalfDay

MORNING = (DayPart.MORNING, time(9), time(12))  # 180 minutes
AFTERNOON = (DayPart.AFTERNOON, time(13, 30), time(17))  # 210 minutes
EVENING = (DayPart.EVENING, time(18), time(21))  # 180 minutes

# Twenty half-days from one change of the clock to the other, over the end of a year.
TWENTY = [
    # day, part, what was announced ("kept", "taken back", ""), the mark (None: still to come)
    (date(2026, 10, 25), MORNING, "", {}),  # the night before, the clock went back
    (date(2026, 10, 26), MORNING, "", {}),
    (date(2026, 10, 26), AFTERNOON, "", {"minutes_late": 20}),
    (date(2026, 10, 27), MORNING, "kept", {"absence_code": "J_SICK"}),
    (date(2026, 10, 27), AFTERNOON, "kept", {"absence_code": "J_SICK"}),
    (date(2026, 11, 2), MORNING, "", {}),
    (date(2026, 11, 2), AFTERNOON, "", {"minutes_left_early": 30}),
    (date(2026, 11, 9), MORNING, "", {"absence_code": "U_UNJUSTIFIED"}),
    (date(2026, 11, 9), AFTERNOON, "", {"absence_code": "U_UNJUSTIFIED"}),
    (date(2026, 11, 16), MORNING, "", {"absence_code": "ORG_CANCELLED"}),  # not due
    (date(2026, 11, 16), AFTERNOON, "", {}),
    (date(2026, 12, 30), EVENING, "kept", {"absence_code": "J_INTERVIEW"}),
    (date(2026, 12, 31), MORNING, "", {"minutes_late": 10, "minutes_left_early": 5}),
    (date(2027, 1, 4), MORNING, "kept", {"minutes_late": 0}),  # announced, and came after all
    (date(2027, 1, 4), AFTERNOON, "taken back", {"absence_code": "J_OTHER"}),
    (date(2027, 1, 11), MORNING, "", {}),
    (date(2027, 3, 28), MORNING, "", {"minutes_late": 15}),  # the night before, the clock went forward
    (date(2027, 3, 29), MORNING, "", None),
    (date(2027, 3, 29), AFTERNOON, "", None),
    (date(2027, 3, 30), MORNING, "", None),
]

# By hand. Planned: 13 × 180 + 7 × 210 = 3810; not due: 180; to come: 180 + 210 + 180 = 570.
DUE, CLOSED = 3810 - 180, 3810 - 180 - 570  # 3630 and 3060
# There on ten half-days, seven of 180 and three of 210: 1890. Lost: 20 + 30 + (10 + 5) + 15 = 80.
CAME, FOLLOWED = 7 * 180 + 3 * 210, 7 * 180 + 3 * 210 - 80  # 1890 and 1810
# Announced and stayed away: 180 + 210 (sick) + 180 (interview) = 570.
KEPT = 1890 + 570  # 2460
BY_HAND = {
    "presence": (Share(FOLLOWED, CLOSED), 59, Share(FOLLOWED, DUE), 49),  # 1810/3060, 1810/3630
    "commitment": (Share(KEPT, CLOSED), 80, Share(KEPT, DUE), 67),  # 2460/3060, 2460/3630
    "punctuality": (Share(FOLLOWED, CAME), 95, Share(FOLLOWED, CAME + 570), 73),  # 1810/1890, 1810/2460
}


def twenty(trainer) -> Enrolment:
    session = a_session(trainer=trainer)
    session.half_days.all().delete()
    session.first_day, session.last_day = TWENTY[0][0], TWENTY[-1][0]
    session.save()
    one = enrolled(session, confirmed_on=date(2026, 10, 1))
    for day, (part, start, end), announced, mark in TWENTY:
        times = {"start_time": start, "end_time": end}
        half_day = HalfDay.objects.create(session=session, date=day, part=part, trainer=trainer, **times)
        if announced:
            announce(one, half_day, taken_back=announced == "taken back")
        if mark is not None:
            code = {"absence_code": absence(mark["absence_code"])} if "absence_code" in mark else {}
            teach(half_day, trainer=trainer, enrolment=one, **mark | code)
    return one


def announce(enrolment, half_day, *, taken_back: bool = False) -> None:
    before = half_day.starts_at - timedelta(hours=1)
    AnnouncedAbsence.objects.create(
        enrolment=enrolment,
        half_day=half_day,
        absence_code=absence("J_INTERVIEW"),
        announced_at=before,
        withdrawn_at=before if taken_back else None,
    )


@pytest.mark.django_db
class TestTwentyHalfDays:
    @pytest.mark.parametrize("name", BY_HAND)
    def test_by_hand(self, name):
        rate = getattr(rates.of(twenty(a_trainer())), name)
        so_far, whole_course = rate.so_far, rate.whole_course
        assert (so_far, so_far.percent, whole_course, whole_course.percent) == BY_HAND[name]

    def test_on_screen_in_both_languages(self):
        found = rates.of(twenty(a_trainer()))
        for language, word in (("fr", "Assiduité"), ("nl", "Aanwezigheid")):
            with translation.override(language):
                page = render_to_string("components/rates.html", {"rates": found})
            shown = [page.index(f"{one}\N{NO-BREAK SPACE}%") for one in (59, 49, 80, 67, 95, 73)]
            assert shown == sorted(shown)
            assert word in page

    def test_a_half_day_that_is_cancelled_is_no_longer_planned(self):
        one = twenty(a_trainer())
        with_all = rates.of(one).presence.whole_course
        last = one.session.half_days.order_by("date", "start_time").last()
        planning.cancel_half_day(half_day=last, by=None)
        assert rates.of(one).presence.whole_course == Share(with_all.part, with_all.whole - 180)

    def test_the_same_number_of_queries_for_one_and_for_thirty(self):
        trainer = a_trainer()
        session = a_session(trainer=trainer, room=a_room(capacity=40))
        group = [enrolled(session) for _ in range(30)]
        teach(session.half_days.first(), trainer=trainer)
        counts = []
        for people in (group[:1], group):
            with CaptureQueriesContext(connection) as queries:
                found = rates.for_enrolments(Enrolment.objects.filter(pk__in=[one.pk for one in people]))
            assert {one.presence.so_far.percent for one in found.values()} == {100}
            counts.append(len(queries))
        assert counts == [3, 3]


@pytest.mark.django_db
def test_nothing_is_due_before_the_first_register_is_closed():
    found = rates.of(enrolled(a_session()))
    assert not found.has_begun
    assert found.presence.so_far.fraction is None
    assert found.presence.whole_course == Share(0, 720)
    with translation.override("fr"):
        assert "–" in render_to_string("components/rates.html", {"rates": found})


@pytest.mark.django_db(transaction=True)
def test_an_announcement_is_final_once_the_lesson_has_begun():
    """Held by the database itself: an announcement at the very start is none."""
    half_day = a_session().half_days.first()
    one = enrolled(half_day.session)
    facts = {"enrolment": one, "half_day": half_day, "absence_code": absence("J_ADMIN")}
    with pytest.raises(Exception, match="too late"):
        AnnouncedAbsence.objects.create(announced_at=half_day.starts_at, **facts)
    AnnouncedAbsence.objects.create(announced_at=half_day.starts_at - timedelta(seconds=1), **facts)
    assert AnnouncedAbsence.objects.count() == 1


# Whatever happens, the sums hold together.

a_lesson = st.builds(
    Lesson,
    minutes=st.integers(1, 270),
    is_due=st.booleans(),
    is_present=st.booleans(),
    is_announced=st.booleans(),
    lost=st.integers(0, 400),
)


@given(st.lists(a_lesson, max_size=20), st.integers(0, 6000))
def test_between_nothing_and_everything(lessons, to_come):
    found = rates.count(lessons, planned=sum(one.minutes for one in lessons) + to_come)
    for rate in (found.presence, found.commitment, found.punctuality):
        for share in (rate.so_far, rate.whole_course):
            assert 0 <= share.part <= share.whole
            assert share.percent is None or 0 <= share.percent <= 100
        assert rate.so_far.part == rate.whole_course.part
        if rate.so_far.whole:
            assert rate.whole_course.fraction <= rate.so_far.fraction
        assert rate.whole_course.whole - rate.so_far.whole == to_come
    assert found.presence.so_far.part <= found.commitment.so_far.part


@given(st.lists(a_lesson, max_size=20))
def test_at_the_end_both_are_one(lessons):
    found = rates.count(lessons, planned=sum(one.minutes for one in lessons))
    for rate in (found.presence, found.commitment, found.punctuality):
        assert rate.so_far == rate.whole_course


@given(st.lists(a_lesson, max_size=20))
def test_presence_is_what_was_followed(lessons):
    followed = sum(one.followed for one in lessons if one.is_due)
    due = sum(one.minutes for one in lessons if one.is_due)
    found = rates.count(lessons, planned=sum(one.minutes for one in lessons))
    assert found.presence.so_far.fraction == (Fraction(followed, due) if due else None)
