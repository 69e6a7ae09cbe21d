"""A file of the office: sent, its columns named, looked over by line, half of it written, then the rest."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import Person, User
from tests.browser import addresses
from tests.browser.visitor import DESK, ON, PHONE, Visitor, write
from training.domain.importing import running
from training.enums import ImportKind, ImportStatus
from training.models import Import

pytestmark = pytest.mark.browser
HEADINGS = {
    "fr": "Prénom;Nom;Nom;Date de naissance;Téléphone;Remarques",
    "nl": "Voornaam;Naam;Familienaam;Geboortedatum;Gsm;Opmerkingen",
}
LINES = (
    "Ioulia;x;Ševčenko;13/04/1990;612345678;",
    "Zoé;x;Lefèvre;12/03/1994;;",
    ";x;Quaghebeur;hier;;",
    "zoé;x;LEFEVRE;12-3-1994;;",
)
WORDS = {
    "fr": ("Ce n’est pas une date.", "Cette case est vide.", "la même chose que la ligne 3", "Remarques (F)"),
    "nl": ("Dit is geen datum.", "Deze cel is leeg.", "hetzelfde als regel 3", "Opmerkingen (F)"),
}
WHERE = {"fr": "Ligne 4, Date de naissance\N{NO-BREAK SPACE}:", "nl": "Regel 4, Geboortedatum:"}
OTHER = {"fr": "nl", "nl": "fr"}


def a_file(folder: Path, language: str) -> Path:
    """As Excel saves it here: semicolons, a mark, empty lines below."""
    path = folder / "personnes.csv"
    path.write_bytes("\r\n".join([HEADINGS[language], *LINES, ";;;;;", ""]).encode("utf-8-sig"))
    return path


def send(office: Visitor, file: Path, *, told: bool = True) -> None:
    office.go(reverse("imports_office:add"))
    sheet = office.page.locator("form[enctype]")
    write(sheet, "kind", ImportKind.PEOPLE)
    sheet.locator("[name=file]").set_input_files(file)
    if told:
        write(sheet, "told", ON)
    office.follow(sheet.locator("button"))


def name_columns(office: Visitor, **columns: str) -> None:
    sheet = office.page.locator("form:has([name=columns])")
    for name, value in columns.items():
        write(sheet, name, value)
    office.follow(sheet.locator("[name=columns]"))


def press_write(office: Visitor) -> None:
    office.follow(office.page.locator("[name=write]"))


def known() -> set[str]:
    return set(Person.objects.values_list("family_name", flat=True)) & {"Ševčenko", "Lefèvre", "Quaghebeur"}


@pytest.mark.parametrize(("language", "size"), [("fr", DESK), ("nl", PHONE)])
def test_from_the_file_to_the_last_line(visitor, tmp_path, language, size):
    offices = User.objects.filter(email__in=[addresses.COORDINATOR, addresses.ADMINISTRATOR])
    offices.update(language=language)
    office, file = visitor(language=language, size=size), a_file(tmp_path, language)
    office.carry_key(addresses.COORDINATOR)
    send(office, file, told=False)
    assert office.page.locator("[name=told][aria-invalid=true]").count() == 1

    send(office, file)
    found = office.faults()
    if language == "fr":  # two columns of one name are left to the person
        name_columns(office)
        assert office.page.locator("[name=family_name][aria-invalid=true]").count() == 1
    name_columns(office, family_name="2")

    text = office.page.inner_text("#import")
    assert [one for one in WORDS[language] if one not in text] == []
    assert WHERE[language] in text
    assert known() == set()
    found += office.faults()
    a_colleague_reads_it(visitor, office.path(), OTHER[language])
    boxes = office.page.locator("[name=ticked]")
    assert boxes.count() == 2
    boxes.nth(1).uncheck()
    press_write(office)
    assert known() == {"Ševčenko"}
    assert Person.objects.get(family_name="Ševčenko").phone == "+33612345678"
    found += office.faults()

    send(office, file)
    name_columns(office, family_name="2")
    assert (
        office.page.locator("[name=ticked]:checked").count() == 1
    )  # who is there already is left as they are
    press_write(office)
    assert known() == {"Ševčenko", "Lefèvre"}
    assert found + office.faults() == []


def a_colleague_reads_it(visitor, path: str, language: str) -> None:
    User.objects.filter(email=addresses.ADMINISTRATOR).update(language=language)
    colleague = visitor(language=language, size=PHONE)
    colleague.carry_key(addresses.ADMINISTRATOR)
    colleague.go(path)
    text = colleague.page.inner_text("#import")
    assert [one for one in WORDS[language][:3] if one not in text] == []


def test_who_waits_is_told_how_far_it_is_and_led_on(visitor):
    """By script; without it the same page has a link."""
    by = User.objects.get(email=addresses.COORDINATOR)
    content = "\r\n".join([HEADINGS["nl"], *LINES]).encode()
    source = running.bring_in(kind=ImportKind.PEOPLE, content=content, by=by, language="fr")
    running.name_columns(source=source, mapping=source.mapping, by=by)
    Import.objects.filter(pk=source.pk).update(status=ImportStatus.CHECKING)
    running.note_progress(source, 1)
    office = visitor(size=PHONE)
    office.carry_key(addresses.COORDINATOR)
    office.go(reverse("imports_office:inspect", args=[source.pk]))
    bar = office.page.locator("#import progress")
    expect(bar).to_have_attribute("value", "1")
    found = office.faults()
    running.note_progress(source, 3)
    expect(bar).to_have_attribute("value", "3")
    Import.objects.filter(pk=source.pk).update(status=ImportStatus.CHECKED)
    expect(office.page.locator("[name=write]")).to_be_visible()
    assert found + office.faults() == []
