"""Who is told of a change of the timetable: for the preview before it, and for the letters after it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.enums import Role
from accounts.models import Membership, Organisation, User
from training.enums import EnrolmentStatus
from training.models import Enrolment, HalfDay, Session

S = EnrolmentStatus
HAVE_A_CHAIR = (S.OFFERED, S.CONFIRMED, S.ENTERED)  # a moved lesson concerns these
HOPE_FOR_IT = (S.SUBMITTED, S.INTERVIEW, S.WAITLISTED)  # a cancelled session concerns these too


@dataclass(frozen=True)
class Told:
    """`learners` have a letter; `by_telephone` have no account and must be called; `prescribers` referred.

    `nobody`: why there is nobody, where it is not that nobody is concerned yet.
    """

    learners: tuple[Enrolment, ...]
    by_telephone: tuple[Enrolment, ...]
    trainers: tuple[User, ...]
    prescribers: tuple[Organisation, ...] = ()
    nobody: str = ""

    @property
    def number(self) -> int:
        return len(self.learners) + len(self.by_telephone) + len(self.trainers) + len(self.prescribers)

    @property
    def lines(self) -> list[tuple[str, list[str]]]:
        """(who, their names), only where there is somebody: for the page that asks before the verb."""
        lines = [
            (_("By e-mail"), [one.person.full_name for one in self.learners]),
            (_("By telephone: no account"), [_with_phone(one) for one in self.by_telephone]),
            (pgettext("who is told", "Trainers"), [str(one) for one in self.trainers]),
            (pgettext("who is told", "Prescribers"), [str(one) for one in self.prescribers]),
        ]
        return [(who, names) for who, names in lines if names]


def who_hears_of(half_day: HalfDay, *, before: HalfDay | None = None) -> Told:
    """Of a change of one half-day that stood as `before`: nobody when both lie in the past."""
    if all(one.ends_at < timezone.now() for one in (half_day, before) if one):
        return Told((), (), (), nobody=_("Nobody: this half-day lies in the past."))
    return who_is_told(half_day, also=[before.trainer] if before else [])


def who_is_told(subject: HalfDay | Session, *, also: Iterable[User | None] = ()) -> Told:
    """Of a half-day that is added, moved or cancelled; of a session that is cancelled.

    `subject` may be a half-day that is not written yet. `also`: trainers who taught it before. Trainers hear
    of what is published; a session in preparation changes every day.
    """
    if isinstance(subject, HalfDay):
        enrolments = _enrolments(subject.session, HAVE_A_CHAIR)
        trainers = _trainers(subject.session, [subject.trainer, *also])
        return _told(enrolments, trainers)
    enrolments = _enrolments(subject, (*HAVE_A_CHAIR, *HOPE_FOR_IT))
    teaching = User.objects.filter(half_days__session=subject, half_days__closed_at=None).distinct()
    return _told(enrolments, _trainers(subject, [*teaching.order_by("pk"), *also]), _prescribers(enrolments))


def readers_of(organisation: Organisation) -> list[User]:
    """Who opens the letters of a prescriber: everybody who acts for it today."""
    members = Membership.objects.active().filter(organisation=organisation, role=Role.PRESCRIBER)
    return [one.user for one in members.filter(user__is_active=True).select_related("user").order_by("pk")]


def coordinators() -> list[User]:
    """Who decides about sessions today."""
    members = Membership.objects.active().filter(role=Role.COORDINATOR, user__is_active=True)
    return list(dict.fromkeys(one.user for one in members.select_related("user").order_by("user")))


def _told(
    enrolments: list[Enrolment], trainers: list[User], prescribers: Iterable[Organisation] = ()
) -> Told:
    reached = tuple(one for one in enrolments if one.person.user is not None)
    others = tuple(one for one in enrolments if one.person.user is None)
    return Told(reached, others, tuple(trainers), tuple(prescribers))


def _enrolments(session: Session, statuses: Iterable[str]) -> list[Enrolment]:
    rows = session.enrolments.filter(status__in=statuses).select_related("person__user", "referred_by")
    return list(rows.order_by("person__name_key", "pk"))


def _trainers(session: Session, more: Iterable[User | None]) -> list[User]:
    if session.published_at is None:
        return []
    named = [*session.trainers.order_by("pk"), *filter(None, more)]
    return [one for one in dict.fromkeys(named) if one.is_active]


def _prescribers(enrolments: list[Enrolment]) -> list[Organisation]:
    return list(dict.fromkeys(one.referred_by for one in enrolments if one.referred_by is not None))


def _with_phone(enrolment: Enrolment) -> str:
    person = enrolment.person
    return f"{person.full_name}, {person.phone}" if person.phone else person.full_name
