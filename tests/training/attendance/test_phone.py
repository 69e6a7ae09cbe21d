"""Signing on one's own telephone: the code and its minute, the window, the two pages."""

from datetime import UTC, datetime, timedelta
from unittest import mock
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.training.attendance.telephones import Telephone, a_learner, code_of, later
from tests.training.planning.builders import a_session, a_trainer, absence, enrolled, in_the_lesson
from training.domain import attendance, auditing, chain, phone, rotating_code
from training.domain.device import Device
from training.enums import SignatureMethod, Signing
from training.exceptions import Refusal
from training.models import HalfDay, Signature

NINE = datetime(2027, 1, 11, 9, 0, 0, tzinfo=UTC)
MINE = Device(user_agent="Telephone", address="192.0.2.7", key="mine")


@pytest.fixture
def half_day(db):
    """A lesson that has been going on for an hour, with its register open."""
    cache.clear()
    half_day = a_session(trainer=a_trainer(), signing=Signing.SCREEN).half_days.first()
    with in_the_lesson(half_day):
        yield half_day


@pytest.fixture
def learner(half_day):
    learner = a_learner(half_day.session, "Yasmine")
    attendance.open_register(half_day=half_day, by=half_day.trainer)
    return learner


def sign(half_day, learner, **fields):
    facts = {"by": learner.person.user, "code": code_of(half_day), "change_id": uuid4(), "device": MINE}
    return phone.sign(half_day=half_day, **facts | fields)


def refusal_of(half_day, learner, **fields) -> str:
    with pytest.raises(Refusal) as refused:
        sign(half_day, learner, **fields)
    assert not Signature.objects.exists()
    return refused.value.code


class TestTheCode:
    @pytest.mark.parametrize(
        ("seconds", "taken"), [(0, True), (29, True), (30, True), (59, True), (60, False), (-1, False)]
    )
    def test_it_lives_for_sixty_seconds(self, seconds, taken):
        half_day = HalfDay()
        code = rotating_code.shown(half_day, NINE)
        assert rotating_code.is_taken(half_day, code, NINE + timedelta(seconds=seconds)) is taken

    def test_it_is_another_one_every_half_minute_and_for_each_half_day(self):
        one, other = HalfDay(), HalfDay()
        moments = [NINE + timedelta(seconds=30 * step) for step in range(20)]
        assert len({rotating_code.shown(half_day, at) for half_day in (one, other) for at in moments}) == 40
        assert rotating_code.seconds_left(NINE + timedelta(seconds=12)) == 18

    def test_it_is_taken_however_it_is_typed(self):
        half_day = HalfDay()
        with mock.patch.object(rotating_code, "_code", return_value="A0K1M1"):
            assert rotating_code.is_taken(half_day, " aok imL ", NINE)
            assert not rotating_code.is_taken(half_day, "A0K1M", NINE)

    def test_it_follows_from_the_secret(self, settings):
        half_day = HalfDay()
        before = rotating_code.shown(half_day, NINE)
        settings.SECRET_KEY = "another one"
        assert rotating_code.shown(half_day, NINE) != before


class TestSigning:
    def test_the_account_is_the_mark_and_the_proof_is_frozen(self, half_day, learner):
        said = timezone.now() - timedelta(seconds=3)
        one = sign(half_day, learner, said_at=said)
        assert (one.method, one.mark, one.signed_by) == (SignatureMethod.PHONE, "", learner.person.user)
        assert (one.signed_at, one.said_at, one.network) == (timezone.now(), said, "192.0.2.0/24")
        assert one.device == MINE.within(half_day.session_id)
        assert chain.fingerprint(one.link.payload) == one.link.hash
        assert one.device in one.link.payload
        assert auditing.audit(half_day.session) == []

    def test_the_same_press_twice_is_one_signature(self, half_day, learner):
        number = uuid4()
        first = sign(half_day, learner, change_id=number)
        with later(minutes=5):
            assert sign(half_day, learner, change_id=number, code="gone") == first
        assert Signature.objects.count() == 1

    @pytest.mark.parametrize(
        ("moment", "answer"),
        [
            (lambda one: one.starts_at - timedelta(minutes=16), "too_early"),
            (lambda one: one.starts_at - timedelta(minutes=15), None),
            (lambda one: one.ends_at + timedelta(minutes=15), None),
            (lambda one: one.ends_at + timedelta(minutes=15, seconds=1), "late"),
        ],
    )
    def test_it_has_the_window_of_the_half_day(self, half_day, learner, moment, answer):
        with mock.patch("django.utils.timezone.now", return_value=moment(half_day)):
            assert (refusal_of(half_day, learner) if answer else None) == answer
            assert phone.is_open(half_day, timezone.now()) is (answer is None)

    def test_it_writes_no_mark(self, half_day, learner):
        newcomer = a_learner(half_day.session, "Lina")
        assert refusal_of(half_day, newcomer) == "not_on_register"
        assert not half_day.marks.filter(enrolment=newcomer).exists()

    def test_who_is_marked_absent_speaks_to_the_trainer(self, half_day, learner):
        attendance.mark(half_day=half_day, enrolment=learner, by=half_day.trainer, absence_code=absence())
        assert refusal_of(half_day, learner) == "absent"

    def test_only_for_oneself(self, half_day, learner):
        other = enrolled(half_day.session)
        assert sign(half_day, learner).enrolment == learner
        assert not Signature.objects.filter(enrolment=other).exists()

    def test_a_sign_in_that_belongs_to_no_browser_does_not_sign(self, half_day, learner):
        assert refusal_of(half_day, learner, device=Device(address="192.0.2.7")) == "device"

    def test_a_group_that_signs_on_paper_has_no_code(self, half_day, learner):
        half_day.session.signing = Signing.PAPER
        half_day.session.save()
        assert refusal_of(half_day, learner) == "paper"

    def test_the_database_asks_for_the_telephone_too(self, half_day, learner):
        one = sign(half_day, learner)
        one.pk, one.attempt, one.change_id, one.device = None, 2, uuid4(), ""
        with pytest.raises(IntegrityError, match="signature_on_a_telephone_names_it"), transaction.atomic():
            one.save(force_insert=True)


