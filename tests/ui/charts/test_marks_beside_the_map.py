"""Screen readers find charts, and the map page beside them can still take the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from advisor.ui.charts.scene_view import SceneView
from advisor.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from advisor.app.document.document import Document


@pytest.mark.usefixtures("drawn_map")
def test_that_the_map_takes_the_focus_while_charts_show_their_marks(
    qtbot: QtBot, document: Document, open_window: Callable[[Document], MainWindow]
) -> None:
    """Qt asks every factory of accessible interfaces about the page's item, which once ended the program."""
    window = open_window(document)
    window.drawer.show_tab("cost")
    chart = window.drawer.panel("cost").findChild(SceneView)
    assert chart is not None
    assert window.map_panel is not None
    view = window.map_panel.view
    qtbot.waitUntil(lambda: view.is_ready, timeout=60_000)
    page = view.web_view().focusProxy()
    assert page is not None
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(page.hasFocus, timeout=10_000)
    found = QAccessible.queryAccessibleInterface(chart)
    assert found is not None
    assert found.role() == QAccessible.Role.Chart
