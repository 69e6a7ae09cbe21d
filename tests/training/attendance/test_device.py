"""The doors of a device without network: what it gets, what it may send, and that the shell knows nobody."""

import json
import re
from datetime import time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.training.planning.builders import (
    MONDAY,
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    at,
    enrolled,
    in_the_lesson,
)
from training.domain import announcing, attendance, signed_notes, signing
from training.views import shell

pytestmark = pytest.mark.django_db
DRAWING = "[[100,200,300,150,500,220]]"


@pytest.fixture
def trainer():
    return a_trainer(language="nl")


@pytest.fixture
def half_day(trainer):
    return a_session(trainer=trainer).half_days.first()


@pytest.fixture
def group(half_day):
    return [enrolled(half_day.session) for _ in range(3)]


@pytest.fixture(autouse=True)
def now(half_day):
    with in_the_lesson(half_day):
        yield


def signed_in(user, **options) -> Client:
    client = Client(**options)
    client.force_login(user)
    return client


def held(user, **query) -> dict:
    return signed_in(user).get(reverse("registers"), query).json()


def source_of(name: str) -> str:
    return Path(finders.find(f"js/register/{name}.js")).read_text()


def a_change(enrolment, said: str, **facts) -> dict:
    made = timezone.now().isoformat()
    return {"uid": str(uuid4()), "enrolment": enrolment.pk, "said": said, "seen": "", "made_at": made} | facts


def a_signature(enrolment, half_day) -> dict:
    signed = {"kind": "SIGNATURE", "method": "DRAWN", "written": DRAWING}
    return a_change(enrolment, "", **signed, lesson=signed_notes.lesson(half_day))


def send(client, half_day, content, **headers):
    address = reverse("register_changes", args=[half_day.pk])
    body = content if isinstance(content, str) else json.dumps(content)
    return client.post(address, body, content_type="application/json", headers=headers)


class TestWhatADeviceGets:
    def test_today_and_tomorrow_and_nothing_else_about_anybody(self, trainer, half_day, group):
        found = held(trainer)
        assert [one["date"] for one in found["registers"]] == ["2027-01-11", "2027-01-12"]
        assert found["registers"][0]["day"] == "maandag 11 januari"
        people = found["registers"][0]["people"]
        assert [one["id"] for one in people] == [one.pk for one in group]
        assert {key for one in people for key in one} == {
            "id",
            "name",
            "key",
            "said",
            "noted",
            "expected",
            "signed",
        }

    def test_what_is_noted_comes_along(self, trainer, half_day, group):
        attendance.mark(half_day=half_day, enrolment=group[1], by=trainer, minutes_late=15)
        people = held(trainer)["registers"][0]["people"]
        assert [(one["said"], one["noted"]) for one in people] == [("", False), ("15+0", True), ("", False)]

    def test_who_has_signed_and_who_is_announced_away_come_along(self, trainer, half_day, group):
        with at(MONDAY, time(7)):
            announcing.announce(
                enrolment=group[2], half_days=[half_day], absence_code=absence("J_SICK"), by=a_coordinator()
            )
        facts = {"method": "DRAWN", "mark": DRAWING, "change_id": uuid4()}
        assert [one["expected"] for one in held(trainer)["registers"][0]["people"]] == ["", "", "J_SICK"]
        signing.sign(half_day=half_day, enrolment=group[0], by=trainer, **facts)
        people = held(trainer)["registers"][0]["people"]
        assert [one["signed"] for one in people] == [True, False, False]

    def test_a_closed_register_is_not_kept(self, trainer, half_day, group):
        attendance.open_register(half_day=half_day, by=trainer)
        attendance.close(half_day=half_day, by=trainer)
        assert half_day.pk not in [one["id"] for one in held(trainer, also=half_day.pk)["registers"]]

    def test_an_older_one_only_when_it_is_asked_for(self, trainer, half_day, group):
        with at(MONDAY + timedelta(days=20)):
            assert held(trainer)["registers"] == []
            assert [one["id"] for one in held(trainer, also=half_day.pk)["registers"]] == [half_day.pk]

    def test_the_office_keeps_only_what_it_has_opened(self, half_day, group):
        office = a_coordinator()
        assert held(office)["registers"] == []
        assert [one["id"] for one in held(office, also=half_day.pk)["registers"]] == [half_day.pk]

    def test_another_trainer_gets_nothing_of_it(self, half_day, group):
        assert held(a_trainer(), also=half_day.pk)["registers"] == []

    def test_a_colleague_who_does_not_take_it_does_not_keep_it(self, half_day, group):
        colleague = a_trainer()
        half_day.session.trainers.add(colleague)
        assert held(colleague, also=half_day.pk)["registers"] == []


