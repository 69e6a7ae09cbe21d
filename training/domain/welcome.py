"""The welcome pack: which version a session has, who was given it, and the file of each (decision 0080).

Giving a chair delivers the pack in the same transaction: `moves.move` calls `deliver`, and the database
refuses a confirmed place without a delivery (`enrolment_papers_before_place`). The file is printed
afterwards by the worker, because a press inside the lock of the chairs would make everybody wait.
"""

import logging
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.domain import messages
from accounts.models import User
from accounts.rules import YES, Verdict
from documents import press, store
from documents.enums import DocumentKind
from documents.exceptions import PressRefusal
from documents.models import Document
from documents.press import Printed
from training.domain import welcome_facts
from training.domain.permissions import insist
from training.enums import ATTENDING, Channel
from training.exceptions import Refusal
from training.models import (
    Delivery,
    Enrolment,
    InternalRules,
    Session,
    SessionEvent,
    TimetableChange,
    WelcomePack,
)
from training.signals import papers_due

logger = logging.getLogger(__name__)
CHANGED = "training/emails/papers_changed"
COMPARED_EVERY = timedelta(days=1)  # whatever leaves no trace of its own: a programme, a room's address
QUIET_FOR = timedelta(minutes=2)  # several changes in a row make one version
AT_ONCE = 50  # printed by one sweep


def current(session: Session) -> WelcomePack:
    """The newest version of the session, made when there is none. Under the session's lock.

    Raises Refusal with code "rules" when there are no internal rules to hand over.
    """
    return session.welcome_packs.first() or _make(session, number=1)


def deliver(enrolment: Enrolment) -> Delivery:
    """Puts the current version at the person's disposal; idempotent. Under the session's lock.

    Who has no account gets it by letter: the dashboard of the office asks for it until somebody sent it.
    """
    person = enrolment.person
    delivery, created = Delivery.objects.get_or_create(
        enrolment=enrolment,
        pack=current(enrolment.session),
        channel=Channel.ONLINE if person.user_id else Channel.LETTER,
        defaults={"language": person.language, "delivered_at": timezone.now()},
    )
    if created:
        news = {"delivery_id": delivery.pk}
        transaction.on_commit(lambda: papers_due.send_robust(Delivery, **news))
    return delivery


@transaction.atomic
def renew(*, session_id: int) -> WelcomePack | None:
    """Compares the newest version with how the session stands; when they differ, makes the next and delivers
    it to everybody with a place. Idempotent; locks the session's row. None: nobody has papers here.

    A letter goes when something else than the timetable changed: that one has told its own changes.
    """
    session = Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session_id)
    before = session.welcome_packs.first()
    attending = session.enrolments.filter(status__in=ATTENDING)
    if before is None and not attending.exists():
        return None
    pack = (
        before if before and _still_true(before) else _make(session, number=1 + getattr(before, "number", 0))
    )
    must_write = before is not None and welcome_facts.differ_beyond_dates(before.facts, pack.facts)
    for enrolment in attending.exclude(deliveries__pack=pack).select_related("person__user").order_by("pk"):
        enrolment.session = session
        delivery = deliver(enrolment)
        if must_write and enrolment.person.user:
            _write(delivery)
    return pack


def _make(session: Session, *, number: int) -> WelcomePack:
    rules = _rules(session)
    facts = welcome_facts.gather(session, rules)
    now = timezone.now()
    return WelcomePack.objects.create(
        session=session, number=number, rules=rules, facts=facts, made_at=now, compared_at=now
    )


def _still_true(pack: WelcomePack) -> bool:
    if welcome_facts.gather(pack.session, _rules(pack.session)) != pack.facts:
        return False
    pack.compared_at = timezone.now()
    pack.save(update_fields=["compared_at"])
    return True


def _rules(session: Session) -> InternalRules:
    rules = InternalRules.objects.in_force(session.provider).first()
    if rules is None:
        raise Refusal(_("The internal rules are missing: nobody can be given a place."), code="rules")
    return rules


def _write(delivery: Delivery) -> None:
    messages.queue(
        recipient=delivery.enrolment.person.user,
        template=CHANGED,
        ids={"delivery": delivery.pk},
        dedupe_key=f"papers-{delivery.pk}",
    )


# Handing over, opening


def can_hand_over(user: User | None) -> Verdict:
    if user is None or user.runs_the_office:
        return YES
    return Verdict(False, _("Only the coordination hands papers over."))


@transaction.atomic
def hand_over(*, delivery: Delivery, channel: str, on: date, by: User | None) -> Delivery:
    """Records that this version was handed over on paper, or sent by letter, on that day. Idempotent.

    Refuses a day to come and one before the version was made.
    """
    insist(can_hand_over(by))
    if channel not in (Channel.PAPER, Channel.LETTER):
        raise Refusal(_("Choose on paper or by letter."), code="channel")
    made_on = timezone.localdate(delivery.pack.made_at)
    if not made_on <= on <= timezone.localdate():
        raise Refusal(_("Choose a day between the making of this version and today."), code="day")
    moment = timezone.make_aware(datetime.combine(on, time(12)))
    if on == timezone.localdate():
        moment = timezone.now()
    facts = {"delivered_at": moment, "by": by, "document": delivery.document, "language": delivery.language}
    handed, _made = Delivery.objects.update_or_create(
        enrolment=delivery.enrolment, pack=delivery.pack, channel=channel, defaults=facts
    )
    return handed