class TestTheLearnersPage:
    def test_a_square_code_leads_to_the_button_and_signs_only_when_it_is_pressed(self, half_day, learner):
        telephone = Telephone().sign_in(learner)
        address = reverse("my_sign_code", args=[half_day.pk, code_of(half_day)])
        html = telephone.get(address).content.decode()
        assert f'value="{code_of(half_day)}"' in html
        assert not Signature.objects.exists()
        telephone.post(address, {"code": code_of(half_day), "change_id": uuid4()})
        assert Signature.objects.get().enrolment == learner
        assert "Vous avez signé à 10 h" in telephone.get(address).content.decode().replace("\xa0", " ")

    def test_who_is_not_signed_in_comes_back_to_it(self, half_day, learner):
        address = reverse("my_sign_code", args=[half_day.pk, "K7M4PX"])
        assert Client().get(address).url == f"{reverse('account_login')}?next={address}"

    def test_a_code_that_is_gone_stands_beside_its_sentence(self, half_day, learner):
        html = Telephone().sign_in(learner).sign(half_day, "K7M4PX").content.decode()
        assert "Tapez celui qui est à l’écran maintenant" in html
        assert 'value="K7M4PX"' in html

    def test_guessing_is_stopped(self, half_day, learner):
        telephone = Telephone().sign_in(learner)
        for _number in range(10):
            telephone.sign(half_day, "000000")
        assert "Trop d’essais" in telephone.sign(half_day, code_of(half_day)).content.decode()
        assert not Signature.objects.exists()

    def test_to_a_stranger_the_page_does_not_exist(self, half_day, learner):
        stranger = a_learner(a_session(), "Lina")
        assert Telephone().sign_in(stranger).sign(half_day, code_of(half_day)).status_code == 404

    def test_what_is_due_stands_on_the_start_page(self, half_day, learner):
        telephone = Telephone().sign_in(learner)
        mine = reverse("my_sign", args=[half_day.pk])
        assert mine in telephone.get(reverse("my_home")).content.decode()
        telephone.sign(half_day, code_of(half_day))
        assert mine not in telephone.get(reverse("my_home")).content.decode()

    def test_after_the_lesson_the_start_page_sends_to_the_trainer(self, half_day, learner):
        with mock.patch("django.utils.timezone.now", return_value=half_day.ends_at + timedelta(hours=3)):
            html = Telephone().sign_in(learner).get(reverse("my_home")).content.decode()
        assert "avec votre formatrice ou formateur, sur la tablette" in html


class TestTheScreen:
    @pytest.fixture
    def wall(self, half_day):
        client = Client()
        client.force_login(half_day.trainer)
        address = reverse("register_phone", args=[half_day.pk])
        return lambda method="get", **headers: getattr(client, method)(address, headers=headers)

    def test_it_begins_the_register_and_shows_the_code(self, half_day, wall):
        a_learner(half_day.session, "Yasmine")
        assert code_of(half_day)[:3] not in wall().content.decode()
        assert wall("post").url == reverse("register_phone", args=[half_day.pk])
        code, html = code_of(half_day), wall().content.decode()
        assert f"{code[:3]} {code[3:]}" in html
        assert "<svg" in html
        assert '<noscript><meta http-equiv="refresh"' in html

    def test_it_counts_who_has_signed_and_says_first_names_alone(self, half_day, learner, wall):
        enrolled(half_day.session)
        attendance.open_register(half_day=half_day, by=half_day.trainer)
        sign(half_day, learner)
        panel = wall(hx_request="true").content.decode()
        assert "Signatures : 1 sur 2" in panel.replace("\xa0", " ")
        assert "Yasmine" in panel
        assert "Delattre" not in panel
        assert "<html" not in panel

    def test_when_the_lesson_is_long_over_there_is_no_code(self, half_day, learner, wall):
        with mock.patch("django.utils.timezone.now", return_value=half_day.ends_at + timedelta(minutes=16)):
            assert code_of(half_day)[:3] not in wall().content.decode()

    def test_another_trainer_finds_nothing(self, half_day):
        client = Client()
        client.force_login(a_trainer())
        assert client.get(reverse("register_phone", args=[half_day.pk])).status_code == 404
