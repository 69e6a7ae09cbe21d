"""Two files of one person become one, and nothing that points to either is lost.

Which tables point to a person or an account is read from the registry of models, so that a later one cannot
be forgotten (`tests/house/test_merging.py`). Frozen papers stay as they were printed. Locks: sessions,
enrolments by id, people by id.
"""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Field, Model
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Difference, Person, User
from accounts.models.person import NO_DATE
from training.domain import seats
from training.domain.moves import ALLOWED_FROM, remark
from training.domain.overlaps import overlapping, sentence
from training.domain.patience import politely
from training.domain.permissions import can_plan, insist
from training.domain.violations import refused_by
from training.enums import ACTIVE, ATTENDING, EventReason, OpenRequestEnd
from training.exceptions import Refusal
from training.models import Enrolment, OpenRequest

OURS = ("accounts", "training", "certificates", "placement", "reporting", "documents", "cms")
SIGNS_IN = ("account.EmailAddress.user", "mfa.Authenticator.user")  # go with the account that is closed
FROZEN = ("training.Signature.signed_by",)  # stands in a chain: the closed account stays the one that signed
FILLED = ("commune", "phone", "france_travail_identifier", "france_travail_missing")


def relations(model: type[Model]) -> dict[str, Field]:
    """Every key that points to this model, as "app.Model.field": from the registry of models."""
    reverse = [one for one in model._meta.get_fields(include_hidden=True) if one.auto_created]
    keys = [one for one in reverse if one.one_to_many or one.one_to_one]
    return {f"{one.related_model._meta.label}.{one.field.name}": one.field for one in keys}


def pointing(field: Field, to: Model):
    return field.model._base_manager.filter(**{field.name: to})


# How each key moves. A key with a rule "only one each" has its own way; every other is simply pointed anew.


def point_anew(field: Field, old: Model, new: Model) -> None:
    pointing(field, old).update(**{field.name: new})


def drop_what_is_known(by: str) -> Callable[[Field, Model, Model], None]:
    """The same fact about both is one fact: `by` is what else makes it the same."""

    def move(field: Field, old: Model, new: Model) -> None:
        known = pointing(field, new).values_list(by, flat=True)
        pointing(field, old).filter(**{f"{by}__in": list(known)}).delete()
        point_anew(field, old, new)

    return move


def one_open_request(field: Field, old: Person, new: Person) -> None:
    """Who waits for any session twice waits once, since the earlier of the two."""
    open_ones = list(OpenRequest.objects.open().filter(person__in=[old, new]).order_by("asked_at", "pk"))
    for later in open_ones[1:]:
        later.closed_at, later.ended_by = timezone.now(), OpenRequestEnd.WITHDRAWN
        later.save(update_fields=["closed_at", "ended_by"])
    point_anew(field, old, new)


def one_test_at_a_time(field: Field, old: User, new: User) -> None:
    """Of two tests that are not finished the survivor's goes on; the other becomes one without an account."""
    if pointing(field, new).filter(finished_at=None).exists():
        pointing(field, old).filter(finished_at=None).update(user=None)
    point_anew(field, old, new)


def revoked(field: Field, old: User, new: User) -> None:
    """The private calendar address of the closed account is taken back."""
    pointing(field, old).filter(revoked_at=None).update(revoked_at=timezone.now())
    point_anew(field, old, new)


def other_differences(field: Field, old: Person, new: Person) -> None:
    """Whoever is not the one is not the other: said of the survivor from now on."""
    for row in pointing(field, old):
        others = {row.one_id, row.other_id} - {old.pk, new.pk}
        for pk in others:
            one, other = sorted((pk, new.pk))
            facts = {"said_by": row.said_by, "at": row.at}
            Difference.objects.get_or_create(one_id=one, other_id=other, defaults=facts)
        row.delete()


Move = Callable[[Field, Model, Model], None]
OF_THE_PERSON: dict[str, Move] = {
    "accounts.Person.merged_into": point_anew,
    "accounts.Difference.one": other_differences,
    "accounts.Difference.other": other_differences,
    "training.Enrolment.person": point_anew,
    "training.OpenRequest.person": one_open_request,
    "training.ChosenOccupation.person": drop_what_is_known(by="occupation"),
}
ONE_EACH: dict[str, Move] = {
    "accounts.StoppedLetter.user": drop_what_is_known(by="kind"),
    "training.Interest.user": drop_what_is_known(by="course"),
    "training.PlacementAttempt.user": one_test_at_a_time,
    "training.CalendarFeed.user": revoked,
}


# Looking


def what_moves(duplicate: Person, survivor: Person) -> list[tuple[str, int]]:
    """The tables that hold something about the duplicate, in words, with how many rows."""
    found = {}
    for label, (field, target) in _keys(duplicate, survivor).items():
        if number := pointing(field, target).count():
            name = str(field.model._meta.verbose_name_plural)
            found[label] = (name, number)
    return sorted(found.values())


def _keys(duplicate: Person, survivor: Person) -> dict[str, tuple[Field, Model]]:
    found = {label: (field, duplicate) for label, field in relations(Person).items()}
    if duplicate.user_id and survivor.user_id:
        found |= {label: (field, duplicate.user) for label, field in _of_the_account().items()}
    return found


def _of_the_account() -> dict[str, Field]:
    """Keys of our own tables to an account; which file it belongs to is not one of them."""
    found = {label: field for label, field in relations(User).items() if label.split(".")[0] in OURS}
    for label in ("accounts.Person.user", *FROZEN):
        found.pop(label)
    return found


