"""Files that may be of one person: same identifier and birth date, or same name and birth date."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import Refusal
from accounts.models import Difference, Person, User
from accounts.rules import same_name


@dataclass(frozen=True)
class Pair:
    """Two files, the older one first, and why they look alike."""

    one: Person
    other: Person
    same_identifier: bool

    @property
    def why(self) -> str:
        if self.same_identifier:
            return _("Same France Travail identifier, same birth date")
        return _("Same name, same birth date")


def pairs(user: User) -> list[Pair]:
    """Every two files that look alike and of which nobody said that they are two people. Three queries."""
    everybody = Person.objects.visible_to(user)
    shared = everybody.order_by().values("birth_date").annotate(n=Count("pk")).filter(n__gt=1)
    born = everybody.filter(birth_date__in=shared.values("birth_date"))
    known = set(Difference.objects.values_list("one", "other"))
    found = list(alike(born.select_related("commune", "user").order_by("pk")))
    return [pair for pair in found if (pair.one.pk, pair.other.pk) not in known]


def alike(people: Iterable[Person]) -> Iterable[Pair]:
    """Pure: by the order of the files. Accents, capitals and the order of the names do not matter."""
    heaps: dict[tuple, list[Person]] = defaultdict(list)
    for one in people:
        heaps["name", one.birth_date, same_name(one.name_key)].append(one)
        if one.france_travail_identifier:
            heaps["identifier", one.birth_date, one.france_travail_identifier].append(one)
    found = {
        (one.pk, other.pk): Pair(one, other, _same_identifier(one, other))
        for heap in heaps.values()
        for one, other in combinations(heap, 2)
    }
    return [found[key] for key in sorted(found)]


def _same_identifier(one: Person, other: Person) -> bool:
    return bool(one.france_travail_identifier) and (
        one.france_travail_identifier == other.france_travail_identifier
    )


def note_different(*, one: Person, other: Person, by: User) -> Difference:
    """Remembers that these are two people: they are not proposed again. Idempotent."""
    if not by.runs_the_office:
        raise Refusal(_("Only the coordination can do this."), code="not_allowed")
    if one.pk == other.pk:
        raise Refusal(_("This is one file."), code="same")
    first, second = sorted((one, other), key=lambda person: person.pk)
    facts = {"said_by": by, "at": timezone.now()}
    return Difference.objects.get_or_create(one=first, other=second, defaults=facts)[0]
