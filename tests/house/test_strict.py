"""The suite is as strict as it says: each strict rule is seen failing on something sloppy."""

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.template import Context, Origin, Template
from django.test import RequestFactory

from tests.strict import ROOT, GetNeverWrites, SloppyTemplate, StrictPages
from training.models import Enrolment, Sector

pytestmark = pytest.mark.django_db


def template(source: str) -> Template:
    return Template(source, origin=Origin(name=str(ROOT / "templates" / "sloppy.html")))


def test_an_undefined_variable_fails():
    with pytest.raises(SloppyTemplate):
        template("{{ nobody_said_this }}").render(Context())
    assert template("{{ nobody_said_this|default:'–' }}").render(Context()) == "–"


def test_a_queryset_without_an_order_is_shuffled():
    Sector.objects.bulk_create([Sector(code=f"s{i:02}", name_fr="a", name_nl="b") for i in range(40)])
    ours = Sector.objects.filter(code__startswith="s0") | Sector.objects.filter(code__startswith="s1")
    ordered = list(ours.order_by("pk"))
    assert [s.pk for s in ours.order_by()] != [s.pk for s in ordered]


def test_a_lock_over_joins_says_of_what():
    with pytest.raises(AssertionError, match="needs of="), transaction.atomic():
        list(Enrolment.objects.select_for_update().select_related("session").order_by("pk"))


def test_a_get_that_writes_fails():
    request = RequestFactory().get("/somewhere/")
    request.resolver_match = None
    with pytest.raises(AssertionError, match="writes"), connection.execute_wrapper(GetNeverWrites(request)):
        Sector.objects.create(code="written", name_fr="a", name_nl="b")


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        '<p style="color:red">',
        '<a href="/" onclick="x()">',
        '<img src="https://cdn.example.com/x.png">',
        '<link rel="stylesheet" href="//fonts.example.com/x.css">',
    ],
)
def test_inline_and_foreign_things_fail(html):
    pages = StrictPages(lambda request: HttpResponse(html))
    with pytest.raises(AssertionError):
        pages(RequestFactory().get("/page/"))


@transaction.atomic
def undone(heard: list[str]) -> None:
    transaction.on_commit(lambda: heard.append("never"))
    raise ZeroDivisionError


def test_callbacks_run_after_the_innermost_commit():
    heard = []
    with transaction.atomic():
        transaction.on_commit(lambda: heard.append("after"))
        assert heard == []
    assert heard == ["after"]
    with pytest.raises(ZeroDivisionError):
        undone(heard)
    assert heard == ["after"]
