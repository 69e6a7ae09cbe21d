"""Every letter is a class with two languages, text and HTML, a sample; the office may change its words."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.domain import wording, writing
from accounts.domain.letters import Filled, Gap, Letter, every_letter, gaps_in
from accounts.exceptions import Refusal
from accounts.models import LetterText
from tests.training.planning.builders import a_coordinator, an_account
from training.emails.waiting import Offer

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "nl")
LETTERS = every_letter()
NEW_WORDS = {
    "subject": "Bonne nouvelle",
    "body": "Une place de « {course} » vous attend.\n\nRépondez avant {moment}.",
    "button": "Répondre",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS, ids=lambda one: one.slug())
def test_each_letter_has_words_and_a_sample_in_each_language(letter, language):
    with translation.override(language):
        written = writing.write(letter, letter.sample(), first_name="Lina")
        assert str(letter.name)
        assert str(letter.to)
    for text in (written.subject, written.text, written.html):
        assert text.strip()
        assert not re.search(r"%\(|\{\w+\}|None", text)
    for text in (written.text, written.html):
        assert bool(str(letter.button)) == (letter.sample().url in text and bool(str(letter.button)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", LETTERS, ids=lambda one: one.slug())
def test_the_built_in_words_keep_the_rules_of_the_office(letter, language):
    words = wording.built_in(letter, language)
    wording.rewrite(letter=letter, language=language, by=None, **words.__dict__)
    assert wording.current(letter, language) == words
    assert set(gaps_in(words.everything)) <= set(letter.gaps)


def test_french_and_dutch_differ():
    for letter in LETTERS:
        french, dutch = (wording.built_in(letter, language) for language in LANGUAGES)
        assert french != dutch, letter.kind


class TestWordsOfTheOffice:
    def test_replace_the_built_in_ones_in_one_language_only(self):
        wording.rewrite(letter=Offer, language="fr", by=a_coordinator(), **NEW_WORDS)
        with translation.override("fr"):
            french = writing.write(Offer, Offer.sample())
        with translation.override("nl"):
            dutch = writing.write(Offer, Offer.sample())
        assert french.subject == "Bonne nouvelle"
        assert "vous attend" in french.text
        assert "vous attend" in french.html
        assert dutch.subject == "Er is een plaats vrij voor u"

    @pytest.mark.parametrize(
        ("change", "code", "said"),
        [
            ({"body": "{course} {moment} {cours}"}, "unknown_gap", "{cours}"),
            ({"body": "Répondez avant {moment}."}, "missing_gap", "{course}"),
            ({"body": "{course} {moment} {"}, "brace", "{course}"),
            ({"body": " "}, "empty", ""),
            ({"subject": ""}, "empty", ""),
            ({"button": ""}, "button", ""),
            ({"body": "{course} {moment} %(course)s"}, "foreign_gap", "%(course)s"),
            ({"body": "{course} {moment} %s"}, "foreign_gap", "%s"),
            ({"button": "Répondre avant {moment}"}, "button", "{moment}"),
            ({"body": "{course}\n\n{together} Répondez avant {moment}."}, "unsure_gap", "{together}"),
            ({"subject": "{together}"}, "unsure_gap", "{together}"),
        ],
    )
    def test_are_refused_in_a_sentence(self, change, code, said):
        with translation.override("fr"), pytest.raises(Refusal) as refused:
            wording.rewrite(letter=Offer, language="fr", by=None, **NEW_WORDS | change)
        assert refused.value.code == code
        assert said in str(refused.value)
        assert not LetterText.objects.exists()

    def test_may_hold_a_percentage_and_a_gap_that_is_not_always_filled(self):
        body = "À 100 % gratuit : {course}, jusqu’à {moment}.\n\n{together}"
        wording.rewrite(letter=Offer, language="fr", by=None, **NEW_WORDS | {"body": body})
        assert wording.current(Offer, "fr").body == body

    def test_a_subject_in_two_lines_becomes_one(self):
        """Whatever a form lets through: a mail refuses such a subject each time it is to be sent."""
        subject = "Une place\r\nBcc: quelqu-un@example.org"
        wording.rewrite(letter=Offer, language="fr", by=None, **NEW_WORDS | {"subject": subject})
        assert wording.current(Offer, "fr").subject == "Une place Bcc: quelqu-un@example.org"

    def test_never_put_personal_data_into_a_subject(self):
        class Private(Letter):
            kind = "test/private"
            gaps = {"name": Gap("name", sample="Lina", is_private=True)}

        with pytest.raises(Refusal) as refused:
            wording.rewrite(letter=Private, language="fr", by=None, subject="{name}", body="{name}")
        assert refused.value.code == "private_gap"

    def test_go_back_to_the_built_in_ones_and_every_version_is_kept(self):
        office = a_coordinator()
        wording.rewrite(letter=Offer, language="fr", by=office, **NEW_WORDS)
        wording.reset(letter=Offer, language="fr", by=office)
        assert wording.reset(letter=Offer, language="fr", by=office) is None
        assert wording.current(Offer, "fr") == wording.built_in(Offer, "fr")
        versions = LetterText.objects.of(Offer.kind, "fr")
        assert [(one.is_built_in, one.written_by) for one in versions] == [(True, office), (False, office)]

    def test_a_paragraph_whose_gap_has_nothing_to_say_is_left_out(self):
        with translation.override("fr"):
            written = writing.write(Offer, Filled(values={"course": "Soudure", "moment": ""}))
        assert "jusqu" not in written.text
        assert "Soudure" in written.text


class TestScreens:
    def test_the_list_names_every_letter(self, client):
        client.force_login(a_coordinator(language="fr"))
        page = client.get(reverse("letters_office:index")).content.decode()
        for letter in LETTERS:
            assert reverse("letters_office:letter", args=[letter.slug()]) in page

    def test_a_letter_is_shown_in_both_languages_as_html_and_text(self, client):
        client.force_login(a_coordinator(language="fr"))
        page = client.get(reverse("letters_office:letter", args=[Offer.slug()])).content.decode()
        assert "Er is een plaats vrij voor u" in page
        for language in LANGUAGES:
            address = reverse("letters_office:preview", args=[Offer.slug(), language])
            assert address in page
            shown = client.get(address)
            assert f'lang="{language}"' in shown.content.decode()
            assert "script-src 'none'" in shown["Content-Security-Policy"]

    def test_words_are_changed_and_nothing_typed_is_lost_when_refused(self, client):
        client.force_login(a_coordinator(language="fr"))
        address = reverse("letters_office:change", args=[Offer.slug(), "fr"])
        refused = client.post(address, NEW_WORDS | {"body": "{cours}"})
        assert "{cours}" in refused.content.decode()
        assert "{cours} n’existe pas dans ce courrier" in refused.content.decode()
        assert client.post(address, NEW_WORDS).status_code == 302
        assert wording.current(Offer, "fr").subject == "Bonne nouvelle"
        client.post(reverse("letters_office:reset", args=[Offer.slug(), "fr"]))
        assert wording.current(Offer, "fr") == wording.built_in(Offer, "fr")

    def test_nobody_else_sees_them(self, client):
        client.force_login(an_account())
        assert client.get(reverse("letters_office:index")).status_code in (302, 403)
