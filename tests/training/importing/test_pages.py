"""The pages of an import: columns, lines, choice, result; bad files in words."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Person
from tests.training.enrolment.builders import an_open_session, sent
from tests.training.importing.files import PEOPLE, SESSIONS, K, checked, csv, letters, written
from tests.training.planning.builders import a_coordinator
from training.domain.importing import running, tables
from training.enums import ImportStatus
from training.models import Import

pytestmark = pytest.mark.django_db


ADD = "imports_office:add"


def upload(client, content: bytes, kind: str = K.PEOPLE, name: str = "people.csv", **fields):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse(ADD), {"kind": kind, "file": file, "told": "on"} | fields)


@pytest.fixture
def office(client, by):
    cache.clear()
    client.force_login(by)
    return client


def test_the_whole_way(office):
    content = csv("Prenom usuel;Nom;Date de naissance", "Zoé;Lefèvre;12/03/1994", "Ada;Roux;hier")
    page = upload(office, content).url
    html = office.get(page).content.decode()
    assert 'name="columns"' in html
    assert "Dans la première ligne" in html
    office.post(page, {"columns": "1", "given_name": "", "family_name": "1", "birth_date": "2"})
    refused = office.post(page, {"columns": "1", "given_name": "", "family_name": "1", "birth_date": "2"})
    assert "Dites dans quelle colonne" in refused.content.decode()
    office.post(page, {"columns": "1", "given_name": "0", "family_name": "1", "birth_date": "2"})
    html = office.get(page).content.decode()
    assert "Ce n’est pas une date" in html
    assert html.count('name="ticked"') == 1
    only_bad = office.get(page + "?bad=1").content.decode()
    assert "hier" in only_bad
    assert "Zoé" not in only_bad
    office.post(page, {"write": "1", "shown": "2", "ticked": "2"})
    assert Person.objects.get().full_name == "Zoé Lefèvre"
    html = office.get(page).content.decode()
    assert "Les lignes du fichier sont supprimées" in html
    assert "Lefèvre" not in html


def test_a_colleague_reads_the_same_lines_in_the_other_language(client, by):
    """Of the cell, of the verb, and of the line as a whole."""
    content = csv(
        PEOPLE + ";Remarques", "Ada;Roux;hier;;;;", "Zoé;Un;12/03/1994;;;;", "zoé;UN;12/03/1994;;;;;vu"
    )
    source = checked(K.PEOPLE, content, by)
    page = reverse("imports_office:inspect", args=[source.pk])
    sentences = {
        "fr": ("Ce n’est pas une date.", "Parle de la même chose que la ligne 3.", "Remarques (H)"),
        "nl": ("Dit is geen datum.", "Gaat over hetzelfde als regel 3.", "Remarques (H)"),
    }
    for language, other in (("fr", "nl"), ("nl", "fr")):
        client.force_login(a_coordinator(language=language))
        html = client.get(page).content.decode()
        assert [one for one in sentences[language] if one not in html] == []
        assert not any(one in html for one in sentences[other][:2])


def test_lines_that_are_not_ticked_are_not_written_nor_are_bad_ones(office):
    content = csv(PEOPLE, "Zoé;Un;12/03/1994;;;;", "Ada;Deux;12/03/1994;;;;", "Bob;Trois;hier;;;;")
    page = upload(office, content).url
    source = Import.objects.get()
    office.post(page, {"columns": "1"} | {name: str(n) for name, n in source.mapping.items()})
    office.post(page, {"write": "1", "shown": ["2", "3", "4"], "ticked": ["3", "4", "x"]})
    assert [one.family_name for one in Person.objects.all()] == ["Deux"]


def test_waiting_shows_how_far_it_is_without_script(office, by):
    source = running.bring_in(kind=K.PEOPLE, content=csv(PEOPLE, "Z;L;1/1/1990;;;;"), by=by, language="fr")
    Import.objects.filter(pk=source.pk).update(status=ImportStatus.CHECKING)
    running.note_progress(source, 1)
    html = office.get(reverse("imports_office:inspect", args=[source.pk])).content.decode()
    assert '<progress id="import-progress" value="1" max="1">' in html
    assert "Regarder de nouveau" in html


def test_fifty_lines_a_page_and_the_choice_is_kept_from_page_to_page(office):
    content = csv(PEOPLE, *[f"Zoé;Nom{letters(number)};12/03/1994;;;;" for number in range(60)])
    page = upload(office, content).url
    source = Import.objects.get()
    office.post(page, {"columns": "1"} | {name: str(n) for name, n in source.mapping.items()})
    shown = [str(number) for number in range(2, 52)]
    answer = office.post(page, {"page": "2", "shown": shown, "ticked": shown[:10]})
    assert answer.url.endswith("?p=2")
    assert source.rows.filter(is_chosen=True).count() == 20
    assert office.get(answer.url).content.decode().count('name="ticked"') == 10


@pytest.mark.parametrize(
    ("content", "fields", "field"),
    [
        (b"", {}, "file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", {}, "file"),
        (b"PK\x03\x04broken", {}, "file"),
        (b"a;b\n1;2", {"told": ""}, "told"),
        (b"a;b\n1;2", {"kind": "HOUSES"}, "kind"),
    ],
)
def test_a_bad_file_is_a_clear_sentence(office, content, fields, field):
    form = upload(office, content, **fields).context["form"]
    assert field in form.errors
    assert not Import.objects.exists()


def test_sessions_need_no_notice(office):
    assert upload(office, csv(SESSIONS, "x"), K.SESSIONS, told="").status_code == 302


def test_templates_are_downloaded(office):
    for form in ("csv", "xlsx"):
        answer = office.get(reverse("imports_office:template", args=[K.PEOPLE, form]))
        assert answer["Content-Disposition"] == f'attachment; filename="grenstaal-people.{form}"'
        assert tables.read(answer.content).headers
    assert office.get("/admin/imports/template/PEOPLE/exe/").status_code == 404
    assert office.get("/admin/imports/template/HOUSES/csv/").status_code == 404


def test_the_list_of_files(office, by):
    sent(an_open_session())
    written(K.PEOPLE, csv(PEOPLE, "Zoé;Lefèvre;12/03/1994;;;;"), by)
    html = office.get(reverse("imports_office:index")).content.decode()
    assert "Personnes" in html
