"""Nothing that points to a person or an account is forgotten when two files become one."""

from django.db.models import UniqueConstraint

from accounts.models import Person, User
from training.domain.merging import OF_THE_PERSON, ONE_EACH, OURS, SIGNS_IN, relations


def test_every_key_to_a_person_has_its_way():
    """A new table with a key to a person: give it a line in `merging.OF_THE_PERSON`."""
    assert set(relations(Person)) == set(OF_THE_PERSON)


def test_every_key_to_an_account_with_a_rule_of_one_each_has_its_own_way():
    """Pointing such a key anew could break the rule: give it a line in `merging.ONE_EACH`."""
    ours = {label: field for label, field in relations(User).items() if label.split(".")[0] in OURS}
    with_a_rule = {label for label, field in ours.items() if has_a_rule(field)}
    # Groups and roles: an account that has some is no duplicate. The file itself is moved by `merge`.
    guarded = {"accounts.User_groups.user", "accounts.User_user_permissions.user", "accounts.Person.user"}
    taught = {"training.Session_trainers.user", "accounts.Membership.user"}
    assert with_a_rule - guarded - taught == set(ONE_EACH)


def has_a_rule(field) -> bool:
    meta = field.model._meta
    together = [
        constraint.fields for constraint in meta.constraints if isinstance(constraint, UniqueConstraint)
    ]
    return field.unique or any(field.name in fields for fields in (*together, *meta.unique_together))


def test_what_goes_with_a_closed_account_exists():
    assert set(SIGNS_IN) <= set(relations(User))
