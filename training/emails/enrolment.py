"""The letters about an enrolment, each a class; the event that made it says what happened."""

from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, Words, register
from training.domain import offer_links, pairing, sayings, seats, words
from training.domain.queries import agenda, standing
from training.emails import about_sessions as about
from training.enums import SEATED, EventReason, RefusalReason
from training.models import Enrolment, EnrolmentEvent

BRING_YOUR_CALENDAR = gettext_lazy("Open the attached calendar: it puts every half-day into your telephone.")
PAPERS = gettext_lazy(
    "Your welcome papers are on your page: convocation, programme, dates, internal rules. Please read them."
)
TOGETHER = gettext_lazy("There is one for each of you two: each answers for themselves.")
GIVE_BACK = gettext_lazy(
    "You cannot come after all? Give your place back on your page: somebody else will be glad of it."
)


def _sample_moment() -> str:
    return words.moment(timezone.make_aware(datetime.combine(about.SAMPLE_DAY, time(10))))


def _sample_day() -> str:
    return words.day(about.SAMPLE_DAY)


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
            files = [(agenda.FILE_NAME, agenda.as_ics(enrolment, url=page), agenda.MIME_TYPE)]
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
    def url(cls, enrolment: Enrolment, event: EnrolmentEvent) -> str:
        return settings.SITE_URL if cls.leads_home else about.page("my_enrolment", enrolment.pk)

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        """What fills the gaps of this letter besides the course."""
        return {}

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts() if cls.has_facts else []


@register
class Confirmed(EnrolmentLetter):
    kind = "training/emails/confirmed"
    name = gettext_lazy("Place given at once")
    to = gettext_lazy("The learner, when a place is free and nobody has to decide")
    subject = gettext_lazy("Your place is confirmed")
    body = (gettext_lazy("You have a place in “%(course)s”."), PAPERS, BRING_YOUR_CALENDAR)
    button = gettext_lazy("See my papers and my timetable")
    closing = (GIVE_BACK,)
    has_calendar = True


@register
class Accepted(EnrolmentLetter):
    kind = "training/emails/accepted"
    name = gettext_lazy("Request accepted")
    to = gettext_lazy("The learner, when the coordination says yes")
    subject = gettext_lazy("Your request is accepted")
    body = (
        gettext_lazy("We have read your request: you have a place in “%(course)s”."),
        PAPERS,
        BRING_YOUR_CALENDAR,
    )
    button = gettext_lazy("See my papers and my timetable")
    closing = (GIVE_BACK,)
    has_calendar = True


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
    subject = gettext_lazy("We have received your request")
    body = (
        gettext_lazy("Your request for “%(course)s” has arrived."),
        "{missing}",
        gettext_lazy("Somebody reads it and answers you by e-mail. You have nothing to do until then."),
    )
    button = gettext_lazy("See my request")

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        return {"missing": " ".join(standing.lacks(enrolment))}


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
    subject = gettext_lazy("We need something more from you")
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
    subject = gettext_lazy("We would like to talk with you")
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
class Waiting(EnrolmentLetter):
    kind = "training/emails/waiting"
    name = gettext_lazy("On the waiting list")
    to = gettext_lazy("The learner, when all places are taken")
    gaps = {
        "course": about.COURSE,
        "number": Gap(gettext_lazy("position on the waiting list"), sample="3", is_private=True),
    }
    subject = gettext_lazy("You are on the waiting list")
    body = (
        gettext_lazy("All places in “%(course)s” are taken."),
        gettext_lazy("You are number %(number)d on the waiting list."),
        gettext_lazy(
            "When a place comes free for you, we write to you at once and keep it for you for a while."
        ),
    )
    button = gettext_lazy("See my place on the list")

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        return {"number": str(seats.position(enrolment) or "")}


