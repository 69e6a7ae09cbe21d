"""Turns one named violation of the database into a refusal in words; every other error passes through."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from training.exceptions import Refusal


@contextmanager
def refused_by(*models, only: str = "") -> Iterator[None]:
    """A savepoint: a violated constraint of `models` undoes it and becomes a Refusal with its sentence.

    The refusal's `code` is the name of the constraint. `only`: this one and no other.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        sentences = {
            constraint.name: constraint.get_violation_error_message()
            for model in models
            for constraint in model._meta.constraints
        }
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        if name not in sentences or only not in ("", name):
            raise
        raise Refusal(sentences[name], code=name) from error
