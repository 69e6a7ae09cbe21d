"""The letter about changed welcome papers: rules, programme, contacts. Dates have letters of their own."""

from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Letter, register
from training.domain.welcome import CHANGED
from training.emails import about_sessions as about
from training.enums import ATTENDING
from training.models import Delivery


@register
class PapersChanged(Letter):
    kind = CHANGED
    name = gettext_lazy("Welcome papers changed")
    to = gettext_lazy("Learners with a place, when the rules or the programme have a new version")
    why = about.WHY_ENROLLED
    gaps = {"course": about.COURSE}
    subject = gettext_lazy("Your welcome papers have changed")
    body = (
        gettext_lazy("There is a new version of your papers for “%(course)s”."),
        gettext_lazy(
            "It replaces the one you have. Please read it: the internal rules or the programme changed."
        ),
    )
    button = gettext_lazy("See my papers")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        """Not when the place was given back meanwhile."""
        delivery = Delivery.objects.select_related("enrolment__session").get(pk=ids["delivery"])
        if delivery.enrolment.status not in ATTENDING:
            return None
        return Filled(
            values={"course": delivery.enrolment.session.title},
            url=about.page("my_enrolment", delivery.enrolment_id),
        )