@register
class Offer(EnrolmentLetter):
    kind = "training/emails/offer"
    name = gettext_lazy("A place came free")
    to = gettext_lazy("The next on the waiting list")
    gaps = {
        "course": about.COURSE,
        "moment": Gap(gettext_lazy("until when the place is kept"), sample=lazy(_sample_moment, str)()),
        "together": Gap(gettext_lazy("that the other of two has one too"), sample=TOGETHER, is_needed=False),
    }
    subject = gettext_lazy("A place is free for you")
    body = (
        gettext_lazy("A place in “%(course)s” has come free."),
        gettext_lazy("We keep it for you until %(moment)s."),
        "{together}",
    )
    button = gettext_lazy("Answer now")
    closing = (gettext_lazy("Without your answer, it goes to the next person on the list."),)

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        until = words.moment(enrolment.offered_until) if enrolment.offered_until else ""
        return {"moment": until, "together": str(TOGETHER) if pairing.companion(enrolment) else ""}

    @classmethod
    def url(cls, enrolment: Enrolment, event: EnrolmentEvent) -> str:
        """Answered by one link, without signing in."""
        return about.page("offer", offer_links.token(event))


@register
class Expired(EnrolmentLetter):
    kind = "training/emails/expired"
    name = gettext_lazy("The offer ran out")
    to = gettext_lazy("The learner who did not answer an offer in time")
    subject = gettext_lazy("The place went to the next person")
    body = (
        gettext_lazy("We kept a place in “%(course)s” for you, and had no answer in time."),
        gettext_lazy("It has gone to the next person, and you are no longer on the list."),
        gettext_lazy("Still interested? Enrol again, or look at the other dates."),
    )
    button = gettext_lazy("See the dates")
    has_facts = False
    leads_home = True


@register
class Withdrawn(EnrolmentLetter):
    kind = "training/emails/withdrawn"
    name = gettext_lazy("No longer enrolled")
    to = gettext_lazy("The learner who gave a place back or left the list")
    gaps = {
        "what": Gap(
            gettext_lazy("what happened, with the title of the course"),
            sample=gettext_lazy("You have left the course, as you asked."),
        ),
    }
    subject = gettext_lazy("You are no longer enrolled")
    body = ("{what}", gettext_lazy("You may come back whenever you like: there are other dates."))
    button = gettext_lazy("See the dates")
    has_facts = False
    leads_home = True

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        declined = event.reason == EventReason.OFFER_DECLINED
        passed_on = _("You left the place in “%(course)s” to the next person.")
        sentence = passed_on if declined else _("You have left “%(course)s”, as you asked.")
        return {"what": sentence % {"course": enrolment.session.title}}


@register
class Transferred(EnrolmentLetter):
    kind = "training/emails/transferred"
    name = gettext_lazy("Moved to another session")
    to = gettext_lazy("The learner whose enrolment goes to another session")
    gaps = {
        "course": about.COURSE,
        "standing": Gap(
            gettext_lazy("what to do with the calendar, or how it stands on the waiting list"),
            sample=BRING_YOUR_CALENDAR,
        ),
    }
    subject = gettext_lazy("You go to another session")
    body = (
        gettext_lazy("We have moved your enrolment to “%(course)s”, at the dates below."),
        gettext_lazy("Your request and your levels went with you: there is nothing to fill in again."),
        "{standing}",
    )
    button = gettext_lazy("See my request")
    closing = (gettext_lazy("These dates do not suit you? Call us or write to us."),)

    @classmethod
    def carries_calendar(cls, enrolment: Enrolment) -> bool:
        return enrolment.status in SEATED

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        if cls.carries_calendar(enrolment):
            return {"standing": str(BRING_YOUR_CALENDAR)}
        return {"standing": sayings.now(enrolment, position=seats.position(enrolment)).title}


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


@register
class Removal(Letter):
    """A month before requests that came to nothing are deleted. One letter a person."""

    kind = "training/emails/removal"
    name = gettext_lazy("Request soon deleted")
    to = gettext_lazy("Who asked for a place long ago and followed no course, a month before")
    why = about.WHY_ENROLLED
    gaps = {"day": Gap(gettext_lazy("day on which it is deleted"), sample=lazy(_sample_day, str)())}
    subject = gettext_lazy("We will soon delete your request")
    body = (
        gettext_lazy(
            "Some time ago you asked for a place in a Dutch course. You did not follow that course."
        ),
        gettext_lazy("We do not keep your data longer than we need it: on %(day)s we delete your request."),
        gettext_lazy("Would you like to keep it, or to try again? Sign in before that day."),
    )
    button = gettext_lazy("Sign in")
    closing = (gettext_lazy("Courses that you followed, and certificates, stay."),)

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        return Filled(values={"day": words.day(date.fromisoformat(ids["on"]))}, url=about.page("my_home"))
