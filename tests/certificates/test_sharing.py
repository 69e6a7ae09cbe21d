"""A holder shows a certificate by a link: until a day of their choice, and nothing is kept of who looks."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from certificates import tasks
from certificates.domain import sharing, showing
from certificates.enums import RevocationReason, Shown
from certificates.exceptions import Refusal
from certificates.models import ShareLink, ShareView
from certificates.views import shared
from documents import store
from tests.browser.clock import later
from tests.certificates.school import revoke
from tests.certificates.test_verification import heading

pytestmark = pytest.mark.usefixtures("fast_press")


@pytest.fixture
def holder(certificate):
    return certificate.enrolment.person.user


@pytest.fixture
def made(certificate, holder):
    return make(certificate, holder)


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


def make(certificate, by, **facts):
    return sharing.make(
        certificate=certificate, by=by, **{"ends_on": in_days(30), "includes_file": True, **facts}
    )


def without(token: str, html: str) -> str:
    """A page without its own address, and without the key of its forms, which is new each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html.replace(token, ""))


def look(client, token, **sent):
    return client.post(reverse("shared", args=[token]), sent, headers={"accept-language": "en"})


def test_it_shows_the_name_in_full_whatever_the_page_shows(client, certificate, holder, made):
    showing.choose(certificate=certificate, by=holder, shows=Shown.CHECK)
    before = client.get(reverse("shared", args=[made.token]), headers={"accept-language": "en"})
    assert "Benali" not in before.content.decode()
    assert not ShareView.objects.exists()
    response = look(client, made.token, organisation=" Uitzendkantoor Ieper ")
    html = response.content.decode()
    assert heading(response) == "Valid"
    assert "Amina Benali" in html
    assert html.count('class="stair"') == 5
    (seen,) = ShareView.objects.all()
    assert (seen.link, seen.organisation) == (made.link, "Uitzendkantoor Ieper")
    assert {field.name for field in ShareView._meta.fields} == {"id", "link", "at", "organisation"}
    assert not response.cookies


def test_search_engines_and_other_sites_learn_nothing(client, made):
    for response in (client.get(reverse("shared", args=[made.token])), look(client, made.token)):
        assert "noindex" in response["X-Robots-Tag"]
        assert "no-store" in response["Cache-Control"]
        assert response["Referrer-Policy"] == "no-referrer"


def test_the_secret_is_kept_nowhere(made):
    row = ShareLink.objects.values().get()
    assert made.token not in str(row)
    assert len(made.token) == 32
    assert sharing.find(made.token) == made.link


@pytest.mark.parametrize("includes_file", [True, False])
def test_the_pdf_only_where_it_was_given_along(client, certificate, holder, includes_file):
    made = make(certificate, holder, includes_file=includes_file)
    address = reverse("shared_file", args=[made.token])
    assert (address in look(client, made.token).content.decode()) is includes_file
    response = client.post(address)
    assert response.status_code == (200 if includes_file else 404)
    if includes_file:
        assert b"".join(response) == store.read(certificate.document)
    assert client.get(address).status_code == 405


def test_ended_withdrawn_unknown_and_nonsense_are_one_answer(client, certificate, holder, made):
    other = make(certificate, holder)
    sharing.withdraw(link=other.link, by=holder)

    def answers(token):
        address = reverse("shared", args=[token])
        file = reverse("shared_file", args=[token])
        found = [client.get(address), look(client, token), client.post(file)]
        return [(each.status_code, without(quote(token), each.content.decode())) for each in found]

    expected = answers("x" * 32)
    assert [status for status, _html in expected] == [404] * 3
    with later(in_days(31)):
        tried = [answers(token) for token in (made.token, other.token, "0123456789", "éèé")]
    for found in tried:
        assert found == expected
    assert not ShareView.objects.exists()


def test_it_is_open_through_its_last_day(certificate, holder):
    made = make(certificate, holder, ends_on=in_days(2))
    with later(in_days(2)):
        assert sharing.find(made.token)
    with later(in_days(3)):
        assert sharing.find(made.token) is None


def test_a_revoked_certificate_says_so_and_gives_no_file(client, school, certificate, holder, made):
    revoke(certificate, school.coordinator, RevocationReason.FRAUD)
    response = look(client, made.token)
    assert heading(response) == "Revoked"
    assert 'class="stair"' not in response.content.decode()
    assert client.post(reverse("shared_file", args=[made.token])).status_code == 404
    with pytest.raises(Refusal) as refused:
        make(certificate, holder)
    assert refused.value.code == "not_valid"


