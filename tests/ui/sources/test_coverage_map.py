"""The heat map of coverage: walked by keys, read aloud, and leading to the figure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.core.matrix import CellMethod
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.sources.coverage_map import CoverageMap, age_colour, paint_state
from advisor.ui.widgets.piecemeal import finish_within
from advisor.views.look.theme import DARK, LIGHT, Look, scaled
from advisor.views.sources.coverage_figures import Coverage

KEY = Qt.Key


@pytest.fixture
def shown(document: Document, qtbot: QtBot) -> CoverageMap:
    made = CoverageMap(Coverage(document.assessment, 2026))
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def test_that_there_is_a_cell_for_every_location_and_criterion(
    shown: CoverageMap, document: Document
) -> None:
    model = shown.table.model()
    assert model.rowCount() == len(document.pack.locations)
    assert model.columnCount() == len(document.pack.criteria)


def test_that_the_keyboard_walks_cells_which_are_told_and_read_aloud(shown: CoverageMap) -> None:
    table = shown.table
    table.setFocus()
    QTest.keyClick(table, KEY.Key_Right)
    QTest.keyClick(table, KEY.Key_Down)
    index = table.currentIndex()
    assert (index.row(), index.column()) == (1, 1)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown.current.text() == said
    assert said.startswith(f"{table.model().headerData(1, Qt.Orientation.Vertical)}, ")


@pytest.mark.parametrize("way", ["click", "return", "space"])
def test_that_a_click_and_return_lead_to_the_figure(shown: CoverageMap, way: str, qtbot: QtBot) -> None:
    table = shown.table
    index = table.model().index(2, 3)
    with qtbot.waitSignal(shown.wanted) as wanted:
        if way == "click":
            place = table.visualRect(index).center()
            QTest.mouseClick(
                table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
            )
        else:
            table.setCurrentIndex(index)
            QTest.keyClick(table, KEY.Key_Return if way == "return" else KEY.Key_Space)
    assert wanted.args == list(table._model.place(index))


def test_that_states_look_different_without_colour(shown: CoverageMap) -> None:
    for look in (LIGHT, DARK):
        put_in_force(look)
        finish_dressing()
        drawn = []
        for state in (CellMethod.OBSERVED, CellMethod.ESTIMATED, CellMethod.USER, CellMethod.IMPUTED):
            image = QImage(20, 20, QImage.Format.Format_RGB32)
            image.fill(look.panel)
            painter = QPainter(image)
            paint_state(painter, QRectF(0, 0, 20, 20), state, 0)
            painter.end()
            grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
            drawn.append(bytes(grey.constBits()))
        assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_that_several_rows_are_seen_below_the_head_in_every_size_of_type(
    shown: CoverageMap, qapp: QApplication, size: float
) -> None:
    put_in_force(scaled(LIGHT, size))
    finish_dressing()
    qapp.processEvents()
    table = shown.table
    assert table.horizontalHeader().height() < table.height()
    assert table.viewport().height() >= 10 * table.rowHeight(0)


def test_that_the_window_goes_from_a_cell_to_its_figure(open_window, document: Document) -> None:  # type: ignore[no-untyped-def]
    window = open_window(document)
    page = window.open_page("sources")
    finish_within(page)
    page.coverage.wanted.emit("POL", "homicide")
    assert window.side_page.content is None
    assert window.selection.selected == "POL"
    assert window.drawer.current == "why"
    tree = window.drawer.panel("why").tree
    assert tree.currentIndex().data() == "Homicide rate"
    assert window.focusWidget() is tree


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_that_an_observed_cell_is_full_an_estimated_one_half_and_an_unknown_one_empty(
    qapp: QApplication, look: Look
) -> None:
    put_in_force(look)
    finish_dressing()
    filled = {}
    for state in (CellMethod.OBSERVED, CellMethod.ESTIMATED, CellMethod.IMPUTED):
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(look.panel)
        painter = QPainter(image)
        paint_state(painter, QRectF(0, 0, 24, 24), state, 0)
        painter.end()
        inside = [image.pixelColor(x, y).name() for x in range(4, 20) for y in range(4, 20)]
        filled[state] = sum(colour == age_colour(0).lower() for colour in inside) / len(inside)
    assert filled[CellMethod.OBSERVED] == 1.0
    assert filled[CellMethod.ESTIMATED] == pytest.approx(0.5, abs=0.1)
    assert filled[CellMethod.IMPUTED] == 0.0


def test_that_the_painter_is_told_of_a_cell_what_the_coverage_knows(
    shown: CoverageMap, document: Document
) -> None:
    model, coverage = shown.table.model(), Coverage(document.assessment, 2026)
    row, column = coverage.rows[3], coverage.columns[5]
    known = model.known(model.index(3, 5))  # type: ignore[attr-defined]
    assert known == (coverage.state(row, column), coverage.age(row, column))


def test_that_names_of_locations_have_one_width_whatever_they_are(shown: CoverageMap) -> None:
    side = shown.table.verticalHeader()
    assert side.sizeHint().width() == side.width()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_that_a_low_page_shows_names_and_several_rows_at_once(
    document: Document, qapp: QApplication, qtbot: QtBot, size: float
) -> None:
    put_in_force(scaled(LIGHT, size))
    finish_dressing()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    made = CoverageMap(Coverage(document.assessment, 2026))
    area.setWidget(made)
    area.resize(900, 600)
    area.show()
    table, most = made.table, area.viewport().height()
    assert table.height() < most
    assert table.viewport().height() >= 5 * table.rowHeight(0)
    area.resize(900, 1400)
    assert table.viewport().height() >= 10 * table.rowHeight(0)


def test_that_no_entry_of_the_legend_stands_alone_in_a_second_line(shown: CoverageMap) -> None:
    for wide in range(200, 1200, 20):
        shown.resize(wide, 600)
        lines = sorted(entry.y() for entry in shown.legend)
        counts = [lines.count(line) for line in sorted(set(lines))]
        assert len(counts) != 2 or min(counts) > 1, wide
