"""Register, board and monthly statements of one group, alone and among 1,000 learners with 60 half-days each.

The crowd is copied in SQL from the group itself, row by row, with other keys: it weighs on the tables and is
seen by nobody.
"""

from django.db import connection, transaction

from config.bench import pages
from config.bench.lists import OFFICE
from config.bench.table import Line, at_most
from training.models import Session

LEARNERS, HALF_DAYS, GROUP = 1_000, 60, 25
STRANGE = 10**9  # keys that no session, person or trainer has
SLOWER = 1.5  # at most, for each page
WATCHED = ("training_halfday", "training_enrolment", "training_attendance", "training_assessment")


def run(group: Session) -> list[Line]:
    client, paths = pages.client_of(OFFICE), addresses(group)
    alone = {name: figures(client, path) for name, path in paths.items()}
    crowd(group)
    lines = []
    for name, path in paths.items():
        (few, fast), (many, slow) = alone[name], figures(client, path)
        lines.append(Line(f"{name}: queries, alone, in the crowd", f"{few}, {many}", "equal", few == many))
        lines.append(at_most(f"{name}: processor, in the crowd / alone", slow / fast, SLOWER))
    return lines


def addresses(group: Session) -> dict[str, str]:
    half_day = group.half_days.first()
    return {
        "roll-call": f"/trainer/half-days/{half_day.pk}/",
        "board": f"/trainer/sessions/{group.code}/",
        "monthly statements": f"/admin/sessions/{group.pk}/statements/{half_day.date:%Y-%m}/",
    }


def figures(client, path: str) -> tuple[int, float]:
    return pages.queries(client, path), pages.milliseconds(client, path)


def crowd(group: Session) -> None:
    """Foreign keys are not looked at: the database is thrown away."""
    half_day = group.half_days.first()
    mark = half_day.marks.order_by("pk").last()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, like, count, changed in (
            ("training_halfday", half_day.pk, LEARNERS // GROUP * HALF_DAYS, HALF_DAY),
            ("training_enrolment", mark.enrolment_id, LEARNERS, ENROLMENT),
            ("training_attendance", mark.pk, LEARNERS * HALF_DAYS, MARK),
        ):
            keys = {"strange": STRANGE, "group": GROUP, "half_days": HALF_DAYS, "like": like, "count": count}
            cursor.execute(COPY.format(table=table, changed=changed), keys)
        for table in WATCHED:
            cursor.execute(f"ANALYZE {table}")


COPY = """
    INSERT INTO {table}
    SELECT (jsonb_populate_record(one, jsonb_build_object('id', %(strange)s + number, {changed}))).*
    FROM {table} one, generate_series(0, %(count)s - 1) AS number WHERE one.id = %(like)s
"""
HALF_DAY = """
    'session_id', %(strange)s + number / %(half_days)s, 'uid', gen_random_uuid(), 'room_id', NULL,
    'trainer_id', NULL, 'date', one.date - (number %% %(half_days)s)
"""
ENROLMENT = """
    'session_id', %(strange)s + number / %(group)s, 'person_id', %(strange)s + number,
    'queue_position', 1 + number, 'transferred_from_id', NULL, 'pair_id', NULL
"""
MARK = """
    'enrolment_id', %(strange)s + number / %(half_days)s,
    'half_day_id', %(strange)s + number / %(half_days)s / %(group)s * %(half_days)s + number %% %(half_days)s
"""
