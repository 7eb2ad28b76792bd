"""A frame that keeps the keyboard: round inside it, in sight, and in the order of the eye."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.widgets.kept_focus import KeptFocus


@pytest.fixture
def frame(qtbot: QtBot) -> Iterator[KeptFocus]:
    """Two fields in a frame beside two hundred others; the lower one has to be scrolled to."""
    window = QWidget()
    frame = KeptFocus(window)
    frame.setGeometry(0, 0, 300, 120)
    frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll = QScrollArea(frame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setGeometry(0, 0, 300, 120)
    body = QWidget()
    layout = QVBoxLayout(body)
    for name in ("upper", "lower"):
        field = QLineEdit()
        field.setObjectName(name)
        layout.addWidget(field)
        layout.addSpacing(400)
    scroll.setWidget(body)
    for _ in range(200):
        QLineEdit(window).hide()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield frame


def test_that_tab_goes_round_inside_and_brings_into_sight_what_lies_deeper(frame: KeptFocus) -> None:
    upper, lower = (frame.findChild(QLineEdit, name) for name in ("upper", "lower"))
    assert isinstance(upper, QLineEdit)
    assert isinstance(lower, QLineEdit)
    upper.setFocus()
    bar = frame.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.value() == 0
    QTest.keyClick(upper, Qt.Key.Key_Tab)
    assert lower.hasFocus()
    assert bar.value() > 0
    QTest.keyClick(lower, Qt.Key.Key_Tab)
    assert upper.hasFocus()
    assert bar.value() < 100
    QTest.keyClick(upper, Qt.Key.Key_Backtab)
    assert lower.hasFocus()


def test_that_only_what_is_seen_inside_is_gone_to_as_the_eye_goes(frame: KeptFocus) -> None:
    body = frame.findChildren(QScrollArea)[0].widget()
    first, hidden = QLineEdit(body), QLineEdit(body)
    hidden.hide()
    first.setObjectName("first")
    first.setGeometry(0, -40, 100, 20)  # made last, stands first
    first.show()
    assert [stop.objectName() for stop in frame.stops_inside()] == ["first", "upper", "lower"]


def test_that_a_list_comes_before_the_buttons_at_its_right(qtbot: QtBot) -> None:
    frame = KeptFocus()
    places = {
        "up": (210, 10, 24, 22),
        "down": (210, 36, 24, 22),
        "list": (0, 10, 200, 160),
        "last": (0, 180, 90, 26),
    }
    for name, place in places.items():
        made = QListWidget(frame) if name == "list" else QLineEdit(frame)
        made.setObjectName(name)
        made.setGeometry(*place)
    qtbot.addWidget(frame)
    frame.show()
    qtbot.waitExposed(frame)
    assert [stop.objectName() for stop in frame.stops_inside()] == ["list", "up", "down", "last"]
