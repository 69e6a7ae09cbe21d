"""A day is said as people say it, in every template."""

import re
from datetime import UTC, date, datetime

import pytest
from django.conf import settings
from django.utils import translation

from accounts.days import said

APPS = ("accounts", "documents", "training", "certificates", "cms", "templates")
AS_A_FIGURE = re.compile(r'\|date:"[^"]*\bj [FM]')


@pytest.mark.parametrize(
    ("language", "first", "eleventh"),
    [
        ("fr", "lundi 1er février 2027", "jeudi 11 février 2027"),
        ("nl", "maandag 1 februari 2027", "donderdag 11 februari 2027"),
        ("en", "Monday 1 February 2027", "Thursday 11 February 2027"),
    ],
)
def test_the_first_of_a_month(language, first, eleventh):
    with translation.override(language):
        assert said(date(2027, 2, 1), "l j F Y") == first
        assert said(date(2027, 2, 11), "l j F Y") == eleventh


def test_a_moment_is_told_on_the_wall_clock():
    with translation.override("fr"):
        assert said(datetime(2027, 1, 31, 23, 30, tzinfo=UTC)) == "1er février 2027"
        assert said(None) == ""


def test_no_template_says_it_otherwise():
    templates = [path for app in APPS for path in (settings.BASE_DIR / app).rglob("*.html")]
    assert len(templates) > 100
    assert [path.name for path in templates if AS_A_FIGURE.search(path.read_text())] == []
