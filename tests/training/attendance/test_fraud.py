"""The five frauds of the village hall: each is refused, or the trainer reads about it (decision 0105)."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts import devices
from tests.training.attendance.telephones import FIREFOX, HOME, Telephone, a_learner, code_of, later
from tests.training.planning.builders import a_session, a_trainer, in_the_lesson
from training.domain import attendance, doubts
from training.enums import LinkKind, Signing
from training.models import Signature

GONE = "Ce code n’est pas valable, ou ne l’est plus"


@pytest.fixture
def half_day(db):
    """A lesson of four, going on for an hour; its register is open and the code is on the wall."""
    cache.clear()
    half_day = a_session(trainer=a_trainer(), signing=Signing.SCREEN).half_days.first()
    with in_the_lesson(half_day):
        yield half_day


@pytest.fixture
def group(half_day):
    group = [a_learner(half_day.session, name) for name in ("Yasmine", "Lina", "Marc", "Nora")]
    attendance.open_register(half_day=half_day, by=half_day.trainer)
    return group


@pytest.fixture
def trainer(half_day):
    """Her tablet: she reads a page, or closes."""
    client = Client()
    client.force_login(half_day.trainer)

    def ask(view: str, **sent) -> str:
        address = reverse(view, args=[half_day.pk])
        answer = client.post(address, sent, follow=True) if sent else client.get(address)
        return answer.content.decode().replace("\xa0", " ")

    return ask


def against(half_day, one) -> list[str]:
    return next(found for given, found in doubts.by_phone(half_day).items() if given.enrolment == one)


def test_a_stolen_session_cookie_signs_nothing_and_ends_the_session(half_day, group):
    owner = Telephone().sign_in(group[0])
    thief = Telephone(address=HOME)
    thief.cookies[settings.SESSION_COOKIE_NAME] = owner.cookies[settings.SESSION_COOKIE_NAME].value
    answer = thief.sign(half_day, code_of(half_day))
    assert answer.url.startswith(reverse("account_login"))
    assert "Reconnectez-vous" in thief.get(answer.url).content.decode()
    assert not Signature.objects.exists()
    assert owner.sign(half_day, code_of(half_day)).url.startswith(reverse("account_login"))


def test_a_stolen_session_cookie_beside_the_thiefs_own_device_cookie(half_day, group):
    owner, thief = Telephone().sign_in(group[0]), Telephone().sign_in(group[1])
    thief.cookies[settings.SESSION_COOKIE_NAME] = owner.cookies[settings.SESSION_COOKIE_NAME].value
    assert thief.cookies[devices.COOKIE].value != owner.cookies[devices.COOKIE].value
    assert thief.sign(half_day, code_of(half_day)).url.startswith(reverse("account_login"))
    assert not Signature.objects.exists()


def test_a_code_is_replayed_after_its_minute(half_day, group):
    code = code_of(half_day)
    with later(seconds=60):
        assert GONE in Telephone().sign_in(group[0]).sign(half_day, code).content.decode()
    assert not Signature.objects.exists()


def test_the_code_of_another_half_day(half_day, group):
    tomorrow = half_day.session.half_days.exclude(pk=half_day.pk).first()
    assert GONE in Telephone().sign_in(group[0]).sign(half_day, code_of(tomorrow)).content.decode()
    assert not Signature.objects.exists()


def test_a_telephone_whose_clock_is_three_hours_off_signs_by_our_time_and_is_shown(half_day, group, trainer):
    said = timezone.now() - timedelta(hours=3)
    Telephone().sign_in(group[0]).sign(half_day, code_of(half_day), said_at=said.isoformat())
    one = Signature.objects.get()
    assert (one.signed_at, one.said_at) == (timezone.now(), said)
    assert "Son horloge se trompe de 3 h" in trainer("register")
    assert "Son horloge se trompe de 3 h" in trainer("register_close")


def test_a_clock_that_is_a_minute_off_is_no_news(half_day, group):
    said = timezone.now() + timedelta(minutes=1)
    Telephone().sign_in(group[0]).sign(half_day, code_of(half_day), said_at=said.isoformat())
    assert against(half_day, group[0]) == []


def test_a_photo_of_the_screen_arrives_too_late(half_day, group):
    photo = code_of(half_day)
    with later(seconds=75):
        friend = Telephone(agent=FIREFOX, address=HOME).sign_in(group[3])
        assert GONE in friend.sign(half_day, photo).content.decode()
    assert not Signature.objects.exists()


def test_a_photo_used_at_once_from_home_is_shown_and_the_heads_do_not_agree(half_day, group, trainer):
    """Three are in the room; the fourth is at home and signs with the code that a friend has sent."""
    for one in group[:3]:
        Telephone().sign_in(one).sign(half_day, code_of(half_day))
    absent = group[3]
    Telephone(agent=FIREFOX, address=HOME).sign_in(absent).sign(half_day, code_of(half_day))
    assert "sur un autre réseau que les autres" in trainer("register_close")
    assert "Vous avez compté 3 personnes" in trainer("register_close", head_count=3)
    half_day.refresh_from_db()
    assert not half_day.is_closed
    trainer("register_close", head_count=3, not_here=[absent.pk])
    half_day.refresh_from_db()
    assert half_day.is_closed
    assert not half_day.marks.get(enrolment=absent).is_present
    kinds = list(half_day.links.order_by("number").values_list("kind", flat=True))
    assert kinds == [LinkKind.SIGNED] * 4 + [LinkKind.VOIDED, LinkKind.CLOSED]
    assert Signature.objects.filter(voiding=None).count() == 3


def test_saying_who_is_not_here_changes_nothing_when_the_count_is_still_wrong(half_day, group, trainer):
    for one in group:
        Telephone().sign_in(one).sign(half_day, code_of(half_day))
    assert "Vous avez compté 2 personnes" in trainer("register_close", head_count=2, not_here=[group[3].pk])
    assert half_day.marks.get(enrolment=group[3]).is_present
    assert Signature.objects.filter(voiding=None).count() == 4


def test_one_telephone_for_two_people_is_shown_at_both(half_day, group, trainer):
    """A friend who is there signs out and signs for somebody else, with her address and password."""
    telephone = Telephone().sign_in(group[0])
    telephone.sign(half_day, code_of(half_day))
    telephone.sign_out().sign_in(group[3]).sign(half_day, code_of(half_day))
    assert against(half_day, group[0]) == ["Le même téléphone a aussi signé pour Nora Delattre."]
    assert against(half_day, group[3]) == ["Le même téléphone a aussi signé pour Yasmine Delattre."]
    assert "Le même téléphone a aussi signé pour Yasmine Delattre." in trainer("register")


def test_another_telephone_than_the_days_before_is_shown(half_day, group):
    tomorrow = half_day.session.half_days.exclude(pk=half_day.pk).first()
    Telephone().sign_in(group[0]).sign(half_day, code_of(half_day))
    with in_the_lesson(tomorrow):
        attendance.open_register(half_day=tomorrow, by=tomorrow.trainer)
        Telephone().sign_in(group[0]).sign(tomorrow, code_of(tomorrow))
        assert against(tomorrow, group[0]) == ["C’est un autre téléphone que les fois précédentes."]


def test_as_many_queries_for_one_telephone_as_for_four(half_day, group, trainer):
    found = []
    trainer("register"), trainer("register_close"), trainer("register_phone")  # the shell's own memory fills
    for people in (group[:1], group[1:]):
        for one in people:
            Telephone().sign_in(one).sign(half_day, code_of(half_day))
        with CaptureQueriesContext(connection) as asked:
            trainer("register"), trainer("register_close"), trainer("register_phone")
        found.append(len(asked))
    assert found[0] == found[1]


def test_everybody_on_a_network_of_their_own_is_no_news(half_day, group):
    for number, one in enumerate(group):
        Telephone(address=f"203.0.{number}.9").sign_in(one).sign(half_day, code_of(half_day))
    assert [found for found in doubts.by_phone(half_day).values() if found] == []
