"""The way of a file: in its order, once, whatever happens to the worker."""

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.urls import reverse

from accounts.models import Person
from tests.training.enrolment.builders import TODAY
from tests.training.importing.files import PEOPLE, K, checked, csv, letters, written
from tests.training.planning.builders import a_trainer, at
from training import tasks
from training.domain.importing import running
from training.enums import ImportStatus
from training.exceptions import Refusal
from training.models import Import, ImportRow

pytestmark = pytest.mark.django_db


def killed(*args, **kwargs) -> None:
    """What a worker does when its machine is taken away."""
    raise SystemExit


def test_five_thousand_lines(by):
    """Every fiftieth is good: all are tried, and the good ones written."""
    days = ["12/03/1994" if number % 50 == 0 else "hier" for number in range(5000)]
    lines = [f"Camille;Delattre{letters(number)};{day};;;;" for number, day in enumerate(days)]
    source = checked(K.PEOPLE, csv(PEOPLE, *lines), by)
    assert source.rows.filter(is_chosen=True).count() == 100
    assert source.rows.filter(errors__has_key="birth_date").count() == 4900
    assert running.progress(source) == 5000
    assert Person.objects.count() == 0
    running.begin_writing(source=source, by=by)
    source.refresh_from_db()
    assert (source.status, source.created) == (ImportStatus.DONE, 100)
    assert Person.objects.count() == 100
    assert not ImportRow.objects.exists()


def test_a_worker_that_comes_twice_writes_once(by):
    source = written(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
    tasks.go_on_with_import(source.pk)
    tasks.go_on_with_import(source.pk)
    assert Person.objects.count() == 1
    source.refresh_from_db()
    assert source.created == 1


@pytest.mark.parametrize("dies_in", ["check", "write"])
def test_what_a_dead_worker_left_is_taken_up_and_nothing_is_doubled(by, monkeypatch, dies_in):
    lines = [f"Camille;Delattre{letters(number)};12/03/1994;;;;" for number in range(120)]
    source = running.bring_in(kind=K.PEOPLE, content=csv(PEOPLE, *lines), by=by, language="fr")
    if dies_in == "write":
        running.name_columns(source=source, mapping=source.mapping, by=by)
    with monkeypatch.context() as patch:
        patch.setattr(running, "note_progress", killed)
        begin = partial(running.name_columns, mapping=source.mapping)
        with pytest.raises(SystemExit):  # after fifty of the lines
            (begin if dies_in == "check" else running.begin_writing)(source=source, by=by)
    source.refresh_from_db()
    assert (source.is_working, source.attempts) == (True, 1)
    assert Person.objects.count() == 0
    with at(TODAY, time(10, 1)):
        tasks.sweep()  # its worker may be alive
        source.refresh_from_db()
        assert (source.is_working, source.attempts) == (True, 1)
    with at(TODAY, time(10, 3)):
        tasks.sweep()
        tasks.sweep()
        source.refresh_from_db()
        if dies_in == "check":
            assert (source.status, source.attempts) == (ImportStatus.CHECKED, 0)
            assert source.rows.filter(is_chosen=True).count() == 120
            running.begin_writing(source=source, by=by)
            source.refresh_from_db()
    assert (source.status, source.created) == (ImportStatus.DONE, 120)
    assert Person.objects.count() == 120


def test_a_file_whose_worker_always_dies_goes_back_and_says_so(client, by, monkeypatch):
    source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
    with monkeypatch.context() as patch:
        patch.setattr(running, "_finish", killed)
        with pytest.raises(SystemExit):
            running.begin_writing(source=source, by=by)
        for attempt in range(1, running.MOST_ATTEMPTS):
            with at(TODAY, time(10, 3 * attempt)), pytest.raises(SystemExit):
                tasks.sweep()
    with at(TODAY, time(11)):
        tasks.sweep()
    source.refresh_from_db()
    assert (source.status, source.was_given_up) == (ImportStatus.CHECKED, True)
    assert Person.objects.count() == 0
    client.force_login(by)
    page = client.get(reverse("imports_office:inspect", args=[source.pk])).content.decode()
    assert "rien n’a été écrit" in page
    running.begin_writing(source=source, by=by)
    assert Person.objects.count() == 1


def test_what_nobody_writes_goes_after_a_day(by):
    source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
    done = written(K.PEOPLE, csv(PEOPLE, "Ada;Lefèvre;12/03/1994;;;;"), by)
    with at(TODAY + timedelta(hours=23)):
        tasks.sweep()
    assert source.rows.exists()
    with at(TODAY + timedelta(days=1), time(11)):
        tasks.sweep()
        tasks.sweep()
    assert list(Import.objects.all()) == [done]
    assert not ImportRow.objects.exists()


def test_a_file_goes_on_once_and_in_its_order(by):
    source = running.bring_in(
        kind=K.PEOPLE, content=csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by=by, language="fr"
    )
    with pytest.raises(Refusal) as early:
        running.begin_writing(source=source, by=by)
    assert early.value.code == "status"
    for mapping, code in (({"given_name": 0}, "mapping"), (source.mapping | {"phone": 0}, "twice")):
        with pytest.raises(Refusal) as refusal:
            running.name_columns(source=source, mapping=mapping, by=by)
        assert refusal.value.code == code


def test_bringing_in_is_for_the_office_only():
    with pytest.raises(Refusal):
        running.bring_in(kind=K.PEOPLE, content=csv("a", "b"), by=a_trainer(), language="fr")


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_a_file_that_another_worker_writes_is_left_to_it(by):
    """However long it takes: the row is held, so the second worker turns away instead of waiting."""
    source = checked(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
    Import.objects.filter(pk=source.pk).update(status=ImportStatus.WRITING)
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        Import.objects.select_for_update(of=("self",)).get(pk=source.pk)
        pool.submit(in_a_thread, source.pk).result(timeout=20)
        source.refresh_from_db()
        assert (source.status, source.attempts) == (ImportStatus.WRITING, 0)
    tasks.go_on_with_import(source.pk)
    assert Person.objects.count() == 1


def in_a_thread(import_id: int) -> None:
    try:
        tasks.go_on_with_import(import_id)
    finally:
        connection.close()
