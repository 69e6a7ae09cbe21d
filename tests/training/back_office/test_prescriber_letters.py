"""Who referred somebody hears of entry and exit: stages and reasons, once, and nothing else."""

from datetime import date

import pytest
from django.core import mail

from accounts.domain.outbox import send_due
from accounts.enums import OrganisationKind, Role
from accounts.models import Message
from tests.training.enrolment.builders import a_learner, an_open_session
from tests.training.planning.builders import an_account, at, enrolled
from training.domain import enrolment as verbs
from training.domain.referring import refer
from training.emails.prescribers import PrescriberEntry
from training.enums import EnrolmentStatus as S
from training.enums import ExitReason
from training.models import Enrolment

FIRST_DAY = date(2027, 1, 11)
DUTCH = {"language": "nl"}


@pytest.fixture
def prescriber(groups):
    return an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER, **DUTCH)


@pytest.fixture
def referred(prescriber) -> Enrolment:
    place = enrolled(an_open_session(), person=a_learner(given_name="Nadia", family_name="Zoute"))
    return refer(enrolment=place, organisation=prescriber.memberships.get().organisation, by=None)


def letters(prescriber) -> list[str]:
    send_due()
    return [one.body for one in mail.outbox if one.to == [prescriber.email]]


def test_entry_and_exit_once_each_in_their_language(prescriber, referred):
    with at(FIRST_DAY):
        verbs.enter(enrolment=referred, by=None)
        verbs.exit_early(enrolment=referred, by=None, reason=ExitReason.LEFT_FOR_JOB_BE_TEMP)
        entry, leaving = letters(prescriber)
    assert "Nadia" in entry
    assert "maandag 11 januari" in entry
    assert "/referrals/" in entry
    assert str(ExitReason.LEFT_FOR_JOB_BE_TEMP.label) not in entry
    assert "uitzendkantoor" in leaving
    assert "Zoute" not in entry + leaving
    assert not any("Nadia" in one.subject for one in mail.outbox)


@pytest.mark.parametrize("reason", [ExitReason.HEALTH, ExitReason.FAMILY])
def test_health_and_family_are_nobodys_business(prescriber, referred, reason):
    with at(FIRST_DAY):
        verbs.enter(enrolment=referred, by=None)
        verbs.exit_early(enrolment=referred, by=None, reason=reason)
        leaving = letters(prescriber)[-1]
    assert "persoonlijke redenen" in leaving
    assert "ezondheid" not in leaving


@pytest.mark.parametrize("verb", ["complete", "mark_no_show"])
def test_the_other_ends(prescriber, referred, verb):
    with at(FIRST_DAY):
        if verb == "complete":
            verbs.enter(enrolment=referred, by=None)
        getattr(verbs, verb)(enrolment=referred, by=None)
        assert len(letters(prescriber)) == (2 if verb == "complete" else 1)


def test_nobody_hears_of_somebody_else(prescriber, referred):
    other = enrolled(referred.session)
    with at(FIRST_DAY):
        verbs.enter(enrolment=other, by=None)
    assert not Message.objects.filter(recipient=prescriber).exists()


def test_not_when_the_referral_was_taken_back_meanwhile(prescriber, referred):
    organisation = referred.referred_by
    with at(FIRST_DAY):
        verbs.enter(enrolment=referred, by=None)
        Enrolment.objects.filter(pk=referred.pk).update(referred_by=None)
        event = referred.events.get(to_status=S.ENTERED)
        assert PrescriberEntry.fill({"event": event.pk, "organisation": organisation.pk}) is None
