"""The letters about the waiting list: standing on it, a place that came free, an offer that ran out."""

from datetime import datetime, time

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.domain.letters import Gap, Words, register
from training.domain import offer_links, pairing, seats, words
from training.emails import about_sessions as about
from training.emails.enrolment import EnrolmentLetter
from training.models import Enrolment, EnrolmentEvent

NUMBER = gettext_lazy("You are number %(number)d on the waiting list.")
TOGETHER = gettext_lazy("There is one for each of you two: each answers for themselves.")


def _sample_moment() -> str:
    return words.moment(timezone.make_aware(datetime.combine(about.SAMPLE_DAY, time(10))))


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
        NUMBER,
        pgettext_lazy(
            "letter",
            "When a place comes free for you, we write to you at once and keep it for you for a while.",
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
    subject = pgettext_lazy("letter", "A place is free for you")
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
        pgettext_lazy("letter", "Still interested? Enrol again, or look at the other dates."),
    )
    button = gettext_lazy("See the dates")
    has_facts = False
    leads_home = True
