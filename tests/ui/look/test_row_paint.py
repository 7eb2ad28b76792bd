"""Texts that are painted are shortened as they are read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from advisor.ui.look.row_paint import Type

LONG = "promotion agencies, associations, ministries"


@pytest.fixture
def face(qapp: QApplication) -> Type:
    return Type(QFont(), 11)


def test_that_a_text_ends_after_a_word(face: Type) -> None:
    ends = [
        LONG,
        "promotion agencies, associations\N{HORIZONTAL ELLIPSIS}",
        "promotion agencies\N{HORIZONTAL ELLIPSIS}",
        "promotion\N{HORIZONTAL ELLIPSIS}",
    ]
    for text in ends:
        assert face.in_words(LONG, face.width(text)) == text
    widths = range(round(face.width(ends[-1])) + 1, round(face.width(LONG)))
    assert {face.in_words(LONG, width) for width in widths} == set(ends[1:])


def test_that_a_word_that_does_not_fit_is_left_to_whoever_paints_it(face: Type) -> None:
    assert face.in_words(LONG, face.width("promo")) == LONG
    assert face.in_words("ministries", face.width("mini")) == "ministries"


def test_that_a_text_is_laid_out_once_for_every_room_that_holds_it(face: Type) -> None:
    wide = face.width(LONG)
    assert face.shaped(LONG, wide)[0] is face.shaped(LONG, 2 * wide)[0]
    laid, width = face.shaped(LONG, wide / 2)
    assert laid.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert 0 < width <= wide / 2
