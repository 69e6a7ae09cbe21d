"""Files as people make them, and the ways to bring one in."""

import io

from openpyxl import Workbook

from training.domain.importing import running
from training.enums import ImportKind
from training.models import Import

K = ImportKind
PEOPLE = "Prénom;Nom;Date de naissance;Identifiant;Code INSEE;Téléphone;Langue"
SESSIONS = "Code;Formation;Organisme;Début;Fin;Capacité;Minimum;Salle;Formateurs"
HALF_DAYS = "session;date;de;à;salle;lesgever;motif jour férié"
ENROLMENTS = "session;prénom;nom;date de naissance"


def letters(number: int) -> str:
    """A number as the end of a name: 0 a, 25 z, 26 ba."""
    return (letters(number // 26) if number > 25 else "") + chr(ord("a") + number % 26)


def a_workbook(*lines) -> bytes:
    book, content = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(content)
    return content.getvalue()


def csv(*lines: str, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(lines).encode(encoding)


def a_line_of_a_session(code: str = "IMP-1", **fields) -> str:
    facts = {
        "course": "",
        "provider": "Maison PROVIDER",
        "first": "05/10/2027",
        "last": "25/11/2027",
        "capacity": "12",
        "minimum": "",
        "room": "Salle Vauban",
        "trainers": "",
    } | fields
    return ";".join([code, *facts.values()])


def checked(kind: str, content: bytes, by) -> Import:
    """Brought in with the guessed columns, every line tried (the suite is its own worker)."""
    source = running.bring_in(kind=kind, content=content, by=by, language="fr")
    running.name_columns(source=source, mapping=source.mapping, by=by)
    return Import.objects.get(pk=source.pk)


def written(kind: str, content: bytes, by) -> Import:
    source = checked(kind, content, by)
    assert not source.rows.exclude(errors={}).exists(), list(source.rows.values_list("errors", flat=True))
    running.choose(source=source, shown=_numbers(source), ticked=_numbers(source), by=by)
    running.begin_writing(source=source, by=by)
    return Import.objects.get(pk=source.pk)


def _numbers(source: Import) -> list[int]:
    return list(source.rows.values_list("number", flat=True))


def wrong(source: Import, *, language: str = "fr") -> dict[int, dict[str, str]]:
    """Line → cell → what is wrong with it. Whatever it is, it is said in both languages."""
    found = dict(source.rows.exclude(errors={}).values_list("number", "errors"))
    for said in (said for errors in found.values() for said in errors.values()):
        assert set(said) == {"fr", "nl"}
        assert said["fr"] != said["nl"]
    return {
        number: {cell: said[language] for cell, said in errors.items()} for number, errors in found.items()
    }
