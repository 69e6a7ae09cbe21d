"""Alerts: noticed once, written to whom the session names, never because of a job interview."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from accounts.domain import letters
from accounts.enums import OrganisationKind, Role
from accounts.models import Message
from tests.threads import together
from tests.training.enrolment.builders import a_learner, an_open_session
from tests.training.hours.test_hours import teach
from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_pattern,
    a_trainer,
    absence,
    an_account,
    at,
    enrolled,
)
from training.domain import alert_rules, alerting, amending, attendance, noticing
from training.domain import enrolment as verbs
from training.domain.noticing import Noticed, Seen
from training.enums import AlertKind, Audience
from training.models import Alert, Enrolment, Referral, ToldOfAlert
from training.tasks import sweep_alerts

HOW = {"in_a_row": 2, "under": 80, "after": 360}
U, INTERVIEW = AlertKind.UNJUSTIFIED, "J_INTERVIEW"


def seen(*kinds: str) -> list[Seen]:
    """Half-days of three hours: . there, u unjustified, j justified, i interview, x cancelled."""
    return [
        Seen(
            half_day=number,
            minutes=180,
            followed=180 if kind == "." else 0,
            is_unjustified=kind == "u",
            is_due=kind != "x",
            is_quiet=kind == "i",
        )
        for number, kind in enumerate("".join(kinds))
    ]


def noticed(kinds: str, kind: AlertKind) -> list[tuple[int, tuple[int, ...]]]:
    return [(one.half_day, one.run) for one in noticing.notice(seen(kinds), **HOW) if one.kind == kind]


class TestNoticing:
    @pytest.mark.parametrize(
        ("kinds", "found"),
        [
            ("u", []),
            ("uu", [(1, (0, 1))]),
            ("uuu", [(1, (0, 1, 2))]),  # one run, noticed once
            ("u.u", []),
            ("uju", []),  # justified in between
            ("uiu", []),  # a job interview in between
            ("uxu", [(2, (0, 2))]),  # a lesson that the provider cancelled is none
            ("uu.uu", [(1, (0, 1)), (4, (3, 4))]),
            ("ii", []),
        ],
    )
    def test_unjustified_in_a_row(self, kinds, found):
        assert noticed(kinds, U) == found

    @pytest.mark.parametrize(
        ("kinds", "found"),
        [
            ("j", []),  # half a day says nothing: not before 360 minutes
            (".j", [(1, (1,))]),  # 50 %
            ("....j", []),  # 80 % is not under 80 %
            ("...j", [(3, (3,))]),  # 75 %
            ("...j.", [(3, (3,))]),  # 80 % again
            ("...j.j", [(3, (3,)), (5, (5,))]),  # fell twice: 4 of 6
            ("...jj.", [(3, (3, 4, 5))]),  # below all the time: one
            ("...iii", []),  # job interviews are not counted at all
            ("...xxx", []),
        ],
    )
    def test_a_rate_that_falls(self, kinds, found):
        assert noticed(kinds, AlertKind.LOW_RATE) == found

    @given(st.text("ui.jx", max_size=30))
    def test_an_interview_changes_no_rate(self, kinds):
        """Taking every interview out leaves the same alerts about the rate."""
        kept = [one for one in seen(kinds) if not one.is_quiet]
        without = noticing.notice(kept, **HOW)
        with_them = noticing.notice(seen(kinds), **HOW)
        low = [one for one in with_them if one.kind == AlertKind.LOW_RATE]
        assert low == [one for one in without if one.kind == AlertKind.LOW_RATE]

    @given(st.text("ui.jx", max_size=30))
    def test_what_comes_later_adds_no_second_alert_to_a_run(self, kinds):
        found: list[Noticed] = []
        for length in range(len(kinds) + 1):
            known = {one.kind: {n.half_day for n in found if n.kind == one.kind} for one in found}
            for one in noticing.notice(seen(kinds[:length]), **HOW):
                if known.get(one.kind, set()).isdisjoint(one.run):
                    found.append(one)
        at_once = noticing.notice(seen(kinds), **HOW)
        assert sorted((one.kind, one.half_day) for one in found) == sorted(
            (one.kind, one.half_day) for one in at_once
        )


@pytest.fixture
def trainer(db):
    return a_trainer()


@pytest.fixture
def coordinator(db):
    return a_coordinator()


@pytest.fixture
def session(trainer):
    return an_open_session(trainers=[trainer], pattern=a_pattern())


@pytest.fixture
def one(session) -> Enrolment:
    return in_training(session)


def in_training(session) -> Enrolment:
    enrolment = enrolled(session, person=a_learner())
    with at(MONDAY):
        return verbs.enter(enrolment=enrolment, by=None)


def miss(one: Enrolment, trainer, *codes: str) -> None:
    """The first registers, closed one after the other with these reasons."""
    for half_day, code in zip(one.session.half_days.all(), codes, strict=False):
        exception = {"absence_code": absence(code)} if code else {"minutes_late": 0}
        teach(half_day, trainer=trainer, enrolment=one, **exception)


def sweep_on(day: date, hour: int = 18) -> int:
    with at(day, time(hour)):
        return alerting.raise_due()


SECOND = MONDAY + timedelta(days=1)


class TestPeople:
    def test_two_unjustified_half_days_are_told_once(self, one, trainer, coordinator):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        assert sweep_on(SECOND) == 1
        assert sweep_on(SECOND) == 0
        alert = Alert.objects.get(kind=U)
        assert alert.half_day.date == SECOND
        told = {row.user: row.audience for row in alert.told.all()}
        assert told == {one.person.user: Audience.LEARNER, coordinator: Audience.COORDINATOR}
        assert Message.objects.filter(dedupe_key__startswith=f"alert-{alert.pk}-").count() == 2

    def test_never_because_of_a_job_interview(self, one, trainer, coordinator):
        miss(one, trainer, INTERVIEW, INTERVIEW, INTERVIEW, INTERVIEW)
        assert sweep_on(one.session.last_day) == 0

    def test_an_open_register_alerts_nobody(self, one, trainer):
        for half_day in one.session.half_days.all()[:2]:
            facts = {"enrolment": one, "absence_code": absence("U_UNJUSTIFIED")}
            teach(half_day, trainer=trainer, close=False, **facts)
        assert not [pk for pk, news in alerting._noticed([one.pk]).items() if news]

    def test_what_is_a_week_old_is_no_news(self, one, trainer):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        with at(SECOND + timedelta(days=8)):
            assert alerting.alert_about_people() == 0

    def test_a_correction_of_an_old_register_that_makes_a_run_is_news(self, one, trainer):
        miss(one, trainer, "J_SICK", "U_UNJUSTIFIED")
        later = SECOND + timedelta(days=30)
        assert sweep_on(later) == 0
        with at(later):
            amending.amend(
                half_day=one.session.half_days.first(),
                enrolment=one,
                by=trainer,
                reason="Aucun justificatif.",
                absence_code=absence("U_UNJUSTIFIED"),
            )
        assert sweep_on(later) == 1
        assert sweep_on(later) == 0
        assert Alert.objects.get(kind=U).half_day.date == SECOND

    def test_a_correction_that_takes_the_absence_away_makes_none(self, one, trainer):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        with at(SECOND, time(16)):
            amending.amend(
                half_day=one.session.half_days.first(), enrolment=one, by=trainer, reason="Était là."
            )
        sweep_on(SECOND)
        assert not Alert.objects.filter(kind=U).exists()

    def test_who_has_left_is_left_alone(self, one, trainer):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        with at(SECOND, time(17)):
            verbs.exit_early(enrolment=one, by=None, reason="LEFT_FOR_JOB_BE_TEMP")
        assert sweep_on(SECOND) == 0

    def test_registers_closed_out_of_order_make_one(self, one, trainer):
        first, second, third, _fourth = one.session.half_days.all()
        facts = {"trainer": trainer, "enrolment": one, "absence_code": absence("U_UNJUSTIFIED")}
        teach(second, **facts)
        teach(third, **facts)
        sweep_on(third.date)
        with at(third.date, time(19)):
            attendance.open_register(half_day=first, by=trainer)
            attendance.mark(half_day=first, enrolment=one, by=trainer, absence_code=absence("U_UNJUSTIFIED"))
            attendance.close(half_day=first, by=trainer)
        sweep_on(third.date, 20)
        assert Alert.objects.filter(kind=U).count() == 1

    def test_the_prescriber_hears_only_of_whom_they_referred_with_agreement(self, one, trainer):
        reader = an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER)
        organisation = reader.memberships.get().organisation
        one.referred_by = organisation
        one.save()
        other = in_training(one.session)
        for enrolment in (one, other):
            enrolment.refresh_from_db()
        facts = {"organisation": organisation, "at": one.confirmed_at, "agreed_on": MONDAY}
        Referral.objects.create(enrolment=one, agreed_how="PHONE", **facts)
        unlinked = in_training(one.session)
        unlinked.referred_by = organisation
        unlinked.save()
        for half_day in one.session.half_days.all()[:2]:
            with at(half_day.date, time(10)):
                attendance.open_register(half_day=half_day, by=trainer)
                for enrolment in (one, other, unlinked):
                    code = absence("U_UNJUSTIFIED")
                    attendance.mark(half_day=half_day, enrolment=enrolment, by=trainer, absence_code=code)
                attendance.close(half_day=half_day, by=trainer)
        sweep_on(SECOND)
        heard = ToldOfAlert.objects.filter(user=reader, alert__kind=U)
        assert [row.alert.enrolment for row in heard] == [one]

    def test_killed_in_the_middle_nothing_is_half_told(self, one, trainer, coordinator, monkeypatch):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        with monkeypatch.context() as patched:
            patched.setattr(alerting, "coordinators", lambda: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                sweep_on(SECOND)
        assert not Alert.objects.exists()
        assert not Message.objects.filter(dedupe_key__startswith="alert-").exists()
        assert sweep_on(SECOND) == 1

    def test_the_number_of_queries_does_not_grow_with_the_group(self, session, trainer):
        people = [in_training(session) for _ in range(3)]
        half_day = session.half_days.first()
        teach(half_day, trainer=trainer, enrolment=people[0], minutes_late=5)
        counts = []
        for group in (people[:1], people):
            with CaptureQueriesContext(connection) as queries:
                alerting._noticed([one.pk for one in group])
            counts.append(len(queries))
        assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
def test_two_sweepers_at_once_raise_one():
    trainer = a_trainer()
    one = in_training(an_open_session(trainers=[trainer], pattern=a_pattern()))
    miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
    with at(SECOND, time(18)):
        together(lambda _nothing: alerting.alert_about_people(), [1, 2, 3, 4])
    assert Alert.objects.filter(kind=U).count() == 1


class TestRegisters:
    def test_the_trainer_after_an_hour_the_coordination_the_next_morning(self, one, trainer, coordinator):
        with at(MONDAY, time(12, 59)):
            assert alerting.alert_about_registers() == 0
        with at(MONDAY, time(13)):
            assert alerting.alert_about_registers() == 1
            assert alerting.alert_about_registers() == 0
        assert [row.user for row in ToldOfAlert.objects.all()] == [trainer]
        with at(SECOND, time(7, 59)):
            assert alerting.alert_about_registers() == 0
        with at(SECOND, time(8)):
            assert alerting.alert_about_registers() == 1
        late = ToldOfAlert.objects.filter(alert__kind=AlertKind.REGISTER_MISSING)
        assert {row.user for row in late} == {trainer, coordinator}

    def test_a_closed_one_is_not_late(self, one, trainer):
        teach(one.session.half_days.first(), trainer=trainer)
        with at(MONDAY, time(14)):
            assert alerting.alert_about_registers() == 0

    def test_a_lesson_without_anybody_has_no_register(self, session):
        with at(MONDAY, time(14)):
            assert alerting.alert_about_registers() == 0

    def test_closed_meanwhile_the_letter_has_nothing_left_to_tell(self, one, trainer):
        with at(MONDAY, time(13)):
            sweep_alerts()
        message = Message.objects.get(recipient=trainer, dedupe_key__startswith="alert-")
        letter = letters.find(message.template)
        assert letter.fill(message.context) is not None
        teach(one.session.half_days.first(), trainer=trainer)
        assert letter.fill(message.context) is None


class TestWhoHears:
    def test_as_the_session_says(self, one, trainer, coordinator):
        alert_rules.set_rules(session=one.session, by=coordinator, rules={U: [Audience.TRAINER]})
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        sweep_on(SECOND)
        assert [row.user for row in ToldOfAlert.objects.filter(alert__kind=U)] == [trainer]

    def test_set_on_one_page(self, one, coordinator, client):
        client.force_login(coordinator)
        page = reverse("sessions_office:alerts", args=[one.session_id])
        assert "checked" in client.get(page).content.decode()
        client.post(page, {"UNJUSTIFIED": ["COORDINATOR"], "REGISTER_LATE": ["TRAINER", "COORDINATOR"]})
        rules = alert_rules.rules_of(one.session)
        assert rules[U] == (Audience.COORDINATOR,)
        assert rules[AlertKind.LOW_RATE] == ()
        assert rules[AlertKind.REGISTER_LATE] == (Audience.TRAINER, Audience.COORDINATOR)

    def test_the_list_says_what_was_sent_to_whom(self, one, trainer, coordinator, client):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        sweep_on(SECOND)
        client.force_login(coordinator)
        shown = client.get(reverse("alerts_office:index")).content.decode()
        assert str(one.person.user) in shown
        alert = Alert.objects.get(kind=U)
        shown = client.get(reverse("alerts_office:inspect", args=[alert.pk])).content.decode()
        assert "En attente" in shown or "attente" in shown

    def test_a_letter_names_no_reason_and_no_family_name(self, one, trainer, coordinator):
        miss(one, trainer, "U_UNJUSTIFIED", "U_UNJUSTIFIED")
        sweep_on(SECOND)
        for message in Message.objects.filter(dedupe_key__startswith="alert-"):
            with translation.override(message.language):
                letter = letters.find(message.template)
                filled = letter.fill(message.context)
            assert one.person.family_name not in str(filled)
            assert not list(letters.gaps_in(letters.plain(letter.subject)))
