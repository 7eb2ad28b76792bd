"""Order and widths of the table's columns, remembered from one window to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from advisor.app.document.selection import Selection
from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.ranking.column_arrangement import ColumnArrangement, arrangement_of
from advisor.ui.ranking.ranking_view import RankingView
from advisor.views.look.theme import LIGHT, presented
from advisor.views.ranking.fixed_columns import NAME, SCORE


@pytest.fixture
def open_table(qtbot, document, tmp_path):
    """Opens the ranking as a table, each time as a new start would."""
    path = str(tmp_path / "settings.ini")

    def open_one():
        store = QSettings(path, QSettings.Format.IniFormat)
        view = RankingView(document, Selection(), store=store)
        qtbot.addWidget(view)
        view.resize(1300, 700)
        view.set_table_mode(True)
        view.show()
        qtbot.waitExposed(view)
        return view

    return open_one


def _shown(table):
    header, columns = table.header(), table._rows.model.columns
    order = [header.logicalIndex(place) for place in range(header.count())]
    return [columns[position].key for position in order if not header.isSectionHidden(position)]


def _drag_edge(table, key, by):
    """Drag the right edge of a heading."""
    header, position = table.header(), table._rows.model.column(key)
    edge = header.sectionViewportPosition(position) + header.sectionSize(position) - 1
    start = header.viewport().rect().topLeft() + header.viewport().rect().center() * 0
    start.setX(edge)
    start.setY(header.height() // 2)
    end = start + type(start)(by, 0)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(header.viewport(), end)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)


def test_that_a_column_moved_is_there_at_the_next_start(open_table):
    table = open_table().table
    before = _shown(table)
    header = table.header()
    last = table._rows.model.column(before[-1])
    header.moveSection(header.visualIndex(last), header.visualIndex(table._rows.model.column(SCORE)))
    moved = _shown(table)
    assert moved != before
    assert sorted(moved) == sorted(before)
    assert _shown(open_table().table) == moved


def test_that_a_width_is_there_at_the_next_start_and_follows_the_type(open_table):
    table = open_table().table
    key = _shown(table)[-1]
    position = table._rows.model.column(key)
    before = table.columnWidth(position)
    _drag_edge(table, key, 40)
    wide = table.columnWidth(position)
    assert wide == pytest.approx(before + 40, abs=2)
    again = open_table().table
    assert again.columnWidth(position) == pytest.approx(wide, abs=1)
    put_in_force(presented(LIGHT))
    finish_dressing()
    larger = wide * look_in_force().base / LIGHT.base
    assert again.columnWidth(position) == pytest.approx(larger, abs=1)


def test_that_columns_nobody_touched_are_not_remembered(open_table):
    view = open_table()
    view.resize(1000, 700)
    put_in_force(presented(LIGHT))
    finish_dressing()
    view.table.show_columns(view.table.shown_columns[:-1])
    assert view.table.arrangement == ColumnArrangement()


def test_that_the_first_columns_stay_first_whatever_is_stored(open_table):
    table = open_table().table
    table.arrange(ColumnArrangement(order=(SCORE, NAME, "no such column")))
    first = [column.key for column in table._rows.model.columns[: table.frozen.count]]
    assert first[-1] == NAME
    assert _shown(table)[: len(first)] == first


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"order": 3, "widths": []}', '{"widths": {"a": -4, "b": true}}']
)
def test_that_what_makes_no_sense_counts_as_not_stored(text):
    assert arrangement_of(text) == ColumnArrangement()


def test_that_what_is_stored_is_read_as_it_was():
    arrangement = ColumnArrangement(("a", "b"), {"a": 7.25})
    assert arrangement_of(arrangement.to_text()) == arrangement
