"""Reports from the window's menu, and opening them again by dropping them on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from advisor.export.registry import export_formats

LONG_MS = 60_000
REPORTS = [each.suffix for each in export_formats() if each.is_report]


def export(window, suffix: str, path: Path) -> None:
    """By the menu and its dialog."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window.actions_[f"export{suffix}"].trigger()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))


@pytest.mark.parametrize("suffix", REPORTS)
def test_that_a_report_is_exported_and_opens_again_when_it_is_dropped(
    suffix: str, open_window, generic_document, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(generic_document)
    document = window.document
    document.rename("Board")
    ranks = document.assessment.evaluation.ranks.tolist()
    path = tmp_path / f"report{suffix}"
    export(window, suffix, path)
    qtbot.waitUntil(lambda: path.exists() and "Exported to" in window.messages.text, timeout=LONG_MS)
    document.undo_stack.undo()
    document.undo_stack.setClean()
    assert document.scenario.name != "Board"
    drop(window, path)
    qtbot.waitUntil(lambda: "holds the study “Board”" in window.messages.text)
    assert document.scenario.name != "Board"
    QTest.mouseClick(window.messages.action_button, Qt.MouseButton.LeftButton)
    assert document.scenario.name == "Board"
    assert document.path is None
    assert document.assessment.evaluation.ranks.tolist() == ranks


def test_that_the_plan_is_a_page_of_the_menu(open_window, generic_document) -> None:
    window = open_window(generic_document)
    window.actions_["plan"].trigger()
    assert window.side_page.title == "Plan"
    assert window.side_page.content.sections["pilot"].rows
