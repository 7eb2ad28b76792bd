"""Copying from tables: by keys and by menu, as numbers that a spreadsheet reads and as a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from advisor.ui.people.people_panel import PEOPLE

PLACES = ("the list", "the table", "the criteria")


@pytest.fixture
def window(open_window, generic_document):  # type: ignore[no-untyped-def]
    made = open_window(generic_document)
    QGuiApplication.clipboard().clear()
    return made


def view_of(window, what: str):  # type: ignore[no-untyped-def]
    if what == "the criteria":
        window.drawer.show_tab("why")
        return window.drawer.panel("why").tree
    window.ranking.set_table_mode(what == "the table")
    return window.ranking.table if what == "the table" else window.ranking.list


@pytest.mark.parametrize("what", PLACES)
def test_that_all_rows_are_copied_by_key_as_numbers(window, what: str) -> None:  # type: ignore[no-untyped-def]
    view = view_of(window, what)
    view.setFocus()
    QTest.keySequence(view, "Ctrl+C")
    lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
    cells = [line.split("\t") for line in lines]
    assert len({len(line) for line in cells}) == 1
    assert "is on the clipboard as a table." in window.messages.text
    assert "<table>" in QGuiApplication.clipboard().mimeData().html()
    if what == "the criteria":
        assert any(line[0] == "quality" for line in cells)
        return
    score = cells[0].index("Score (0\N{EN DASH}100)")
    assert [line[1 if what == "the list" else cells[0].index("Location")] for line in cells[1:]] != []
    scores = [float(line[score]) for line in cells[1:]]
    evaluation = window.document.assessment.evaluation
    assert scores == pytest.approx([float(evaluation.scores[row]) for row in evaluation.order], rel=1e-3)


@pytest.mark.parametrize("what", PLACES)
def test_that_what_is_in_sight_is_copied_as_a_picture(window, what: str) -> None:  # type: ignore[no-untyped-def]
    view = view_of(window, what)
    view.setFocus()
    size = 2 * view.width(), 2 * view.height()
    QTest.keySequence(view, "Ctrl+Shift+C")
    picture = QGuiApplication.clipboard().image()
    assert (picture.width(), picture.height()) == size
    assert len({picture.pixel(x, y) for x in range(0, size[0], 7) for y in range(0, size[1], 7)}) > 3
    assert "is on the clipboard as a picture." in window.messages.text


@pytest.mark.parametrize("what", ["the list", "the table"])
def test_that_the_menu_key_offers_to_copy(window, what: str, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view = view_of(window, what)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(5, 5), QPoint()))
    menu = next(one for one in view.findChildren(QMenu) if one.isVisible())
    assert [action.text() for action in menu.actions()] == ["Copy as a picture", "Copy as numbers"]
    menu.close()


def test_that_hidden_columns_are_not_copied(window) -> None:  # type: ignore[no-untyped-def]
    table = view_of(window, "the table")
    header, _rows = table.copying.table()
    assert "Likely ranks" not in header
    table.show_columns([*table.shown_columns, "likely_ranks"])
    assert "Likely ranks" in table.copying.table()[0]


def test_that_covered_votes_stay_covered_on_the_clipboard(window) -> None:  # type: ignore[no-untyped-def]
    window.drawer.show_tab("people")
    panel = window.drawer.panel("people")
    panel.show_page(PEOPLE)
    panel.people.field.setText("Ann")
    QTest.keyClick(panel.people.field, Qt.Key.Key_Return)
    table = panel.people.table
    _header, rows = table.copying.table()
    shown = [
        [" ".join(str(table.model().index(row, column).data()).split()) for column in range(len(rows[0]))]
        for row in range(len(rows))
    ]
    assert [[str(cell) for cell in row] for row in rows] == shown
