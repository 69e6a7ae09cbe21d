"""What a certificate says, gathered once from the floors below and frozen."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.enums import OrganisationKind
from accounts.models import Organisation
from certificates.domain import templates
from certificates.enums import CertificateKind
from certificates.exceptions import Refusal
from certificates.models import Issuer
from documents.facts import (
    FUNDING_STATEMENT_FR,
    FUNDING_STATEMENT_NL,
    CanDo,
    CertificateFacts,
    FundingFacts,
    SkillResult,
)
from training.domain import hours, progress
from training.domain.progress import TRUSTED_FIRST, SkillProgress
from training.enums import Moment
from training.models import Assessment, Course, Enrolment, Session

FEWEST_CAN_DOS, MOST_CAN_DOS = 4, 6
PAPER = "certificate"


def gather(
    enrolment: Enrolment, *, code: str, issued_on: date, replaces_code: str | None = None
) -> CertificateFacts:
    """All that the certificate of this enrolment will say for ever. Hours are those followed, in minutes.

    Raises Refusal that names the record and what it lacks; what remains is checked by the press.
    """
    session, person = enrolment.session, enrolment.person
    course, provider = session.course, session.provider
    issuer, operator = the_issuer(provider), _operator()
    return CertificateFacts(
        code=code,
        verify_url=f"{settings.SITE_URL}/v/{code}",
        kind=CertificateKind.END_OF_TRAINING.value,
        holder_given_name=person.given_name,
        holder_family_name=person.family_name,
        course_code=course.code,
        title_fr=session.title_fr,
        title_nl=session.title_nl,
        sector_code=course.sector.code,
        session_code=session.code,
        provider_name=provider.name_fr,
        provider_nda=_needed(provider, "activity_number"),
        provider_siret=provider.siret,
        provider_region=_needed(provider, "activity_region"),
        operator_name_fr=operator.name_fr,
        operator_name_nl=operator.name_nl,
        first_day=session.first_day,
        last_day=session.last_day,
        minutes_planned=hours.planned(session),
        minutes_followed=hours.followed(enrolment),
        levels=_levels(enrolment),
        objectives_fr=_lines(course.objectives_fr),
        objectives_nl=_lines(course.objectives_nl),
        can_do=_can_dos(course),
        **signature(issuer),
        issued_on=issued_on,
        funding=FundingFacts(
            statement_fr=FUNDING_STATEMENT_FR, statement_nl=FUNDING_STATEMENT_NL, programme=issuer.programme
        ),
        replaces_code=replaces_code,
        valid_until=valid_until(issuer, issued_on),
        design=templates.design_for(PAPER, provider),
    )


def signature(issuer: Issuer) -> dict[str, str]:
    """Who signs and where, as each paper of the provider says it."""
    return {
        "signatory_name": issuer.signatory_name,
        "signatory_role_fr": issuer.signatory_role_fr,
        "signatory_role_nl": issuer.signatory_role_nl,
        "place": issuer.place,
    }


def valid_until(issuer: Issuer, issued_on: date) -> date | None:
    """The last day of a certificate issued that day; None when it does not expire.

    The same day, so many years later; of 29 February the 28th where there is none.
    """
    if issuer.valid_years is None:
        return None
    try:
        return issued_on.replace(year=issued_on.year + issuer.valid_years)
    except ValueError:
        return issued_on.replace(year=issued_on.year + issuer.valid_years, day=28)


def lacking(session: Session) -> tuple[str, ...]:
    """What the records behind this session still lack before any certificate of it can be made."""
    questions = (
        lambda: _needed(session.provider, "activity_number"),
        lambda: _needed(session.provider, "activity_region"),
        lambda: the_issuer(session.provider),
        _operator,
        lambda: _can_dos(session.course),
        lambda: templates.design_for(PAPER, session.provider),
    )
    return tuple(filter(None, map(_refusal_of, questions)))


def _refusal_of(question: Callable[[], object]) -> str:
    try:
        question()
    except Refusal as refusal:
        return str(refusal)
    return ""


def _needed(provider: Organisation, field: str) -> str:
    value = getattr(provider, field)
    if not value:
        label = provider._meta.get_field(field).verbose_name
        raise _lack(_("“{label}” is missing in the record of {name}."), label=label, name=provider.name_fr)
    return value


def _operator() -> Organisation:
    operator = Organisation.objects.filter(kind=OrganisationKind.OPERATOR).order_by("pk").first()
    if operator is None:
        raise _lack(_("No organisation is marked as the operator."))
    return operator


def the_issuer(provider: Organisation) -> Issuer:
    """In whose name the provider's certificates are issued. Raises Refusal when nobody is named."""
    issuer = Issuer.objects.filter(provider=provider).first()
    if issuer is None:
        raise _lack(
            _("Nobody is named to sign the certificates of {name}: add an issuer."), name=provider.name_fr
        )
    return issuer


def _can_dos(course: Course) -> tuple[CanDo, ...]:
    chosen = [CanDo(fr=each.text_fr, nl=each.text_nl) for each in course.can_dos.all()[:MOST_CAN_DOS]]
    if len(chosen) < FEWEST_CAN_DOS:
        raise _lack(
            _("The course {code} needs at least {number} can-do statements for the certificate."),
            code=course.code,
            number=FEWEST_CAN_DOS,
        )
    return tuple(chosen)


def _levels(enrolment: Enrolment) -> tuple[SkillResult, ...]:
    """The skills that were measured, in their fixed order; the level at the end, else midway, counts."""
    newest_first = list(enrolment.assessments.select_related("assessor").order_by("-recorded_at", "-pk"))
    in_charge = enrolment.session.provider.name_fr
    return tuple(
        _result(one, newest_first, in_charge) for one in progress.profile(enrolment).skills if one.latest
    )


def _result(one: SkillProgress, newest_first: list[Assessment], in_charge: str) -> SkillResult:
    """`in_charge` answers for a level that came without the name of a person."""
    counts = (one.skill, Moment.EXIT if one.exit else Moment.MIDWAY, one.latest)
    same = [each for each in newest_first if (each.skill, each.moment, each.level) == counts]
    decisive = min(same, key=lambda each: TRUSTED_FIRST.index(each.source))
    assessor = decisive.assessor.get_full_name() if decisive.assessor else ""
    return SkillResult(
        skill=one.skill.value,
        entry=one.entry.value if one.entry else None,
        exit=one.latest.value,
        assessed_on=decisive.assessed_on,
        assessor_name=assessor or in_charge,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _lack(sentence, **names) -> Refusal:
    return Refusal(format_lazy(sentence, **names), code="fact_missing")
