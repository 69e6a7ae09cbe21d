"""What became of a person's certificates, as lines of their timeline (the register of the floor below)."""

from django.utils.translation import gettext as _

from accounts.models import Person
from certificates.models import Certificate
from training.domain.queries.timeline import Line


def certificates_in_time(person: Person) -> list[Line]:
    """Issued, and revoked or replaced: one query."""
    rows = Certificate.objects.filter(enrolment__person=person).select_related(
        "enrolment__session", "issued_by", "revoked_by"
    )
    return [line for one in rows.order_by("issued_at", "pk") for line in _lines(one)]


def _lines(one: Certificate) -> list[Line]:
    about, code = one.enrolment.session.title, {"code": one.grouped_code}
    issued = Line(
        at=one.issued_at,
        what=_("Certificate %(code)s issued") % code,
        said=_("Your certificate %(code)s was issued") % code,
        about=about,
        who=str(one.issued_by),
    )
    if one.revoked_at is None:
        return [issued]
    return [
        issued,
        Line(
            at=one.revoked_at,
            what=_("Certificate %(code)s revoked") % code,
            said=_("Your certificate %(code)s is no longer valid") % code,
            about=about,
            who=str(one.revoked_by),
            note=str(one.get_revocation_reason_display()),
        ),
    ]
