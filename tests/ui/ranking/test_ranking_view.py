from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.study.study import Study
from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.look.glide import Glide
from advisor.ui.look.row_paint import Ink, theme_colours
from advisor.ui.ranking.ranking_view import RankingView
from advisor.views.look.theme import DARK, LIGHT

PointAt = Callable[[QWidget, QPoint], None]
LEFT_BUTTON = Qt.MouseButton.LeftButton
NAMES = ("Alpha", "Beta", "Côte", "Delta", "Echo", "Foxtrot", "Golf", "Hotel")
# Quality falls with the alphabet, price too: weighing price turns the ranking round.
CRITERIA = (
    "id,label,theme,unit,direction,lower,upper\n"
    "quality,Quality,people,points,up,0,10\nprice,Price,cost,USD,down,0,100\nrain,Rain,people,mm,down,0,10\n"
)


@pytest.fixture
def document(qapp: object, write_pack: Callable[..., Path]) -> Document:
    ids = [name[0].lower() for name in NAMES]
    values = ["location_id,criterion_id,value"]
    for place, one in enumerate(ids):
        values += [f"{one},quality,{9 - place}", f"{one},price,{80 - 5 * place}", f"{one},rain,5"]
    folder = write_pack(
        criteria=CRITERIA,
        locations="id,name,region\n"
        + "".join(
            f"{one},{name},{'West' if one < 'e' else 'East'}\n" for one, name in zip(ids, NAMES, strict=True)
        ),
        values="\n".join(values) + "\n",
    )
    must = MustHaves(bounds=(Bound("quality", ">=", 4.0),))
    return Document(
        Assessor(load_pack(folder)), Study.of(Scenario(theme_weights={"people": 9.0}, must_haves=must))
    )


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def view(qtbot: QtBot, document: Document, selection: Selection) -> RankingView:
    view = RankingView(document, selection, glide_ms=0)
    qtbot.addWidget(view)
    view.resize(360, 700)
    with qtbot.waitExposed(view):
        view.show()
    return view


def place(view: QAbstractItemView, row: int, column: int = 1) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def click(qtbot: QtBot, view: QAbstractItemView, row: int) -> None:
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=place(view, row))


def shown(view: RankingView) -> list[str]:
    rows = view.rows
    return [rows.index(row, rows.model.column("name")).data() for row in range(rows.rowCount())]


def search_field(view: RankingView) -> QLineEdit:
    field = view.findChild(QLineEdit)
    assert field is not None
    return field


def button(view: RankingView, text: str) -> QToolButton:
    return next(one for one in view.findChildren(QToolButton) if one.text() == text)


def test_that_a_click_selects_for_the_whole_window(
    qtbot: QtBot, view: RankingView, selection: Selection
) -> None:
    told: list[str] = []
    selection.selected_changed.connect(told.append)
    click(qtbot, view.list, 1)
    click(qtbot, view.list, 1)
    assert told == ["b"]


def test_that_a_selection_from_elsewhere_becomes_the_current_row(
    view: RankingView, selection: Selection
) -> None:
    view.resize(360, 220)
    selection.select("f")
    assert view.list.currentIndex().data() == "Foxtrot"
    assert view.list.viewport().rect().contains(place(view.list, 5))
    selection.select("")
    assert not view.list.currentIndex().isValid()


def test_that_keys_walk_the_list_past_headings(qtbot: QtBot, view: RankingView, selection: Selection) -> None:
    assert shown(view)[6] == "Excluded (2)"
    click(qtbot, view.list, 5)
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert selection.selected == "g"
    qtbot.keyClick(view.list, Qt.Key.Key_Up)
    assert selection.selected == "f"
    qtbot.keyClick(view.list, Qt.Key.Key_Home)
    assert selection.selected == "a"
    qtbot.keyClick(view.list, Qt.Key.Key_End)
    assert selection.selected == "h"


def test_that_typed_letters_find_a_name(qtbot: QtBot, view: RankingView, selection: Selection) -> None:
    click(qtbot, view.list, 0)
    qtbot.keyClicks(view.list, "del")
    assert selection.selected == "d"


def test_that_the_row_under_the_pointer_is_hovered_everywhere(
    view: RankingView, selection: Selection, point_at: PointAt
) -> None:
    told: list[str] = []
    selection.hovered_changed.connect(told.append)
    point_at(view.list.viewport(), place(view.list, 2))
    point_at(view.list.viewport(), place(view.list, 6))
    assert told == ["c", ""]


def test_that_a_row_hovered_on_the_map_is_marked(view: RankingView, selection: Selection) -> None:
    corner = view.list.visualRect(view.rows.index(3, view.list.modelColumn())).topLeft() + QPoint(2, 2)
    before = view.list.viewport().grab().toImage().pixelColor(corner)
    selection.hover("d")
    after = view.list.viewport().grab().toImage().pixelColor(corner)
    assert (before, after) == (QColor(LIGHT.panel), Ink.of(LIGHT).track)


