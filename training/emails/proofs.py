"""To the person: a proof of absence was refused, and why; never what is on it."""

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy

from accounts.domain.letters import Filled, Gap, Letter, register
from training.domain import proofs, words
from training.emails import about_sessions as about
from training.enums import ProofRefusal, ProofState
from training.models import AbsenceProof


def _sample_days() -> str:
    return words.period(about.SAMPLE_DAY, about.SAMPLE_DAY)


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
        return Filled(
            values={
                "course": proof.enrolment.session.title,
                "days": words.period(proof.first_day, proof.last_day),
                "reason": proof.get_refusal_display(),
            },
            url=about.page("proofs", proof.enrolment_id),
        )
