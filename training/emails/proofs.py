"""To the person: a proof of absence was refused, and why, or never came; never what is on it."""

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import proofs, words
from training.emails import about_sessions as about
from training.enums import ProofRefusal, ProofState
from training.models import AbsenceProof, Amendment, Enrolment


def _sample_days() -> str:
    return words.period(about.SAMPLE_DAY, about.SAMPLE_DAY)


def _filled(enrolment: Enrolment, **values: str) -> Filled:
    """With the course, and the button that leads to the proofs of that enrolment."""
    values |= {"course": enrolment.session.title}
    return Filled(values=values, url=about.page("proofs", enrolment.pk))


@register
class ProofRefused(Letter):
    kind = proofs.REFUSED
    name = gettext_lazy("Proof of absence refused")
    to = gettext_lazy("The person who gave it, when they have an account")
    why = about.WHY_ENROLLED
    gaps = {
        "course": about.COURSE,
        "days": Gap(gettext_lazy("the days of the absence"), sample=lazy(_sample_days, str)()),
        "reason": Gap(gettext_lazy("why it was refused"), sample=ProofRefusal.UNREADABLE.label),
    }
    subject = gettext_lazy("A proof could not be accepted")
    body = (
        gettext_lazy("You sent us a proof for your absence %(days)s, in “%(course)s”."),
        gettext_lazy("We cannot accept it: %(reason)s."),
        gettext_lazy("We have deleted the file. Send another one, or call us."),
    )
    button = gettext_lazy("Send another proof")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        proof = AbsenceProof.objects.select_related("enrolment__session").get(pk=ids["proof"])
        if proof.state != ProofState.REFUSED:
            return None
        days = words.period(proof.first_day, proof.last_day)
        return _filled(proof.enrolment, days=days, reason=proof.get_refusal_display())


@register
class AbsenceUnjustified(Letter):
    kind = proofs.UNJUSTIFIED
    name = gettext_lazy("Absence without a proof: it counts as unjustified")
    to = gettext_lazy("The person, when they have an account")
    why = about.WHY_ENROLLED
    gaps = {
        "course": about.COURSE,
        "lesson": Gap(gettext_lazy("the half-day"), sample=lazy(about.sample_lesson, str)()),
    }
    subject = gettext_lazy("An absence counts as unjustified")
    body = (
        gettext_lazy("You were absent on %(lesson)s, in “%(course)s”, and no proof reached us in time."),
        gettext_lazy("The absence now counts as unjustified. Your pay during the training may depend on it."),
        gettext_lazy("Do you have a proof? Send it, or call us: we can still put it right."),
    )
    button = gettext_lazy("Send a proof")

    @classmethod
    def fill(cls, ids: dict) -> Filled | None:
        rows = Amendment.objects.select_related("mark__half_day", "mark__enrolment__session")
        amendment = rows.get(pk=ids["amendment"])
        if hasattr(amendment, "after"):  # put right since
            return None
        one = amendment.mark.half_day
        lesson = about.lesson(one.date, one.start_time, one.end_time)
        return _filled(amendment.mark.enrolment, lesson=lesson)
