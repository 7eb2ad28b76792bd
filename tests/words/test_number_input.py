"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.words.number_input import NumberError, parse_figure, typed_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", 4),
        ("4.5", 4.5),
        ("4,5", 4.5),
        ("31,000", 31_000),
        ("31 000", 31_000),
        ("1'234.5", 1234.5),
        ("31k", 31_000),
        ("31 K", 31_000),
        ("1.5 m", 1_500_000),
        ("-2,5", -2.5),
        ("\N{MINUS SIGN}2.5", -2.5),
        ("12 %", 12),
        ("", None),
        ("   ", None),
    ],
)
def test_that_numbers_are_read_as_people_write_them(text, value):
    assert parse_figure(text) == value


@pytest.mark.parametrize(
    ("text", "hours"), [("3 h 30", 3.5), ("3:30", 3.5), ("3h", 3), ("3.5", 3.5), ("4 h 06 min", 4.1)]
)
def test_that_hours_are_read_with_minutes(text, hours):
    assert parse_figure(text, "hours a day") == pytest.approx(hours)


@pytest.mark.parametrize("text", ["abc", "4 apples", "1e999", "nan", "--3", "3 h 30"])
def test_that_what_is_no_number_is_refused_in_plain_words(text):
    with pytest.raises(NumberError, match="is not a number"):
        parse_figure(text)


def test_that_an_hour_has_60_minutes():
    with pytest.raises(NumberError, match="has 75 minutes in the hour"):
        parse_figure("3 h 75", "hours")


@given(st.floats(-1e12, 1e12), st.sampled_from(["", "hours a day", "USD a year"]))
def test_that_a_number_shown_for_editing_is_read_back(value, unit):
    assert parse_figure(typed_figure(value, unit), unit) == pytest.approx(value, abs=1e-9)


def test_that_hours_are_shown_as_hours():
    assert typed_figure(3.25, "hours a day") == "3 h 15"
    assert typed_figure(4.0, "hours a day") == "4 h"
    assert typed_figure(31000) == "31\N{NARROW NO-BREAK SPACE}000"
