"""The letter to who asked to hear when a session opens. Not needed: it may be stopped."""

from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Letter, register
from training.domain.interest import SESSION_OPEN
from training.emails import about_sessions as about
from training.models import Session


@register
class SessionOpen(Letter):
    kind = SESSION_OPEN
    name = gettext_lazy("A session opens")
    to = gettext_lazy("Who asked to be told, when a session of the course is published")
    is_service = False
    why = gettext_lazy("You receive this message because you asked to be told of new dates.")
    gaps = {"course": about.COURSE}
    subject = gettext_lazy("New dates for the course you look for")
    body = (
        gettext_lazy("There is a new session of “%(course)s”."),
        gettext_lazy("Places go in the order of arrival. Enrolling takes ten minutes."),
    )
    button = gettext_lazy("Enrol")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        session = Session.objects.select_related("room").get(pk=ids["session"])
        if session.cancelled_at or session.published_at is None:
            return None
        return Filled(
            values={"course": session.title},
            url=about.page("enrol_start", session.code),
            facts=about.facts(session),
        )

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts()
