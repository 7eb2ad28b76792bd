"""Figures as people read them."""

from __future__ import annotations

import math
import random

import pytest

from advisor.words import formatting, locale
from advisor.words.formatting import (
    axis_texts,
    capital,
    decimal_text,
    either_text,
    figure_text,
    hours_text,
    list_text,
    money_text,
    number_text,
    percent_range,
    percent_text,
    plain_number,
    quoted,
    range_text,
    share_text,
)
from advisor.words.locale import digits, set_locale
from advisor.words.tables import tab_separated
from advisor.words.units import unit_text

THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def english():
    yield
    set_locale("en")


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
        (44_858e6, "45 bn"),
        (999.6e6, "1.0 bn"),
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
    texts = ["0 %", "< 1 %", "< 1 %", "1 %", "34 %", "99 %", "> 99 %", "100 %", "–"]
    assert [share_text(share) for share in shares] == texts


def test_that_a_range_names_both_ends_or_one_number_where_they_look_alike():
    assert range_text(31_200, 43_900) == "31–44 k"
    assert range_text(31_200, 31_300) == "31 k"
    assert range_text(1_234_000, 7_745_000) == "1.2–7.7 m"
    assert range_text(-418_000, 423_000) == "−418 to 423 k"


def test_that_both_ends_of_a_range_have_the_same_decimals_and_none_becomes_nothing():
    assert range_text(7.46, 11.42) == "7.5–11.4"
    assert range_text(7.0, 11.42) == "7.0–11.4"
    assert range_text(5.01, 11.98) == "5–12"
    assert range_text(98.4, 103.2) == "98–103"
    assert range_text(0.02, 150.0) == "0.02–150"
    assert range_text(0.0, 12.5) == "0–12.5"
    assert range_text(-2.5, 2.0) == "−2.5 to 2.0"


def test_that_a_unit_with_a_scale_is_folded_into_the_figure():
    assert figure_text(44_858, "USD million a year") == "USD 45 bn a year"
    assert figure_text(265_000, "USD million") == "USD 265 bn"
    assert figure_text(44_858, "USD million a year", with_unit=False) == "45 bn"
    assert figure_text(12.4, "million people") == "12 m people"
    assert unit_text("USD million a year") == "USD a year"
    assert figure_text(150, "per million people") == "150 per million people"


@pytest.mark.parametrize(
    ("distance", "text"), [(994, "994 km"), (1447.6, f"1{THIN}450 km"), (12_004, f"12{THIN}000 km")]
)
def test_that_kilometres_are_not_counted_in_thousands_a_second_time(distance, text):
    assert figure_text(distance, "km") == text


def test_that_short_distances_have_the_decimals_that_are_asked_for():
    assert [figure_text(12.34, "km", decimals=count) for count in (1, 2)] == ["12.3 km", "12.34 km"]


def test_that_money_has_one_form():
    assert money_text(31_200, 43_900, "USD") == "USD 31–44 k"
    assert money_text(31_200, currency="EUR") == "EUR 31 k"
    assert money_text(31_200, 43_900) == "31–44 k"
    assert money_text(math.nan, currency="USD") == "–"


def test_that_an_axis_is_labelled_with_the_numbers_it_stands_at():
    assert axis_texts([10, 12.5, 15, 17.5]) == ["10.0", "12.5", "15.0", "17.5"]
    assert axis_texts([-7_500, 0, 7_500, 15_000]) == ["\N{MINUS SIGN}7.5 k", "0", "7.5 k", "15.0 k"]
    assert axis_texts([0, 0.25, 0.5]) == ["0", "0.25", "0.50"]
    assert axis_texts([0, 1_250_000, 2_500_000]) == ["0", "1.25 m", "2.50 m"]


def test_that_small_ranges_keep_their_digits():
    assert range_text(0.25, 0.75) == "0.25–0.75"
    assert range_text(1.2e9, 3.4e9) == "1.2–3.4 bn"


def test_that_percentages_have_one_form():
    assert percent_text(0.62) == "62 %"
    assert percent_text(-0.05) == "−5 %"
    assert percent_text(0.1234, 1) == "12.3 %"
    assert percent_range(-0.05, 0.12) == "−5 to 12 %"


@pytest.mark.parametrize(
    ("code", "words", "text"),
    [
        (
            "en",
            ["Operations", "Security and compliance", "Sales"],
            "Operations, Security and compliance, and Sales",
        ),
        ("en", ["Trinidad and Tobago", "Peru"], "Trinidad and Tobago, and Peru"),
        (
            "es",
            ["Ventas", "Seguridad y control", "Informática"],
            "Ventas, Seguridad y control, e Informática",
        ),
        ("en", ["Orlando", "Poland", "Andorra"], "Orlando, Poland and Andorra"),
    ],
)
def test_that_a_list_can_be_told_apart_where_a_word_of_it_could_be_read_as_two(code, words, text):
    set_locale(code)
    assert list_text(words) == text


def test_that_the_language_decides_on_marks_and_lists():
    assert digits(1_234_567.5, 1) == f"1{THIN}234{THIN}567.5"
    assert list_text(["a", "b", "c"]) == "a, b and c"
    set_locale("de-AT")
    assert digits(1_234_567.5, 1) == f"1{THIN}234{THIN}567,5"
    assert decimal_text(12.25, 2) == "12,25"
    assert number_text(1234) == "1,2 k"
    assert list_text(["a", "b", "c"]) == "a, b und c"


def test_that_a_language_groups_digits_its_own_way():
    set_locale("hi_IN")
    assert digits(1_234_567) == f"12{THIN}34{THIN}567"


def test_that_copied_numbers_have_the_precision_that_they_have():
    assert [plain_number(x) for x in (1 / 3, 12_345.678, 0.000123456, math.nan, -2.5)] == [
        "0.3333",
        "12346",
        "0.0001235",
        "",
        "-2.5",
    ]
    assert tab_separated(["a", "b"], [["x\ty", math.inf]]) == "a\tb\nx y\tnever\n"


def test_that_english_digits_are_those_of_babel(monkeypatch):
    chance = random.Random(5)
    numbers = [chance.uniform(-1, 1) * 10 ** chance.randint(-7, 14) for _ in range(400)]
    halves = [0.5, 1.5, 2.675, 0.125, 1234.5, 999_999.5, 0.0005, 1e-9, 0.0, 12_345_678.25, -0.004]
    asked = [(number, decimals) for number in [*numbers, *halves] for decimals in (0, 1, 2, 6)]
    plain = [digits.__wrapped__(*each) for each in asked]
    monkeypatch.setattr(locale, "is_english", lambda: False)
    assert [digits.__wrapped__(*each) for each in asked] == plain


@pytest.mark.parametrize("count", range(5))
def test_that_english_lists_are_those_of_babel(monkeypatch, count):
    words = ["Poland", "India", "Ghana", "Peru"][:count]
    plain = list_text(words), either_text(words)
    monkeypatch.setattr(formatting, "is_english", lambda: False)
    assert (list_text(words), either_text(words)) == plain


def test_that_a_chance_of_half_a_percent_is_no_zero() -> None:
    assert share_text(0.005) == "< 1 %"


def test_that_a_label_in_quotation_marks_begins_a_sentence_with_a_capital_too():
    assert quoted("Homicide rate") == "“homicide rate”"
    assert quoted("AI in use") == "“AI in use”"
    assert capital(quoted("Homicide rate")) == "“Homicide rate”"
    assert capital("«tasa de homicidios» (−0,9)") == "«Tasa de homicidios» (−0,9)"
    assert capital("price") == "Price"
    assert capital("") == ""
