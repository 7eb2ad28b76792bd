"""A whole number is read as every other number is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor.ui.widgets.small_widgets import NumberBox
from advisor.words.locale import set_locale


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[NumberBox]:
    made = NumberBox(1, 100_000)
    made.setGroupSeparatorShown(True)
    made.show_number(50)
    qtbot.addWidget(made)
    made.show()
    yield made
    set_locale("en")


def type_in(box: NumberBox, text: str) -> None:
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [("en", "1.5k", 1500), ("en", "1,000", 1000), ("de", "1.000", 1000), ("en", "2 000", 2000)],
)
def test_that_heads_are_typed_like_every_number(box, tag, text, number):
    set_locale(tag)
    type_in(box, text)
    assert box.value() == number


@pytest.mark.parametrize(
    ("text", "why"),
    [("-5", "lies between 1 and"), ("2.5", "is not a whole number"), ("x", "is not a number")],
)
def test_that_what_cannot_be_is_refused_with_the_reason(box, text, why):
    told: list[str] = []
    box.refused.connect(told.append)
    type_in(box, text)
    assert box.value() == 50
    assert box.text() == "50"
    assert told
    assert why in told[-1]


def test_that_thousands_are_set_apart_as_everywhere(box):
    box.show_number(12_000)
    assert box.text() == "12\N{NARROW NO-BREAK SPACE}000"
