"""Texts of data in another language: whole ones, and notes that hold figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from advisor.words.data_words import DataWords, data_text, forget, learn
from advisor.words.formatting import figure_text
from advisor.words.locale import set_locale
from advisor.words.units import unit_text

WORDS = DataWords(
    {
        "Cost": "Coste",
        "USD a year": "USD al año",
        "quality {grade}": "calidad {grade}",
        "mean of {count} yearly rates from {year}": "media de {count} tasas anuales desde {year}",
        "{pay} a month, x {factor}": "{pay} al mes, x {factor}",
        "clerks {usd} ({how})": "administrativos {usd} ({how})",
        "to {x}": "hasta {x}, {y}",
        "all: {rest}": "todos: {rest}",
        "pooled with {rest}": "junto con {rest}",
        "x {factor} ({why})": "x {factor} ({why})",
        "of others": "de otros",
        "{title} ({kind}), {year}": "{title} ({kind}), {year}",
        "Clerks (SOC 4)": "Empleados (SOC 4)",
    }
)


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    set_locale("es")
    yield
    set_locale("en")


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("Cost", "Coste"),
        ("mean of 5 yearly rates from 2020", "media de 5 tasas anuales desde 2020"),
        ("Seats at work; quality B", "Seats at work; calidad B"),
        ("clerks 2691 (2,793.5 a month, x 1.725)", "administrativos 2691 (2\u202f793,5 al mes, x 1,725)"),
        ("Cost of it", "Cost of it"),
        # Semicolons in brackets are of what the brackets belong to.
        (
            "clerks 5 (all: 2.5 a month, x 1.0; quality B); pooled with 3.5 a month, x 1.2",
            "administrativos 5 (todos: 2,5 al mes, x 1,0; calidad B); junto con 3,5 al mes, x 1,2",
        ),
        ("x 1.2 (of others); clerks 5 (Cost)", "x 1,2 (de otros); administrativos 5 (Coste)"),
        ("Clerks (SOC 4) (of others), 2025", "Empleados (SOC 4) (de otros), 2025"),
        ("", ""),
    ],
)
def test_that_a_note_is_said_with_its_figures(published: str, said: str) -> None:
    assert WORDS.said(published) == said


def test_that_a_place_which_the_translation_invents_stays_empty() -> None:
    assert WORDS.said("to 5") == "hasta 5, "


def test_that_a_long_text_is_not_searched_for_templates() -> None:
    text = "quality " + "x" * 3_000
    assert WORDS.said(text) == text


def test_that_units_are_put_into_words_only_where_they_are_shown() -> None:
    learn(WORDS)
    assert figure_text(31_400.0, "USD a year") == "USD 31 k al año"
    assert unit_text("USD a year") == "USD al año"
    forget()
    assert unit_text("USD a year") == "USD a year"


def test_that_another_language_forgets_what_was_learnt() -> None:
    learn(WORDS)
    assert data_text("Cost") == "Coste"
    set_locale("en")
    assert data_text("Cost") == "Cost"
