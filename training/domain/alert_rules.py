"""Who hears of which alert, session by session; what is usual where nothing was set."""

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from training.domain.permissions import can_plan, insist
from training.enums import ABOUT_SOMEBODY, AlertKind, Audience
from training.exceptions import Refusal
from training.models import AlertRule, Session

A = Audience
USUAL: dict[str, tuple[Audience, ...]] = {
    AlertKind.UNJUSTIFIED: (A.LEARNER, A.COORDINATOR, A.PRESCRIBER),
    AlertKind.LOW_RATE: (A.LEARNER, A.COORDINATOR, A.PRESCRIBER),
    AlertKind.REGISTER_LATE: (A.TRAINER,),
    AlertKind.REGISTER_MISSING: (A.TRAINER, A.COORDINATOR),
}
POSSIBLE: dict[str, tuple[Audience, ...]] = {
    kind: tuple(A) if kind in ABOUT_SOMEBODY else (A.TRAINER, A.COORDINATOR) for kind in AlertKind
}
FIELDS = {one: f"to_{one.lower()}" for one in A}


def rules_of(session: Session) -> dict[str, tuple[Audience, ...]]:
    """Kind → who hears of it. One query."""
    found = {rule.kind: rule for rule in session.alert_rules.all()}
    return {kind: _hearers(found[kind]) if kind in found else USUAL[kind] for kind in AlertKind}


def _hearers(rule: AlertRule) -> tuple[Audience, ...]:
    return tuple(one for one, field in FIELDS.items() if getattr(rule, field))


@transaction.atomic
def set_rules(*, session: Session, by: User | None, rules: Mapping[str, Collection[str]]) -> list[AlertRule]:
    """Writes who hears of each kind of alert from now on. Idempotent; kinds that are not named stay."""
    insist(can_plan(by))
    for kind, audiences in rules.items():
        if kind not in AlertKind.values or not set(audiences) <= set(POSSIBLE[kind]):
            raise Refusal(_("Choose from the list."), code="audience")
    return [
        AlertRule.objects.update_or_create(
            session=session,
            kind=kind,
            defaults={field: one in audiences for one, field in FIELDS.items()},
        )[0]
        for kind, audiences in rules.items()
    ]
