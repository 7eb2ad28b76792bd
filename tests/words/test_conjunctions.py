"""In Spanish "y" and "o" give way to the same sound."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from advisor.words.conjunctions import conjunction, with_conjunctions
from advisor.words.formatting import either_text, list_text
from advisor.words.locale import locale_tag, set_locale
from advisor.words.place_names import filled


@pytest.fixture
def spanish() -> Iterator[None]:
    before = locale_tag()
    set_locale("es")
    yield
    set_locale(before)


@pytest.mark.parametrize(
    ("word", "following", "form"),
    [
        ("y", "India", "e"),
        ("y", "idioma de los clientes", "e"),
        ("y", "hindi", "e"),
        ("y", "Índice", "e"),
        ("y", "«Idioma»", "e"),
        ("y", "hielo", "y"),
        ("y", "iones", "y"),
        ("y", "Jamaica", "y"),
        ("y", "Hungría", "y"),
        ("o", "Omán", "u"),
        ("o", "horas", "u"),
        ("o", "8 horas", "u"),
        ("o", "11 meses", "u"),
        ("o", "110", "o"),
        ("o", "India", "o"),
    ],
)
def test_that_a_conjunction_has_the_form_that_its_word_asks_for(word: str, following: str, form: str) -> None:
    assert conjunction(word, following) == form


def test_that_templates_and_lists_have_it(spanish: None) -> None:
    assert with_conjunctions("{a} y {b}", {"a": "Sudáfrica", "b": "India"}) == "{a} e {b}"
    assert filled("igualar {a} y «{b}» o {n}", {"a": "Perú", "b": "Irlanda", "n": 8}, "es") == (
        "igualar Perú e «Irlanda» u 8"
    )
    assert filled("{a} y {b}", {"a": "Perú", "b": "India"}, "en") == "Perú y India"
    assert list_text(["Jamaica", "Belice", "India"]) == "Jamaica, Belice e India"
    assert list_text(["India", "Perú"]) == "India y Perú"
    assert list_text(["India"]) == "India"
    assert either_text(["Perú", "Omán"]) == "Perú u Omán"
