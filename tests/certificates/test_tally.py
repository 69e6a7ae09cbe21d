"""Counting questions: at once when they are rare, together in a rush, none lost or doubled; for a year."""

import time
from datetime import timedelta
from threading import get_ident
from types import SimpleNamespace

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from certificates import tasks
from certificates.domain import verifying
from certificates.enums import Answer
from certificates.models import Verification
from certificates.views import tally
from certificates.views.tally import Tally
from tests.threads import together

EVERY = 1.0


@pytest.fixture
def clock(monkeypatch):
    """A clock that only the test moves."""
    hands = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(tally, "time", SimpleNamespace(monotonic=lambda: hands.now))
    return hands


@pytest.fixture
def sent(monkeypatch, settings) -> list[list]:
    """The messages that reached the broker."""
    settings.VERIFICATIONS_HANDED_OVER_EVERY = EVERY
    messages: list[list] = []
    monkeypatch.setattr(tally.note_verifications, "apply_async", lambda args, **how: messages.extend(args))
    return messages


def row(number: int) -> tuple:
    return (f"key-{number}", None, "UNKNOWN", "fr")


def test_a_question_now_and_then_is_counted_at_once(sent, clock):
    process = Tally()
    process.count(row(1))
    clock.now += EVERY
    process.count(row(2))
    assert sent == [[row(1)], [row(2)]]


def test_a_rush_is_one_message_a_second(sent, clock):
    process = Tally()
    for number in range(10):
        process.count(row(number))
    assert sent == [[row(0)]]
    clock.now += EVERY
    process.count(row(10))
    assert sent[1:] == [[row(number) for number in range(1, 11)]]


def test_what_is_left_goes_when_the_process_ends_once(sent, clock):
    process = Tally()
    process.count(row(1)), process.count(row(2))
    process.hand_over()
    process.hand_over()
    assert sent == [[row(1)], [row(2)]]


def test_no_message_is_too_long(sent, clock):
    process = Tally()
    process.asked.extend(row(number) for number in range(tally.MOST_IN_A_MESSAGE + 1))
    process.hand_over()
    assert [len(message) for message in sent] == [tally.MOST_IN_A_MESSAGE, 1]


def test_a_broker_that_is_away_is_left_alone_and_nothing_is_lost(sent, clock, monkeypatch):
    arrives, tries = tally.note_verifications.apply_async, []

    def away(args, **how):
        tries.append(how)
        raise OperationalError("connection refused")

    process = Tally()
    monkeypatch.setattr(tally.note_verifications, "apply_async", away)
    for number in range(3):
        process.count(row(number))
        clock.now += EVERY
    assert tries == [{"retry": False}]  # only the first visitor noticed
    monkeypatch.setattr(tally.note_verifications, "apply_async", arrives)
    clock.now += tally.BROKER_LEFT_ALONE
    process.count(row(3))
    assert sent == [[row(number) for number in range(4)]]


def test_a_broker_that_stays_away_does_not_fill_the_memory(sent, clock):
    process = Tally()
    process.due_at = clock.now + 1
    for number in range(tally.MOST_KEPT + 5):
        process.count(row(number))
    assert len(process.asked) == tally.MOST_KEPT
    assert process.asked[-1] == row(tally.MOST_KEPT + 4)


@pytest.mark.django_db(transaction=True)
def test_threads_lose_and_double_nothing(sent, settings):
    settings.VERIFICATIONS_HANDED_OVER_EVERY = 0.001
    process = Tally()

    def ask(start: int) -> int:
        until = time.monotonic() + 0.1
        number = start
        while time.monotonic() < until:
            process.count(row(number))
            number += 1
        return get_ident()

    starts = [thread * 1_000_000 for thread in range(8)]
    assert len(set(together(ask, starts))) > 1
    process.hand_over()
    keys = [each[0] for message in sent for each in message]
    assert len(keys) == len(set(keys))
    for start in starts:
        own = sorted(int(key[4:]) for key in keys if start <= int(key[4:]) < start + 1_000_000)
        assert own == list(range(start, start + len(own)))
        assert own


@pytest.mark.django_db
def test_questions_are_kept_for_a_year():
    for days, key in ((364, "1"), (366, "2")):
        asked_at = timezone.now() - timedelta(days=days)
        Verification.objects.create(pk=key * 32, answer=Answer.UNKNOWN, language="fr", asked_at=asked_at)
    tasks.forget()
    assert verifying.forget_old() == 0
    assert [str(one.pk)[0] for one in Verification.objects.all()] == ["1"]