def test_that_bars_are_split_in_the_hues_of_the_themes(view: RankingView) -> None:
    area = view.list.visualRect(view.rows.index(0, view.list.modelColumn()))
    image = view.list.viewport().grab(area).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {"#0072b2", "#d55e00"} <= colours


def test_that_the_selection_survives_a_new_ranking(
    qtbot: QtBot, view: RankingView, document: Document, selection: Selection
) -> None:
    click(qtbot, view.list, 0)
    document.edit(replace(document.scenario, theme_weights={"cost": 99.0}), "weigh cost")
    assert shown(view)[5] == "Alpha"
    assert (selection.selected, view.list.currentIndex().data()) == ("a", "Alpha")


def test_that_typing_filters_and_counts(qtbot: QtBot, view: RankingView) -> None:
    assert view._count.text() == "8 places"
    qtbot.keyClicks(search_field(view), "cote")
    assert shown(view) == ["Côte"]
    assert view._count.text() == "1 of 8"


def test_that_a_region_can_be_chosen(qtbot: QtBot, view: RankingView) -> None:
    boxes = [box for box in view.findChildren(QComboBox) if box.isVisible()]
    assert len(boxes) == 1  # without places there are no engagement models
    qtbot.keyClick(boxes[0], Qt.Key.Key_Down)
    assert shown(view) == ["Echo", "Foxtrot", "Excluded (2)", "Golf", "Hotel"]


def test_that_a_filter_that_nothing_passes_says_so_and_can_be_cleared(
    qtbot: QtBot, view: RankingView
) -> None:
    qtbot.keyClicks(search_field(view), "zzz")
    assert not view.list.isVisible()
    clear = next(one for one in view._nothing.findChildren(QPushButton) if one.text() == "Clear the filter")
    qtbot.mouseClick(clear, LEFT_BUTTON)
    assert view.list.isVisible()
    assert len(shown(view)) == 9


def test_that_a_selected_place_that_was_filtered_away_comes_back_selected(
    qtbot: QtBot, view: RankingView, selection: Selection
) -> None:
    click(qtbot, view.list, 0)
    search_field(view).setText("beta")
    assert selection.selected == "a"
    search_field(view).clear()
    assert view.list.currentIndex().data() == "Alpha"


def test_that_the_table_sorts_by_a_click_on_a_heading_best_first(qtbot: QtBot, view: RankingView) -> None:
    modes: list[bool] = []
    view.table_mode_changed.connect(modes.append)
    qtbot.mouseClick(button(view, "Table"), LEFT_BUTTON)
    view.resize(900, 500)
    view.table.show_columns(["price"])
    header = view.table.header()
    price = view.model.column("price")
    at = QPoint(header.sectionViewportPosition(price) + 30, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT_BUTTON, pos=at)
    assert shown(view) == [
        "Foxtrot",
        "Echo",
        "Delta",
        "Côte",
        "Beta",
        "Alpha",
        "Excluded (2)",
        "Hotel",
        "Golf",
    ]
    qtbot.mouseClick(header.viewport(), LEFT_BUTTON, pos=at)
    assert shown(view)[0] == "Alpha"
    qtbot.mouseClick(button(view, "Table"), LEFT_BUTTON)
    assert shown(view)[:2] == ["Alpha", "Beta"]
    assert modes == [True, False]


def test_that_the_table_shares_selection_keys_and_hover(
    qtbot: QtBot, view: RankingView, selection: Selection, point_at: PointAt
) -> None:
    view.set_table_mode(True)
    view.resize(900, 500)
    click(qtbot, view.table, 5)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert selection.selected == "g"
    qtbot.keyClick(view.table, Qt.Key.Key_Home)
    assert selection.selected == "a"
    qtbot.keyClicks(view.table, "ec")
    assert selection.selected == "e"
    point_at(view.table.viewport(), place(view.table, 2))
    assert selection.hovered == "c"


