"""The papers of the register: what they say, how they are laid out, that they last."""

from itertools import pairwise

import page
import pytest
import zxingcpp

from documents import drawings
from documents.exceptions import PressFault
from documents.press import print_document
from documents.register_facts import Attendant, Presence, StatementFacts
from tests.documents.paper import bounds_mm, opened, seen, words
from tests.documents.register_builders import (
    LONG_NAME,
    amended,
    attendance_facts,
    presence,
    realisation_facts,
    statement_facts,
)

EU_BLUE = (0, 51, 153)
MENTION = "Déclaration d’activité enregistrée sous le numéro 32590123459 auprès du préfet de région"


def one_of_each():
    return [
        ("attendance", attendance_facts(days=1, people=3)),
        ("attendance", attendance_facts(days=2, people=8, filled=True)),
        ("statement", statement_facts()),
        ("realisation", realisation_facts()),
    ]


@pytest.mark.parametrize("profile", ["3a", "ua1"])
@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize(("template", "facts"), one_of_each())
def test_archival_and_accessible(template, facts, language, profile):
    report = page.validate_pdf_bytes(print_document(template, facts, language=language).pdf, profile=profile)
    assert report.is_compliant, [failure.message for failure in report.failures]


@pytest.mark.parametrize(("template", "facts"), one_of_each())
def test_the_legal_mentions_and_the_european_block(template, facts):
    pdf = print_document(template, facts).pdf
    text = words(pdf)
    for phrase in (MENTION, "SIRET 12345678900012", "Cofinancé par l’Union européenne", "1 / "):
        assert phrase in text
    _width, height = bounds_mm(seen(pdf, dpi=150), EU_BLUE, dpi=150, until_gap=True)
    assert height >= 10


class TestAttendanceSheet:
    def test_blank_has_a_room_to_sign_for_each_person_and_half_day(self):
        facts = attendance_facts(days=1, people=2)
        text = words(print_document("attendance", facts).pdf)
        for phrase in (
            "Feuille d’émargement",
            "Néerlandais pour la logistique, niveau A1",
            "Nederlands voor de logistiek, niveau A1",
            "LOG-A1-2026-10-DK",
            "Salle polyvalente, Hondschoote",
            "lundi 23 novembre",
            "9 h – 12 h 30",
            "Lieselot Vermeersch",
            "Amina Benali 1",
        ):
            assert phrase in text

    def test_a_square_is_high_enough_for_a_pen(self):
        """From one line of the grid to the next: the left border of the names, seen at 150 dots an inch."""
        picture = seen(print_document("attendance", attendance_facts(days=1, people=6)).pdf, dpi=150)
        column = picture.convert("L").crop((900, 0, 903, picture.height))
        lines = [y for y in range(picture.height) if column.getpixel((1, y)) < 110]
        rows = [y for y, before in zip(lines, [-9, *lines], strict=False) if y - before > 2]
        heights = [(later - one) * 25.4 / 150 for one, later in pairwise(rows)]
        assert len([one for one in heights if one >= 12]) >= 6

    def test_forty_people_take_several_pages_and_each_repeats_the_codes(self):
        facts = attendance_facts(people=40)
        printed = print_document("attendance", facts)
        assert printed.pages >= 4
        assert LONG_NAME in words(printed.pdf)
        text = words(printed.pdf)
        assert text.count(facts.meetings[0].url.rpartition("/")[2]) == printed.pages
        assert f"{printed.pages} / {printed.pages}" in text

    def test_every_code_is_read_from_the_paper(self):
        facts = attendance_facts(days=5, people=3)
        picture = seen(print_document("attendance", facts).pdf, dpi=150)
        read = {each.text for each in zxingcpp.read_barcodes(picture)}
        assert read == {meeting.url for meeting in facts.meetings}

    def test_more_half_days_than_a_page_is_wide_go_on_in_a_second_table(self):
        facts = attendance_facts(days=7, people=2)
        text = words(print_document("attendance", facts).pdf)
        assert text.count("Amina Benali 1") == 2

    def test_filled_shows_how_each_one_signed(self):
        text = words(print_document("attendance", attendance_facts(days=1, people=8, filled=True)).pdf)
        for phrase in (
            "tracé sur la tablette 9 h 02",
            "nom saisi sur la tablette 9 h 03",
            "signé sur son téléphone 9 h 04",
            "Maladie (arrêt de travail)",
            "en retard de 15 min",
            "contresigné et clos 12 h 34",
            "0123456789abcdef" * 4,
        ):
            assert phrase in text

    def test_a_correction_shows_both_values(self):
        text = words(print_document("attendance", attendance_facts(days=1, filled=True)).pdf)
        one = amended()
        assert f"{one.old_fr} {one.new_fr} {one.reason}" in text
        assert "Hélène Vandamme, 24 novembre 2026" in text

    def test_the_hours_of_those_who_were_there_are_added_up(self):
        squares = [presence(0), presence(1), presence(3)]
        people = tuple(Attendant(name=str(number), presences=(it,)) for number, it in enumerate(squares))
        meeting = attendance_facts(days=1, filled=True).meetings[:1]
        facts = attendance_facts(days=1, filled=True, meetings=meeting, attendants=people)
        assert "2 · 6 h 45" in words(print_document("attendance", facts).pdf)

    def test_the_dutch_copy_says_that_it_is_one(self):
        text = words(print_document("attendance", attendance_facts(days=1), language="nl").pdf)
        assert "Aanwezigheidslijst vertaling ter informatie" in text
        assert "9.00 – 12.30 uur" in text

    def test_a_signature_is_lines_and_nothing_else(self):
        with pytest.raises(PressFault):
            drawings.strokes('M0 0"/><script/>', width=100, height=40)

    def test_the_same_sheet_is_the_same_file(self):
        facts = attendance_facts(days=1, filled=True)
        assert print_document("attendance", facts).pdf == print_document("attendance", facts).pdf

    def test_nothing_to_sign_for_who_is_not_expected(self):
        people = (Attendant(name="Nadia", presences=(Presence(state="outside"),) * 2),)
        facts = attendance_facts(days=1, attendants=people)
        assert "Nadia – –" in words(print_document("attendance", facts).pdf)


