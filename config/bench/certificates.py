"""The verification page among a thousand certificates and among very many: rows made in SQL, never issued."""

from statistics import median

from django.db import connection, transaction

from certificates.models import Certificate
from config.bench.load import requests_per_second
from config.bench.table import Line

FEW, MANY, MOST = 1_000, 200_000, 1_000_000
ROUNDS = 5
SECONDS = 0.6
STRANGE = 10**9  # keys that no enrolment, document or person has


def run(port: int, *, many: int) -> list[Line]:
    """Both figures beside the floor's of the same moment, so that a busy minute counts for neither."""
    codes = list(Certificate.objects.standing().values_list("code", flat=True))
    fill(FEW)
    among_few = beside_floor(port, codes)
    fill(many)
    ratio = beside_floor(port, codes) / among_few
    plan = plan_of(codes[0])
    return [
        Line(f"verification, {many:,} / {FEW:,} certificates", f"{ratio:.2f}", "at least 0.8", ratio >= 0.8),
        Line("verification, plan", plan, "by the index", "Index" in plan and "Seq Scan" not in plan),
    ]


def beside_floor(port: int, codes: list[str]) -> float:
    pages, floor, ratios = [f"/v/{code}" for code in codes], ["/bench/trivial/"], []
    for _ in range(ROUNDS):
        rate = requests_per_second(port, pages, seconds=SECONDS, headers={})
        ratios.append(rate / requests_per_second(port, floor, seconds=SECONDS, headers={}))
    return median(ratios)


def fill(total: int) -> None:
    """So many more certificates. Foreign keys are not looked at: the database is thrown away."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            """
            INSERT INTO certificates_certificate (kind, code, enrolment_id, facts, facts_version,
                facts_sha256, document_id, issuer_id, number, previous_sha256, record_sha256,
                issued_at, issued_by_id, revocation_reason)
            SELECT 'END_OF_TRAINING', upper(lpad(to_hex(number), 12, '0')),
                %(strange)s + number, '{}', 1, repeat('0', 64), %(strange)s + number, %(strange)s, 1 + number,
                lpad(to_hex(number - 1), 64, '0'), lpad(to_hex(number), 64, '0'), now(), %(strange)s, ''
            FROM generate_series(1, %(total)s) AS number
            ON CONFLICT DO NOTHING
            """,
            {"strange": STRANGE, "total": total},
        )
        cursor.execute("ANALYZE certificates_certificate")


def plan_of(code: str) -> str:
    """What PostgreSQL does to find one code."""
    plan = Certificate.objects.filter(code=code).order_by().explain()
    return plan.split("  (")[0].removesuffix("on certificates_certificate").strip()[:40]