def test_that_columns_can_be_chosen_and_are_remembered(
    qtbot: QtBot, view: RankingView, document: Document, selection: Selection, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = RankingView(document, selection, store=store, glide_ms=0)
    qtbot.addWidget(first)
    first.set_table_mode(True)
    first.resize(900, 500)
    first.show()
    qtbot.mouseClick(button(first, "Columns"), LEFT_BUTTON)
    chooser = first._chooser
    assert chooser.isVisible()
    rain = next(box for box in chooser.findChildren(QCheckBox) if box.text() == "Rain")
    coverage = next(box for box in chooser.findChildren(QCheckBox) if box.text() == "Coverage")
    assert (rain.isChecked(), coverage.isChecked()) == (False, True)
    rain.click()
    coverage.click()
    qtbot.keyClick(chooser, Qt.Key.Key_Escape)
    assert not chooser.isVisible()
    assert not button(first, "Columns").isChecked()
    wanted = ["rank", "name", "score", "movement", "rain"]
    assert first.table.shown_columns == wanted
    second = RankingView(document, selection, store=store, glide_ms=0)
    qtbot.addWidget(second)
    assert second.table.shown_columns == wanted


def test_that_the_score_bar_takes_the_width_that_is_left(view: RankingView) -> None:
    view.set_table_mode(True)
    view.resize(1200, 500)
    assert view.table.header().length() == view.table.viewport().width()


def test_that_the_bar_of_a_row_is_as_long_as_its_score(view: RankingView, document: Document) -> None:
    evaluation = document.assessment.evaluation
    hues, track = theme_colours(evaluation.weights.themes), QColor(look_in_force().track)
    for row in range(3):
        image = view.list.viewport().grab(view.list.visualRect(view.list.model().index(row, 1))).toImage()
        lines = [[image.pixelColor(x, y) for x in range(image.width())] for y in range(image.height())]
        line = max(lines, key=lambda colours: sum(colour in hues for colour in colours))
        bar = [at for at, colour in enumerate(line) if colour in (*hues, track)]
        length = max(at for at in bar if line[at] in hues) - bar[0]
        score = evaluation.scores[evaluation.order[row]] / 100
        assert length / (bar[-1] - bar[0]) == pytest.approx(score, abs=0.03), row


def test_that_certainty_intervals_appear_once_they_are_given(view: RankingView) -> None:
    area = QRect(0, 0, 360, view.list.delegate.row_height)
    before = view.list.viewport().grab(area).toImage()
    view.set_certainty({"a": (1, 3)})
    assert view.list.viewport().grab(area).toImage() != before


def test_that_another_look_repaints_in_its_colours(view: RankingView) -> None:
    put_in_force(DARK)
    finish_dressing()
    corner = view.list.viewport().grab().toImage().pixelColor(1, 1)
    assert corner == QColor(DARK.panel)


def test_that_rows_glide_from_where_they_are_painted(qtbot: QtBot) -> None:
    repaints: list[None] = []
    glide = Glide(lambda: repaints.append(None), 180)
    glide.remember([7, 8, 9])
    glide.start([9, 7, 8])
    assert [glide.offset(key) for key in (7, 8, 9)] == [-1.0, -1.0, 2.0]
    glide._animation.setCurrentTime(90)
    half = glide.offset(9)
    assert 0.0 < half < 2.0
    glide.remember([9, 7, 8])
    glide.start([7, 9, 8])
    assert glide.offset(9) == pytest.approx(half - 1.0)
    glide._animation.setCurrentTime(180)
    assert [glide.offset(key) for key in (7, 8, 9)] == [0.0, 0.0, 0.0]
    assert repaints


def test_that_rows_jump_with_reduced_motion(view: RankingView, document: Document) -> None:
    view.set_reduced_motion(False)
    document.edit(replace(document.scenario, theme_weights={"cost": 99.0}), "weigh cost")
    assert view.list.glide.moving
    view.set_reduced_motion(True)
    document.undo_stack.undo()
    assert not view.list.glide.moving


# Rank and name stay in sight -------------------------------------------------------------------------


def narrow_table(view: RankingView) -> None:
    view.set_table_mode(True)
    view.resize(420, 500)
    view.table.show_columns([column.key for column in view.model.columns])
    assert view.table.horizontalScrollBar().maximum() > 0


def test_that_rank_and_name_stay_while_the_table_scrolls_sideways(qtbot: QtBot, view: RankingView) -> None:
    narrow_table(view)
    frozen = view.table.frozen
    assert frozen is not None
    assert frozen.isVisible()
    before = frozen.grab().toImage()
    here = view.table.grab().toImage()
    view.table.horizontalScrollBar().setValue(view.table.horizontalScrollBar().maximum())
    assert frozen.grab().toImage() == before
    after = view.table.grab().toImage()
    assert after != here
    left = QRect(0, 0, frozen.width(), frozen.height())
    assert after.copy(left) == here.copy(left)
    view.resize(2400, 500)
    assert not frozen.isVisible()  # nothing to scroll


def test_that_frozen_columns_select_hover_and_sort_as_the_others_do(
    qtbot: QtBot, view: RankingView, selection: Selection, point_at: PointAt
) -> None:
    narrow_table(view)
    table, frozen = view.table, view.table.frozen
    assert frozen is not None
    at = QPoint(frozen.width() - 20, place(table, 3).y())
    point_at(frozen.viewport(), at)
    assert selection.hovered == "d"
    qtbot.mouseClick(frozen.viewport(), LEFT_BUTTON, pos=at)
    assert selection.selected == "d"
    assert table.hasFocus()
    name = view.model.column("name")
    title = QPoint(frozen.header().sectionViewportPosition(name) + 20, frozen.header().height() // 2)
    qtbot.mouseClick(frozen.header().viewport(), LEFT_BUTTON, pos=title)
    qtbot.mouseClick(frozen.header().viewport(), LEFT_BUTTON, pos=title)
    assert shown(view)[0] == "Foxtrot"
    frozen.verticalScrollBar().setValue(1)
    assert table.verticalScrollBar().value() == frozen.verticalScrollBar().value()


def test_that_frozen_columns_cannot_be_dragged_away(view: RankingView) -> None:
    narrow_table(view)
    header = view.table.header()
    header.moveSection(header.visualIndex(view.model.column("price")), 0)
    name = view.model.column("name")
    assert [header.visualIndex(position) for position in range(name + 1)] == list(range(name + 1))


def test_that_keys_go_from_cell_to_cell_and_sort_by_the_column(
    qtbot: QtBot, view: RankingView, selection: Selection
) -> None:
    narrow_table(view)
    table, frozen = view.table, view.table.frozen
    assert frozen is not None
    click(qtbot, table, 0)
    header, price = table.header(), view.model.column("price")
    while table.currentIndex().column() != price:
        before = table.currentIndex().column()
        qtbot.keyClick(table, Qt.Key.Key_Right)
        assert table.currentIndex().column() != before
    assert header.sectionViewportPosition(price) >= frozen.width()
    assert header.sectionViewportPosition(price) + header.sectionSize(price) <= table.viewport().width()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert shown(view)[0] == "Foxtrot"  # the cheapest first
    assert table.currentIndex().column() == price
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert shown(view)[0] == "Alpha"
    assert selection.selected == "a"
    for _ in range(12):
        qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == 0


def test_that_no_heading_is_cut(view: RankingView) -> None:
    narrow_table(view)
    header = view.table.header()
    for position in range(header.count()):
        view.table.sort_on(position)
        title = str(view.rows.headerData(position, Qt.Orientation.Horizontal))
        wide = max(view.table.delegate.small.width(line) for line in title.split("\n"))
        assert header.sectionSize(position) >= wide + 12  # with its padding


def test_that_another_study_begins_at_the_top_without_filter_or_movement(
    qtbot: QtBot, view: RankingView, document: Document, selection: Selection
) -> None:
    view.resize(360, 220)
    document.edit(replace(document.scenario, theme_weights={"cost": 99.0}), "weigh cost")
    search_field(view).setText("o")
    selection.select("")
    view.list.verticalScrollBar().setValue(view.list.verticalScrollBar().maximum())
    view.set_certainty({"a": (1, 3)})
    document.new(document.study)
    assert search_field(view).text() == ""
    assert view.list.verticalScrollBar().value() == 0
    assert not any(view.model.row(number).movement for number in view.model.order)
    assert not view.model.has_certainty
    assert not view.list.glide.moving


def test_that_the_first_edit_of_another_study_leaves_the_list_where_somebody_has_scrolled_to(
    view: RankingView, document: Document, selection: Selection
) -> None:
    view.resize(360, 220)
    selection.select("")
    document.new(document.study)
    bar = view.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    document.edit(replace(document.scenario, theme_weights={"cost": 99.0}), "weigh cost")
    assert bar.value() > 0


@pytest.mark.parametrize("width", [300, 380, 700])
def test_that_the_choices_of_the_filter_are_read_in_full(view: RankingView, width: int) -> None:
    view.resize(width, 500)
    QCoreApplication.processEvents()
    for box in (view._regions, view._models):
        assert box.shown_text() == box.currentText()
    view._regions.setCurrentIndex(1)
    assert view._count.isVisible()  # how many of how many, whatever the room


@pytest.mark.parametrize("width", [300, 360, 420, 700])
def test_that_a_narrow_table_shows_rank_name_and_score_without_scrolling(
    view: RankingView, width: int
) -> None:
    view.set_table_mode(True)
    view.table.show_columns([column.key for column in view.model.columns])
    view.resize(width, 500)
    header, score = view.table.header(), view.model.column("score")
    assert header.sectionViewportPosition(score) + header.sectionSize(score) <= view.table.viewport().width()


def test_that_columns_stay_only_where_another_can_be_seen_beside_them(view: RankingView) -> None:
    narrow_table(view)
    frozen = view.table.frozen
    assert frozen is not None
    assert frozen.isVisible()
    view.resize(285, 500)
    assert not frozen.isVisible()


def test_that_headings_stand_next_to_their_cells(view: RankingView) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    for position in range(view.rows.columnCount()):
        alignment = Qt.AlignmentFlag(view.rows.headerData(position, Qt.Orientation.Horizontal, role))
        assert alignment & Qt.AlignmentFlag.AlignBottom
