"""Figures as people read them."""

from __future__ import annotations

import math

import pytest

from advisor.words.formatting import figure_text, hours_text, number_text, range_text, share_text


@pytest.mark.parametrize(
    ("hours", "text"), [(3.25, "3 h 15"), (8, "8 h"), (0, "0 h"), (7.999, "8 h"), (-1.5, "−1 h 30")]
)
def test_that_hours_are_hours_and_minutes(hours, text):
    assert hours_text(hours) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (0.353, "0.35"),
        (12.0, "12"),
        (123.4, "123"),
        (1234, "1.2 k"),
        (31_400, "31 k"),
        (999_600, "1.0 m"),
        (25_000_000, "25 m"),
        (-0.53, "−0.53"),
    ],
)
def test_that_numbers_have_about_three_meaningful_digits(number, text):
    assert number_text(number) == text


def test_that_unknown_is_a_dash_and_never_zero():
    assert figure_text(math.nan, "%") == "–"
    assert range_text(math.nan, 3.0) == "–"


def test_that_a_probability_has_no_decimals_and_is_never_certain_by_rounding():
    shares = (0.0, 0.001, 0.0049, 0.0051, 0.344, 0.994, 0.996, 1.0, math.nan)
    texts = ["0 %", "<1 %", "<1 %", "1 %", "34 %", "99 %", ">99 %", "100 %", "–"]
    assert [share_text(share) for share in shares] == texts


def test_that_a_range_names_both_ends_or_one_number_where_they_look_alike():
    assert range_text(31_200, 43_900) == "31–44 k"
    assert range_text(31_200, 31_300) == "31 k"
    assert range_text(1_234_000, 7_745_000) == "1.2–7.7 m"
    assert range_text(-418_000, 423_000) == "−418 to 423 k"
