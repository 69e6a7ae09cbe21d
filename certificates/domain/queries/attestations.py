"""Where attestations show outside this floor: a learner's documents, a session's file, a timeline."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Person
from certificates.enums import AttestationKind
from certificates.models import Attestation
from documents import store
from training.domain.queries.learner import DocumentItem
from training.domain.queries.timeline import Line
from training.domain.session_files import Paper
from training.models import Enrolment, Session

# In the file of a session: the folder, and what the papers are called there, in French.
IN_THE_FILE = {
    AttestationKind.REALISATION: ("certificats-de-realisation", "Certificat de réalisation"),
    AttestationKind.ATTENDANCE: ("attestations-d-assiduite", "Attestation d’assiduité"),
    AttestationKind.PROFILE: ("profils-linguistiques", "Fiche de profil linguistique"),
}


def attestations_of(enrolments: Sequence[Enrolment]) -> list[DocumentItem]:
    """Those that count, one query for all the enrolments."""
    return [
        DocumentItem(
            enrolment_id=each.enrolment_id,
            title=_("%(paper)s (PDF)") % {"paper": each.get_kind_display()},
            url=reverse("attestation_file", args=[each.pk]),
            date=timezone.localdate(each.ordered_at),
        )
        for each in Attestation.objects.standing().filter(enrolment__in=enrolments)
    ]


def papers_of(session: Session) -> list[Paper]:
    """Each version that was made; one that is still being made is in the next file."""
    rows = Attestation.objects.filter(enrolment__session=session).exclude(document=None)
    return [_paper(each) for each in rows.select_related("document").order_by("kind", "enrolment", "number")]


def _paper(one: Attestation) -> Paper:
    folder, called = IN_THE_FILE[AttestationKind(one.kind)]
    replaced = ", remplacé par une version plus récente" if one.replaced_at else ""
    return Paper(
        name=f"{folder}/{one.enrolment_id}-v{one.number}.pdf",
        about=f"{called}, {one.facts['holder_name']}, version {one.number}{replaced}",
        read=lambda: store.read(one.document),
    )


def way_to(session: Session) -> tuple[str, str]:
    """The link on the page of the register's papers."""
    return reverse("issuing_office:papers", args=[session.pk]), _("Certificates and attestations")


def attestations_in_time(person: Person) -> list[Line]:
    """Who ordered which paper, and whether it is there: one query."""
    rows = Attestation.objects.filter(enrolment__person=person)
    return [_line(one) for one in rows.select_related("enrolment__session", "ordered_by", "document")]


def _line(one: Attestation) -> Line:
    facts = {"paper": one.get_kind_display(), "number": one.number}
    what, at = _("%(paper)s, version %(number)d, ordered") % facts, one.ordered_at
    said = _("%(paper)s, version %(number)d, asked for") % facts
    if one.document:
        what, at = _("%(paper)s, version %(number)d, made") % facts, one.document.created_at
        said = _("%(paper)s, version %(number)d, is ready") % facts
    return Line(
        at=at,
        what=what,
        said=said,
        about=one.enrolment.session.title,
        who=str(one.ordered_by),
        note=one.reason,
    )
