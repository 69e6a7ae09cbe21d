"""Reminders: tomorrow's half-days, the start in a week. Nothing is left to tell of what was cancelled."""

from datetime import date

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import reminding, words
from training.domain.queries import agenda
from training.emails import about_sessions as about
from training.models import Enrolment, HalfDay, Session


def _sample_day() -> str:
    return words.day(about.SAMPLE_DAY)


def _people(number: int) -> str:
    return ngettext("%(number)d person", "%(number)d people", number) % {"number": number}


DAY = Gap(gettext_lazy("the day"), sample=lazy(_sample_day, str)())
GROUP = Gap(gettext_lazy("how many people come"), sample=lazy(lambda: _people(9), str)())
CANNOT_COME = gettext_lazy("Something in the way? Tell us today: answer this message or call us.")


class TomorrowLetter(Letter):
    """The half-days of a session on one day, with their place."""

    subject = gettext_lazy("See you tomorrow")

    @classmethod
    def lessons(cls, session: Session, day: str) -> list[HalfDay]:
        """None when the day came meanwhile, the session was cancelled or its lessons went elsewhere."""
        if session.cancelled_at or date.fromisoformat(day) <= timezone.localdate():
            return []
        return list(session.half_days.held().on(date.fromisoformat(day)).select_related("room"))

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return [(words.span(about.SAMPLE_START, about.SAMPLE_STOP), "Salle du Moulin, 1 place du Moulin")]


def _hours(lessons: list[HalfDay]) -> about.Facts:
    return [(words.span(one.start_time, one.end_time), agenda.place(one)) for one in lessons]


@register
class Tomorrow(TomorrowLetter):
    kind = reminding.TOMORROW
    name = gettext_lazy("Reminder: tomorrow")
    to = gettext_lazy("Learners with a place, the day before each half-day, from 10 o'clock")
    why = about.WHY_ENROLLED
    gaps = {"course": about.COURSE, "day": DAY}
    body = (gettext_lazy("Tomorrow, %(day)s, you have a lesson of “%(course)s”."),)
    button = gettext_lazy("See my timetable")
    closing = (CANNOT_COME,)

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        enrolment = Enrolment.objects.select_related("session").get(pk=ids["enrolment"])
        lessons = cls.lessons(enrolment.session, ids["day"])
        if not lessons or enrolment.status not in reminding.COMING:
            return None
        return Filled(
            values={"course": enrolment.session.title, "day": words.day(lessons[0].date)},
            url=about.page("my_enrolment", enrolment.pk),
            facts=_hours(lessons),
        )


@register
class TrainerTomorrow(TomorrowLetter):
    kind = reminding.TRAINER_TOMORROW
    name = gettext_lazy("Reminder: tomorrow (trainer)")
    to = gettext_lazy("The trainer of a half-day, the day before, from 10 o'clock")
    why = about.WHY_TEACHES
    gaps = {"course": about.COURSE, "day": DAY, "group": GROUP}
    body = (gettext_lazy("Tomorrow, %(day)s, you teach “%(course)s”. In the group: %(group)s."),)
    button = gettext_lazy("See my week")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        session = Session.objects.get(pk=ids["session"])
        lessons = [one for one in cls.lessons(session, ids["day"]) if one.trainer_id == ids["trainer"]]
        if not lessons:
            return None
        return Filled(
            values={
                "course": session.title,
                "day": words.day(lessons[0].date),
                "group": _group(session),
            },
            url=about.page("trainer_today"),
            facts=_hours(lessons),
        )


class WeekLetter(Letter):
    """The start of a session, a week ahead."""

    @classmethod
    def is_news(cls, session: Session) -> bool:
        return session.cancelled_at is None and session.first_day > timezone.localdate()

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts()


@register
class InAWeek(WeekLetter):
    kind = reminding.IN_A_WEEK
    name = gettext_lazy("Reminder: the course begins")
    to = gettext_lazy("Learners with a place, a week before the start")
    why = about.WHY_ENROLLED
    gaps = {"course": about.COURSE, "day": DAY}
    subject = gettext_lazy("Your course begins soon")
    body = (
        gettext_lazy("“%(course)s” begins on %(day)s. We look forward to seeing you."),
        gettext_lazy("Open the attached calendar: it puts every half-day into your telephone."),
    )
    button = gettext_lazy("See my timetable")
    closing = (
        gettext_lazy(
            "You cannot come after all? Give your place back on your page: somebody else will be glad of it."
        ),
    )

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        enrolment = Enrolment.objects.select_related("session__room").get(pk=ids["enrolment"])
        session = enrolment.session
        if not cls.is_news(session) or enrolment.status not in reminding.COMING:
            return None
        page = about.page("my_enrolment", enrolment.pk)
        return Filled(
            values={"course": session.title, "day": words.day(session.first_day)},
            url=page,
            facts=about.facts(session),
            files=[(agenda.FILE_NAME, agenda.as_ics(enrolment, url=page), agenda.PUBLISHED)],
        )


@register
class TrainerInAWeek(WeekLetter):
    kind = reminding.TRAINER_IN_A_WEEK
    name = gettext_lazy("Reminder: the course begins (trainer)")
    to = gettext_lazy("The trainers of the session, a week before the start")
    why = about.WHY_TEACHES
    gaps = {"course": about.COURSE, "day": DAY, "group": GROUP}
    subject = gettext_lazy("A course begins soon")
    body = (gettext_lazy("“%(course)s” begins on %(day)s. In the group: %(group)s."),)
    button = gettext_lazy("See the group")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        session = Session.objects.select_related("room").get(pk=ids["session"])
        if not cls.is_news(session):
            return None
        return Filled(
            values={
                "course": session.title,
                "day": words.day(session.first_day),
                "group": _group(session),
            },
            url=about.page("group", session.code),
            facts=about.facts(session),
        )


def _group(session: Session) -> str:
    number = session.enrolments.filter(status__in=reminding.COMING).count()
    return _people(number) if number else _("nobody yet")