@pytest.mark.parametrize(("days", "code"), [(-1, "ends_on"), (366, "ends_on")])
def test_what_is_refused(certificate, holder, days, code):
    with pytest.raises(Refusal) as refused:
        make(certificate, holder, ends_on=in_days(days))
    assert refused.value.code == code
    assert not ShareLink.objects.exists()


def test_only_the_holder_makes_and_withdraws(client, school, certificate, made):
    stranger = school.enrolments[1].person.user
    for by in (school.coordinator, stranger):
        with pytest.raises(Refusal):
            make(certificate, by)
        with pytest.raises(Refusal):
            sharing.withdraw(link=made.link, by=by)
        client.force_login(by)
        assert client.post(reverse("share", args=[certificate.pk])).status_code == 404
        assert client.post(reverse("share_withdraw", args=[made.link.pk])).status_code == 404
    assert sharing.find(made.token)


def test_not_more_than_twenty_at_once(certificate, holder, monkeypatch):
    monkeypatch.setattr(sharing, "MOST_OPEN", 1)
    first = make(certificate, holder)
    with pytest.raises(Refusal) as refused:
        make(certificate, holder)
    assert refused.value.code == "too_many"
    sharing.withdraw(link=first.link, by=holder)
    assert make(certificate, holder)


def test_withdrawing_twice_keeps_the_first_moment(holder, made):
    first = sharing.withdraw(link=made.link, by=holder).withdrawn_at
    assert sharing.withdraw(link=made.link, by=holder).withdrawn_at == first


@pytest.mark.parametrize(
    ("field", "value", "constraint"),
    [
        ("token_sha256", "clear text", "share_link_keeps_a_hash"),
        ("ends_at", timezone.now() + timedelta(days=400), "share_link_ends_within_a_year"),
        ("ends_at", timezone.now() - timedelta(days=1), "share_link_ends_within_a_year"),
        ("withdrawn_at", timezone.now() - timedelta(days=1), "share_link_withdrawn_after_it_was_made"),
    ],
)
def test_the_database_has_the_last_word(made, field, value, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ShareLink.objects.update(**{field: value})


def test_the_holder_does_it_all_on_the_page(client, certificate, holder):
    client.force_login(holder)
    page = reverse("my_certificate", args=[certificate.pk])
    wrong = client.post(reverse("share", args=[certificate.pk]), {"for_whom": "Els", "ends_on": "2020-01-01"})
    assert 'value="Els"' in wrong.content.decode()
    assert "Choisissez un dernier jour" in wrong.content.decode()
    sent = {"for_whom": "Els", "ends_on": in_days(9).isoformat(), "includes_file": "on"}
    html = client.post(reverse("share", args=[certificate.pk]), sent).content.decode()
    token = html.partition("/s/")[2].partition("/")[0]
    assert sharing.find(token).for_whom == "Els"
    look(client, token, organisation="Agence du Nord")
    html = client.get(page).content.decode()
    assert token not in html
    assert "Agence du Nord" in html
    link = ShareLink.objects.get()
    assert client.post(reverse("share_withdraw", args=[link.pk])).url == page
    assert sharing.find(token) is None
    assert "retiré le" in client.get(page).content.decode()


def test_one_link_is_slowed_down_from_everywhere(client, made, monkeypatch):
    monkeypatch.setattr(shared, "PER_CODE", 2)
    networks = iter(f"192.0.2.{n}" for n in range(9))
    address = reverse("shared", args=[made.token])
    assert [client.get(address, REMOTE_ADDR=next(networks)).status_code for _ in range(3)] == [200, 200, 429]


def test_it_is_forgotten_twelve_months_after_its_end(certificate, holder, made, capsys):
    sharing.note_look(link=made.link)
    with later(in_days(30 + 364)):
        tasks.forget()
        assert ShareLink.objects.count() == 1
    with later(in_days(30 + 367)):
        call_command("retention")
        assert "1  links to certificates" in capsys.readouterr().out
        tasks.forget()
        tasks.forget()
    assert not ShareLink.objects.exists()
    assert not ShareView.objects.exists()
