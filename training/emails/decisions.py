"""Letters about what is decided of a session: it runs, it comes later, its group is too small."""

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy, ngettext

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import seats, telling, words
from training.domain.queries import agenda
from training.domain.queries.told import HAVE_A_CHAIR
from training.emails import about_sessions as about
from training.models import Session, SessionEvent


def _event(ids: dict) -> SessionEvent:
    return SessionEvent.objects.select_related("session").get(pk=ids["event"])


def _page(session: Session, reader_id: int) -> str:
    """The learner's own page of it, else the trainer's."""
    mine = session.enrolments.active().filter(person__user=reader_id).first()
    return about.page("my_enrolment", mine.pk) if mine else about.page("group", session.code)


def _sample_day() -> str:
    return words.day(about.SAMPLE_DAY)


def _sample_end() -> str:
    return words.day(about.SAMPLE_END)


DAY = lazy(_sample_day, str)()


class DecisionLetter(Letter):
    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts()[:1]


@register
class SessionConfirmed(DecisionLetter):
    kind = telling.SESSION_CONFIRMED
    name = gettext_lazy("Session confirmed to run")
    to = gettext_lazy("Learners with a place and the trainers, once")
    why = about.WHY_ENROLLED
    gaps = {"course": about.COURSE, "day": Gap(gettext_lazy("first day"), sample=DAY)}
    subject = gettext_lazy("The course takes place")
    body = (
        gettext_lazy("Good news: “%(course)s” takes place."),
        gettext_lazy("The first lesson is on %(day)s."),
    )
    button = gettext_lazy("See my timetable")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        session = _event(ids).session
        if session.cancelled_at or not session.confirmed_to_run_at:
            return None
        return Filled(
            values={"course": session.title, "day": words.day(session.first_day)},
            url=_page(session, ids["reader"]),
            facts=about.dates(session),
        )


@register
class SessionPostponed(DecisionLetter):
    kind = telling.SESSION_POSTPONED
    name = gettext_lazy("Session postponed")
    to = gettext_lazy("Everybody who has a place or hopes for one, and the trainers")
    why = about.WHY_ENROLLED
    gaps = {
        "course": about.COURSE,
        "before": Gap(gettext_lazy("first day before"), sample=DAY),
        "after": Gap(gettext_lazy("first day"), sample=lazy(_sample_end, str)()),
        "reason": Gap(gettext_lazy("why it is postponed"), sample=gettext_lazy("Too few people enrolled.")),
    }
    subject = gettext_lazy("The course begins later")
    body = (
        gettext_lazy("“%(course)s” begins later than planned."),
        gettext_lazy("Not on %(before)s, but on %(after)s."),
        gettext_lazy("Why: %(reason)s"),
    )
    button = gettext_lazy("See my timetable")
    closing = (
        gettext_lazy("The new dates do not suit you? You may withdraw on your page, and nobody minds."),
    )

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        event = _event(ids)
        session, page = event.session, _page(event.session, ids["reader"])
        if session.cancelled_at:
            return None
        values = {"before": words.day(event.first_day_before), "after": words.day(session.first_day)}
        return Filled(
            values=values | {"course": session.title, "reason": event.reason},
            url=page,
            facts=about.dates(session),
            files=_calendar(session, ids["reader"], page),
        )


def _calendar(session: Session, reader_id: int, page: str) -> list[tuple[str, bytes, str]]:
    """For who has a place or teaches: the entries move to their new days."""
    placed = session.enrolments.filter(person__user=reader_id, status__in=HAVE_A_CHAIR)
    if not (placed.exists() or session.trainers.filter(pk=reader_id).exists()):
        return []
    return agenda.updates(session, list(session.half_days.select_related("room")), url=page)


def _numbers(day: str, taken: int, minimum: int) -> str:
    sentence = ngettext(
        "It begins on %(day)s with %(taken)d person; at least %(minimum)d are needed.",
        "It begins on %(day)s with %(taken)d people; at least %(minimum)d are needed.",
        taken,
    )
    return sentence % {"day": day, "taken": taken, "minimum": minimum}


def _sample_numbers() -> str:
    return _numbers(_sample_day(), 3, 6)


@register
class SessionAlert(DecisionLetter):
    kind = telling.SESSION_ALERT
    name = gettext_lazy("Group too small: decide")
    to = gettext_lazy("The coordinators, once for each first day")
    gaps = {
        "course": about.COURSE,
        "numbers": Gap(
            gettext_lazy("how many there are and how many are needed"), sample=lazy(_sample_numbers, str)()
        ),
    }
    subject = gettext_lazy("A group is too small: please decide")
    body = (
        gettext_lazy("The group of “%(course)s” is too small."),
        "{numbers}",
        gettext_lazy("You can let it run, postpone it, join it to another session or cancel it."),
    )
    button = gettext_lazy("Decide")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        """Not when somebody decided, or enough people came, in the meantime."""
        session = seats.with_seats(Session.objects.filter(events=ids["event"])).get()
        decided = session.cancelled_at or session.confirmed_to_run_at
        if decided or session.seats_taken >= session.minimum_group:
            return None
        numbers = _numbers(words.day(session.first_day), session.seats_taken, session.minimum_group)
        return Filled(
            values={"course": session.title, "numbers": numbers},
            url=about.page("sessions_office:inspect", session.pk),
            facts=about.dates(session),
        )