def obstacles(survivor: Person, duplicate: Person) -> list[str]:
    """What somebody has to settle first, a sentence each. Empty: the files can be merged."""
    if survivor.pk == duplicate.pk:
        return [_("This is one file.")]
    if survivor.merged_into_id or duplicate.merged_into_id:
        return [_("One of these files was merged already.")]
    return [
        *_same_session(survivor, duplicate),
        *_same_hours(survivor, duplicate),
        *_roles(survivor, duplicate),
    ]


def _same_session(survivor: Person, duplicate: Person) -> list[str]:
    mine = Enrolment.objects.filter(person=survivor, status__in=ACTIVE).order_by()
    states = dict(mine.values_list("session", "status"))
    both = Enrolment.objects.filter(person=duplicate, status__in=ACTIVE, session__in=states)
    return [
        _what_to_settle({one.status, states[one.session_id]}) % {"session": one.session}
        for one in both.select_related("session").order_by("pk")
    ]


def _what_to_settle(states: set[str]) -> str:
    """Of two enrolments in one session only one can stand; which way the other can end."""
    if states & set(ALLOWED_FROM["withdraw"]):
        return _("Both files are enrolled in “%(session)s”: withdraw one of the two enrolments first.")
    if states & set(ALLOWED_FROM["exit_early"]):
        return _("Both files follow “%(session)s”: note first on the wrong one that it left before the end.")
    return _("Both files followed “%(session)s” to its end, with registers that are closed: they stay two.")


def _same_hours(survivor: Person, duplicate: Person) -> list[str]:
    theirs = Enrolment.objects.filter(person=duplicate, status__in=ATTENDING).select_related("session")
    shared = Enrolment.objects.filter(person=survivor, status__in=ATTENDING).values("session")
    found = [
        sentence(list(overlapping(one.session, survivor.pk)[:4]))
        for one in theirs.exclude(session__in=shared).order_by("pk")
    ]
    return [said for said in found if said]


def _roles(survivor: Person, duplicate: Person) -> list[str]:
    """An account with a role is nobody's duplicate: its name stands under what it did."""
    account = duplicate.user
    if account is None or survivor.user_id is None:
        return []
    foreign = [
        label for label in relations(User) if label.split(".")[0] not in OURS and label not in SIGNS_IN
    ]
    works_here = account.is_superuser or account.is_staff or account.memberships.active().exists()
    if works_here or any(pointing(relations(User)[label], account).exists() for label in foreign):
        said = _("The account %(email)s works here: keep that file, or end its role first.")
        return [said % {"email": account.email}]
    return []


# Merging


@transaction.atomic
def merge(*, survivor: Person, duplicate: Person, by: User | None) -> Person:
    """Everything of `duplicate` goes over to `survivor`, who keeps their own facts; empty ones are filled in.

    The duplicate stays as an empty file that points to the survivor; of two accounts the duplicate's is
    closed. Refuses with every obstacle in words, and nothing has moved. Two who merge at once: one does.
    """
    insist(can_plan(by))
    survivor, duplicate = _locked(survivor.pk, duplicate.pk)
    if sentences := obstacles(survivor, duplicate):
        raise Refusal(" ".join(sentences), code="settle_first")
    moved = list(Enrolment.objects.filter(person=duplicate).order_by("pk"))
    facts = {name: getattr(duplicate, name) for name in FILLED}
    account = duplicate.user
    with refused_by(Enrolment, OpenRequest):
        for label, field in relations(Person).items():
            OF_THE_PERSON[label](field, duplicate, survivor)
    if account is not None and survivor.user_id is not None:
        _merge_accounts(account, survivor.user)
        account = None
    _bury(duplicate, survivor)
    _fill_in(survivor, facts, account)
    for one in moved:
        remark(one, EventReason.MERGED, by=by)
    return survivor


def _locked(survivor_id: int, duplicate_id: int) -> tuple[Person, Person]:
    both = sorted({survivor_id, duplicate_id})
    enrolments = Enrolment.objects.filter(person__in=both)
    seats.lock_all(*enrolments.filter(status__in=ACTIVE).order_by().values_list("session", flat=True))
    with politely():
        list(enrolments.select_for_update(of=("self",), no_key=True).order_by("pk"))
        rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=both).select_related("user")
        people = {one.pk: one for one in rows.order_by("pk")}
    return people[survivor_id], people[duplicate_id]


def _merge_accounts(old: User, new: User) -> None:
    """What the old account has goes over; it is closed and holds nothing about anybody any more."""
    for label, field in _of_the_account().items():
        ONE_EACH.get(label, point_anew)(field, old, new)
    for label in SIGNS_IN:
        pointing(relations(User)[label], old).delete()
    old.email, old.first_name, old.last_name = f"merged-{old.pk}@invalid", "", ""
    old.is_active, old.last_login = False, None
    old.set_unusable_password()
    old.save()


def _bury(duplicate: Person, survivor: Person) -> None:
    duplicate.user, duplicate.commune = None, None
    duplicate.given_name = duplicate.family_name = duplicate.phone = ""
    duplicate.france_travail_identifier = duplicate.france_travail_missing = ""
    duplicate.birth_date = NO_DATE
    duplicate.merged_into, duplicate.merged_at = survivor, timezone.now()
    duplicate.save()


def _fill_in(survivor: Person, facts: dict, account: User | None) -> None:
    """Only what the survivor lacks; the identifier is worth more than the reason why there is none."""
    survivor.commune = survivor.commune or facts["commune"]
    survivor.phone = survivor.phone or facts["phone"]
    if not survivor.france_travail_identifier and facts["france_travail_identifier"]:
        survivor.france_travail_identifier, survivor.france_travail_missing = (
            facts["france_travail_identifier"],
            "",
        )
    elif not survivor.france_travail_identifier:
        survivor.france_travail_missing = survivor.france_travail_missing or facts["france_travail_missing"]
    survivor.user = survivor.user or account
    survivor.save()
