"""A choice is read in full wherever its box has the size that it asks for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.widgets.small_widgets import ChoiceBox
from advisor.views.look.theme import LIGHT, scaled

CHOICES = ("Cost & quality", "Coste y calidad", "What matters", "Cascada", "no limit", "WWWW", "10 %")


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("percent", [80, 100, 125, 150, 175, 200])
def test_that_a_box_asks_for_the_room_of_its_longest_choice(qtbot: QtBot, choice: str, percent: int) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(scaled(LIGHT, percent / 100)))
    box.addItem(choice)
    box.show()
    for size in (box.sizeHint(), box.minimumSizeHint()):
        box.resize(size)
        assert box.shown_text() == choice
