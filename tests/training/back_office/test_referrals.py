"""A prescriber sees the people they referred: stages and reasons, nobody else's, nothing about health."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.enums import OrganisationKind, Role
from accounts.models import Organisation
from tests.training.enrolment.builders import an_open_session, in_state, sent
from tests.training.planning.builders import an_organisation
from training.domain.referring import refer
from training.enums import EnrolmentStatus
from training.exceptions import Refusal

pytestmark = pytest.mark.django_db


def test_only_whom_they_referred_and_only_the_stage(browser_of):
    prescriber = browser_of(Role.PRESCRIBER)
    session = an_open_session(capacity=5)
    mine, other = in_state(EnrolmentStatus.EXITED, session), sent(session)
    home = Organisation.objects.get(kind=OrganisationKind.PRESCRIBER)
    refer(enrolment=mine, organisation=home, by=None)
    page = prescriber.get(reverse("referrals")).content.decode()
    assert mine.person.family_name in page
    assert other.person.family_name not in page
    assert str(mine.get_exit_reason_display()) in page


@pytest.mark.parametrize(("reason", "is_said"), [("HEALTH", False), ("LEFT_FOR_JOB_BE_TEMP", True)])
def test_health_stays_between_the_person_and_the_school(browser_of, reason, is_said):
    prescriber = browser_of(Role.PRESCRIBER)
    mine = in_state(EnrolmentStatus.EXITED, an_open_session())
    mine.exit_reason = reason
    mine.save()
    refer(enrolment=mine, organisation=Organisation.objects.get(kind=OrganisationKind.PRESCRIBER), by=None)
    page = prescriber.get(reverse("referrals")).content.decode()
    assert (str(mine.get_exit_reason_display()) in page) is is_said
    assert (str(mine.get_status_display()) in page) is not is_said  # work is no dropout
    assert ("A trouvé du travail" in page) is is_said


def test_my_home_leads_there(browser_of):
    assert browser_of(Role.PRESCRIBER).get(reverse("my_home")).url == reverse("referrals")


@pytest.mark.parametrize("role", [Role.TRAINER, Role.LEARNER, Role.AGENCY_MEMBER, Role.COORDINATOR])
def test_it_does_not_exist_for_others(browser_of, role):
    assert browser_of(role).get(reverse("referrals")).status_code == 404


def test_the_office_notes_it_and_only_of_who_may_refer(office):
    enrolment = sent(an_open_session())
    prescriber = an_organisation(OrganisationKind.PRESCRIBER)
    office.post(reverse("enrolments_office:refer", args=[enrolment.pk]), {"organisation": prescriber.pk})
    enrolment.refresh_from_db()
    assert enrolment.referred_by == prescriber
    with pytest.raises(Refusal):
        refer(enrolment=enrolment, organisation=an_organisation(OrganisationKind.AGENCY), by=None)
    office.post(reverse("enrolments_office:refer", args=[enrolment.pk]), {"organisation": ""})
    enrolment.refresh_from_db()
    assert enrolment.referred_by is None


def test_the_list_costs_the_same_for_one_and_for_thirty(browser_of):
    prescriber = browser_of(Role.PRESCRIBER)
    session = an_open_session(capacity=12)
    home = Organisation.objects.get(kind=OrganisationKind.PRESCRIBER)

    def queries() -> int:
        prescriber.get(reverse("referrals"))  # places changed: the public shell is read anew once
        with CaptureQueriesContext(connection) as seen:
            prescriber.get(reverse("referrals"))
            return len(seen.connection.queries_log)

    refer(enrolment=sent(session), organisation=home, by=None)
    one = queries()
    for _number in range(30):
        refer(enrolment=sent(session), organisation=home, by=None)
    assert 0 < queries() == one