def open_papers(*, delivery: Delivery, by: User) -> Delivery:
    """Notes when the person first opened them; the office looking at them notes nothing. Idempotent."""
    if delivery.enrolment.person.user_id == by.pk:
        mine = Delivery.objects.filter(pk=delivery.pk, opened_at=None)
        mine.update(opened_at=timezone.now())
        delivery.refresh_from_db(fields=["opened_at"])
    return delivery


# Printing


def print_papers(delivery_id: int) -> Delivery | None:
    """Prints the file of one delivery, then keeps it. Idempotent; a worker that dies on the way leaves it to
    the sweep. None: it was deleted meanwhile, with its request.

    No lock is held while the press works: of two workers that print the same, one keeps its file. When the
    press refuses, its sentence stays with the delivery for the office to read.
    """
    rows = Delivery.objects.select_related("enrolment__person", "pack")
    delivery = rows.filter(pk=delivery_id).first()
    if delivery is None or delivery.document_id:
        return delivery
    try:
        facts = welcome_facts.of(delivery)
        printed = press.print_document("welcome", facts, language=delivery.language)
    except PressRefusal as refusal:
        logger.warning("papers of delivery %s: the press refuses", delivery.pk)
        return _note_trouble(delivery_id, str(refusal)[:300])
    return _keep(delivery_id, printed, title=facts.title)


@transaction.atomic
def _keep(delivery_id: int, printed: Printed, *, title: str) -> Delivery | None:
    """Under the lock of the row: the first who has printed keeps the file."""
    delivery = _locked(delivery_id)
    if delivery and delivery.document_id is None:
        kind, language = DocumentKind.WELCOME_PACK, delivery.language
        delivery.document = store.keep(printed, kind=kind, title=title, language=language)
        delivery.trouble = ""
        delivery.save(update_fields=["document", "trouble"])
    return delivery


@transaction.atomic
def _note_trouble(delivery_id: int, trouble: str) -> Delivery | None:
    delivery = _locked(delivery_id)
    if delivery and delivery.document_id is None:
        delivery.trouble = trouble
        delivery.save(update_fields=["trouble"])
    return delivery


def _locked(delivery_id: int) -> Delivery | None:
    return Delivery.objects.select_for_update(of=("self",), no_key=True).filter(pk=delivery_id).first()


def try_again(*, session: Session) -> None:
    """Lets the press try once more what it refused: a name or a fact was mended."""
    Delivery.objects.filter(pack__session=session, document=None).update(trouble="")


# What time itself does


def due() -> list[int]:
    """Sessions, not over, whose papers may no longer be true: something changed, or a day went by."""
    now = timezone.now()
    packs = WelcomePack.objects.filter(session=OuterRef("pk")).order_by("-number")
    newest = Subquery(packs.values("compared_at")[:1])
    known = Session.objects.alive().filter(last_day__gte=timezone.localdate()).annotate(compared=newest)
    seen = Q(at__gt=OuterRef("compared"), at__lt=now - QUIET_FOR)
    moved = TimetableChange.objects.filter(seen, half_day__session=OuterRef("pk"))
    decided = SessionEvent.objects.filter(seen, session=OuterRef("pk"))
    ruled = InternalRules.objects.filter(
        Q(provider=None) | Q(provider=OuterRef("provider")), created_at__gt=OuterRef("compared")
    )
    without = Exists(Enrolment.objects.filter(session=OuterRef("pk"), status__in=ATTENDING, deliveries=None))
    old = Q(compared__lt=now - COMPARED_EVERY)
    due_now = Exists(moved) | Exists(decided) | Exists(ruled)
    return list(known.filter(old | due_now | without).order_by("pk").values_list("pk", flat=True))


def renew_due() -> int:
    """Returns how many sessions were looked at; one transaction each."""
    return sum(_renew(session_id) for session_id in due())


def _renew(session_id: int) -> bool:
    try:
        renew(session_id=session_id)
    except Refusal as refusal:
        logger.warning("papers of session %s: %s", session_id, refusal.code)
        return False
    return True


def unprinted() -> QuerySet[Delivery]:
    """What a lost message left for the sweep, oldest first."""
    return Delivery.objects.to_print().order_by("pk")[:AT_ONCE]


def forget_papers() -> int:
    """Files whose records went with their enrolment. Returns how many."""
    left = list(Document.objects.filter(kind=DocumentKind.WELCOME_PACK, deliveries=None).order_by("pk"))
    for document in left:
        store.discard(document)
    return len(left)
