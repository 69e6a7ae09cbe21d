"""Nobody is expected in two rooms at once: the database refuses it, this says which lessons clash."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from training.domain import words
from training.domain.violations import refused_by
from training.enums import ATTENDING
from training.exceptions import Refusal
from training.models import Enrolment, HalfDay, Session

RULE = "enrolment_one_place_at_a_time"
SHOWN = 3


def overlapping(session: Session, person_id: int) -> QuerySet[HalfDay]:
    """The lessons of this person's other places that lie at the time of a lesson of `session`."""
    elsewhere = Enrolment.objects.filter(person=person_id, status__in=ATTENDING).exclude(session=session)
    mine = HalfDay.objects.held().filter(session=session)
    same_time = mine.filter(
        date=OuterRef("date"), start_time__lt=OuterRef("end_time"), end_time__gt=OuterRef("start_time")
    )
    lessons = HalfDay.objects.held().filter(session__in=elsewhere.order_by().values("session"))
    return lessons.filter(Exists(same_time)).select_related("session")


@contextmanager
def naming_the_overlap(enrolment: Enrolment) -> Iterator[None]:
    """A savepoint around the move that gives a place; an overlap becomes a Refusal that names the lessons.

    Takes the enrolment as it is to be written. Without a place there is nothing to overlap, and no savepoint.
    """
    if enrolment.status not in ATTENDING:
        yield
        return
    try:
        with refused_by(Enrolment, only=RULE):
            yield
    except Refusal as refusal:
        clashes = overlapping(enrolment.session, enrolment.person_id)
        raise Refusal(sentence(list(clashes[: SHOWN + 1])) or str(refusal), code=RULE) from refusal


def sentence(lessons: list[HalfDay]) -> str:
    """Which lessons, where, and what to do; empty when there is none any more."""
    if not lessons:
        return ""
    told = ", ".join(_moment(one) for one in lessons[:SHOWN])
    more = _(" and others") if len(lessons) > SHOWN else ""
    said = ngettext(
        "There is a lesson of “%(course)s” at the same time: %(lessons)s%(more)s.",
        "There are lessons of “%(course)s” at the same time: %(lessons)s%(more)s.",
        len(lessons),
    )
    facts = {"course": lessons[0].session.title, "lessons": told, "more": more}
    return f"{said % facts} {_('One of the two places has to be given back first.')}"


def _moment(one: HalfDay) -> str:
    return f"{words.day(one.date)}, {words.span(one.start_time, one.end_time)}"


def learners_elsewhere(half_day: HalfDay) -> QuerySet[Enrolment]:
    """People of the group who have a lesson elsewhere at the time of `half_day` (saved or not)."""
    same_time = HalfDay.objects.held().filter(
        date=half_day.date, start_time__lt=half_day.end_time, end_time__gt=half_day.start_time
    )
    others = Enrolment.objects.filter(status__in=ATTENDING, person=OuterRef("person"))
    busy = others.exclude(session=half_day.session_id).filter(
        session__in=same_time.order_by().values("session")
    )
    mine = Enrolment.objects.filter(session=half_day.session_id, status__in=ATTENDING)
    return mine.filter(Exists(busy)).select_related("person").order_by("person__name_key", "pk")
