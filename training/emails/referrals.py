"""To a person who was referred: by whom, to what, what they agreed to, and how to object."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import referring, words
from training.emails import about_sessions as about
from training.models import Referral


def _sample_day() -> str:
    return words.day(about.SAMPLE_DAY)


def _take_over() -> str:
    return _(
        "We have opened an account with this address for you. The button below leads to the page where you "
        "choose a password."
    )


@register
class Referred(Letter):
    """Beside the usual letter on where the request stands. Names the organisation, not who works there."""

    kind = referring.LETTER
    name = gettext_lazy("Referred by a prescriber")
    to = gettext_lazy("The person whom a prescriber refers to a course")
    gaps = {
        "organisation": Gap(gettext_lazy("name of the organisation"), sample="Mission emploi des Dunes"),
        "course": about.COURSE,
        "day": Gap(gettext_lazy("day on which the person agreed"), sample=lazy(_sample_day, str)()),
        "account": Gap(
            gettext_lazy("how to take the new account over"),
            sample=gettext_lazy("The button below leads to the page where you choose a password."),
            is_needed=False,
        ),
    }
    subject = gettext_lazy("You were referred to a course")
    body = (
        gettext_lazy("%(organisation)s has asked for a place in “%(course)s” for you."),
        gettext_lazy(
            "They tell us that you agreed to this on %(day)s. Your page says where your request stands."
        ),
        gettext_lazy(
            "%(organisation)s can see how far you are (received, confirmed, in training, finished) and, "
            "if it stops, why. They never see your levels or results, nor anything about your health or "
            "family."
        ),
        "{account}",
    )
    button = gettext_lazy("See my request")
    closing = (
        gettext_lazy(
            "You did not agree, or you no longer wish it? Withdraw your request on your page. If they should "
            "see nothing any more, write to us: we see to it."
        ),
    )
    why = gettext_lazy("You receive this message because an organisation referred you to us.")

    @classmethod
    def fill(cls, ids: dict) -> Filled:
        found = Referral.objects.select_related(
            "organisation", "enrolment__session__room", "enrolment__person__user"
        )
        referral = found.get(pk=ids["referral"])
        session, account = referral.enrolment.session, referral.enrolment.person.user
        is_new = account is not None and not account.has_usable_password() and account.last_login is None
        page = about.page("my_enrolment", referral.enrolment_id)
        values = {
            "organisation": referral.organisation.name,
            "course": session.title,
            "day": words.day(referral.agreed_on),
            "account": _take_over() if is_new else "",
        }
        url = about.page("account_reset_password") if is_new else page
        return Filled(values=values, url=url, facts=about.facts(session))

    @classmethod
    def sample_facts(cls) -> about.Facts:
        return about.sample_facts()
