"""Who sent somebody to us: noted by the office, or sent by the prescriber with the person's agreement.

A prescriber never learns that we knew somebody already: the file that is there is neither shown nor changed,
and what stands in its way is settled by the office behind the same answer (decision 0093).
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import files, messages
from accounts.domain.files import Candidate
from accounts.enums import KINDS_FOR_ROLE, Role
from accounts.models import Organisation, Person, User
from accounts.rules import YES, Verdict
from training.domain import enrolment as verbs
from training.domain import requests, seats, transferring
from training.domain.moves import fresh, move, remark
from training.domain.overlaps import RULE as ELSEWHERE
from training.domain.permissions import can_plan, insist
from training.domain.violations import refused_by
from training.enums import AgreedHow, EnrolmentStatus, EventReason
from training.exceptions import Refusal
from training.models import Enrolment, Referral, Session

LETTER = "training/emails/referred"
S = EnrolmentStatus


@transaction.atomic
def refer(*, enrolment: Enrolment, organisation: Organisation | None, by: User | None) -> Enrolment:
    """Notes which prescriber sent this person (None: nobody). Idempotent.

    From then on the people of that organisation see the stage of this enrolment, never an evaluation. With
    nobody, what organisations sent goes too: the person objected, or it was a mistake; the diary keeps it.
    """
    insist(can_plan(by))
    if organisation is not None and organisation.kind not in KINDS_FOR_ROLE[Role.PRESCRIBER]:
        raise Refusal(_("Only a prescriber or a member authority refers people."), code="kind")
    enrolment = fresh(enrolment.pk)
    enrolment.referred_by = organisation
    enrolment.save(update_fields=["referred_by"])
    if organisation is None:
        enrolment.referrals.all().delete()
    return enrolment


def referrals_follow(old: Enrolment, new: Enrolment) -> None:
    """Moved with the person: the agreement is about them, not about the dates.

    Not those of which no stage is read: the prescriber would read the move.
    """
    old.referrals.filter(organisation=old.referred_by_id).update(enrolment=new)


transferring.FOLLOWS.append(referrals_follow)


@dataclass(frozen=True)
class Agreement:
    """That the person said yes to being referred: on which day, and how."""

    on: date
    how: str


def may_send(user: User, organisation: Organisation) -> Verdict:
    """Whether this account may refer people for this organisation, and whom to ask if not."""
    own = Organisation.objects.with_members_in_role(user, Role.PRESCRIBER)
    is_kind = organisation.kind in KINDS_FOR_ROLE[Role.PRESCRIBER]
    if not is_kind or not own.filter(pk=organisation.pk).exists():
        return Verdict(False, _("Only a prescriber or a member authority refers people."))
    if organisation.verified_at is None:
        sentence = _(
            "“%(organisation)s” cannot refer people on line yet: the coordination has to verify it first. "
            "Call or write to the coordination."
        )
        return Verdict(False, sentence % {"organisation": organisation.name})
    return YES


@transaction.atomic
def send_person(
    *,
    session: Session,
    organisation: Organisation,
    by: User,
    candidate: Candidate,
    agreement: Agreement | None,
    message: str = "",
) -> Referral:
    """Sends the request of a person who agreed to be referred, and writes to them. Locks the session.

    A chair, the waiting list or a decision by the usual rules; chairs kept for the organisation count.
    Whoever asked for this session by themselves keeps their request as it is, and the prescriber reads no
    stage of it. Refuses: who may not refer, no agreement, a closed session, who is too young, a second time.
    """
    insist(may_send(by, organisation))
    _insist_on_agreement(agreement)
    session = seats.lock(session.pk)
    requests.insist_on_open(session)
    _insist_on_adult(candidate, session)
    known = files.recognise(candidate)
    person = known or files.open_file(candidate)
    asked = session.enrolments.active().filter(person=person).select_related("person").first()
    _insist_on_first_time(asked, organisation)
    is_own = asked is not None and (asked.status != S.DRAFT or asked.referred_by_id is not None)
    enrolment = asked if is_own else _begin(session, person, organisation)
    with refused_by(Referral):
        referral = Referral.objects.create(
            enrolment=enrolment,
            organisation=organisation,
            by=by,
            at=timezone.now(),
            agreed_on=agreement.on,
            agreed_how=agreement.how,
            message=message.strip(),
        )
    remark(enrolment, EventReason.REFERRED, by=by, note=organisation.name)
    _write_to(person, referral)
    if not is_own:
        _submit(enrolment, session, is_known=known is not None)
    return referral


def _insist_on_agreement(agreement: Agreement | None) -> None:
    if agreement is None or agreement.how not in AgreedHow.values:
        raise Refusal(_("We take nobody who has not agreed to it: ask the person first."), code="agreement")
    if agreement.on > timezone.localdate():
        raise Refusal(_("This day is still to come: when did the person agree?"), code="agreed_on")


def _insist_on_adult(candidate: Candidate, session: Session) -> None:
    if not (verdict := requests.old_enough(candidate.identity.birth_date, session.first_day)):
        raise Refusal(verdict.reason, code="minor")


def _insist_on_first_time(asked: Enrolment | None, organisation: Organisation) -> None:
    """Said only about what the organisation sees anyway: its own referrals."""
    if asked is None:
        return
    if asked.referred_by_id == organisation.pk or asked.referrals.filter(organisation=organisation).exists():
        sentence = _("Your organisation referred this person to this session already: look at your list.")
        raise Refusal(sentence, code="twice")


def _begin(session: Session, person: Person, organisation: Organisation) -> Enrolment:
    draft = fresh(verbs.begin(session=session, person=person, by=None).pk)
    draft.referred_by = organisation
    draft.privacy_version = requests.PRIVACY_VERSION
    draft.save(update_fields=["referred_by", "privacy_version"])
    return draft


def _submit(enrolment: Enrolment, session: Session, *, is_known: bool) -> None:
    """What stands in the way in a file that was there is not for the prescriber: the office decides."""
    try:
        verbs.submit(enrolment=enrolment, by=None)
    except Refusal as refusal:
        if not is_known or refusal.code not in (ELSEWHERE, "incomplete"):
            raise
        draft = fresh(enrolment.pk)
        facts = seats.arrival(draft, session) | {"privacy_seen_at": timezone.now()}
        move(draft, to=S.SUBMITTED, by=None, reason=EventReason.REFERRED, letter="received", **facts)


def _write_to(person: Person, referral: Referral) -> None:
    """Somebody without an account is told by telephone: the office's list shows it."""
    if person.user is None:
        return
    messages.queue(
        recipient=person.user,
        template=LETTER,
        ids={"referral": referral.pk},
        dedupe_key=f"referral-{referral.pk}",
    )
