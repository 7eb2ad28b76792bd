"""One style sheet for both looks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidget

from advisor.ui.look.stylesheet import style_sheet
from advisor.views.look.theme import DARK, LIGHT, presented


def test_that_the_style_sheet_leaves_no_name_unfilled():
    for look in (LIGHT, DARK, presented(LIGHT), presented(DARK)):
        sheet = style_sheet(look)
        assert "$" not in sheet
        assert f"font-size: {look.base}px" in sheet


def test_that_between_two_scroll_bars_stands_nothing_but_the_ground(qtbot):
    """Qt's style frames that corner."""
    for look in (LIGHT, DARK):
        tree = QTreeWidget()
        qtbot.addWidget(tree)
        tree.setStyleSheet(style_sheet(look) + f"QTreeWidget {{ background: {look.panel}; border: none; }}")
        for bars in (tree.setHorizontalScrollBarPolicy, tree.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        tree.resize(200, 120)
        tree.show()
        picture = tree.grab().toImage()
        corner = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width() - 10, picture.width())
            for y in range(picture.height() - 10, picture.height())
        }
        assert corner == {QColor(look.panel).name()}
