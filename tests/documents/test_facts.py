"""Facts are frozen, typed, and survive JSON."""

import json
from dataclasses import FrozenInstanceError

import pytest

from documents.facts import CertificateFacts
from tests.documents.builders import certificate_facts


def test_json_and_back_gives_the_same_facts():
    facts = certificate_facts(replaces_code="ABCD1234EFGH")
    assert CertificateFacts.from_json(json.loads(json.dumps(facts.to_json()))) == facts


def test_json_has_plain_values_and_no_floats():
    def leaves(value):
        if isinstance(value, dict):
            value = list(value.values())
        return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list) else [value]

    data = certificate_facts().to_json()
    assert {type(leaf) for leaf in leaves(data)} <= {str, int, type(None)}
    assert data["first_day"] == "2026-10-01"
    assert data["version"] == 1


def test_equal_names_are_equal_bytes():
    composed, decomposed = (certificate_facts(holder_given_name=name) for name in ("Zoé", "Zoe\u0301"))
    assert composed == decomposed
    assert decomposed.to_json()["holder_given_name"] == "Zoé"


def test_frozen():
    with pytest.raises(FrozenInstanceError):
        certificate_facts().code = "000000000000"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"version": 2}, "version 2 is not 1"),
        ({"code": 7}, "7 is not str"),
        ({"minutes_planned": 7200.0}, "7200.0 is not int"),
        ({"first_day": "1 October"}, "Invalid isoformat"),
        ({"mood": "cheerful"}, "unknown mood"),
    ],
)
def test_other_facts_are_refused(change, complaint):
    with pytest.raises(ValueError, match=complaint):
        CertificateFacts.from_json(certificate_facts().to_json() | change)


def test_a_missing_field_is_refused():
    data = certificate_facts().to_json()
    del data["levels"]
    with pytest.raises(ValueError, match="no levels"):
        CertificateFacts.from_json(data)
