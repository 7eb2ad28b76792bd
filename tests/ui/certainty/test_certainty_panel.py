"""The Certainty tab with a real pointer and real keys, and certainty in ranking and map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.models.ranking_model import Role
from advisor.app.workers.robustness_runner import RobustnessRunner
from advisor.ui.certainty.certainty_panel import CHECKS, RANKS, CertaintyPanel
from advisor.ui.certainty.spread_choice import SPREADS
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.widgets.small_widgets import ElidedLabel
from advisor.views.look.theme import DARK, LIGHT, presented
from advisor.views.map.certainty_layer import CERTAINTY

LEFT = Qt.MouseButton.LeftButton
Opener = Callable[[Document], CertaintyPanel]


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def open_panel(qtbot: QtBot, selection: Selection) -> Iterator[Opener]:
    runners: list[RobustnessRunner] = []

    def one(document: Document) -> CertaintyPanel:
        runner = RobustnessRunner(document, rest_ms=0)
        runners.append(runner)
        panel = CertaintyPanel(document, selection, runner)
        qtbot.addWidget(panel)
        panel.resize(900, 420)
        panel.show()
        qtbot.waitUntil(lambda: runner.current is not None and not runner.is_busy)
        panel.chart.repaint()
        return panel

    yield one
    for runner in runners:
        runner.shutdown()


@pytest.fixture
def panel(open_panel: Opener, document: Document) -> CertaintyPanel:
    return open_panel(document)


def middle(panel: CertaintyPanel, index: int) -> QPoint:
    return QPointF(*panel.chart.scene.stops[index].area.centre).toPoint()


def test_that_the_best_fifteen_are_shown_and_the_sentence_is_of_the_first(panel, document):
    rows = panel.shown.rows
    names = [document.assessment.locations[row].name for row in document.assessment.evaluation.order[:15]]
    assert [row.name for row in rows] == names
    assert panel.sentence.startswith(f"{names[0]} is first in ")
    assert panel.sentence in panel.chart.accessibleName()


def test_that_a_click_selects_and_the_sentence_follows(qtbot, panel, selection):
    row = panel.shown.rows[2]
    qtbot.mouseClick(panel.chart, LEFT, pos=middle(panel, 2))
    assert selection.selected == row.id
    assert panel.sentence.startswith(f"{row.name} is ")


def test_that_the_pointer_hovers_a_row_everywhere_and_lets_go(panel, selection, point_at):
    seen: list[str] = []
    selection.hovered_changed.connect(seen.append)
    point_at(panel.chart, middle(panel, 1))
    assert seen == [panel.shown.rows[1].id]
    QApplication.sendEvent(panel.chart, QEvent(QEvent.Type.Leave))
    assert selection.hovered == ""


def test_that_arrow_keys_and_return_select(qtbot, panel, selection):
    panel.chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(panel.chart, key)
    assert selection.selected == panel.shown.rows[1].id
    assert panel.shown.rows[1].name in panel.chart.accessibleDescription()


def test_that_a_cell_explains_itself_on_hover(panel):
    first = panel.shown.rows[0]
    cell = [mark for mark in panel.chart.scene.of(first.id) if not mark.stop][3]
    words = panel.chart.words_at(QPointF(*cell.area.centre))
    assert words == cell.said == panel.shown.cell_words(0, 3)
    point = QPointF(*cell.area.centre).toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, point, panel.chart.mapToGlobal(point))
    assert QApplication.sendEvent(panel.chart, event)
    row = panel.chart.scene.stops[0].area
    assert panel.chart.words_at(QPointF(row.x + 20, row.centre[1])).startswith(f"{first.name}, rank 1")
    assert panel.chart.words_at(QPointF(-5, -5)) == ""


def test_that_a_selected_location_further_down_gets_a_row_of_its_own(panel, document, selection):
    far = document.assessment.locations[int(document.assessment.evaluation.order[60])]
    selection.select(far.id)
    assert [row.id for row in panel.shown.rows][15:] == [far.id]
    assert panel.sentence.startswith(f"{far.name} is ")


def test_that_an_unranked_selection_leaves_the_sentence_to_the_first(panel, selection):
    first = panel.sentence
    selection.select("IRN")
    assert panel.sentence == first


def test_that_the_spread_is_an_undoable_edit_in_plain_words(qtbot, panel, document):
    box = panel.spread.box
    assert box.currentText() == "a third"
    assert [box.itemData(index) for index in range(box.count())] == list(SPREADS)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert document.scenario.weight_spread == SPREADS[3]
    assert document.undo_stack.undoText() == "let weights be off by half or double"
    qtbot.waitUntil(lambda: panel._runner.current is not None)
    assert panel._runner.current.robustness.spread == SPREADS[3]
    document.undo_stack.undo()
    assert box.currentText() == "a third"


def test_that_a_spread_of_a_file_is_shown_as_it_is(panel, document):
    document.edit(replace(document.scenario, weight_spread=0.5), "spread")
    assert panel.spread.box.currentText() == "× 0.61 to × 1.65"
    document.undo_stack.undo()
    assert panel.spread.box.count() == len(SPREADS)


def test_that_the_second_page_says_what_to_check(qtbot, panel, document):
    qtbot.mouseClick(panel.segments.button(CHECKS), LEFT)
    assert panel.pages.currentIndex() == CHECKS
    assert "say nearly the same" in panel.checks.pairs.text()
    assert "weighs" in panel.checks.influence.sentence()
    assert "ranks or more" in panel.checks.spans.sentence()
    document.edit(replace(document.scenario, theme_weights={"language": 0.0}), "weigh")
    assert "Working language" not in panel.checks.pairs.text()
    panel.show_page(RANKS)
    assert panel.pages.currentIndex() == RANKS


def test_that_a_click_on_a_span_selects(qtbot, panel, selection):
    panel.show_page(CHECKS)
    spans = panel.checks.spans
    spans.grab()
    row = spans.scene.stops[1]
    qtbot.mouseClick(spans, LEFT, pos=QPointF(*row.area.centre).toPoint())
    assert selection.selected == row.key


def test_that_the_blocks_stand_below_each_other_where_there_is_little_room(qtbot, panel):
    panel.show_page(CHECKS)
    first, *_others, last = panel.checks._blocks
    qtbot.waitUntil(lambda: last.y() > first.y() and last.x() == first.x())
    panel.resize(1200, 420)
    qtbot.waitUntil(lambda: last.y() == first.y() and last.x() > first.x())


def test_that_every_chart_can_be_copied_as_picture_and_numbers(panel):
    told: list[str] = []
    panel.copied.connect(told.append)
    for chart in (panel.chart, *panel.checks.charts):
        panel.show_page(RANKS if chart is panel.chart else CHECKS)
        chart.copy_numbers()
        text = QGuiApplication.clipboard().text()
        assert "\t" in text
        chart.copy_picture()
        assert not QGuiApplication.clipboard().image().isNull()
    assert len(told) == 6


@pytest.mark.parametrize("look", [LIGHT, DARK, presented(LIGHT), presented(DARK)])
def test_that_it_draws_in_every_look_and_size(qtbot, panel, selection, look):
    selection.select("POL")
    selection.hover("ROU")
    for width, height in ((420, 200), (700, 300), (1400, 600)):
        panel.resize(width, height)
        put_in_force(look)
        finish_dressing()
        for page in (RANKS, CHECKS):
            panel.show_page(page)
            assert not panel.grab().isNull()


def test_that_nothing_ranked_is_said_and_not_drawn(open_panel, document):
    document.edit(
        replace(
            document.scenario,
            must_haves=replace(
                document.scenario.must_haves,
                bounds=document.scenario.must_haves.with_limit("overlap", ">=", 99.0),
            ),
        ),
        "ask for the impossible",
    )
    panel = open_panel(document)
    assert panel.chart.is_empty
    assert "No location is ranked" in panel.chart.accessibleName()
    panel.show_page(CHECKS)
    assert panel.checks.spans.is_empty
    assert not panel.grab().isNull()


def test_that_a_generic_pack_has_certainty_too(open_panel, generic_document):
    panel = open_panel(generic_document)
    assert [row.name for row in panel.shown.rows] == ["Alpha", "Beta", "Gamma"]


def test_that_a_hidden_panel_catches_up_when_it_is_shown(qtbot, panel, document):
    panel.hide()
    before = panel.shown
    with qtbot.waitSignal(panel._runner.changed):
        document.edit(replace(document.scenario, theme_weights={"cost": 90.0}), "weigh")
    assert panel.shown is before
    panel.show()
    assert panel.shown is not before


def test_that_ranking_and_map_show_certainty(qtbot, open_window, document):
    window = open_window(document)
    qtbot.waitUntil(lambda: window.robustness.current is not None, timeout=20_000)
    counted = window.robustness.current
    model = window.ranking.model
    best = int(document.assessment.evaluation.order[0])
    index = model.index(0, model.column("name"))
    assert index.data(Role.CERTAINTY) == counted.intervals[document.assessment.locations[best].id]
    assert counted.sentence(best) in index.data(Qt.ItemDataRole.ToolTipRole)
    window.map_panel.layer_actions[CERTAINTY].trigger()
    assert window.map_panel.layer == CERTAINTY
    assert "certainty" in window.drawer.tab_ids
    with qtbot.waitSignal(window.robustness.changed, timeout=20_000):
        document.edit(replace(document.scenario, theme_weights={"cost": 90.0}), "weigh")
    assert window.robustness.current.assessment is document.assessment


@pytest.mark.parametrize("width", [420, 560, 900])
def test_that_the_choice_of_the_spread_never_stands_without_its_caption(
    panel: CertaintyPanel, width: int
) -> None:
    panel.resize(width, 420)
    QApplication.processEvents()
    caption = next(part for part in panel.spread.findChildren(ElidedLabel))
    assert caption.isVisible()
    assert caption.width() >= caption.fontMetrics().horizontalAdvance(caption.text())
    assert panel.spread.box.width() == panel.spread.box.sizeHint().width()
