"""Printing welcome papers: no lock while the press works, one file kept, taken up again after a death."""

from threading import Barrier

import pytest
from django.db import OperationalError, transaction

from documents import store
from documents.models import Document
from tests.training.enrolment.builders import TODAY, an_open_session, sent
from tests.training.enrolment.test_race import together
from tests.training.planning.builders import at
from training import tasks
from training.domain import enrolment, welcome
from training.models import Delivery

pytestmark = pytest.mark.django_db(transaction=True)
press = welcome.press.print_document


class Killed(BaseException):
    """What `kill -9` looks like from inside: nobody catches it."""


@pytest.fixture
def delivery() -> Delivery:
    with at(TODAY):
        return sent(an_open_session()).deliveries.get()


def is_free(delivery_id: int) -> bool:
    """Whether another connection may take the row at this moment."""
    try:
        with transaction.atomic():
            rows = Delivery.objects.select_for_update(of=("self",), no_key=True, nowait=True)
            return rows.get(pk=delivery_id) is not None
    except OperationalError:
        return False


@pytest.fixture
def seen_while_printing(delivery, monkeypatch) -> list[bool]:
    seen: list[bool] = []

    def print_and_look(*args, **how):
        seen.extend(together(is_free, [delivery.pk]))
        return press(*args, **how)

    monkeypatch.setattr(welcome.press, "print_document", print_and_look)
    return seen


def test_what_was_deleted_meanwhile_is_not_printed(delivery, monkeypatch):
    """With its request after 24 months, or because the demo school begins anew."""

    def print_and_delete(*args, **how):
        with at(TODAY):
            enrolment.withdraw(enrolment=delivery.enrolment, by=None)
        delivery.delete()
        return press(*args, **how)

    monkeypatch.setattr(welcome.press, "print_document", print_and_delete)
    gone = delivery.pk
    assert [welcome.print_papers(gone) for _time in range(2)] == [None, None]
    assert not Document.objects.exists()


def test_nobody_waits_for_the_press(delivery, seen_while_printing):
    assert welcome.print_papers(delivery.pk).document is not None
    assert seen_while_printing == [True]


def test_inside_the_lock_everybody_would_wait(delivery, seen_while_printing):
    """The naive way: take the row, then print."""
    with transaction.atomic():
        welcome._locked(delivery.pk)
        welcome.print_papers(delivery.pk)
    assert seen_while_printing == [False]


@pytest.mark.race
def test_two_workers_keep_one_file(delivery, monkeypatch):
    printed = Barrier(2)

    def print_then_wait(*args, **how):
        result = press(*args, **how)
        printed.wait(timeout=60)
        return result

    monkeypatch.setattr(welcome.press, "print_document", print_then_wait)
    kept = together(welcome.print_papers, [delivery.pk, delivery.pk])
    document = Document.objects.get()
    assert [one.document_id for one in kept] == [document.pk] * 2
    assert store.read(document).startswith(b"%PDF")


@pytest.mark.parametrize("where", ["press.print_document", "store.keep"])
def test_a_worker_that_dies_leaves_it_to_the_sweep(delivery, monkeypatch, where):
    def die(*args, **how):
        raise Killed

    with monkeypatch.context() as kill:
        kill.setattr(f"training.domain.welcome.{where}", die)
        with pytest.raises(Killed):
            tasks.print_papers(delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.document, delivery.trouble) == (None, "")
    tasks.sweep_papers()
    delivery.refresh_from_db()
    assert store.read(delivery.document).startswith(b"%PDF")
    first = delivery.document_id
    tasks.sweep_papers()
    delivery.refresh_from_db()
    assert delivery.document_id == first
