"""Figures with units, signs and footnotes; headings with units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.datapack.numbers import NumberError, NumberStyle
from advisor.scenario.intake.figures import figure_in, number_style, read_number, says_unknown, split_heading

COMMAS, POINTS = NumberStyle(",", grouped=True), NumberStyle(".", grouped=True)
UNITS = ("", "%", "Mbit/s", "EUR", "USD a year", "km", "years")


@pytest.mark.parametrize(
    ("heading", "name", "unit"),
    [
        ("Speed (Mbit/s)", "Speed", "Mbit/s"),
        ("Miete [EUR/m²]", "Miete", "EUR/m²"),
        ("Rent, USD a month", "Rent", "USD a month"),
        ("Distance in km", "Distance", "km"),
        ("Enrolment %", "Enrolment", "%"),
        ("Share (percent)", "Share", "%"),
        ("Congo, Rep.", "Congo, Rep.", ""),
        ("Made in Germany", "Made in Germany", ""),
        ("Wifi", "Wifi", ""),
    ],
)
def test_a_heading_is_split_into_name_and_unit(heading, name, unit):
    assert split_heading(heading) == (name, unit)


@pytest.mark.parametrize(
    ("cell", "style", "value", "unit"),
    [
        ("1.234,5", COMMAS, 1234.5, ""),
        ("1,234.5", POINTS, 1234.5, ""),
        ("1 234,5", COMMAS, 1234.5, ""),
        ("1'234.5", POINTS, 1234.5, ""),
        ("45 %", POINTS, 45, "%"),
        ("€ 14,90", COMMAS, 14.9, "EUR"),
        ("EUR 14.90", POINTS, 14.9, "EUR"),
        ("$5", POINTS, 5, "USD"),
        ("152.5 Mbps", POINTS, 152.5, "Mbit/s"),
        ("(12)", POINTS, -12, ""),
        ("\N{MINUS SIGN}7", POINTS, -7, ""),
        ("12.5*", POINTS, 12.5, ""),
        ("12.5 [b]", POINTS, 12.5, ""),
        ("1.2e3", POINTS, 1200, ""),
    ],
)
def test_a_figure_is_read_with_what_stands_beside_it(cell, style, value, unit):
    figure = figure_in(cell)
    assert figure is not None
    assert (read_number(figure, style), figure.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "cell", ["Poland", "Indicator 5", "5-10", "10 to 20", "<5", "see note 3", "2024-01-31"]
)
def test_what_is_no_single_figure_is_none(cell):
    assert figure_in(cell) is None


@pytest.mark.parametrize("cell", ["", "..", "n/a", "k.A.", "-", "#N/A", "NaN", "unknown"])
def test_words_for_unknown_are_known(cell):
    assert says_unknown(cell)


def test_a_number_with_two_readings_is_no_guess():
    figure, style = figure_in("1.234"), number_style(["1.234"], from_numbers=False, separator=";")
    with pytest.raises(NumberError, match="can be"):
        read_number(figure, style)


@given(st.integers(-999_999_999, 999_999_999), st.integers(0, 99), st.sampled_from(UNITS), st.booleans())
def test_whatever_is_written_in_a_style_is_read_again(whole, cents, unit, commas):
    text = f"{abs(whole):,}.{cents:02d}"
    if commas:
        text = text.translate(str.maketrans(",.", ".,"))
    cell = f"{'-' if whole < 0 else ''}{text} {unit}".strip()
    figure = figure_in(cell)
    assert figure is not None
    expected = (abs(whole) + cents / 100) * (-1 if whole < 0 else 1)
    assert read_number(figure, COMMAS if commas else POINTS) == pytest.approx(expected)
    assert figure.unit == unit
