"""Where certificats de réalisation show outside this floor: a learner's documents, a session's file."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from certificates.models import Realisation
from documents import store
from training.domain.queries.learner import DocumentItem
from training.domain.session_files import Paper
from training.models import Enrolment, Session


def realisations_of(enrolments: Sequence[Enrolment]) -> list[DocumentItem]:
    """Those that stand, one query for all the enrolments."""
    standing = Realisation.objects.standing().filter(enrolment__in=enrolments)
    return [
        DocumentItem(
            enrolment_id=each.enrolment_id,
            title=_("Certificate of completed hours (PDF)"),
            url=reverse("realisation_file", args=[each.pk]),
            date=timezone.localdate(each.issued_at),
        )
        for each in standing
    ]


def papers_of(session: Session) -> list[Paper]:
    """Each version that was issued."""
    rows = Realisation.objects.filter(enrolment__session=session)
    return [
        Paper(
            name=f"certificats-de-realisation/{each.enrolment_id}-v{each.number}.pdf",
            about=f"Certificat de réalisation, {each.facts['holder_name']}, version {each.number}"
            + (", remplacé" if each.replaced_at else ""),
            read=lambda each=each: store.read(each.document),
        )
        for each in rows.select_related("document").order_by("enrolment", "number")
    ]


def way_to(session: Session) -> tuple[str, str]:
    """The link on the page of the register's papers."""
    return reverse("issuing_office:realisations", args=[session.pk]), _("Certificates of completed hours")
