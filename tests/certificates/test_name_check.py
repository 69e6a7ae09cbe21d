"""Yes or no to a family name, however people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.domain.name_check import same_family_name


@pytest.mark.parametrize(
    ("typed", "certified"),
    [
        ("evrard", "Évrard"),
        ("ÉVRARD", "Évrard"),
        ("Dupont Martin", "Dupont-Martin"),
        ("dhondt", "D’Hondt"),
        ("Vandenberghe", "Van den Berghe"),
        ("Berghe", "Van den Berghe"),
        ("de la Fontaine", "La Fontaine"),
        ("Lebœuf", "LEBOEUF"),
        ("Strauss", "Strauß"),
        ("E\u0301vrard", "Évrard"),
        ("Le", "Le"),
    ],
)
def test_the_same_name(typed, certified):
    assert same_family_name(typed, certified)
    assert same_family_name(certified, typed)


@pytest.mark.parametrize(
    ("typed", "certified"),
    [
        ("Dupont", "Dupont-Martin"),
        ("Benali", "Benalli"),
        ("", "Benali"),
        ("-", "-"),
        ("Le", "Van"),
        ("Martin", ""),
    ],
)
def test_another_name(typed, certified):
    assert not same_family_name(typed, certified)


@given(st.text(max_size=30), st.text(max_size=30))
def test_it_never_fails_and_is_the_same_both_ways(one, other):
    assert same_family_name(one, other) == same_family_name(other, one)
