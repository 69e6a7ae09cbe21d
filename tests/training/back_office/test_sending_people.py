"""A prescriber refers a person who agreed: by the usual rules, and never learning whom we knew already."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.domain import sameness
from accounts.domain.files import Candidate, Identity
from accounts.domain.outbox import send_due
from accounts.domain.people import change_language
from accounts.enums import FranceTravailMissing, OrganisationKind, Role
from accounts.models import Commune, Message, Organisation, Person, User
from accounts.views import limits
from tests.training.enrolment.builders import TODAY, a_draft, a_learner, an_open_session, sent
from tests.training.planning.builders import a_coordinator, an_account, an_organisation
from training.domain import enrolment as verbs
from training.domain import merging, waiting_rules
from training.domain.queries.to_do import to_do
from training.domain.referring import LETTER, Agreement, refer, send_person
from training.domain.transferring import transfer
from training.enums import AgreedHow, EnrolmentStatus
from training.exceptions import Refusal
from training.models import Referral

pytestmark = pytest.mark.django_db
S = EnrolmentStatus
BORN = date(1991, 9, 4)


@pytest.fixture
def home(groups) -> Organisation:
    organisation = an_organisation(OrganisationKind.PRESCRIBER)
    organisation.verified_at = timezone.now()
    organisation.save()
    return organisation


@pytest.fixture
def prescriber(home) -> User:
    return an_account(role=Role.PRESCRIBER, kind=OrganisationKind.PRESCRIBER, language="nl")


@pytest.fixture
def session():
    return an_open_session(capacity=2)


@pytest.fixture
def send(prescriber, home, session):
    def sending(
        given_name="Nora", identifier="", birth_date=BORN, email="nora@example.org", **facts
    ) -> Referral:
        candidate = Candidate(
            identity=Identity(given_name, "Lemaire", birth_date, identifier),
            email=email,
            language="fr",
            commune=Commune.objects.get(code="59183"),
            france_travail_missing="" if identifier else FranceTravailMissing.FORGOTTEN,
        )
        defaults = {"session": session, "organisation": home, "by": prescriber, "candidate": candidate}
        return send_person(**defaults | {"agreement": Agreement(on=TODAY, how=AgreedHow.PHONE)} | facts)

    return sending


def known(**fields) -> Person:
    """Somebody of whom we have a file, as `send` describes them."""
    person = a_learner(given_name="Nora", family_name="Lemaire", birth_date=BORN, **fields)
    User.objects.filter(pk=person.user_id).update(email="nora@example.org")
    return person


def refused(code: str, send, **facts) -> str:
    with pytest.raises(Refusal) as refusal:
        send(**facts)
    assert refusal.value.code == code
    assert not Referral.objects.exists()
    return str(refusal.value)


# Who may


def test_a_new_person_gets_a_file_an_account_and_a_place(send, home, prescriber):
    referral = send(message=" Dix ans de carrelage ")
    enrolment = referral.enrolment
    enrolment.refresh_from_db()
    assert (enrolment.status, enrolment.referred_by) == (S.CONFIRMED, home)
    assert (referral.by, referral.agreed_on, referral.agreed_how) == (prescriber, TODAY, "PHONE")
    assert referral.message == "Dix ans de carrelage"
    account = enrolment.person.user
    assert (account.email, account.language, account.has_usable_password()) == (
        "nora@example.org",
        "fr",
        False,
    )
    assert not account.emailaddress_set.get().verified
    assert enrolment.events.filter(reason="REFERRED", by=prescriber).count() == 1


def test_not_for_an_organisation_that_nobody_verified(send, home):
    Organisation.objects.filter(pk=home.pk).update(verified_at=None)
    home.refresh_from_db()
    assert "coordination" in refused("not_allowed", send)
    assert not Person.objects.exists()


def test_not_by_a_stranger_nor_for_another_organisation(send):
    agency = an_organisation(OrganisationKind.AGENCY)
    refused("not_allowed", send, by=an_account())
    refused("not_allowed", send, organisation=agency)
    refused("not_allowed", send, organisation=an_organisation(OrganisationKind.MEMBER_AUTHORITY))


@pytest.mark.parametrize(
    ("agreement", "code"),
    [
        (None, "agreement"),
        (Agreement(on=TODAY, how=""), "agreement"),
        (Agreement(on=TODAY + timedelta(days=1), how=AgreedHow.WRITING), "agreed_on"),
    ],
)
def test_nobody_without_an_agreement(send, agreement, code):
    refused(code, send, agreement=agreement)


def test_the_database_keeps_none_without_an_agreement(send):
    referral = send()
    for without in ({"agreed_how": ""}, {"agreed_on": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Referral.objects.filter(pk=referral.pk).update(**without)


def test_too_young_and_closed_are_said_of_the_person(send, session):
    said = refused("minor", send, birth_date=date(2009, 6, 1))
    assert "Mission locale" in said
    session.enrolment_closes_on = TODAY - timedelta(days=1)
    session.save()
    refused("not_open", send)


# By the usual rules


def test_who_comes_when_all_places_are_taken_waits(send, session):
    sent(session), sent(session)
    assert send().enrolment.__class__.objects.get(referrals__isnull=False).status == S.WAITLISTED


def test_the_chair_kept_for_the_prescriber_is_for_whom_they_refer(send, session, home):
    until = TODAY + timedelta(days=5)
    waiting_rules.keep_chairs(session=session, organisation=home, chairs=1, until=until, by=None)
    sent(session)
    referral = send()
    referral.enrolment.refresh_from_db()
    assert referral.enrolment.status == S.CONFIRMED


def test_a_second_time_is_a_kind_sentence(send):
    send()
    with pytest.raises(Refusal) as refusal:
        send()
    assert refusal.value.code == "twice"
    assert Referral.objects.count() == 1


# Somebody we know


def facts_of(person: Person) -> dict:
    return Person.objects.filter(pk=person.pk).values().get()


@pytest.mark.parametrize(
    ("number", "email"), [("1234567A", "elsewhere@example.org"), ("", "NORA@example.org")]
)
def test_somebody_we_know_is_found_again_and_their_file_stays(send, number, email):
    fields = {"france_travail_identifier": number, "france_travail_missing": ""} if number else {}
    person = known(phone="+33612345678", **fields)
    before = facts_of(person)
    referral = send(given_name="NORA", identifier=number, email=email)
    assert referral.enrolment.person == person
    assert facts_of(person) == before
    assert not User.objects.filter(email="elsewhere@example.org").exists()


def test_whoever_cannot_be_told_for_sure_gets_a_second_file(send):
    person = known(france_travail_identifier="1234567A", france_travail_missing="")
    other = send(given_name="Norah", identifier="1234567A", email="norah@example.org").enrolment.person
    assert other != person
    assert [pair.same_identifier for pair in sameness.pairs(a_coordinator())] == [True]


def test_the_address_of_somebody_else_stays_theirs(send):
    holder = a_learner()
    User.objects.filter(pk=holder.user_id).update(email="nora@example.org")
    referral = send()
    assert referral.enrolment.person.user is None
    assert not Message.objects.filter(template=LETTER).exists()


def test_their_own_request_stays_as_it_is_and_its_stage_is_not_shown(send, session, client, prescriber):
    own = sent(session, known())
    referral = send()
    own.refresh_from_db()
    assert (own.status, own.referred_by, referral.enrolment) == (S.CONFIRMED, None, own)
    client.force_login(prescriber)
    for page in (reverse("referral_sent", args=[referral.pk]), reverse("referrals")):
        words = client.get(page).content.decode()
        assert "Nora Lemaire" in words
        assert "Ontvangen" in words
        assert "Bevestigd" not in words


def test_what_stands_in_the_way_in_a_known_file_is_for_the_office(send, session):
    person = known()
    sent(an_open_session(), person)  # the same mornings, in another session
    referral = send()
    referral.enrolment.refresh_from_db()
    assert referral.enrolment.status == S.SUBMITTED


def test_a_file_that_lacks_something_goes_to_the_office_untouched(send):
    person = known(commune=None)
    referral = send()
    referral.enrolment.refresh_from_db()
    person.refresh_from_db()
    assert (referral.enrolment.status, person.commune) == (S.SUBMITTED, None)


def test_a_draft_of_their_own_is_sent(send, session):
    draft = a_draft(session, known())
    assert send().enrolment == draft
    draft.refresh_from_db()
    assert draft.status == S.CONFIRMED


def test_the_office_is_told_to_ask_whoever_came_by_themselves(send, session, office, coordinator, home):
    own = sent(session, known())
    send()
    assert to_do(coordinator)["referrals"].number == 1
    page = reverse("enrolments_office:inspect", args=[own.pk])
    assert page in office.get(reverse("wagtailadmin_home")).content.decode()
    office.post(reverse("enrolments_office:refer", args=[own.pk]), {"organisation": home.pk})
    assert to_do(coordinator)["referrals"].number == 0


def test_the_office_calls_whom_no_letter_reaches_until_there_is_a_place(send, session, office, coordinator):
    for _place in range(session.capacity):
        sent(session)
    User.objects.filter(pk=a_learner().user_id).update(email="nora@example.org")
    waiting = send(given_name="Nora", email="nora@example.org").enrolment
    send(given_name="Lise", email="lise@example.org")
    assert (waiting.person.user, to_do(coordinator)["referred_to_call"].number) == (None, 1)
    page = office.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("enrolments_office:inspect", args=[waiting.pk]) in page
    assert "personne orientée à appeler" in page
    verbs.withdraw(enrolment=session.enrolments.seated().first(), by=None)
    verbs.accept_offer(enrolment=waiting, by=None)
    piles = to_do(coordinator)
    assert (piles["referred_to_call"].number, piles["papers_to_post"].number) == (0, 1)


def test_who_does_not_wish_it_is_off_the_list(send, session, office, coordinator):
    own = sent(session, known())
    send()
    office.post(reverse("enrolments_office:refer", args=[own.pk]), {"organisation": ""})
    assert to_do(coordinator)["referrals"].number == 0
    assert not Referral.objects.exists()


def test_nobody_is_asked_about_what_is_over(send, session, coordinator):
    own = sent(session, known())
    send()
    verbs.withdraw(enrolment=own, by=own.person.user)
    assert to_do(coordinator)["referrals"].number == 0


# What becomes of it


def test_transfer_and_merge_carry_it(send):
    referral = send()
    there = an_open_session()
    new = transfer(enrolment=referral.enrolment, to=there, by=None)
    referral.refresh_from_db()
    assert (referral.enrolment, new.referred_by) == (new, referral.organisation)
    survivor = a_learner()
    merging.merge(survivor=survivor, duplicate=new.person, by=None)
    assert Referral.objects.get(enrolment__person=survivor) == referral


def test_withdrawn_by_the_person_and_taken_back_by_the_office(send, prescriber, client):
    referral = send()
    verbs.withdraw(enrolment=referral.enrolment, by=referral.enrolment.person.user)
    client.force_login(prescriber)
    assert "Nora Lemaire" in client.get(reverse("referrals")).content.decode()
    refer(enrolment=referral.enrolment, organisation=None, by=a_coordinator())
    assert not Referral.objects.exists()
    assert "Nora Lemaire" not in client.get(reverse("referrals")).content.decode()


# The letter


def test_the_person_reads_who_what_and_how_to_object(send, home):
    send()
    send_due()
    letters = [one for one in mail.outbox if one.to == ["nora@example.org"]]
    letter = next(one for one in letters if home.name_fr in one.body)
    assert len(letters) == 2  # and the usual one, with the place
    assert "1er décembre" in letter.body
    assert "/account/password/" in letter.body
    assert "Lemaire" not in letter.body
    assert home.name_fr not in letter.subject


# The pages


TYPED = {
    "given_name": "Nora",
    "family_name": "Lemaire",
    "birth_date_day": "4",
    "birth_date_month": "9",
    "birth_date_year": "1991",
    "email": "nora@example.org",
    "language": "nl",
    "place": "59380",
    "france_travail_missing": "FORGOTTEN",
    "agreed_how": "WRITING",
    "agreed_on": "2026-11-30",
    "agreed": "on",
}


def test_from_the_list_to_the_answer(client, prescriber, session):
    client.force_login(prescriber)
    assert reverse("refer") in client.get(reverse("referrals")).content.decode()
    address = reverse("refer_person", args=[session.code])
    assert address in client.get(reverse("refer")).content.decode()
    typed = TYPED | {"place": "Dunkerque"}
    answer = client.post(address, typed, follow=True)
    assert answer.redirect_chain[0][0] == reverse("referral_sent", args=[Referral.objects.get().pk])
    assert "Nora Lemaire" in answer.content.decode()
    person = Person.objects.get(family_name="Lemaire")
    assert (person.language, person.user.language) == ("nl", "nl")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"agreed": ""}, "agreed"),
        ({"agreed_how": ""}, "agreed_how"),
        ({"agreed_on": "2026-12-24"}, "agreed_on"),
        ({"email": ""}, "email"),
        ({"birth_date_year": "2012"}, "birth_date"),
        ({"france_travail_missing": "YES"}, "france_travail_identifier"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_written(client, prescriber, session, wrong, field):
    client.force_login(prescriber)
    typed = TYPED | {"place": "Dunkerque"} | wrong
    answer = client.post(reverse("refer_person", args=[session.code]), typed)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert 'value="Lemaire"' in answer.content.decode()
    assert not Person.objects.exists()


def test_not_verified_reads_why_and_whom_to_ask(client, prescriber, session, home):
    Organisation.objects.filter(pk=home.pk).update(verified_at=None)
    client.force_login(prescriber)
    for page in (reverse("referrals"), reverse("refer")):
        assert "coördinatie" in client.get(page).content.decode()
    address = reverse("refer_person", args=[session.code])
    assert client.get(address).url == client.post(address, TYPED).url == reverse("refer")


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_too_many_in_a_minute_come_back_as_they_were_typed(
    client, prescriber, session, language, monkeypatch
):
    change_language(user=prescriber, language=language)
    client.force_login(prescriber)
    address = reverse("refer_person", args=[session.code])
    with monkeypatch.context() as minute:
        minute.setattr(limits, "window", lambda key: key)  # one that does not end on the way
        assert {client.post(address, TYPED | {"email": ""}).status_code for _number in range(20)} == {200}
        answer = client.post(address, TYPED)
    words = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert {"fr": "une minute", "nl": "een minuut"}[language] in words
    assert f'<html lang="{language}"' in words
    assert 'value="Lemaire"' in words
    assert not Person.objects.exists()
    assert client.post(address, TYPED | {"place": "Dunkerque"}).status_code == 302  # the next minute


def test_the_answer_is_for_their_own_organisation(client, send, groups):
    referral = send()
    other = an_account(role=Role.PRESCRIBER, kind=OrganisationKind.MEMBER_AUTHORITY)
    client.force_login(other)
    assert client.get(reverse("referral_sent", args=[referral.pk])).status_code == 404


def test_the_office_reads_how_the_person_agreed_and_verifies(send, office, home):
    referral = send(message="Dix ans de carrelage")
    page = office.get(reverse("enrolments_office:inspect", args=[referral.enrolment_id])).content.decode()
    assert "Dix ans de carrelage" in page
    assert "Par téléphone" in page
    assert (
        'name="verified_at"'
        in office.get(reverse("organisations_office:edit", args=[home.pk])).content.decode()
    )
