"""The letters to who goes elsewhere: given back, moved to another session, soon deleted."""

from datetime import date

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, Words, register
from training.domain import sayings, seats, words
from training.emails import about_sessions as about
from training.emails.enrolment import BRING_YOUR_CALENDAR, EnrolmentLetter
from training.emails.waiting import NUMBER
from training.enums import SEATED, EnrolmentStatus, EventReason
from training.models import Enrolment, EnrolmentEvent, Session

CLEAR_YOUR_CALENDAR = gettext_lazy("A file with this letter takes the dates you leave out of your telephone.")


def _sample_day() -> str:
    return words.day(about.SAMPLE_DAY)


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
    subject = pgettext_lazy("letter", "You are no longer enrolled")
    body = (
        "{what}",
        pgettext_lazy("letter", "You may come back whenever you like: there are other dates."),
    )
    button = gettext_lazy("See the dates")
    has_facts = False
    leads_home = True

    @classmethod
    def left(cls, enrolment: Enrolment, event: EnrolmentEvent) -> Session | None:
        return enrolment.session if event.from_status == EnrolmentStatus.CONFIRMED else None

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        declined = event.reason == EventReason.OFFER_DECLINED
        passed_on = _("You left the place in “%(course)s” to the next person.")
        sentence = passed_on if declined else _("You have left “%(course)s”, as you asked.")
        what = sentence % {"course": enrolment.session.title}
        return {"what": f"{what} {CLEAR_YOUR_CALENDAR}" if cls.left(enrolment, event) else what}


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
        "note": Gap(
            gettext_lazy("why, in the words of the coordination, when it wrote some"),
            sample=gettext_lazy("Too few people enrolled."),
            is_needed=False,
        ),
    }
    subject = gettext_lazy("You go to another session")
    body = (
        gettext_lazy("We have moved your enrolment to “%(course)s”, at the dates below."),
        "{note}",
        gettext_lazy("Your request and your levels went with you: there is nothing to fill in again."),
        "{standing}",
    )
    button = gettext_lazy("See my request")
    closing = (gettext_lazy("These dates do not suit you? Call us or write to us."),)

    @classmethod
    def carries_calendar(cls, enrolment: Enrolment) -> bool:
        return enrolment.status in SEATED

    @classmethod
    def left(cls, enrolment: Enrolment, event: EnrolmentEvent) -> Session | None:
        before = enrolment.transferred_from
        return before.session if before and before.confirmed_at else None

    @classmethod
    def values(cls, enrolment: Enrolment, event: EnrolmentEvent) -> dict[str, Words]:
        said = [str(CLEAR_YOUR_CALENDAR)] if cls.left(enrolment, event) else []
        if cls.carries_calendar(enrolment):
            said.insert(0, str(BRING_YOUR_CALENDAR))
        elif position := seats.position(enrolment):
            said.insert(0, NUMBER % {"number": position})
        return {"note": sayings.why_moved(event), "standing": " ".join(said)}


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
