"""The jobs somebody wants: chosen by the person and by nobody else."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Person, User
from training.exceptions import Refusal
from training.models import ChosenOccupation, Occupation

MOST = 5


@transaction.atomic
def choose(*, person: Person, occupations: Iterable[Occupation], by: User) -> None:
    """The whole choice, as ticked: what is not in it any more goes. Idempotent."""
    if person.user_id != by.pk:
        raise Refusal(_("Only the person can do this."), code="not_allowed")
    wanted = {one.pk for one in occupations}
    if len(wanted) > MOST:
        raise Refusal(_("Choose at most %(number)d occupations.") % {"number": MOST}, code="many")
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    person.chosen_occupations.exclude(occupation__in=wanted).delete()
    known = set(person.chosen_occupations.order_by().values_list("occupation", flat=True))
    ChosenOccupation.objects.bulk_create(
        [
            ChosenOccupation(person=person, occupation_id=pk, chosen_at=timezone.now())
            for pk in sorted(wanted - known)
        ]
    )
