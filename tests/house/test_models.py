"""Every model says which personal data it holds and for how long; every constraint speaks."""

import pytest
from django.apps import apps
from django.db.models import CheckConstraint, UniqueConstraint
from wagtail.contrib.settings.models import BaseGenericSetting, BaseSiteSetting
from wagtail.models import Page

from tests.strict import OUR_APPS

MODELS = [
    model
    for label in OUR_APPS
    for model in apps.get_app_config(label).get_models()
    if not model._meta.auto_created and not model.__module__.startswith("wagtail")
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_the_docstring_says_what_is_held_about_people(model):
    words = (model.__doc__ or "").lower()
    assert "personal data" in words, f"{model._meta.label} does not say which personal data it holds"
    if "personal data:" in words and "personal data: none" not in words:
        assert "kept" in words, f"{model._meta.label} does not say how long it is kept"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_constraints_have_names_of_their_own_and_sentences(model):
    for constraint in model._meta.constraints:
        assert constraint.name
        if isinstance(constraint, CheckConstraint | UniqueConstraint):
            assert constraint.violation_error_message != constraint.default_violation_error_message, (
                f"{constraint.name} has no sentence of its own"
            )


LISTED = [model for model in MODELS if not issubclass(model, Page | BaseGenericSetting | BaseSiteSetting)]


@pytest.mark.parametrize("model", LISTED, ids=lambda model: model._meta.label)
def test_every_list_has_an_order_of_its_own(model):
    assert model._meta.ordering or model._meta.get_latest_by, f"{model._meta.label} comes in any order"
