"""The link in a letter that answers an offer without signing in: signed, for one offer, gone with it.

The address holds the number of a line of the diary and a signature, nothing about the person. It opens the
page of that one offer; once the offer is answered, over or made anew, it opens a sentence.
"""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext as _

from training.domain import sayings
from training.enums import EnrolmentStatus, EventReason
from training.exceptions import Refusal
from training.models import Enrolment, EnrolmentEvent

S = EnrolmentStatus
LASTS = timedelta(days=30)  # no offer holds longer; afterwards the address is dead
_signer = TimestampSigner(salt="training.offer")


def token(event: EnrolmentEvent) -> str:
    """For the offer that this line of the diary tells."""
    return _signer.sign(str(event.pk))


def read(text: str) -> Enrolment:
    """The enrolment whose offer can still be answered; else a Refusal that says what became of it."""
    try:
        event_id = int(_signer.unsign(text, max_age=LASTS))
    except BadSignature as error:
        raise Refusal(_("This link does not work, or is too old."), code="link") from error
    event = EnrolmentEvent.objects.select_related("enrolment__session__room", "enrolment__person__user").get(
        pk=event_id
    )
    enrolment = event.enrolment
    if enrolment.status in (S.CONFIRMED, S.ENTERED, S.COMPLETED):
        raise Refusal(_("You have said yes: your place is confirmed."), code="accepted")
    if enrolment.status != S.OFFERED:
        raise Refusal(_what_became_of(enrolment), code="gone")
    latest = enrolment.events.filter(to_status=S.OFFERED).exclude(from_status=S.OFFERED).last()
    if latest != event:
        raise Refusal(_("We have made you a newer offer: open our last letter."), code="newer")
    if not enrolment.offer_holds:
        raise Refusal(sayings.time_is_over(), code="expired")
    return enrolment


def _what_became_of(enrolment: Enrolment) -> str:
    last = enrolment.events.last()
    if last.reason == EventReason.OFFER_EXPIRED:
        return _("This place went to somebody else. We are sorry: look at the other dates.")
    return f"{sayings.happened(last)}."
