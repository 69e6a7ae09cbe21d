"""One row changed in SQL, the guards asleep: found, and named in words. For every kind of row."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction

from documents.models import archive
from tests.training.attendance.test_signing import sign
from tests.training.planning.builders import (
    a_coordinator,
    a_session,
    a_trainer,
    absence,
    enrolled,
    in_the_lesson,
)
from training.domain import amending, anchors, attendance, auditing
from training.enums import Signing
from training.models import Attendance, RegisterFinding


@pytest.fixture
def half_day(db):
    """Two learners: one signed twice (the first was voided), one was corrected afterwards."""
    trainer = a_trainer()
    half_day = a_session(trainer=trainer, signing=Signing.SCREEN).half_days.first()
    one, other = enrolled(half_day.session), enrolled(half_day.session)
    with in_the_lesson(half_day):
        for learner in (one, other):
            sign(half_day, learner)
        attendance.mark(half_day=half_day, enrolment=other, by=trainer, minutes_late=10)
        sign(half_day, other)
        closed = attendance.close(half_day=half_day, by=trainer, head_count=2)
        amending.amend(
            half_day=closed,
            enrolment=one,
            by=trainer,
            reason="Elle était malade.",
            absence_code=absence(),
            document=b"%PDF-1.4\n%%EOF\n" + b"0" * 100,
        )
    return closed


def behind_the_back(sql: str) -> None:
    """As the owner of the database could: no trigger runs."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql)
        assert cursor.rowcount > 0
        cursor.execute("SET session_replication_role = origin")


def found(half_day) -> str:
    return " | ".join(auditing.audit(half_day.session, known=anchors.last_known().get(half_day.session_id)))


def test_an_honest_register_is_as_it_was(half_day):
    assert found(half_day) == ""


