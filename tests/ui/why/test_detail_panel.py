from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.study.study import Study
from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.look.row_paint import theme_colours
from advisor.ui.why.criteria_tree import column_widths
from advisor.ui.why.detail_panel import DetailPanel
from advisor.views.look.theme import DARK
from advisor.views.why.criteria_rows import CriterionFigures, ThemeSums
from advisor.views.why.criteria_texts import TreeColumn
from advisor.words.locale import locale_tag, set_locale

LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def document(qapp: object, write_pack: Callable[..., Path]) -> Document:
    folder = write_pack(
        criteria=(
            "id,label,theme,unit,direction,lower,upper\n"
            "quality,Quality,people,0-100,up,0,100\nprice,Price,cost,USD,down,0,100\n"
            "rain,Rain,people,mm,down,0,10\n"
        ),
        values=(
            "location_id,criterion_id,year,value\na,quality,2024,90\na,price,2024,80\n"
            "b,quality,2024,50\nb,price,2024,50\nc,quality,2024,20\nc,price,2024,10\nb,rain,2024,4\nc,rain,2024,5\n"
        ),
    )
    return Document(Assessor(load_pack(folder)), Study.of(Scenario(criterion_weights={"rain": 0.1})))


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def panel(qtbot: QtBot, document: Document, selection: Selection) -> DetailPanel:
    panel = DetailPanel(document, selection)
    qtbot.addWidget(panel)
    panel.resize(800, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def cell(panel: DetailPanel, theme: int, row: int, part: TreeColumn = TreeColumn.VALUE) -> QModelIndex:
    return panel.model.index(row, part, panel.model.index(theme, 0))


def place(panel: DetailPanel, index: QModelIndex) -> QPoint:
    return panel.tree.visualRect(index).center()


def open_editor(qtbot: QtBot, panel: DetailPanel, index: QModelIndex) -> QLineEdit:
    viewport = panel.tree.viewport()
    qtbot.mouseClick(viewport, LEFT_BUTTON, pos=place(panel, index))
    qtbot.mouseDClick(viewport, LEFT_BUTTON, pos=place(panel, index))
    field = viewport.findChild(QLineEdit)
    assert field is not None
    return field


def enter(qtbot: QtBot, panel: DetailPanel, index: QModelIndex, text: str) -> None:
    editor = open_editor(qtbot, panel, index)
    editor.selectAll()
    finish(qtbot, panel, editor, text)


def finish(qtbot: QtBot, panel: DetailPanel, editor: QLineEdit, text: str) -> None:
    qtbot.keyClicks(editor, text)
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_that_nothing_selected_says_what_to_do(panel: DetailPanel, selection: Selection) -> None:
    assert not panel.tree.isVisible()
    selection.select("a")
    assert panel.tree.isVisible()
    selection.select("")
    assert not panel.tree.isVisible()


def test_that_the_header_names_place_rank_score_range_and_coverage(
    panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    evaluation = document.assessment.evaluation
    assert panel.header.facts() == [
        ("Coverage", "95 %"),
        ("Worst–best", f"{evaluation.worst[0]:.0f}–{evaluation.best[0]:.0f}"),
        ("Score", f"{evaluation.scores[0]:.1f}"),
    ]
    assert panel.header.summary.startswith(f"Alpha, rank {evaluation.ranks[0]}, coverage 95 %")
    assert panel.header.accessibleName() == panel.header.summary


def test_that_the_panel_follows_selection_and_ranking(
    panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    first = panel.sentence
    assert first.startswith("“Quality” (+") and "“price” (" in first
    selection.select("c")
    assert panel.sentence != first
    document.edit(Scenario(theme_weights={"cost": 0.0}), "drop cost")
    assert "price" not in panel.sentence.casefold()


def test_that_an_excluded_place_says_why_first(
    panel: DetailPanel, selection: Selection, document: Document
) -> None:
    document.edit(Scenario(must_haves=MustHaves(bounds=(Bound("price", "<=", 60.0),))), "limit price")
    selection.select("a")
    assert panel.headline == "Excluded: Price USD 80, at most USD 60 wanted."
    assert "not ranked" in panel.header.summary
    assert panel._headline.isVisible()
    assert panel._headline.mapTo(panel, QPoint(0, 0)).y() < panel._sentence.mapTo(panel, QPoint(0, 0)).y()
    selection.select("b")
    assert not panel._headline.isVisible()


def test_that_a_double_click_on_a_value_takes_a_figure_of_ones_own(
    qtbot: QtBot, panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    enter(qtbot, panel, cell(panel, 1, 0), "30")
    assert [(f.location, f.criterion, f.value) for f in document.study.own.figures] == [("a", "price", 30.0)]
    assert cell(panel, 1, 0, TreeColumn.METHOD).data() == "your figure"
    document.undo_stack.undo()
    assert cell(panel, 1, 0, TreeColumn.VALUE).data() == "80"


def test_that_escape_leaves_the_value_alone(
    qtbot: QtBot, panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    editor = open_editor(qtbot, panel, cell(panel, 1, 0))
    qtbot.keyClicks(editor, "3")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert document.undo_stack.count() == 0


def test_that_bad_input_gives_one_message_until_the_next_figure(
    qtbot: QtBot, panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    enter(qtbot, panel, cell(panel, 1, 0), "cheap")
    assert panel.message.startswith("“cheap” is not a number.")
    assert document.undo_stack.count() == 0
    enter(qtbot, panel, cell(panel, 1, 0), "20")
    assert panel.message == ""


def test_that_the_message_goes_with_the_location(panel: DetailPanel, selection: Selection) -> None:
    selection.select("a")
    panel.model.setData(cell(panel, 1, 0), "cheap")
    assert panel.message
    selection.select("b")
    assert panel.message == ""


def test_that_f2_edits_and_delete_takes_the_source_again(
    qtbot: QtBot, panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    panel.tree.setCurrentIndex(cell(panel, 1, 0, TreeColumn.CRITERION))
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = panel.tree.viewport().findChild(QLineEdit)
    assert editor.text() == "80"
    finish(qtbot, panel, editor, "25")
    assert len(document.study.own.figures) == 1
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert document.study.own.figures == ()


def test_that_all_own_figures_of_a_place_can_be_taken_back_at_once(
    qtbot: QtBot, panel: DetailPanel, selection: Selection, document: Document
) -> None:
    selection.select("a")
    button = panel.findChild(QPushButton)
    assert not button.isVisible()
    panel.model.setData(cell(panel, 1, 0), "20")
    assert button.text() == "Take back your figure"
    panel.model.setData(cell(panel, 0, 0), "70")
    assert button.text() == "Take back your 2 figures"
    qtbot.mouseClick(button, LEFT_BUTTON)
    assert document.study.own.figures == ()
    assert document.undo_stack.undoText() == "take the sources' figures for Alpha"


def test_that_the_menu_of_a_row_offers_what_can_be_done(panel: DetailPanel, selection: Selection) -> None:
    selection.select("a")
    index = cell(panel, 1, 0)
    own, back, copy, *_copying = panel.tree.menu_for(index, panel.model.row(index)).actions()
    assert (own.isEnabled(), back.isEnabled(), copy.isEnabled()) == (True, False, True)
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "80"


def test_that_a_click_on_a_theme_folds_it(qtbot: QtBot, panel: DetailPanel, selection: Selection) -> None:
    selection.select("a")
    theme = panel.model.index(0, 0)
    assert panel.tree.isExpanded(theme)
    qtbot.mouseClick(panel.tree.viewport(), LEFT_BUTTON, pos=place(panel, theme))
    assert not panel.tree.isExpanded(theme)
    selection.select("b")
    assert not panel.tree.isExpanded(panel.model.index(0, 0))


def test_that_unknown_figures_have_an_outline_where_others_have_a_bar(
    panel: DetailPanel, selection: Selection
) -> None:
    selection.select("a")
    known, unknown = (
        panel.tree.viewport().grab(panel.tree.visualRect(cell(panel, 0, row, TreeColumn.SCORE))).toImage()
        for row in (0, 1)
    )
    hue = QColor("#0072b2")
    middle = known.height() // 2
    filled = [
        sum(image.pixelColor(x, middle) == hue for x in range(image.width())) for image in (known, unknown)
    ]
    assert filled[0] > 20
    assert filled[1] < 5


def test_that_the_bar_below_the_name_is_as_long_as_the_score(
    panel: DetailPanel, selection: Selection, document: Document
) -> None:
    evaluation = document.assessment.evaluation
    hues, track = theme_colours(evaluation.weights.themes), QColor(look_in_force().track)
    for row, place in enumerate(document.pack.location_ids):
        selection.select(place)
        image = panel.header.grab().toImage()
        lines = [[image.pixelColor(x, y) for x in range(image.width())] for y in range(image.height())]
        line = max(lines, key=lambda colours: sum(colour in (*hues, track) for colour in colours))
        bar = [at for at, colour in enumerate(line) if colour in (*hues, track)]
        length = max(at for at in bar if line[at] in hues) - bar[0]
        wanted = evaluation.scores[row] / 100
        assert length / (bar[-1] - bar[0]) == pytest.approx(wanted, abs=0.01), place


@pytest.mark.parametrize("total", [360, 480, 620, 700, 820, 1000, 1600])
def test_that_columns_fill_the_width_and_the_unit_goes_first(total: int) -> None:
    widths = column_widths(total, 13)
    assert sum(widths.values()) == total
    assert all(
        widths[part] for part in (TreeColumn.CRITERION, TreeColumn.VALUE, TreeColumn.SCORE, TreeColumn.POINTS)
    )
    order = [
        widths[part] > 0
        for part in (TreeColumn.UNIT, TreeColumn.SOURCE, TreeColumn.METHOD, TreeColumn.WEIGHT)
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("total", range(560, 2000, 60))
def test_that_texts_are_read_in_full_before_bars_are_longer(total: int) -> None:
    needs = {
        TreeColumn.VALUE: 110,
        TreeColumn.UNIT: 120,
        TreeColumn.METHOD: 100,
        TreeColumn.SOURCE: 260,
    }
    before, widths = column_widths(total, 13), column_widths(total, 13, 0, needs)
    assert sum(widths.values()) == total
    assert widths[TreeColumn.VALUE] >= needs[TreeColumn.VALUE]
    short = [part for part, need in needs.items() if 0 < widths[part] < need]
    if short:
        assert widths[TreeColumn.SCORE] <= min(before[TreeColumn.SCORE], 81)
    if total > 1_000:
        assert not short


@pytest.mark.parametrize("total", range(560, 2000, 20))
def test_that_a_source_has_its_first_word_where_names_of_criteria_can_take_more_lines(total: int) -> None:
    long_name, word = 290, 96
    before = column_widths(total, 13, long_name)
    widths = column_widths(total, 13, long_name, words={TreeColumn.SOURCE: word})
    assert sum(widths.values()) == total
    assert [part for part in TreeColumn if widths[part]] == [part for part in TreeColumn if before[part]]
    if widths[TreeColumn.SOURCE]:
        assert widths[TreeColumn.SOURCE] >= word
        assert widths[TreeColumn.CRITERION] >= 17 * 13


def test_that_names_take_more_lines_before_weights_go() -> None:
    """A Spanish window of 1280 pixels, whose longest name is as long as half the panel."""
    widths = column_widths(570, 13, 300)
    assert widths[TreeColumn.WEIGHT] >= 4.2 * 13 - 1
    assert widths[TreeColumn.CRITERION] >= 17 * 13


def test_that_some_words_of_a_source_are_read_before_the_longest_name_is_in_one_line() -> None:
    needs = {TreeColumn.SOURCE: 350, TreeColumn.VALUE: 93, TreeColumn.METHOD: 90}
    widths = column_widths(745, 13, 276, needs, {TreeColumn.SOURCE: 94})
    assert widths[TreeColumn.SOURCE] >= 130
    assert widths[TreeColumn.CRITERION] >= 17 * 13


def test_that_names_stay_in_one_line_where_others_have_room_to_spare() -> None:
    widths = column_widths(1_200, 13, 300, words={TreeColumn.SOURCE: 180})
    assert widths[TreeColumn.CRITERION] >= 300
    assert widths[TreeColumn.SOURCE] >= 180


def test_that_rows_of_any_location_may_name_what_the_model_says(
    panel: DetailPanel, selection: Selection
) -> None:
    shown = set()
    for location in "abc":
        selection.select(location)
        shown |= {cell(panel, theme, 0, TreeColumn.SOURCE).data() for theme in (0, 1)}
    assert shown - {"\N{EN DASH}"} <= panel.model.sources


@pytest.mark.parametrize("language", ["en", "es"])
def test_that_figures_are_read_in_full(qtbot: QtBot, default_pack: DataPack, language: str) -> None:
    before = locale_tag()
    set_locale(language)
    study = Study.of(Scenario(home="GBR", function="customer-support"), default_pack)
    selection = Selection()
    panel = DetailPanel(Document(Assessor(default_pack), study), selection)
    qtbot.addWidget(panel)
    panel.show()
    delegate, short = panel.tree.delegate, set()
    try:
        for location in ("IND", "ZAF", "USA"):
            selection.select(location)
            for width in (560, 647, 736, 1200):
                panel.resize(width, 900)
                room = panel.tree.columnWidth(TreeColumn.VALUE) - 18 - delegate.small.width("2024")
                for theme in range(panel.model.rowCount()):
                    for row in range(panel.model.rowCount(panel.model.index(theme, 0))):
                        figure = str(cell(panel, theme, row).data())
                        if delegate.plain.width(figure) > room:
                            short.add((width, figure))
    finally:
        set_locale(before)
    assert short == set()


def test_that_another_look_repaints_in_its_colours(panel: DetailPanel, selection: Selection) -> None:
    selection.select("a")
    put_in_force(DARK)
    finish_dressing()
    image = panel.tree.viewport().grab().toImage()
    assert image.pixelColor(3, panel.tree.visualRect(cell(panel, 0, 0)).center().y()) == QColor(DARK.panel)


def test_that_flags_stand_above_everything_with_their_dates(qtbot: QtBot, default_pack: DataPack) -> None:
    must = MustHaves(advisory=4)
    study = Study.of(Scenario(home="DEU", function="customer-support", must_haves=must), default_pack)
    selection = Selection()
    panel = DetailPanel(Document(Assessor(default_pack), study), selection)
    qtbot.addWidget(panel)
    selection.select("RUS")
    assert "Do not travel (US advisory, level 4) (as of 14 Aug 2025)" in panel.flags
    assert "Economic EU sanctions (as of Feb 2025)" in panel.flags
    selection.select("POL")
    assert panel.flags == ""


def test_that_another_location_is_drawn_and_no_row_measured_again(
    write_pack: Callable[..., Path], selection: Selection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "Quality of what is delivered as those see it who have to work with it every day"
    criteria = (
        f"id,label,theme,unit,direction,lower,upper\nquality,{long},people,0-100,up,0,100\n"
        "price,Price,people,USD,down,0,100\n"
    )
    pack = load_pack(write_pack(criteria=criteria))
    panel = DetailPanel(Document(Assessor(pack), default_study(pack)), selection)
    qtbot.addWidget(panel)
    panel.resize(360, 400)
    selection.select("a")
    with qtbot.waitExposed(panel):
        panel.show()
    heights = [panel.tree.rowHeight(cell(panel, 0, row)) for row in range(2)]
    assert heights[0] > heights[1]
    measured: list[object] = []
    drawn: list[object] = []
    delegate = panel.tree.delegate
    row_height, paint_cell = delegate.row_height, delegate.paint_cell

    def measure(row: CriterionFigures | ThemeSums) -> int:
        measured.append(row)
        return row_height(row)

    def paint(*what: object) -> None:
        drawn.append(what)
        paint_cell(*what)

    monkeypatch.setattr(delegate, "row_height", measure)
    monkeypatch.setattr(delegate, "paint_cell", paint)
    selection.select("b")
    qtbot.waitUntil(lambda: bool(drawn))
    assert measured == []
    assert [panel.tree.rowHeight(cell(panel, 0, row)) for row in range(2)] == heights
