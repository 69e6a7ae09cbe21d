"""The letters about a request and its answer, each a class; the event that made it says what happened."""

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, Words, register
from training.domain import sayings
from training.domain.queries import agenda, standing
from training.emails import about_sessions as about
from training.enums import RefusalReason
from training.models import Enrolment, EnrolmentEvent, Session

BRING_YOUR_CALENDAR = gettext_lazy("Open the attached calendar: it puts every half-day into your telephone.")
PAPERS = gettext_lazy(
    "Your welcome papers are on your page: convocation, programme, dates, internal rules. Please read them."
)
GIVE_BACK = gettext_lazy(
    "You cannot come after all? Give your place back on your page: somebody else will be glad of it."
)


def _sample_reason() -> str:
    return sayings.why_refused(RefusalReason.LEVEL_TOO_LOW)


class EnrolmentLetter(Letter):
    """`has_facts`: the course in a table. `has_calendar`: the half-days come with it. `leads_home`: the
    button leads to the public site, not to the enrolment."""

    why = about.WHY_ENROLLED
    gaps = {"course": about.COURSE}
    has_facts = True
    has_calendar = False
    leads_home = False

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        event = EnrolmentEvent.objects.select_related("enrolment__session__room").get(pk=ids["event"])
        enrolment = event.enrolment
        page = about.page("my_enrolment", enrolment.pk)
        files = []
        if cls.carries_calendar(enrolment):
            files = [(agenda.FILE_NAME, agenda.as_ics(enrolment, url=page), agenda.PUBLISHED)]
        if left := cls.left(enrolment, event):
            files += agenda.taken_out(left, url=page)
        return Filled(
            values={"course": enrolment.session.title} | cls.values(enrolment, event),
            url=cls.url(enrolment, event),
            facts=about.facts(enrolment.session) if cls.has_facts else [],
            files=files,
        )

    @classmethod
    def carries_calendar(cls, enrolment: Enrolment) -> bool:
        return cls.has_calendar

    @classmethod
    def left(cls, enrolment: Enrolment, event: EnrolmentEvent) -> Session | None:
        """The session whose lessons leave the person's calendar."""
        return None

    @classmethod
    def url(cls, enrolment: Enrolment, event: EnrolmentEvent) -> str:
        return settings.SITE_URL if cls.leads_home else about.page("my_enrolment", enrolment.pk)

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        """What fills the gaps of this letter besides the course."""
        return {}

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts() if cls.has_facts else []


class PlaceLetter(EnrolmentLetter):
    """Somebody has a place: the calendar comes along, the papers wait on their page."""

    button = gettext_lazy("See my papers and my timetable")
    closing = (GIVE_BACK,)
    has_calendar = True


@register
class Confirmed(PlaceLetter):
    kind = "training/emails/confirmed"
    name = gettext_lazy("Place given at once")
    to = gettext_lazy("The learner, when a place is free and nobody has to decide")
    subject = pgettext_lazy("letter", "Your place is confirmed")
    body = (gettext_lazy("You have a place in “%(course)s”."), PAPERS, BRING_YOUR_CALENDAR)


@register
class Accepted(PlaceLetter):
    kind = "training/emails/accepted"
    name = gettext_lazy("Request accepted")
    to = gettext_lazy("The learner, when the coordination says yes")
    subject = gettext_lazy("Your request is accepted")
    body = (
        gettext_lazy("We have read your request: you have a place in “%(course)s”."),
        PAPERS,
        BRING_YOUR_CALENDAR,
    )


@register
class Received(EnrolmentLetter):
    kind = "training/emails/received"
    name = gettext_lazy("Request received")
    to = gettext_lazy("The learner, when the coordination has to decide")
    gaps = {
        "course": about.COURSE,
        "missing": Gap(
            gettext_lazy("which condition of the course is missing, and whom to ask"),
            sample=gettext_lazy("Talk about it with the coordination."),
            is_needed=False,
        ),
    }
    subject = pgettext_lazy("letter", "We have received your request")
    body = (
        gettext_lazy("Your request for “%(course)s” has arrived."),
        "{missing}",
        pgettext_lazy(
            "letter", "Somebody reads it and answers you by e-mail. You have nothing to do until then."
        ),
    )
    button = gettext_lazy("See my request")

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        return {"missing": " ".join(one.to_the_person for one in standing.lacks(enrolment))}


@register
class MoreAsked(EnrolmentLetter):
    kind = "training/emails/ask_more"
    name = gettext_lazy("Something more is needed")
    to = gettext_lazy("The learner, when the coordination needs something before it decides")
    gaps = {
        "course": about.COURSE,
        "note": Gap(
            gettext_lazy("what is needed, as the coordination wrote it"),
            sample=gettext_lazy("Which days of the week are you free?"),
        ),
    }
    subject = pgettext_lazy("letter", "We need something more from you")
    body = (
        gettext_lazy("Before we can answer your request for “%(course)s”, we need something more:"),
        "{note}",
        gettext_lazy("Answer in your own words on your page. Then the coordination decides."),
    )
    button = gettext_lazy("Answer")

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        return {"note": event.note}


@register
class Interview(EnrolmentLetter):
    kind = "training/emails/interview"
    name = gettext_lazy("Invitation to a talk")
    to = gettext_lazy("The learner, when the coordination wants to meet them first")
    gaps = {
        "course": about.COURSE,
        "note": Gap(
            gettext_lazy("when and where, as the coordination wrote it"),
            sample=gettext_lazy("We call you or write to you to choose a moment."),
        ),
    }
    subject = pgettext_lazy("letter", "We would like to talk with you")
    body = (
        gettext_lazy("Before we answer your request for “%(course)s”, we would like to meet you."),
        gettext_lazy("It is a talk, not an exam: we look together which course suits you."),
        "{note}",
    )
    button = gettext_lazy("See my request")

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        return {"note": event.note or _("We call you or write to you to choose a moment.")}


@register
class Refused(EnrolmentLetter):
    kind = "training/emails/refused"
    name = gettext_lazy("Request refused")
    to = gettext_lazy("The learner, when the coordination says no")
    gaps = {
        "course": about.COURSE,
        "reason": Gap(gettext_lazy("the reason, said to the person"), sample=lazy(_sample_reason, str)()),
        "note": Gap(
            gettext_lazy("what the coordination adds"),
            sample=gettext_lazy("Another course begins in March."),
            is_needed=False,
        ),
    }
    subject = gettext_lazy("Our answer to your request")
    body = (
        gettext_lazy("We cannot give you a place in “%(course)s”."),
        "{reason}",
        "{note}",
        gettext_lazy("Do you see it differently? Call us or write to us: we look at it again with you."),
    )
    button = gettext_lazy("See the other courses")
    has_facts = False
    leads_home = True

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        return {"reason": sayings.why_refused(enrolment.refusal_reason), "note": event.note}