class TestWhatADeviceSends:
    def test_with_the_token_of_the_door_once_however_often(self, trainer, half_day, group):
        client = signed_in(trainer, enforce_csrf_checks=True)
        token = client.get(reverse("registers")).json()["token"]
        changes = [a_change(group[0], "J_SICK"), a_change(group[1], "15+0")]
        for _time in range(2):
            told = send(client, half_day, changes, **{"X-CSRFToken": token}).json()["arrived"]
            assert [(one["outcome"], one["kept"]) for one in told] == [("APPLIED", True)] * 2
        assert half_day.notes.count() == 2
        assert half_day.marks.count() == 3

    def test_a_signature_in_its_order_once_with_the_device_it_was_given_on(self, trainer, half_day, group):
        signature = a_signature(group[1], half_day)
        changes = [a_change(group[0], "J_SICK"), signature]
        for _time in range(2):
            told = send(signed_in(trainer), half_day, changes, **{"User-Agent": "Tablet"}).json()["arrived"]
            assert [(one["outcome"], one["kept"]) for one in told] == [("APPLIED", True)] * 2
        one = half_day.signatures.get()
        assert (one.enrolment, one.mark, one.user_agent) == (group[1], DRAWING, "Tablet")
        assert str(one.change_id) == signature["uid"]

    @pytest.mark.parametrize(
        "wrong",
        [{"kind": "PHOTO"}, {"method": "PHONE"}, {"method": ""}, {"written": ""}, {"written": "1" * 20_001}],
    )
    def test_what_is_no_signature_is_refused(self, trainer, half_day, group, wrong):
        response = send(signed_in(trainer), half_day, [a_signature(group[1], half_day) | wrong])
        assert response.status_code == 400
        assert not half_day.notes.exists()

    def test_without_a_token_nothing(self, trainer, half_day, group):
        client = signed_in(trainer, enforce_csrf_checks=True)
        assert send(client, half_day, [a_change(group[0], "J_SICK")]).status_code == 403
        assert not half_day.notes.exists()

    @pytest.mark.parametrize(
        "body", ["", "{", "[]", "{}", "[1]", '[{"uid": "x"}]', '[{"said": "J_SICK"}]'], ids=repr
    )
    def test_anything_else_is_refused(self, trainer, half_day, body):
        assert send(signed_in(trainer), half_day, body).status_code == 400

    def test_somebody_elses_half_day_does_not_exist(self, half_day, group):
        assert send(signed_in(a_trainer()), half_day, [a_change(group[0], "")]).status_code == 404
        assert not half_day.notes.exists()

    def test_what_we_do_not_know_is_said_and_not_kept(self, trainer, half_day, group):
        told = send(signed_in(trainer), half_day, [a_change(group[0], "NONSENSE")]).json()["arrived"]
        assert [(one["outcome"], one["kept"]) for one in told] == [("REFUSED", False)]
        assert told[0]["sentence"]


class TestTheShell:
    NAMES = ("trainer_offline", "no_network", "service_worker", "manifest")

    @pytest.mark.parametrize("name", NAMES)
    def test_it_is_the_same_for_everybody(self, trainer, group, name):
        to_her = signed_in(trainer).get(reverse(name)).content
        assert to_her == Client().get(reverse(name)).content
        assert group[0].person.family_name.encode() not in to_her
        assert b"csrf" not in to_her.lower()

    def test_the_worker_stands_before_every_page_and_is_never_old(self):
        response = Client().get(reverse("service_worker"))
        assert reverse("service_worker") == "/sw.js"
        assert response["Content-Type"].startswith("text/javascript")
        assert "no-cache" in response["Cache-Control"]
        assert "worker-src 'self'" in response["Content-Security-Policy"]

    def test_every_script_that_is_imported_is_on_the_device(self):
        """A module that was forgotten would be missing exactly where there is no network."""
        for name in shell.SCRIPTS:
            imported = re.findall(r'from "\./(\w+)\.js"', source_of(name))
            assert set(imported) <= set(shell.SCRIPTS)

    def test_every_word_that_a_script_says_is_known(self):
        known = set(shell.words())
        for name in shell.SCRIPTS:
            said = set(re.findall(r"\bwords\.(\w+)", source_of(name)))
            assert said <= known | {"fr", "replace"}, name

    def test_signing_out_wipes_the_device(self, trainer):
        response = signed_in(trainer).post(reverse("account_logout"))
        assert response["Clear-Site-Data"] == '"cache", "storage"'

    def test_it_can_be_installed(self):
        manifest = Client().get(reverse("manifest")).json()
        assert manifest["start_url"] == reverse("trainer_today")
        assert {(one["sizes"], one["purpose"]) for one in manifest["icons"]} == {
            ("192x192", "any"),
            ("512x512", "any"),
            ("512x512", "maskable"),
        }
