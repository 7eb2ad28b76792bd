"""The cost tab: what it shows is what the model says, and every control does what it says."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication, QHelpEvent, QTextLayout
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.models.cost_parameter_model import CostParameterModel
from advisor.app.models.range_table_model import CHANGED_ROLE, Part
from advisor.app.workers.cost_worker import QUICK_DRAWS, CostAnswer
from advisor.costs.uncertainty import DEFAULT_DRAWS
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.edits.cost_edits import home_currency, offered_currencies, typed_values
from advisor.scenario.study.scenario import CostChange
from advisor.ui.cost.cost_panel import CostPanel
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.views.cost.cost_figures import key_figures
from advisor.views.cost.cost_waterfall import waterfall_table
from advisor.views.look.theme import DARK, LIGHT, presented, scaled
from advisor.views.scene.marks import Text
from advisor.words.formatting import range_text
from advisor.words.number_input import NumberError

SMALL, LARGE = (700, 270), (1000, 390)
Settle = Callable[[CostPanel, Callable[[], object]], CostAnswer]
PointAt = Callable[[QWidget, QPoint], None]


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def edit_cell(
    panel: CostPanel, parameter: str, part: Part, text: str, key: Qt.Key = Qt.Key.Key_Return
) -> None:
    """Type into a cell of the table as a user does."""
    table = panel.parameters.all.table
    index = panel.parameters.model.index(panel.parameters.model.ids.index(parameter), part)
    table.scrollTo(index)
    table.setCurrentIndex(index)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = next(each for each in table.findChildren(QLineEdit) if each.isVisible())
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    QApplication.processEvents()  # Return commits once the field itself has had it


# What is shown --------------------------------------------------------------------------------------


def test_that_the_figures_are_those_of_the_model_for_all_locations(
    qtbot: QtBot, open_panel: Callable[..., CostPanel], document: Document, model: CostModel
) -> None:
    panel = open_panel("POL")
    result = model.of(document.scenario).result
    row = document.pack.location_ids.index("POL")
    assert panel.figures.text("total") == range_text(result.total.p10[row], result.total.p90[row])
    assert panel.view is not None
    for name in ("run_rate", "one_off", "total", "saving_pct", "npv", "payback_month"):
        quantiles = getattr(result, name)
        assert panel.view.three(name) == (quantiles.p10[row], quantiles.p50[row], quantiles.p90[row])
    assert [each.text for each in panel.figures.figures] == [each.text for each in key_figures(panel.view)]
    assert "take back" in panel.headline.text()


def test_that_a_rough_answer_comes_first_and_the_full_one_at_rest(
    open_panel: Callable[..., CostPanel], selection: Selection, settle: Settle
) -> None:
    panel = open_panel("")
    draws: list[int] = []
    panel.worker.answered.connect(lambda answer: draws.append(answer.request.draws))
    settle(panel, lambda: selection.select("IND"))
    assert draws == [QUICK_DRAWS, DEFAULT_DRAWS]


def test_that_without_a_selection_the_panel_asks_for_one_and_shows_all_locations(
    open_panel: Callable[..., CostPanel],
) -> None:
    panel = open_panel("")
    assert panel.headline.text().startswith("Select a place")
    assert panel.figures.isHidden()
    assert panel.charts.chart.is_empty
    assert not panel.charts.copy_numbers.isEnabled()
    click(panel.charts.chooser.buttons["quality"])
    assert not panel.charts.chart.is_empty
    assert panel.charts.copy_numbers.isEnabled()


def test_that_an_unknown_cost_tells_why(
    open_panel: Callable[..., CostPanel], document: Document, model: CostModel, selection: Selection
) -> None:
    inputs = model.of(document.scenario).inputs
    result = model.of(document.scenario).evaluate(10)
    unknown = next(
        key for key, p50 in zip(inputs.location_ids, result.total.p50, strict=True) if math.isnan(p50)
    )
    panel = open_panel("")
    selection.select(unknown)
    assert panel.headline.text().startswith("The cost is unknown, because")
    assert panel.view is None
    assert panel.charts.chart.is_empty


def test_that_home_says_that_nothing_moves(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("GBR")
    assert "is home" in panel.headline.text()
    for key in panel.charts.all:
        panel.charts.show_chart(key)
        panel.grab()


def test_that_nothing_is_computed_while_the_panel_is_hidden(
    open_panel: Callable[..., CostPanel], selection: Selection, settle: Settle
) -> None:
    panel = open_panel("POL")
    panel.hide()
    answers: list[object] = []
    panel.worker.answered.connect(answers.append)
    selection.select("IND")
    assert not panel.worker._worker.is_busy
    settle(panel, panel.show)
    assert panel.view is not None
    assert panel.view.name == "India"


@pytest.mark.parametrize("size", [SMALL, LARGE, (360, 160)])
def test_that_every_chart_draws_in_every_look_and_size(
    open_panel: Callable[..., CostPanel], size: tuple[int, int]
) -> None:
    panel = open_panel("POL", size)
    for look in (LIGHT, DARK, presented(LIGHT)):
        put_in_force(look)
        finish_dressing()
        for key, chart in panel.charts.all.items():
            panel.charts.show_chart(key)
            panel.grab()
            assert chart.scene.stops
            assert chart.accessibleName().startswith(f"{chart.name}: ")
        assert panel.width() == size[0]


# Charts ---------------------------------------------------------------------------------------------


def test_that_buttons_switch_the_chart(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("POL", SMALL)
    for key, button in panel.charts.chooser.buttons.items():
        click(button)
        assert panel.charts.currentWidget() is panel.charts.all[key]
        assert panel.charts.chart is panel.charts.all[key]


def test_that_a_click_on_a_dot_selects_and_the_pointer_hovers(
    open_panel: Callable[..., CostPanel], selection: Selection, settle: Settle, point_at: PointAt
) -> None:
    panel = open_panel("POL")
    click(panel.charts.chooser.buttons["quality"])
    chart = panel.charts.quality
    chart.grab()
    target = next(each for each in chart.scene.stops if each.key == "GBR")
    place = QPointF(*target.area.centre).toPoint()
    point_at(chart, place)
    assert selection.hovered == "GBR"
    settle(panel, lambda: QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place))
    assert selection.selected == "GBR"
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert selection.hovered == ""


def test_that_a_chart_never_describes_the_place_selected_before(
    open_panel: Callable[..., CostPanel], selection: Selection, settle: Settle
) -> None:
    panel = open_panel("POL")
    click(panel.charts.chooser.buttons["waterfall"])
    chart = panel.charts.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    before = chart.accessibleDescription()
    assert before.startswith("True saving")
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    settle(panel, lambda: selection.select("IND"))
    assert chart.accessibleDescription() == ""
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription() == chart.scene.stops[-1].said != before
    settle(panel, lambda: selection.select("POL"))
    assert chart.accessibleDescription() == before
    QToolTip.hideText()


def test_that_a_screen_reader_finds_every_step_of_the_waterfall(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("POL")
    click(panel.charts.chooser.buttons["waterfall"])
    chart = QAccessible.queryAccessibleInterface(panel.charts.chart)
    stops = panel.charts.chart.scene.stops
    assert chart.text(QAccessible.Text.Name).startswith("Waterfall: Wages alone")
    assert chart.childCount() == len(stops) > 4
    names = [chart.child(at).text(QAccessible.Text.Name) for at in range(chart.childCount())]
    assert names == [stop.said for stop in stops]


def test_that_arrow_keys_walk_through_the_dots_and_return_selects(
    open_panel: Callable[..., CostPanel], selection: Selection, settle: Settle
) -> None:
    panel = open_panel("POL")
    click(panel.charts.chooser.buttons["quality"])
    chart = panel.charts.quality
    chart.grab()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    second = chart.scene.stops[1]
    assert chart.accessibleDescription() == second.said
    settle(panel, lambda: QTest.keyClick(chart, Qt.Key.Key_Return))
    assert selection.selected == second.key
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.current == -1
    QToolTip.hideText()


def test_that_a_bar_explains_itself_on_hover(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("POL")
    click(panel.charts.chooser.buttons["waterfall"])
    chart = panel.charts.chart
    chart.grab()
    place = QPointF(*chart.scene.stops[0].area.centre).toPoint()
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert QToolTip.text().startswith("Gap in wages")
    assert chart.words_at(QPointF(-5, -5)) == ""
    QToolTip.hideText()


def test_that_a_key_figure_explains_itself_on_hover(open_panel: Callable[..., CostPanel]) -> None:
    strip = open_panel("POL").figures
    strip.grab()
    place = QPoint(round(strip.columns()[1][0]) + 2, 5)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    assert "It leaves out" in QToolTip.text()
    QToolTip.hideText()


def test_that_a_chart_is_copied_as_numbers_and_as_a_picture(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("POL")
    click(panel.charts.chooser.buttons["waterfall"])
    assert panel.view is not None
    click(panel.charts.copy_numbers)
    assert QGuiApplication.clipboard().text() == waterfall_table(panel.view)
    click(panel.charts.copy_picture)
    picture = QGuiApplication.clipboard().image()
    assert picture.width() >= 1800
    panel.charts.chart.setFocus()
    QTest.keyClick(panel.charts.chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == waterfall_table(panel.view)
    assert [action.text() for action in panel.charts.chart.menu().actions()] == [
        "Copy as a picture",
        "Copy as numbers",
    ]


# Terms ----------------------------------------------------------------------------------------------


def test_that_terms_change_the_scenario_and_the_figures(
    open_panel: Callable[..., CostPanel], document: Document, model: CostModel, settle: Settle
) -> None:
    panel = open_panel("POL")
    terms = panel.parameters.all.terms
    settle(panel, lambda: click(terms.delivery.buttons["captive"]))
    assert document.scenario.delivery == "captive"
    settle(panel, lambda: click(terms.prices.buttons["nominal"]))
    assert document.scenario.prices == "nominal"
    assert panel.bar.state.text() == "USD, prices of each year"
    terms.years.setFocus()
    settle(panel, lambda: QTest.keyClick(terms.years, Qt.Key.Key_Up))
    assert document.scenario.years == 6
    result = model.of(document.scenario).result
    row = document.pack.location_ids.index("POL")
    assert panel.figures.text("total") == range_text(result.total.p10[row], result.total.p90[row])
    for _ in range(3):
        document.undo_stack.undo()
    assert (document.scenario.delivery, document.scenario.prices, document.scenario.years) == (
        "provider",
        "real",
        5,
    )
    assert terms.delivery.key == "provider"


def test_that_a_currency_can_be_typed_and_an_unknown_one_changes_nothing(
    open_panel: Callable[..., CostPanel], document: Document, model: CostModel, settle: Settle
) -> None:
    panel = open_panel("POL")
    assert panel.view is not None
    dollars = panel.view.three("total")
    field = panel.parameters.all.terms.currency.lineEdit()
    assert field is not None

    def type_currency(text: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    settle(panel, lambda: type_currency("eur"))
    per_usd = model.rate(document.scenario.currency).per_usd
    assert panel.view.three("total") == pytest.approx([each * per_usd for each in dollars])
    assert panel.view.money.startswith("EUR")
    before = document.scenario
    type_currency("XQQ")
    assert document.scenario == before
    assert "no exchange rate for 'XQQ'" in panel.message.text()
    assert not panel.message.isHidden()
    assert field.text() == "EUR"


def test_that_the_currency_of_home_is_offered_after_the_usual_ones() -> None:
    assert home_currency("POL") == "PLN"
    assert home_currency("") == ""
    known = ("AED", "EUR", "GBP", "PLN", "USD")
    assert offered_currencies(known, "POL") == ["USD", "EUR", "GBP", "PLN", "AED"]


# Parameters -----------------------------------------------------------------------------------------


def test_that_the_parameter_table_is_a_sound_model(
    open_panel: Callable[..., CostPanel], document: Document
) -> None:
    model = open_panel("").parameters.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document.edit(replace(document.scenario, delivery="captive"), "captive")
    document.edit(replace(document.scenario, years=3), "years")
    tester.deleteLater()
    assert "site_setup_pct" in model.ids
    assert "governance_pct" not in model.ids


def test_that_a_parameter_is_edited_in_place_marked_and_reset(
    open_panel: Callable[..., CostPanel], document: Document, settle: Settle
) -> None:
    panel = open_panel("POL")
    before = panel.figures.text("total")
    settle(panel, lambda: edit_cell(panel, "governance_pct", Part.HIGH, "40"))
    assert document.scenario.cost_changes == (CostChange("governance_pct", 4.0, 6.0, 40.0),)
    assert panel.figures.text("total") != before
    model = panel.parameters.model
    row = model.ids.index("governance_pct")
    assert model.index(row, Part.HIGH).data(CHANGED_ROLE) is True
    assert model.index(row, Part.LOW).data(CHANGED_ROLE) is False
    assert model.index(row, Part.BASIS).data() == "your figure"
    assert "Before: 4 / 6 / 8 (source)" in str(model.index(row, Part.HIGH).data(Qt.ItemDataRole.ToolTipRole))
    assert panel.parameters.reset_all.text() == "Reset 1 changed"
    assert document.undo_stack.count() == 1
    place = panel.parameters.all.table.visualRect(model.index(row, Part.RESET)).center()
    viewport = panel.parameters.all.table.viewport()
    settle(panel, lambda: QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place))
    assert document.scenario.cost_changes == ()
    assert panel.figures.text("total") == before
    assert panel.parameters.reset_all.isHidden()


def test_that_typing_has_effect_before_it_is_finished_and_is_one_step(
    qtbot: QtBot, open_panel: Callable[..., CostPanel], document: Document
) -> None:
    panel = open_panel("POL")
    table, model = panel.parameters.all.table, panel.parameters.model
    index = model.index(model.ids.index("support_pct"), Part.HIGH)
    table.setCurrentIndex(index)
    table.edit(index)
    field = table.findChild(QLineEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert document.scenario.cost_changes == (CostChange("support_pct", 8.0, 11.0, 16.0),)
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert document.scenario.cost_changes == (CostChange("support_pct", 8.0, 11.0, 26.0),)
    assert field.text() == "26"
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.scenario.cost_changes == ()


def test_that_escape_takes_everything_typed_back(
    open_panel: Callable[..., CostPanel], document: Document
) -> None:
    panel = open_panel("POL")
    edit_cell(panel, "support_pct", Part.HIGH, "60", Qt.Key.Key_Escape)
    assert document.scenario.cost_changes == ()
    assert document.undo_stack.count() == 0
    assert panel.message.isHidden()


@pytest.mark.parametrize(
    ("part", "text", "message"),
    [
        (Part.LOW, "12", "low (12) must not be above likely (6)"),
        (Part.LIKELY, "50", "likely (50) must not be above high (8)"),
        (Part.LOW, "-3", "must not be negative (it is -3)"),
        (Part.HIGH, "many", "is not a number"),
    ],
)
def test_that_a_bad_figure_gets_one_message_and_changes_nothing(
    open_panel: Callable[..., CostPanel], document: Document, part: Part, text: str, message: str
) -> None:
    panel = open_panel("POL")
    before = document.scenario
    edit_cell(panel, "governance_pct", part, text)
    assert document.scenario == before
    assert document.undo_stack.count() == 0
    assert message in panel.message.text()
    assert "governance_pct" not in panel.message.text()
    assert not panel.message.isHidden()


def test_that_an_emptied_cell_takes_the_figure_of_the_source(
    open_panel: Callable[..., CostPanel], document: Document
) -> None:
    panel = open_panel("POL")
    edit_cell(panel, "governance_pct", Part.HIGH, "40")
    edit_cell(panel, "governance_pct", Part.HIGH, " ")
    assert document.scenario.cost_changes == ()


def test_that_delete_and_the_button_reset(open_panel: Callable[..., CostPanel], document: Document) -> None:
    panel = open_panel("POL")
    edit_cell(panel, "governance_pct", Part.HIGH, "40")
    edit_cell(panel, "support_pct", Part.HIGH, "60")
    assert panel.parameters.reset_all.text() == "Reset 2 changed"
    QTest.keyClick(panel.parameters.all.table, Qt.Key.Key_Delete)
    assert [change.parameter for change in document.scenario.cost_changes] == ["governance_pct"]
    click(panel.parameters.reset_all)
    assert document.scenario.cost_changes == ()


def test_that_a_basis_is_a_source_with_its_year_or_an_assumption(
    open_panel: Callable[..., CostPanel], document: Document
) -> None:
    model = open_panel("").parameters.model

    def cell(parameter: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
        return str(model.index(model.ids.index(parameter), Part.BASIS).data(role))

    assert cell("double_running_share_pct") == "assumption"
    assert "Assumption" in cell("double_running_share_pct", Qt.ItemDataRole.ToolTipRole)
    assert cell("governance_pct") == "CIO magazine"
    assert "2003" in cell("governance_pct", Qt.ItemDataRole.ToolTipRole)


def test_that_numbers_are_read_as_people_type_them(model: CostModel, document: Document) -> None:
    parameter = model.of(document.scenario).parameters["support_pct"]
    assert typed_values("12,5 %", 1, parameter, parameter) == (8.0, 12.5, 15.0)
    with pytest.raises(NumberError, match="Support staff: low"):
        typed_values("28", 0, parameter, parameter)


def test_that_the_parameters_stand_beside_the_chart_only_where_there_is_room(
    qtbot: QtBot, open_panel: Callable[..., CostPanel]
) -> None:
    panel = open_panel("POL", LARGE)
    assert panel.parameters.isVisible()
    assert panel.charts.isVisible()
    panel.resize(*SMALL)
    qtbot.waitUntil(lambda: panel.width() == SMALL[0])
    assert not panel.parameters.isVisible()
    click(panel.bar.show_parameters)
    assert panel.parameters.isVisible()
    assert not panel.charts.isVisible()
    click(panel.charts.chooser.buttons["cash"])
    assert not panel.parameters.isVisible()
    assert panel.charts.isVisible()


def test_that_a_failed_computation_is_told(
    qtbot: QtBot, open_panel: Callable[..., CostPanel], selection: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_request: object) -> CostAnswer:
        raise ValueError("The draws went wrong.")

    panel = open_panel("POL")
    monkeypatch.setattr("advisor.app.workers.cost_worker.answer", broken)
    with qtbot.waitSignal(panel.worker.failed):
        selection.select("IND")
    assert panel.headline.text() == "The draws went wrong."


def test_that_every_control_has_a_name(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("POL")
    terms, charts = panel.parameters.all.terms, panel.charts
    controls = [terms.years, terms.currency, panel.parameters.all.table, panel.figures, charts.short_chooser]
    controls += [charts.copy_picture, charts.copy_numbers, *charts.all.values()]
    controls += [*terms.delivery.buttons.values(), *terms.prices.buttons.values()]
    assert all(control.accessibleName() for control in controls)


def test_that_the_window_has_the_tab_only_where_costs_are_known(
    open_window: Callable[[Document], object], generic_document: Document
) -> None:
    window = open_window(generic_document)
    assert "cost" not in window.drawer.tab_ids  # type: ignore[attr-defined]


def test_that_an_edit_model_without_an_editor_still_takes_values(
    document: Document, model: CostModel
) -> None:
    parameters = CostParameterModel(document, model)
    index = parameters.index(0, Part.LIKELY)
    assert parameters.setData(index, "80")
    assert not parameters.setData(index, "x")
    assert parameters.setData(parameters.index(0, Part.NAME), "80") is False
    assert document.scenario.cost_changes == (CostChange("provider_pay_pct", 73.0, 80.0, 84.0),)


def test_that_the_whole_first_chart_is_in_sight_in_the_drawer_of_a_window_of_1280_by_720(
    open_panel: Callable[..., CostPanel],
) -> None:
    panel = open_panel("POL", (588, 238))
    QApplication.sendPostedEvents()
    chart = panel.charts.chart
    seen = chart.visibleRegion().boundingRect()
    lowest = max(mark.area.bottom for mark in chart.scene.marks if isinstance(mark, Text))
    assert seen.contains(chart.rect().left(), round(lowest))
    assert panel.figures.isVisible()
    assert panel.figures.text("saving")


def test_that_the_sentence_and_the_cost_at_home_are_found_at_every_height(
    open_panel: Callable[..., CostPanel],
) -> None:
    panel = open_panel("POL", (588, 238))
    assert panel.headline.isHidden()  # its numbers are the figures below it
    assert panel.bar.baseline.isVisible()
    assert not panel.baseline.isVisible()
    click(panel.bar.baseline)
    assert panel.parameters.isVisible()
    panel.resize(588, 400)
    assert panel.headline.isVisible()
    assert panel.baseline.isVisible()
    assert not panel.bar.baseline.isVisible()
    assert panel.baseline.text() == panel.bar.baseline.text()
    panel.resize(300, 200)
    assert not panel.baseline.isVisible()  # the parameters that are open have a page for it
    assert not panel.bar.baseline.isVisible()
    panel.bar.show_parameters.setChecked(False)
    assert panel.baseline.isVisible() != panel.bar.baseline.isVisible()


@pytest.mark.parametrize("height", [480, 515, 560])
def test_that_charts_and_parameters_are_in_sight_with_large_type(
    open_panel: Callable[..., CostPanel], height: int
) -> None:
    panel = open_panel("POL", (749, height))
    put_in_force(scaled(LIGHT, 2.0))
    finish_dressing()
    QApplication.processEvents()
    assert panel.headline.isHidden()
    chart = panel.charts.chart
    lowest = max(mark.area.bottom for mark in chart.scene.marks if isinstance(mark, Text))
    assert chart.visibleRegion().boundingRect().contains(chart.rect().left(), round(lowest))
    panel.bar.show_parameters.setChecked(True)
    QApplication.processEvents()
    assert not panel.baseline.isVisible()
    table = panel.parameters.all.table
    seen = table.viewport().visibleRegion().boundingRect()
    assert seen.height() >= 3 * table.rowHeight(0)
    put_in_force(LIGHT)
    finish_dressing()


def test_that_parameters_beside_a_chart_ask_for_no_more_height_than_there_is(
    open_panel: Callable[..., CostPanel],
) -> None:
    panel = open_panel("POL", (1226, 338))  # the drawer of a window of 1920 by 1080
    QApplication.sendPostedEvents()
    assert panel.parameters.isVisible()
    assert panel.charts.isVisible()
    assert panel._area.verticalScrollBar().maximum() == 0


def test_that_the_sentence_does_not_come_and_go_by_turns(open_panel: Callable[..., CostPanel]) -> None:
    panel = open_panel("POL", (588, 200))
    hidden = []
    for height in range(200, 520, 4):
        panel.resize(588, height)
        is_hidden = panel.headline.isHidden()
        panel._arrange()
        assert panel.headline.isHidden() == is_hidden
        hidden.append(is_hidden)
    assert hidden == sorted(hidden, reverse=True)
    assert {True, False} == set(hidden)


def test_that_the_cost_at_home_is_found_after_the_type_was_large(
    open_panel: Callable[..., CostPanel],
) -> None:
    panel = open_panel("POL", (588, 238))
    assert panel.bar.baseline.isVisible()
    put_in_force(scaled(LIGHT, 2.0))
    finish_dressing()
    QApplication.processEvents()
    assert panel.baseline.isVisible()
    put_in_force(LIGHT)
    finish_dressing()
    assert panel.bar.baseline.isVisible()
    assert not panel.baseline.isVisible()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_that_parameters_are_named_in_full(open_panel: Callable[..., CostPanel], size: float) -> None:
    panel = open_panel("POL", LARGE)
    put_in_force(scaled(LIGHT, size))
    finish_dressing()
    panel.bar.show_parameters.setChecked(True)
    table = panel.parameters.all.table
    lines = set()
    for width in range(round(330 * size), round(900 * size), round(35 * size)):
        table.resize(width, 400)
        for row in range(table.model().rowCount()):
            needed = lines_of_name(table, row)
            lines.add(needed)
            assert table.rowHeight(row) >= needed * table.fontMetrics().height(), (width, row)
            assert table.rowHeight(row) < (needed + 1.5) * table.fontMetrics().height(), (width, row)
    assert lines >= {1, 2}
    put_in_force(LIGHT)
    finish_dressing()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_that_headings_of_parameters_stand_over_their_cells_and_apart(
    open_panel: Callable[..., CostPanel], size: float
) -> None:
    panel = open_panel("POL", LARGE)
    put_in_force(scaled(LIGHT, size))
    finish_dressing()
    panel.resize(round(800 * size), 500)
    panel.bar.show_parameters.setChecked(True)
    table = panel.parameters.all.table
    QApplication.processEvents()
    assert not table.isColumnHidden(Part.UNIT)
    ink = written_ends(table)
    assert ink[Part.UNIT][0] - ink[Part.HIGH][1] >= 11
    put_in_force(LIGHT)
    finish_dressing()


def written_ends(table: QTableView) -> dict[int, tuple[int, int]]:
    """Where the words of each heading begin and end, by what is painted."""
    header = table.horizontalHeader()
    picture = header.viewport().grab().toImage()
    found = {}
    for part in (Part.HIGH, Part.UNIT):
        left, wide = header.sectionViewportPosition(part), header.sectionSize(part)
        ground = picture.pixelColor(left + 1, 3)
        inked = [
            x
            for x in range(left, left + wide)
            if any(picture.pixelColor(x, y) != ground for y in range(2, header.height() - 3))
        ]
        found[int(part)] = (min(inked), max(inked))
    return found


def lines_of_name(table: QTableView, row: int) -> int:
    """How many lines Qt writes the name of a parameter in once it was changed, which is in bold."""
    face = QFont(table.font())
    face.setBold(True)
    index, option, style = table.model().index(row, Part.NAME), QStyleOptionViewItem(), table.style()
    table.initViewItemOption(option)
    option.rect, option.text = table.visualRect(index), table.itemDelegate().name_text(index)  # type: ignore[attr-defined]
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, table).width()
    beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, table) + 1
    layout = QTextLayout(option.text, face)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room - 2 * beside)
    layout.endLayout()
    return layout.lineCount()
