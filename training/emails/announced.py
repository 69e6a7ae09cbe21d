"""To who teaches: somebody of the group will not come, or comes after all.

A given name and the lesson; the reason stays behind the sign-in.
"""

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Letter, register
from training.domain import announcing
from training.emails import about_sessions as about
from training.models import AnnouncedAbsence, Session


def _line(one: AnnouncedAbsence) -> str:
    lesson = one.half_day
    when = about.lesson(lesson.date, lesson.start_time, lesson.end_time)
    return _("%(lesson)s: comes after all") % {"lesson": when} if one.withdrawn_at else when


@register
class AbsenceAnnounced(Letter):
    kind = announcing.LETTER
    name = gettext_lazy("Absence announced, or taken back (trainer)")
    to = gettext_lazy("The trainer of the half-day; announcements within two minutes make one letter")
    why = about.WHY_TEACHES
    gaps = {"course": about.COURSE}
    subject = gettext_lazy("An absence is announced")
    body = (gettext_lazy("In your group of “%(course)s”, this was announced:"),)
    button = gettext_lazy("See my week")
    closing = (gettext_lazy("The register shows it beside the name, with the reason."),)

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        rows = AnnouncedAbsence.objects.filter(pk__in=ids["items"])
        rows = rows.select_related("enrolment__person", "half_day").order_by(
            "half_day__date", "half_day__start_time", "pk"
        )
        found = [(one.enrolment.person.given_name, _line(one)) for one in rows]
        if not found:
            return None
        course = Session.objects.get(pk=ids["session"]).title
        return Filled(values={"course": course}, url=about.page("trainer_today"), facts=found)

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return [("Yasmine", lazy(about.sample_lesson, str)())]
