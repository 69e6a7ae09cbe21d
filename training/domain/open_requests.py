"""Waiting for a place, not for a date: a request that any fitting session, new or freed, may answer."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Organisation, Person, User
from training.domain import distances, requests, seats
from training.domain.violations import refused_by
from training.enums import EventReason, OpenRequestEnd
from training.exceptions import Refusal
from training.models import OpenRequest


@transaction.atomic
def ask(
    *,
    person: Person,
    level: str,
    not_before: date,
    by: User | None,
    towns: Sequence[str] = (),
    rhythms: Sequence[str] = (),
    within_km: int | None = None,
    referred_by: Organisation | None = None,
) -> OpenRequest:
    """Opens the request, or changes the one that is open: it keeps its place, since the time is the same.

    The person has read the privacy notice (the form asks). A sweeper offers what is free within a minute.
    Refuses a distance from a commune of which we do not know where it lies.
    """
    _insist_on_own(person, by)
    if lacks := requests.missing(person):
        raise Refusal(lacks, code="incomplete")
    if within_km is not None and not distances.is_placed(person.commune_id):
        raise Refusal(_("We do not know where your commune lies: tick the towns instead."), code="within_km")
    facts = {"level": level, "not_before": not_before, "towns": list(towns), "rhythms": list(rhythms)}
    facts["within_km"] = within_km
    with refused_by(OpenRequest):
        request, created = OpenRequest.objects.open().get_or_create(
            person=person,
            defaults=facts
            | {
                "referred_by": referred_by,
                "asked_at": timezone.now(),
                "privacy_version": requests.PRIVACY_VERSION,
            },
        )
    if created:
        seats.note_request(request, EventReason.ASKED, None)
        return request
    for name, value in facts.items():
        setattr(request, name, value)
    request.save(update_fields=list(facts))
    return request


@transaction.atomic
def withdraw(*, request: OpenRequest, by: User | None) -> OpenRequest:
    """The person no longer waits. An offer that is open stays until it is answered. Idempotent."""
    _insist_on_own(request.person, by)
    closed = {"closed_at": timezone.now(), "ended_by": OpenRequestEnd.WITHDRAWN}
    OpenRequest.objects.open().filter(pk=request.pk).update(**closed)
    return OpenRequest.objects.get(pk=request.pk)


def _insist_on_own(person: Person, by: User | None) -> None:
    if by is not None and not by.runs_the_office and person.user_id != by.pk:
        raise Refusal(_("Only the person or the coordination can do this."), code="not_allowed")
