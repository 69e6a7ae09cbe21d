"""Alerts: to the learner, to who teaches, to the office, to who referred the person.

A given name and no more, as mails travel open; why somebody was absent stays behind the sign-in.
"""

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import alerting
from training.emails import about_sessions as about
from training.emails.prescribers import PERSON
from training.enums import ATTENDING, AlertKind, Audience
from training.models import Alert


def _what(alert: Alert) -> str:
    """What was noticed, of whoever it is about: addressed to nobody."""
    if alert.kind == AlertKind.UNJUSTIFIED:
        return _("Absent on several half-days in a row, without a reason that we know of.")
    return _("Hours followed so far: %(percent)d %% of the hours planned.") % {"percent": alert.percent}


def _sample_what() -> str:
    return _("Absent on several half-days in a row, without a reason that we know of.")


WHAT = Gap(gettext_lazy("what was noticed"), sample=lazy(_sample_what, str)())


class AboutSomebody(Letter):
    """Nothing is left to tell once the person has left the course."""

    gaps = {"course": about.COURSE, "person": PERSON, "what": WHAT}
    body = (gettext_lazy("%(person)s, in “%(course)s”:"), "{what}")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        rows = Alert.objects.select_related("enrolment__session", "enrolment__person", "half_day")
        alert = rows.get(pk=ids["alert"])
        enrolment = alert.enrolment
        if enrolment.status not in ATTENDING:
            return None
        values = {
            "course": enrolment.session.title,
            "person": enrolment.person.given_name,
            "what": _what(alert),
        }
        return Filled(
            values={name: value for name, value in values.items() if name in cls.gaps},
            url=cls.page(alert),
            facts=[(_("Half-day"), _lesson(alert))],
        )

    @classmethod
    def page(cls, alert: Alert) -> str:
        raise NotImplementedError

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return [(_("Half-day"), about.sample_lesson())]


def _lesson(alert: Alert) -> str:
    lesson = alert.half_day
    return about.lesson(lesson.date, lesson.start_time, lesson.end_time)


@register
class AlertLearner(AboutSomebody):
    kind = alerting.LETTERS[Audience.LEARNER]
    name = gettext_lazy("Alert about absences: to the learner")
    to = gettext_lazy(
        "The learner, once for each run of absences or fall of the rate, if the session says so"
    )
    why = about.WHY_ENROLLED
    gaps = {"course": about.COURSE, "what": WHAT}
    subject = gettext_lazy("We miss you in the course")
    body = (
        gettext_lazy("This was noted in “%(course)s”:"),
        "{what}",
        gettext_lazy(
            "Is something in the way? Call us or answer this message: we look for a solution with you."
        ),
        gettext_lazy("You have a reason and a proof? Send it on your page. Never write why you are ill."),
    )
    button = gettext_lazy("See my page")

    @classmethod
    def page(cls, alert: Alert) -> str:
        return about.page("my_enrolment", alert.enrolment_id)


@register
class AlertTrainer(AboutSomebody):
    kind = alerting.LETTERS[Audience.TRAINER]
    name = gettext_lazy("Alert about absences: to the trainer")
    to = gettext_lazy("The trainer of the half-day, if the session says so")
    why = about.WHY_TEACHES
    subject = gettext_lazy("Somebody of your group is missing")
    button = gettext_lazy("See the group")

    @classmethod
    def page(cls, alert: Alert) -> str:
        return about.page("group", alert.enrolment.session.code)


@register
class AlertOffice(AboutSomebody):
    kind = alerting.LETTERS[Audience.COORDINATOR]
    name = gettext_lazy("Alert about absences: to the coordination")
    to = gettext_lazy("The coordinators, if the session says so")
    subject = gettext_lazy("Somebody is missing in a course")
    button = gettext_lazy("See the enrolment")
    closing = (gettext_lazy("Call the person, then note the contact."),)

    @classmethod
    def page(cls, alert: Alert) -> str:
        return about.page("enrolments_office:inspect", alert.enrolment_id)


@register
class AlertPrescriber(AboutSomebody):
    kind = alerting.LETTERS[Audience.PRESCRIBER]
    name = gettext_lazy("Alert about absences: to the prescriber")
    to = gettext_lazy("The prescribers who referred the person with their agreement, if the session says so")
    why = about.WHY_REFERRED
    subject = gettext_lazy("Somebody you referred is missing in the course")
    body = (gettext_lazy("%(person)s, whom you referred to us, follows “%(course)s”:"), "{what}")
    button = gettext_lazy("See the people you referred")
    closing = (gettext_lazy("You know what is in the way? Call us."),)

    @classmethod
    def page(cls, alert: Alert) -> str:
        return about.page("referrals")


class RegisterLate(Letter):
    """Nothing is left to tell once the register is closed."""

    gaps = {"course": about.COURSE}
    subject = gettext_lazy("A register is not closed yet")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        alert = Alert.objects.select_related("half_day__session").get(pk=ids["alert"])
        half_day = alert.half_day
        if half_day.closed_at or half_day.cancelled_at:
            return None
        return Filled(
            values={"course": half_day.session.title},
            url=about.page("register", half_day.pk),
            facts=[(_("Half-day"), _lesson(alert))],
        )

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return [(_("Half-day"), about.sample_lesson())]


@register
class RegisterLateTrainer(RegisterLate):
    kind = alerting.REGISTER_LETTERS[Audience.TRAINER]
    name = gettext_lazy("Register not closed: to the trainer")
    to = gettext_lazy("The trainer, an hour after the lesson, and again the next morning")
    why = about.WHY_TEACHES
    body = (
        gettext_lazy("The register of a lesson of “%(course)s” is still open."),
        gettext_lazy("Note who was there and close it: only then do the hours of the group count."),
    )
    button = gettext_lazy("Open the register")


@register
class RegisterLateOffice(RegisterLate):
    kind = alerting.REGISTER_LETTERS[Audience.COORDINATOR]
    name = gettext_lazy("Register not closed: to the coordination")
    to = gettext_lazy("The coordinators, the morning after the lesson")
    body = (
        gettext_lazy("The register of a lesson of “%(course)s” is still open."),
        gettext_lazy(
            "The trainer had a letter an hour after the lesson. Call, or take the register together."
        ),
    )
    button = gettext_lazy("Open the register")
