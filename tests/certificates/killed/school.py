"""A session of very many people who have all earned the certificate, in an empty database."""

import shutil

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from config.services import tables
from config.services.database import open_database
from tests.certificates.school import School, enrolled, finished_session
from training.models import Assessment, Attendance, Enrolment


def build(people: int) -> School:
    """The first goes through every verb; the others are told the same."""
    empty()
    school = finished_session(people=1)
    first = school.enrolments[0]
    others = [enrolled(school.session, number) for number in range(1, people)]
    for model in (Attendance, Assessment):
        copy_to(others, list(model.objects.filter(enrolment=first).order_by("pk")))
    return School(school.coordinator, school.trainer, school.provider, school.session, [first, *others])


def empty() -> None:
    shutil.rmtree(settings.FILES, ignore_errors=True)
    with open_database(settings.DATABASES["default"]["NAME"]) as fresh:
        fresh.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        tables.lay(fresh)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_reference", verbosity=0)
    with connection.cursor() as cursor:  # what is committed is on disk when the server dies
        cursor.execute("ALTER DATABASE grenstaal SET synchronous_commit = on")
    connection.close()


def copy_to(others: list[Enrolment], rows: list) -> None:
    """The same rows for everybody. Triggers are not asked: these half-days are closed."""
    model = type(rows[0])
    names = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    copies = [
        model(**{name: getattr(row, name) for name in names} | {"enrolment_id": one.pk})
        for one in others
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
    model.objects.bulk_create(copies, batch_size=2000)
    connection.close()
