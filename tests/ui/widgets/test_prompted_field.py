"""What a field asks for is never shortened as long as fewer words say it too."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.ui.widgets.prompted_field import PromptedField

LONG, SHORT = "Find a location", "Find"


@pytest.fixture
def field(qtbot: QtBot) -> PromptedField:
    made = PromptedField((LONG, SHORT))
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_a_narrow_field_asks_in_fewer_words(field: PromptedField) -> None:
    seen = []
    for width in range(300, 20, -10):
        field.resize(width, 30)
        QApplication.processEvents()
        seen.append(field.placeholderText())
    assert seen == sorted(seen, key=[LONG, SHORT].index)
    assert set(seen) == {LONG, SHORT}


def test_that_larger_type_has_fewer_words(field: PromptedField) -> None:
    field.resize(field.fontMetrics().horizontalAdvance(LONG) + 40, 30)
    assert field.placeholderText() == LONG
    field.setStyleSheet("QLineEdit { font-size: 40px; }")
    assert field.placeholderText() == SHORT
