"""Numbers as people type them, in the convention of the language in force."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.words.locale import set_locale
from advisor.words.number_input import NumberError, parse_count, parse_figure, typed_figure
from advisor.words.units import allowed

THIN = "\N{NARROW NO-BREAK SPACE}"
LOCALES = ("en", "de", "fr", "de_CH", "hi_IN", "ar_EG", "pt_BR", "sv")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    set_locale("en")


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
        ("1.5 bn", 1_500_000_000),
        ("-2,5", -2.5),
        ("\N{MINUS SIGN}2.5", -2.5),
        ("12 %", 12),
        (".5", 0.5),
        ("1e-7", 1e-7),
        ("", None),
        ("   ", None),
    ],
)
def test_that_numbers_are_read_as_people_write_them(text, value):
    assert parse_figure(text) == value


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "0,500", 0.5),  # nobody sets a thousand apart after a nought
        ("de", "0,500", 0.5),
        ("de", "31.000", 31_000),
        ("en", "31.000", 31.0),
        ("de", "31,000", 31.0),
        ("en", "31,000", 31_000),
        ("fr", "1 234,5", 1234.5),
        ("fr", f"1{THIN}234,5", 1234.5),
        ("en", "1 234,5", 1234.5),
        ("en", "1.234,50", 1234.5),
        ("de", "1,234.50", 1234.5),
        ("en", "1.234.567", 1_234_567),
        ("de_CH", "1\N{RIGHT SINGLE QUOTATION MARK}234.5", 1234.5),
        ("ar_EG", "\u0661\u0662\u0663\u066b\u0665", 123.5),
        ("de", "\u0661\u066c\u0662\u0663\u0664", 1234),
        ("ar_EG", "\u0662\u0665 \N{ARABIC PERCENT SIGN}", 25),
        ("hi_IN", "\u0967\u0968,\u0969\u096a,\u096b\u096c\u096d", 1_234_567),
        ("en", "12,34,567", 1_234_567),
    ],
)
def test_that_a_number_means_what_the_language_makes_of_it(tag, text, value):
    set_locale(tag)
    assert parse_figure(text) == value


@pytest.mark.parametrize(("tag", "text"), [("fr", "31.000"), ("de_CH", "31,000"), ("sv", "1.500")])
def test_that_what_can_be_read_in_two_ways_is_asked_about(tag, text):
    set_locale(tag)
    with pytest.raises(NumberError, match=r"can be read in two ways\. Write ") as refused:
        parse_figure(text)
    offered = str(refused.value).partition("Write ")[2].rstrip(".").split(" or ")
    assert len({parse_figure(each) for each in offered}) == 2


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("USD 31 k", "USD a year", 31_000),
        ("5 m", "million people", 5),
        ("500 k", "million people", 0.5),
        ("2 bn", "USD million a year", 2000),
        ("12 km", "km", 12),
    ],
)
def test_that_a_number_may_carry_its_unit_and_another_scale(text, unit, value):
    assert parse_figure(text, unit) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("3 h 30", 3.5), ("3:30", 3.5), ("3h", 3), ("3.5", 3.5), ("3,5 h", 3.5), ("4 h 06 min", 4.1)],
)
def test_that_hours_are_read_with_minutes(text, hours):
    assert parse_figure(text, "hours a day") == pytest.approx(hours)


@pytest.mark.parametrize(
    "text",
    ["abc", "4 apples", "1e999", "nan", "--3", "3 h 30", "3 1", "1,23,45", "12.34.5", "\u00b2", "9" * 99],
)
def test_that_what_is_no_number_is_refused_in_plain_words(text):
    with pytest.raises(NumberError, match=r"is not a number|too long for a number") as refused:
        parse_figure(text)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("25", "hours a day", "Overlap lies between 0 h and 24 h"),
        ("-5", "million people", "Overlap is never below 0"),
        ("140", "0-100", "Overlap lies between 0 and 100"),
        ("3", "index -2.5 to 2.5", r"Overlap lies between \W2\.5 and 2\.5"),
        ("3", "index −2.5 to 2.5", r"Overlap lies between \W2\.5 and 2\.5"),
        ("120", "% of people", "Overlap lies between 0 and 100"),
        ("12 %", "hours a day", "is not a number"),
    ],
)
def test_that_a_number_without_sense_in_its_unit_is_refused_with_the_reason(text, unit, why):
    with pytest.raises(NumberError, match=why):
        parse_figure(text, unit, name="Overlap")


def test_that_an_hour_has_60_minutes():
    with pytest.raises(NumberError, match="has 75 minutes in the hour"):
        parse_figure("3 h 75", "hours")


def test_that_heads_are_whole_and_within_bounds():
    assert (parse_count("1.5 k", 1, 100_000), parse_count(" ", 1, 9)) == (1500, None)
    for text, why in (
        ("2.5", "is not a whole number"),
        ("-5", "lies between 1 and"),
        ("0", "lies between 1"),
    ):
        with pytest.raises(NumberError, match=why):
            parse_count(text, 1, 100_000)


@given(
    st.floats(-1e12, 1e12),
    st.sampled_from(["", "hours a day", "USD a year", "index −2.5 to 2.5"]),
    st.sampled_from(LOCALES),
)
def test_that_a_number_shown_for_editing_is_read_back(value, unit, tag):
    set_locale(tag)
    least, most = allowed(unit)
    value = min(most, max(least, value))
    assert parse_figure(typed_figure(value, unit), unit) == pytest.approx(value, abs=1e-9)


@given(st.text(max_size=80), st.sampled_from(["", "hours a day", "million people"]), st.sampled_from(LOCALES))
def test_that_any_text_is_a_number_or_one_sentence(text, unit, tag):
    set_locale(tag)
    try:
        parse_figure(text, unit)
    except NumberError as error:
        assert str(error)


def test_that_hours_are_shown_as_hours():
    assert typed_figure(3.25, "hours a day") == "3 h 15"
    assert typed_figure(4.0, "hours a day") == "4 h"


def test_that_a_field_shows_the_marks_of_the_language():
    assert typed_figure(31000.5) == f"31{THIN}000.5"
    set_locale("de")
    assert typed_figure(31000.5) == f"31{THIN}000,5"
