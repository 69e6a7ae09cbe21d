"""Telephones in a village hall, each with its browser, its network and its own cookies."""

from datetime import timedelta
from unittest import mock
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.domain.people import open_account
from tests.training.planning.builders import a_person, enrolled
from training.domain import rotating_code
from training.models import Enrolment, HalfDay, Session

PASSWORD = "zee-en-duinen-7"
CHROME = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36"
FIREFOX = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0"
HALL, HOME = "192.0.2.7", "198.51.100.20"


def a_learner(session: Session, given_name: str) -> Enrolment:
    """With a place in the group and an account to sign in with."""
    email = f"{given_name.lower()}@example.org"
    user = open_account(email=email, password=PASSWORD, first_name=given_name, confirmed=True)
    return enrolled(session, person=a_person(given_name, "Delattre", user=user))


class Telephone(Client):
    def __init__(self, *, agent: str = CHROME, address: str = HALL, **kwargs) -> None:
        super().__init__(HTTP_USER_AGENT=agent, REMOTE_ADDR=address, **kwargs)

    def sign_in(self, one: Enrolment) -> "Telephone":
        """Through the page, as people do."""
        sent = {"login": one.person.user.email, "password": PASSWORD}
        assert self.post(reverse("account_login"), sent).status_code == 302
        return self

    def sign_out(self) -> "Telephone":
        self.post(reverse("account_logout"))
        return self

    def sign(self, half_day: HalfDay, code: str, **sent) -> HttpResponse:
        return self.post(reverse("my_sign", args=[half_day.pk]), {"code": code, "change_id": uuid4(), **sent})


def code_of(half_day: HalfDay) -> str:
    """What is on the screen in the room."""
    return rotating_code.shown(half_day, timezone.now())


def later(**time):
    """Inside, the clock of the server has gone on for so long."""
    return mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(**time))
