"""The page says no more of the name than the holder allows; a name is answered yes or no."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from certificates.domain import codes, showing, verifying
from certificates.domain.name_check import same_family_name
from certificates.domain.queries import holder
from certificates.enums import Answer, RevocationReason, Shown
from certificates.exceptions import Refusal
from certificates.models import ShownName, Verification
from certificates.views import limits
from tests.certificates.school import replace, revoke
from tests.certificates.test_verification import heading, page

fast = pytest.mark.usefixtures("fast_press")


def hide(certificate, shows=Shown.CHECK):
    showing.choose(certificate=certificate, by=certificate.enrolment.person.user, shows=shows)


def ask(client, code, name, language="en"):
    sent = {"code": code, "family_name": name}
    return client.post(reverse("verify_name"), sent, headers={"accept-language": language})


@pytest.mark.parametrize(
    ("typed", "certified"),
    [
        ("benali", "Benali"),
        (" BENALI ", "Benali"),
        ("evrard", "Évrard"),
        ("Van Damme", "Vandamme"),
        ("Vandamme", "van Damme"),
        ("Damme", "Van Damme"),
        ("Tour", "de la Tour"),
        ("De La Tour", "Delatour"),
        ("dhooge", "D’Hooge"),
        ("D'Hooge", "D’Hooge"),
        ("Lefoevre", "Lefœvre"),
        ("Strasse", "Straße"),
        ("Le", "Le"),
    ],
)
def test_names_that_are_the_same(typed, certified):
    assert same_family_name(typed, certified)
    assert same_family_name(certified, typed)


@pytest.mark.parametrize("typed", ["", "  ", "-", "Benal", "Benalix", "Amina", "Ben Ali Ben", "x" * 500])
def test_names_that_are_not(typed):
    assert not same_family_name(typed, "Benali")


@given(st.text(max_size=60))
def test_any_text_is_answered_and_the_same_both_ways(text):
    assert same_family_name(text, "de Vos") == same_family_name("de Vos", text)


@fast
@pytest.mark.parametrize(("shows", "said"), [(Shown.FULL, "Amina Benali"), (Shown.INITIALS, "A. B.")])
def test_as_much_of_the_name_as_was_chosen(client, certificate, shows, said):
    hide(certificate, shows)
    html = page(client, certificate.code).content.decode()
    assert f'class="proof-name">{said}</p>' in html
    assert ("Amina Benali" in html) is (shows == Shown.FULL)
    assert (reverse("verify_name") in html) is (shows != Shown.FULL)


@fast
@pytest.mark.parametrize("taken_back", [None, revoke, replace])
@pytest.mark.parametrize("shows", [Shown.INITIALS, Shown.CHECK])
def test_whatever_becomes_of_it_the_name_stays_hidden(client, school, certificate, shows, taken_back):
    hide(certificate, shows)
    code = certificate.code
    if taken_back:
        new = taken_back(certificate, school.coordinator, RevocationReason.ERROR_IN_DATA)
        codes_to_ask = {code, new.code}
    else:
        codes_to_ask = {code}
    for each in codes_to_ask:
        for language in ("fr", "nl", "en"):
            assert "Benali" not in page(client, each, language).content.decode()
            assert "Benali" not in ask(client, each, "Dubois", language).content.decode()


@fast
def test_the_choice_holds_at_the_next_question(client, certificate):
    assert "Amina Benali" in page(client, certificate.code).content.decode()
    hide(certificate)
    assert "Amina" not in page(client, certificate.code).content.decode()


@fast
def test_a_name_is_answered_yes_or_no_and_never_shown(client, certificate):
    hide(certificate)
    yes = ask(client, certificate.grouped_code.lower(), "BENALI").content.decode()
    no = ask(client, certificate.code, "Dubois").content.decode()
    assert "Yes: this family name is the one that was certified." in yes
    assert "No: this certificate is made out to another family name." in no
    for html in (yes, no):
        assert "Benali" not in html.replace('value="BENALI"', "")
        assert "Amina" not in html


@fast
def test_nothing_typed_is_asked_for(client, certificate):
    hide(certificate)
    response = ask(client, certificate.code, "  ")
    assert "Type the family name that stands on the paper." in response.content.decode()
    assert heading(response) == "Valid"


@fast
@pytest.mark.parametrize("text", ["hello", "0" * 11, "é", "", "<b>x</b>"])
def test_a_name_for_nonsense_is_answered_like_one_for_an_unknown_code(client, certificate, text):
    unknown, nonsense = ask(client, "1" * 12, "Benali"), ask(client, text, "Benali")
    assert heading(unknown) == "Unknown code"
    assert nonsense.content == unknown.content
    assert nonsense.status_code == unknown.status_code == 200


@fast
def test_names_cannot_be_tried_one_after_the_other(client, certificate, monkeypatch):
    monkeypatch.setattr(limits, "PER_CODE_NAMES", 2)
    networks = iter(f"192.0.2.{n}" for n in range(9))

    def tried(name, code=certificate.code):
        sent = {"code": code, "family_name": name}
        return client.post(reverse("verify_name"), sent, REMOTE_ADDR=next(networks))

    assert [tried(name).status_code for name in ("a", "b", "Benali")] == [200, 200, 429]
    assert tried("Benali", "1" * 12).status_code == 200


@fast
def test_the_address_of_a_name_that_was_sent_leads_back(client, certificate):
    assert client.get(reverse("verify_name")).url == reverse("verify")
    html = ask(client, certificate.code, "x").content.decode()
    assert f"{reverse('verify_code', args=[certificate.code])}?lang=nl" in html


@fast
def test_only_the_holder_chooses(school, certificate):
    stranger = school.enrolments[1].person.user
    for by in (school.coordinator, school.trainer, stranger):
        with pytest.raises(Refusal) as refused:
            showing.choose(certificate=certificate, by=by, shows=Shown.CHECK)
        assert refused.value.code == "not_allowed"
    with pytest.raises(Refusal):
        hide(certificate, "EVERYTHING")
    assert not ShownName.objects.exists()


@fast
def test_choosing_is_appended_and_twice_the_same_is_once(certificate):
    for shows in (Shown.CHECK, Shown.CHECK, Shown.INITIALS, Shown.FULL):
        hide(certificate, shows)
    kept = list(ShownName.objects.order_by("pk").values_list("shows", "chosen_by"))
    user = certificate.enrolment.person.user_id
    assert kept == [(Shown.CHECK, user), (Shown.INITIALS, user), (Shown.FULL, user)]
    assert showing.current(certificate) == Shown.FULL == verifying.verify(certificate.code).shows


@fast
def test_not_even_sql_changes_the_history(certificate):
    hide(certificate)
    with pytest.raises(IntegrityError, match="shown_name_stays"), transaction.atomic():
        ShownName.objects.update(shows=Shown.FULL)
    with pytest.raises(IntegrityError, match="shown_name_stays"), transaction.atomic():
        ShownName.objects.all().delete()
    with pytest.raises(IntegrityError, match="shown_name_is_one_of_three"), transaction.atomic():
        certificate.enrolment.shown_names.create(
            shows="ALL", chosen_at=timezone.now(), chosen_by=certificate.enrolment.person.user
        )


@pytest.mark.parametrize(
    ("name", "short"),
    [("Amina Benali", "A. B."), ("Jean-Pierre de la Tour", "J.-P. d. l. T."), ("Élodie", "É."), ("", "")],
)
def test_initials(name, short):
    assert showing.initials(name) == short


@fast
def test_the_holder_chooses_on_their_own_page(client, certificate, school):
    address = reverse("my_certificate", args=[certificate.pk])
    client.force_login(school.enrolments[1].person.user)
    assert client.get(address).status_code == 404
    client.force_login(school.coordinator)
    assert client.get(address).status_code == 404
    client.force_login(certificate.enrolment.person.user)
    assert address in client.get(reverse("my_certificates")).content.decode()
    assert address in client.get(reverse("my_home")).content.decode()
    assert client.post(address, {"shows": "EVERYTHING"}).status_code == 200
    assert client.post(address, {"shows": Shown.INITIALS}).url == address
    assert showing.current(certificate) == Shown.INITIALS
    assert "Initiales seulement" in client.get(address).content.decode()


@fast
def test_who_has_no_certificate_is_told_where_it_will_stand(client, school):
    client.force_login(school.enrolments[2].person.user)
    assert reverse("my_home") in client.get(reverse("my_certificates")).content.decode()


@fast
def test_the_holder_sees_how_often_and_when(client, certificate):
    now = timezone.localtime().replace(day=15, hour=12)
    moments = [now, now, now - timedelta(days=31), now - timedelta(days=62)]
    for moment in moments:
        Verification.objects.create(
            certificate=certificate, answer=Answer.VALID, language="nl", asked_at=moment
        )
    asked = holder.asked(certificate)
    assert [number for _month, number in asked.months] == [2, 1, 1]
    assert asked.months[0][0] == now.date().replace(day=1)
    assert (asked.total, asked.last) == (4, now)
    client.force_login(certificate.enrolment.person.user)
    html = client.get(reverse("my_certificate", args=[certificate.pk])).content.decode()
    assert "4 fois" in html


@given(code=st.text(alphabet=codes.ALPHABET, min_size=12, max_size=12), data=st.data())
def test_a_code_is_found_however_it_is_typed(code, data):
    said = {"0": "0Oo", "1": "1IiLl"}
    gaps = st.sampled_from(["", " ", "-", "  ", "–", ".", " - "])
    letters = [data.draw(st.sampled_from(said.get(one, one + one.lower()))) for one in code]
    typed = "".join(letter + data.draw(gaps) for letter in letters)
    assert codes.clean(typed) == code


@given(st.text(alphabet="".join(sorted(codes.ALPHABET + "uU!?é")), max_size=30))
def test_what_is_no_code_is_none(text):
    found = codes.clean(text)
    kept = re.sub(r"[\s-]", "", text).upper()
    assert (found is not None) == (len(kept) == 12 and set(kept) <= set(codes.ALPHABET))


@fast
def test_random_codes_are_unknown(certificate):
    for _ in range(200):
        typed = codes.new()
        assert verifying.verify(typed).answer == (
            Answer.VALID if typed == certificate.code else Answer.UNKNOWN
        )
