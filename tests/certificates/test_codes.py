"""Codes: nobody guesses one, anybody can type one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.domain import codes

CODE = "7K3MQ9XD20FA"


def test_new_codes_have_twelve_characters_of_crockfords_alphabet():
    made = {codes.new() for _ in range(500)}
    assert len(made) == 500
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{12}", code) for code in made)
    assert set("".join(made)) == set(codes.ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        "7K3MQ9XD20FA",
        "7k3m-q9xd-20fa",
        " 7K3M Q9XD 2OFA ",
        "7K3M–Q9XD–2oFA",
        "https://grenstaal.example/v/7K3MQ9XD20FA",
        "HTTPS://GRENSTAAL.EXAMPLE/V/7K3MQ9XD20FA",
        "grenstaal.example/v/7k3m-q9xd-20fa/?lang=nl#top",
        "/v/7K3M-Q9XD-20FA",
        "7K3M\tQ9XD\n20FA",
        "7.K.3.M.Q.9.X.D.2.0.F.A",
        "７Ｋ３Ｍ Ｑ９ＸＤ ２０ＦＡ",
        "\u200e7K3M\u00adQ9XD\u200b20FA\ufeff",
    ],
)
def test_a_code_is_found_however_it_is_typed(typed):
    assert codes.clean(typed) == CODE


def test_look_alikes_are_one_character():
    assert codes.clean("iIlLoO-012345") == "111100012345"


@pytest.mark.parametrize(
    "typed", ["", " ", "7K3M", CODE + "X", "7K3MQ9XD20FU", "é" * 12, "/v/", "0" * 10_000]
)
def test_what_is_no_code_is_none(typed):
    assert codes.clean(typed) is None


@given(st.text(max_size=600))
def test_no_text_breaks_it(text):
    code = codes.clean(text)
    assert code is None or re.fullmatch("[0-9A-HJKMNP-TV-Z]{12}", code)


@given(
    st.text(codes.ALPHABET, min_size=12, max_size=12),
    st.lists(st.sampled_from(["", " ", "-", "  ", "–"]), min_size=12, max_size=12),
    st.booleans(),
)
def test_every_code_survives_case_and_separators(code, separators, lower):
    typed = "".join(part for pair in zip(code, separators, strict=True) for part in pair)
    assert codes.clean(typed.lower() if lower else typed) == code
