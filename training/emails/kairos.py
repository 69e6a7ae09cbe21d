"""The alarm to the coordination: people in training of whom France Travail has not been told in time."""

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy, ngettext

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import kairos
from training.emails import about_sessions as about
from training.models import Session


def _number(people: int) -> str:
    return ngettext(
        "%(number)d person has been in training for over 72 hours without a certificate of entry (AES).",
        "%(number)d people have been in training for over 72 hours without a certificate of entry (AES).",
        people,
    ) % {"number": people}


@register
class KairosLate(Letter):
    kind = kairos.LATE
    name = gettext_lazy("KAIROS: certificates of entry are missing")
    to = gettext_lazy("The coordinators, once for each group of people who are late")
    gaps = {
        "course": about.COURSE,
        "number": Gap(gettext_lazy("how many people"), sample=lazy(_number, str)(3)),
    }
    subject = gettext_lazy("KAIROS: certificates of entry are missing")
    body = (
        "{number}",
        gettext_lazy("They follow “%(course)s”. Enter the certificates in KAIROS, then tick them."),
    )
    button = gettext_lazy("See the session")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        """Only who is still late; nobody, no letter."""
        people = kairos.late().filter(pk__in=ids["enrolments"]).count()
        if not people:
            return None
        session = Session.objects.get(pk=ids["session"])
        return Filled(
            values={"course": session.title, "number": _number(people)},
            url=about.page("sessions_office:inspect", session.pk),
        )
