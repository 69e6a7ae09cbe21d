"""A code on the wall, a telephone in the hand: signed, counted on the wall, confirmed by counting heads."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from accounts.models import User
from tests.browser import addresses
from tests.browser.clock import later
from tests.browser.visitor import DESK, PHONE
from training.domain import signing

pytestmark = pytest.mark.browser
WRONG_CLOCK = {"fr": "Son horloge se trompe", "nl": "De klok ervan loopt"}


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_from_the_wall_to_the_hand_and_back(visitor, language):
    User.objects.filter(email__in=[addresses.TRAINER, addresses.LEARNER]).update(language=language)
    lesson = addresses.running().half_days.held().filter(closed_at=None).order_by("date", "start_time")[0]
    begun = datetime.combine(lesson.date, lesson.start_time) + timedelta(minutes=10)
    with later(lesson.date, begun.time()):
        trainer = visitor(language=language, size=DESK)
        trainer.carry_key(addresses.TRAINER)
        wall = trainer.go(reverse("register_phone", args=[lesson.pk]))
        found = trainer.faults()
        trainer.follow(wall.locator("#panel form button"))
        found += trainer.faults()

        learner = visitor(language=language, size=PHONE)
        page = learner.sign_in(addresses.LEARNER)
        learner.follow(page.locator(f"a[href='{reverse('my_sign', args=[lesson.pk])}']"))
        found += learner.faults()
        page.locator("[name=code]").fill(wall.locator(".wall-code").inner_text().lower())
        learner.follow(page.locator("form[data-clock] button"))
        assert page.locator("[name=code]").count() == 0
        found += learner.faults()

        wall.locator(".wall-names li").first.wait_for()  # by itself, without a tap
        [signature] = signing.of(lesson).values()
        assert signature.enrolment.person.user.email == addresses.LEARNER
        assert abs(signature.said_at - signature.signed_at) > timedelta(minutes=2)  # here time is another one
        close = trainer.go(reverse("register_close", args=[lesson.pk]))
        assert WRONG_CLOCK[language] in close.locator(".proposal-doubt").last.inner_text()
        found += trainer.faults()
    assert found == []
