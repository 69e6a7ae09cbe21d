"""Letters to who referred somebody: that they entered the course, and that they left it, with the reason.

Stages and reasons, never an evaluation; a given name and no more, as mails travel open.
"""

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, Words, register
from training.domain import telling, words
from training.emails import about_sessions as about
from training.enums import EXITS_FOR_WORK, PRIVATE_EXITS, EnrolmentStatus
from training.models import EnrolmentEvent

S = EnrolmentStatus
PERSON = Gap(gettext_lazy("given name of the person"), sample="Yasmine", is_private=True)


def how_it_ended(event: EnrolmentEvent) -> str:
    """The stage and the reason in one sentence; health and family stay between the person and the school."""
    if event.to_status == S.COMPLETED:
        return _("The course was followed to its end.")
    if event.to_status == S.NO_SHOW:
        return _("The person did not come.")
    if event.reason in EXITS_FOR_WORK:
        return _("The person left for work, which is what we hope for: %(reason)s.") % {
            "reason": event.reason_words
        }
    reason = _("personal reasons") if event.reason in PRIVATE_EXITS else event.reason_words
    return _("The person left before the end. Reason: %(reason)s.") % {"reason": reason}


def _sample_end() -> str:
    return _("The course was followed to its end.")


def _sample_day() -> str:
    return words.day(about.SAMPLE_DAY)


class PrescriberLetter(Letter):
    why = about.WHY_REFERRED
    gaps = {"person": PERSON, "course": about.COURSE}
    button = gettext_lazy("See the people you referred")
    to = gettext_lazy("The prescribers of the organisation that referred the person")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        """Not when it turned out meanwhile that somebody else referred the person."""
        event = EnrolmentEvent.objects.select_related("enrolment__session", "enrolment__person").get(
            pk=ids["event"]
        )
        enrolment = event.enrolment
        if enrolment.referred_by_id != ids["organisation"]:
            return None
        values = {"person": enrolment.person.given_name, "course": enrolment.session.title}
        return Filled(
            values=values | cls.values(event),
            url=about.page("referrals"),
            facts=about.dates(enrolment.session),
        )

    @classmethod
    def values(cls, event: EnrolmentEvent) -> dict[str, Words]:
        return {}

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts()[:1]


@register
class PrescriberEntry(PrescriberLetter):
    kind = telling.PRESCRIBER_ENTRY
    name = gettext_lazy("To the prescriber: the person has begun")
    gaps = PrescriberLetter.gaps | {
        "day": Gap(gettext_lazy("day of the entry"), sample=lazy(_sample_day, str)())
    }
    subject = gettext_lazy("Somebody you referred has begun the course")
    body = (
        gettext_lazy("%(person)s, whom you referred to us, has begun “%(course)s”."),
        gettext_lazy("Day of the entry: %(day)s."),
    )

    @classmethod
    def values(cls, event: EnrolmentEvent) -> dict[str, Words]:
        return {"day": words.day(timezone.localdate(event.at))}


@register
class PrescriberMoved(PrescriberLetter):
    """Neither an exit nor an entry: the same training, in another session."""

    kind = telling.PRESCRIBER_MOVED
    name = gettext_lazy("To the prescriber: the person goes on in another session")
    subject = gettext_lazy("Somebody you referred goes on in another session")
    body = (
        gettext_lazy(
            "%(person)s, whom you referred to us, stays in training and now follows this session of "
            "“%(course)s”."
        ),
        gettext_lazy("The hours followed so far are kept."),
    )


@register
class PrescriberExit(PrescriberLetter):
    kind = telling.PRESCRIBER_EXIT
    name = gettext_lazy("To the prescriber: the course is over for the person")
    gaps = PrescriberLetter.gaps | {
        "what": Gap(gettext_lazy("how it ended, with the reason"), sample=lazy(_sample_end, str)())
    }
    subject = gettext_lazy("The course is over for somebody you referred")
    body = (
        gettext_lazy("%(person)s, whom you referred to us, no longer follows “%(course)s”."),
        "{what}",
    )

    @classmethod
    def values(cls, event: EnrolmentEvent) -> dict[str, Words]:
        return {"what": how_it_ended(event)}
