"""A file of next year's sessions that the coordinator has just brought in: one line is good, one is not."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from training.domain.importing import running
from training.enums import ImportKind
from training.models import Course, Session

HEADINGS = "Code;Formation;Organisme;Début;Fin;Places;Salle"


def build(*, by: User) -> None:
    session = Session.objects.select_related("provider").order_by("pk").first()
    course = Course.objects.order_by("pk").first()
    begins = timezone.localdate() + timedelta(days=200)
    ends = begins + timedelta(days=60)
    common = f"{course.code};{session.provider.name_fr};{begins:%d/%m/%Y}"
    lines = (
        HEADINGS,
        f"PRINTEMPS-1;{common};{ends:%d/%m/%Y};12;Salle Pertuis, Dunkerque",
        f"PRINTEMPS-2;{common};31/02/2027;douze;Salle des Fêtes",
    )
    content = "\r\n".join(lines).encode("utf-8-sig")
    source = running.bring_in(kind=ImportKind.SESSIONS, content=content, by=by, language=by.language)
    running.name_columns(source=source, mapping=source.mapping, by=by)
    running.go_on(source.pk)