class TestStatement:
    def test_weeks_half_days_and_totals(self):
        text = words(print_document("statement", statement_facts()).pdf)
        for phrase in (
            "novembre 2026",
            "Identifiant France Travail : 1234567A",
            "45 : 2 novembre – 3 novembre 7 h 6 h 45 – 0 h 15 –",
            "Total du mois 17 h 30 6 h 45 3 h 30 3 h 45 3 h 30",
            "mardi 3 novembre, matin 9 h – 12 h 30 3 h 30 3 h 15 – 0 h 15 – 15 min de retard",
            "Certifié exact par Hélène Vandamme, le 3 décembre 2026",
            "R6341-35",
        ):
            assert phrase in text, phrase

    def test_a_new_version_says_what_it_replaces_and_why(self):
        facts = statement_facts(number=2, reason="Certificat médical reçu")
        text = words(print_document("statement", facts).pdf)
        assert "version 2 (remplace la version 1 : Certificat médical reçu)" in text

    def test_who_left_is_said_with_the_reason(self):
        facts = statement_facts(left_on=facts_day(), left_fr="Emploi trouvé", left_nl="Werk gevonden")
        assert "Sortie de formation le 20 novembre 2026 : Emploi trouvé" in words(
            print_document("statement", facts).pdf
        )

    def test_frozen_facts_come_back_the_same(self):
        facts = statement_facts()
        assert StatementFacts.from_json(facts.to_json()) == facts


def facts_day():
    return statement_facts().lines[-1].day.replace(day=20)


class TestRealisation:
    def test_the_official_text_then_the_courtesy_translation(self):
        printed = print_document("realisation", realisation_facts())
        assert printed.pages == 2
        text = words(printed.pdf)
        for phrase in (
            "CERTIFICAT DE RÉALISATION Je soussigné(e) Jean-Marc Lefebvre, représentant(e) légal(e) du "
            "dispensateur de l’action concourant au développement des compétences",
            "Mme/M. Amina Benali a suivi l’action Néerlandais pour la logistique, niveau A1",
            "☒ action de formation ☐ bilan de compétences ☐ action de VAE ☐ action de formation par "
            "apprentissage",
            "Qui s’est déroulée du 1er octobre 2026 au 18 décembre 2026, pour une durée de 105 h 30.",
            "pendant une durée de 3 ans à compter de la fin de l’année du dernier paiement",
            "Vertaling ter informatie – het Franse origineel op pagina 1 geldt",
            "van 1 oktober 2026 tot en met 18 december 2026 en duurde 105 uur 30",
        ):
            assert phrase in text, phrase

    def test_nothing_of_ours_stands_on_the_official_page(self):
        pdf = print_document("realisation", realisation_facts()).pdf
        with opened(pdf) as document:
            assert len(document.pages) == 2
        assert "Grenstaal" not in words(pdf)
