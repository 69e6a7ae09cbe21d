"""Who has which welcome papers: for the learner's page, an enrolment and a session of the back office."""

from collections.abc import Sequence
from dataclasses import dataclass

from training.enums import ATTENDING, Channel
from training.models import Delivery, Enrolment, Session, WelcomePack


@dataclass(frozen=True)
class Paper:
    """One version that a person got."""

    delivery: Delivery

    @property
    def is_printed(self) -> bool:
        return self.delivery.document_id is not None


def of_enrolment(enrolment: Enrolment) -> list[Delivery]:
    """Newest version first, each way in which it was handed over."""
    rows = enrolment.deliveries.select_related("pack__rules", "by", "document")
    return list(rows.order_by("-pack__number", "pk"))


def for_learner(enrolment: Enrolment) -> list[Paper]:
    """One line a version: the same file on paper is not another one."""
    first: dict[int, Delivery] = {}
    for delivery in of_enrolment(enrolment):
        first.setdefault(delivery.pack_id, delivery)
    return [Paper(one) for one in first.values()]


@dataclass(frozen=True)
class Holder:
    """Somebody with a place and their papers of the newest version they have; `others` are its other ways."""

    enrolment: Enrolment
    newest: Delivery | None
    others: Sequence[Delivery]

    @property
    def opened(self) -> Delivery | None:
        return next((one for one in (self.newest, *self.others) if one and one.opened_at), None)

    @property
    def by_hand(self) -> Delivery | None:
        """The newest version, handed over or posted by somebody."""
        return next((one for one in (self.newest, *self.others) if one and one.by_id), None)

    @property
    def must_be_posted(self) -> bool:
        return self.newest is not None and self.newest.channel == Channel.LETTER and self.by_hand is None


@dataclass(frozen=True)
class PapersPage:
    session: Session
    packs: list[WelcomePack]
    holders: list[Holder]

    @property
    def opened(self) -> int:
        return sum(1 for one in self.holders if one.opened)

    @property
    def in_trouble(self) -> bool:
        return any(one.newest and one.newest.trouble for one in self.holders)


def papers_page(session: Session) -> PapersPage:
    """Everybody who comes to the lessons. Constant queries."""
    people = list(
        session.enrolments.filter(status__in=ATTENDING)
        .select_related("person__user")
        .order_by("person__name_key", "pk")
    )
    rows = Delivery.objects.filter(enrolment__in=people).select_related("pack", "by", "document")
    given: dict[int, list[Delivery]] = {}
    for one in rows.order_by("-pack__number", "pk"):
        given.setdefault(one.enrolment_id, []).append(one)
    return PapersPage(
        session=session,
        packs=list(session.welcome_packs.select_related("rules__provider")),
        holders=[_holder(one, given.get(one.pk, [])) for one in people],
    )


def _holder(enrolment: Enrolment, given: list[Delivery]) -> Holder:
    newest = given[0] if given else None
    others = [one for one in given[1:] if one.pack_id == given[0].pack_id]
    return Holder(enrolment=enrolment, newest=newest, others=others)