PAYLOAD = "payload = replace(payload, '\"minutes_late\":10', '\"minutes_late\":0')"
CHANGES = {
    "a mark": (
        "UPDATE training_attendance SET minutes_late = 0 WHERE minutes_late = 10",
        "minutes_late: 10 → 0",
    ),
    "a mark gone": ("DELETE FROM training_attendance WHERE minutes_late = 10", "La présence"),
    "a mark added": (
        "INSERT INTO training_attendance (half_day_id, enrolment_id, minutes_late, minutes_left_early,"
        " recorded_by_id, recorded_at) SELECT half_day_id, 99999, 0, 0, recorded_by_id, now()"
        " FROM training_attendance LIMIT 1",
        "99999",
    ),
    "the times": (
        "UPDATE training_halfday SET end_time = '13:00' WHERE closed_at IS NOT NULL",
        "until: 12:00 → 13:00",
    ),
    "the day": (
        "UPDATE training_halfday SET date = '2027-01-13' WHERE closed_at IS NOT NULL",
        "date: 2027-01-11",
    ),
    "the trainer": ("UPDATE training_halfday SET trainer_id = NULL WHERE closed_at IS NOT NULL", "trainer:"),
    "the title": ("UPDATE training_session SET title_fr = 'Autre'", "title_fr:"),
    "the count of heads": ("UPDATE training_halfday SET head_count = 3 WHERE closed_at IS NOT NULL", "close"),
    "closed at": ("UPDATE training_halfday SET closed_at = now() WHERE closed_at IS NOT NULL", "close"),
    "opened again": (
        "UPDATE training_halfday SET closed_at = NULL, closed_by_id = NULL WHERE closed_at IS NOT NULL",
        "rouverte",
    ),
    "a half-day gone": ("DELETE FROM training_halfday WHERE closed_at IS NOT NULL", "supprimée"),
    "handwriting": (
        "UPDATE training_signature SET mark = '[[0,0,500,300]]' WHERE attempt = 2",
        "La signature",
    ),
    "who signed": (
        "UPDATE training_signature SET signed_by_id = signed_by_id + 1 WHERE attempt = 2",
        "La signature",
    ),
    "when it was signed": (
        "UPDATE training_signature SET signed_at = now() WHERE attempt = 2",
        "La signature",
    ),
    "for whom": (
        "UPDATE training_signature SET enrolment_id = enrolment_id + 100 WHERE attempt = 2",
        "quelqu’un d’autre",
    ),
    "what was signed": (
        f"UPDATE training_signature SET signed_hash = '{'a' * 64}' WHERE attempt = 2",
        "La signature",
    ),
    "a signature gone": ("DELETE FROM training_signature WHERE attempt = 2", "La signature"),
    "a voiding": ("UPDATE training_voiding SET by_id = by_id + 1", "ne compte plus"),
    "a voiding gone": ("DELETE FROM training_voiding", "ne compte plus"),
    "a correction": ("UPDATE training_amendment SET absence_code_id = NULL", "La correction"),
    "the reason of a correction": ("UPDATE training_amendment SET reason = 'Autre'", "La correction"),
    "a correction gone": ("DELETE FROM training_amendment", "La correction"),
    "a link": (f"UPDATE training_chainlink SET {PAYLOAD} WHERE kind = 'CLOSED'", "Le maillon 5"),
    "a link and its hash": (
        f"UPDATE training_chainlink SET {PAYLOAD}, hash = encode(sha256(convert_to(replace(payload,"
        " '\"minutes_late\":10', '\"minutes_late\":0'), 'UTF8')), 'hex') WHERE kind = 'CLOSED'",
        "Le maillon 6",
    ),
    "the row of a link": ("UPDATE training_chainlink SET at = now() WHERE number = 2", "Le maillon 2"),
    "a link gone": ("DELETE FROM training_chainlink WHERE number = 3", "Le maillon 3"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_row_is_found_and_named(half_day, change):
    sql, named = CHANGES[change]
    with transaction.atomic():
        behind_the_back(sql)
        said = found(half_day)
        transaction.set_rollback(True)  # no test leaves keys behind that point nowhere
    assert named in said


def test_a_chain_that_was_cut_off_is_found_by_what_is_kept_outside(half_day):
    auditing.note()
    behind_the_back("DELETE FROM training_amendment")
    behind_the_back("DELETE FROM training_chainlink WHERE kind = 'AMENDED'")
    assert "elle avait 6 maillons et en a 5" in found(half_day)
    auditing.note()
    assert "coupée" in found(half_day), "the longer end stays known"


def test_a_chain_that_was_written_anew_is_found(half_day):
    auditing.note()
    ends = json.dumps({half_day.session_id: [6, "b" * 64]}).encode()
    archive().save("anchors/2999-01-01.json", ContentFile(ends))
    assert "conservé hors de la base" in found(half_day)


def test_a_lost_document_is_found(half_day):
    archive().delete(half_day.links.get(kind="AMENDED").amendment.document.name)
    assert "Le document de la correction" in found(half_day)


def test_the_nightly_check_tells_the_office_in_both_languages(half_day):
    assert auditing.note().findings.count() == 0
    behind_the_back(CHANGES["a mark"][0])
    finding = auditing.note().findings.get()
    assert "minutes_late: 10 → 0" in finding.sentence_fr
    assert "minutes_late: 10 → 0" in finding.sentence_nl
    assert finding.sentence_fr != finding.sentence_nl
    assert list(RegisterFinding.objects.of_the_last_check().visible_to(a_coordinator())) == [finding]
    assert not RegisterFinding.objects.visible_to(a_trainer()).exists()


def test_the_command_says_so_and_its_exit_code_too(half_day, capsys):
    call_command("verify_registers")
    behind_the_back(CHANGES["a mark"][0])
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_registers", session=half_day.session.code)
    assert stopped.value.code == 1
    assert f"{half_day.session.code}: " in capsys.readouterr().out


def test_a_register_closed_without_the_verb_is_found(db):
    half_day = a_session().half_days.first()
    learner = enrolled(half_day.session)
    Attendance.objects.create(
        half_day=half_day, enrolment=learner, recorded_by=half_day.trainer, recorded_at=half_day.starts_at
    )
    half_day.closed_at, half_day.closed_by = half_day.ends_at, half_day.trainer
    half_day.save()
    assert "personne ne l’a contresignée" in found(half_day)
