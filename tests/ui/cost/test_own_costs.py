"""The user's own wage, cost and quotes in the cost tab: typed, shown everywhere, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from advisor.app.document.document import Document
from advisor.app.models.range_table_model import CHANGED_ROLE, Part
from advisor.core.matrix import CellMethod
from advisor.costs.quotes import Unit
from advisor.export.ranking_csv import ranking_rows
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.edits.own_costs import COST_AT_HOME, PRICE, WAGE, own_value
from advisor.scenario.study.files import read_study, write_study
from advisor.ui.cost.cost_panel import CostPanel
from advisor.ui.cost.cost_parameters_panel import HERE, HOME, QUOTES
from advisor.ui.cost.place_figures_page import PlaceFiguresPage
from advisor.views.cost.quote_words import question, quote_lines
from advisor.views.ranking.ranking_rows import RankingRows

OpenPanel = Callable[..., CostPanel]
Settle = Callable[..., object]


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def choose_page(panel: CostPanel, page: str) -> None:
    if not panel.bar.show_parameters.isChecked():
        click(panel.bar.show_parameters)
    click(panel.parameters.scope.buttons[page])


def at(page: PlaceFiguresPage, figure: str, part: Part = Part.LIKELY) -> QModelIndex:
    return page.model.index(page.model.ids.index(figure), part)


def type_into(page: PlaceFiguresPage, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Into the editor that is open."""
    field = next(each for each in page.table.findChildren(QLineEdit) if each.isVisible())
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
    QApplication.processEvents()


def enter(page: PlaceFiguresPage, figure: str, text: str, part: Part = Part.LIKELY) -> None:
    page.table.setCurrentIndex(at(page, figure, part))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    type_into(page, text)


def cost_cell(document: Document, location: str, criterion: str = "cost_per_fte") -> tuple[float, int]:
    assessment = document.assessment
    row = assessment.evaluation.row(location)
    column = [each.id for each in assessment.evaluation.criteria].index(criterion)
    return float(assessment.cells.values[row, column]), int(assessment.cells.methods[row, column])


def cost_dot(panel: CostPanel, location: str) -> float:
    """Where a location stands in the chart of cost against quality."""
    return next(mark.values[0] for mark in panel.charts.quality.scene.stops if mark.key == location)


# Pages ----------------------------------------------------------------------------------------------


def test_that_a_page_of_the_parameters_is_built_when_it_is_first_shown(open_panel: OpenPanel) -> None:
    panel = open_panel()
    assert HOME not in panel.parameters.built
    choose_page(panel, HOME)
    assert HOME in panel.parameters.built
    assert QUOTES not in panel.parameters.built
    assert panel.parameters.pages.currentWidget() is panel.parameters.home


def test_that_no_page_is_built_while_no_parameters_are_shown(open_panel: OpenPanel) -> None:
    panel = open_panel(size=(500, 400))
    assert panel.parameters.isHidden()
    assert panel.parameters.built == ()


def test_that_a_page_built_late_knows_the_latest_costing(open_panel: OpenPanel) -> None:
    panel = open_panel("POL")
    choose_page(panel, HERE)
    assert panel.parameters.here.model.location == "POL"
    assert WAGE in panel.parameters.here.model.ids


# As you are -----------------------------------------------------------------------------------------


def test_that_the_baseline_is_an_estimate_until_a_click_and_a_number_make_it_the_users(
    open_panel: OpenPanel, settle: Settle, document: Document
) -> None:
    panel, first = open_panel("POL"), document.study
    assert panel.baseline.text().endswith("(estimate)")
    saving = cost_cell(document, "POL", "saving")[0]
    click(panel.baseline)
    settle(panel, lambda: type_into(panel.parameters.home, "30000"))
    assert document.undo_stack.count() == 1
    own = own_value(document.study, document.scenario.home, COST_AT_HOME)
    assert own is not None
    assert own.function == document.scenario.function
    assert panel.baseline.text() == "As you are: USD 30 k (yours)"
    assert cost_cell(document, "POL", "saving")[0] < saving
    assert cost_cell(document, document.scenario.home)[1] == CellMethod.USER
    document.undo_stack.undo()
    assert document.study == first
    assert panel.parameters.home.model.rows[COST_AT_HOME].own is None


def test_that_own_wage_and_contributions_at_home_are_a_step_each(
    open_panel: OpenPanel, settle: Settle, document: Document
) -> None:
    panel, first = open_panel("POL"), document.study
    choose_page(panel, "home")
    settle(panel, lambda: enter(panel.parameters.home, WAGE, "2500"))
    settle(panel, lambda: enter(panel.parameters.home, "contributions_pct", "14"))
    assert document.undo_stack.count() == 2
    assert panel.baseline.text().endswith("(your wage)")
    for _ in range(2):
        document.undo_stack.undo()
    assert document.study == first


# Any place ------------------------------------------------------------------------------------------


def test_that_a_doubled_own_wage_moves_every_place_that_shows_it_and_says_whose_it_is(
    open_panel: OpenPanel, settle: Settle, document: Document
) -> None:
    panel, first = open_panel("IND"), document.study
    before = cost_cell(document, "IND")[0]
    choose_page(panel, "here")
    page = panel.parameters.here
    wage = page.model.rows[WAGE].estimate[1]
    dot = cost_dot(panel, "IND")
    settle(panel, lambda: enter(page, WAGE, str(2 * wage)))
    assert panel.figures.text("wage_month") == f"{2 * wage:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    assert next(each for each in panel.figures.figures if each.id == "wage_month").middle == "yours"
    after, method = cost_cell(document, "IND")
    assert (after > before, method) == (True, CellMethod.USER)
    assert cost_dot(panel, "IND") > dot
    listed = RankingRows(document.assessment, document.assessment.evaluation.ranks, {})
    assert "cost_per_fte" in listed.row(document.assessment.evaluation.row("IND")).own
    assert "cost_per_fte" not in listed.row(document.assessment.evaluation.row("POL")).own
    header, *rows = ranking_rows(document.assessment)
    row = next(each for each in rows if each[1] == "IND")
    assert row[header.index("cost_per_fte_method")] == "user"
    assert float(row[header.index("cost_per_fte")]) == pytest.approx(after)
    assert at(page, WAGE).data(CHANGED_ROLE)
    assert at(page, WAGE, Part.BASIS).data() == "yours"
    page.table.setCurrentIndex(at(page, WAGE))
    settle(panel, lambda: QTest.keyClick(page.table, Qt.Key.Key_Delete))
    assert document.study == first
    assert cost_cell(document, "IND")[0] == before
    assert page.model.rows[WAGE].values[1] == wage


def test_that_a_range_and_a_note_are_kept_and_saved(
    open_panel: OpenPanel, settle: Settle, document: Document, tmp_path
) -> None:
    panel = open_panel("IND")
    choose_page(panel, "here")
    page = panel.parameters.here
    settle(panel, lambda: enter(page, WAGE, "700"))
    settle(panel, lambda: enter(page, WAGE, "600", Part.LOW))
    settle(panel, lambda: enter(page, WAGE, "900", Part.HIGH))
    page.table.setCurrentIndex(at(page, WAGE))
    assert page.note.isVisible()
    page.note.setFocus()
    QTest.keyClicks(page.note, "Survey 2026")
    QTest.keyClick(page.note, Qt.Key.Key_Return)
    (wage,) = document.study.own.wages
    assert (wage.low, wage.amount, wage.high, wage.note) == (600.0, 700.0, 900.0, "Survey 2026")
    write_study(document.study, tmp_path / "one.advisor")
    assert read_study(tmp_path / "one.advisor").own == document.study.own


def test_that_ends_which_do_not_rise_are_refused_with_a_reason(
    open_panel: OpenPanel, document: Document
) -> None:
    panel = open_panel("IND")
    choose_page(panel, "here")
    first = document.study
    enter(panel.parameters.here, WAGE, "999999", Part.LOW)
    assert "must rise" in panel.message.text()
    assert document.study == first


def test_that_home_has_no_page_of_another_place(open_panel: OpenPanel, document: Document) -> None:
    panel = open_panel(document.scenario.home)
    choose_page(panel, "here")
    assert panel.parameters.here.model.ids == ()
    assert "Select another place" in panel.parameters.here.about.text()


# Quotes ---------------------------------------------------------------------------------------------


def add_quote(panel: CostPanel, provider: str, price: str) -> None:
    page = panel.parameters.quotes
    QTest.keyClicks(page.provider, provider)
    QTest.keyClicks(page.price, price)
    click(page.add)


def test_that_a_quote_is_judged_as_the_command_does_and_drawn_against_the_range(
    open_panel: OpenPanel, document: Document, model: CostModel
) -> None:
    panel, first = open_panel("IND"), document.study
    choose_page(panel, "quotes")
    add_quote(panel, "Acme", "4")
    add_quote(panel, "Beta", "12")
    page = panel.parameters.quotes
    assert [each.provider for each in page.quotes] == ["Acme", "Beta"]
    found = model.of(document.scenario).quote("IND", 12.0, Unit.HOUR)
    assert found is not None
    lines = quote_lines(found, "India", "USD", 1.0)
    assert page.chart.scene.sentence == lines[1]
    assert page.verdict.text().split("\n") == [lines[3], question(found)]
    (should,) = page.chart.scene.of("should")
    assert should.values == pytest.approx((found.should_cost_hour[0], found.should_cost_hour[2]))
    assert [page.chart.scene.of(key)[0].values for key in "01"] == [(4.0,), (12.0,)]
    page.chart.setFocus()
    page.list.setCurrentRow(0)
    assert page.chart.scene.marked == "0"
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.study == first
    assert page.list.count() == 0


def test_that_a_quote_is_used_in_the_ranking_and_taken_out_again(
    open_panel: OpenPanel, settle: Settle, document: Document
) -> None:
    panel = open_panel("IND")
    choose_page(panel, "quotes")
    add_quote(panel, "Acme", "30")
    page, with_quote = panel.parameters.quotes, document.study
    before, should = cost_cell(document, "IND")[0], page.chart.scene.sentence
    settle(panel, lambda: click(page.use))
    assert cost_cell(document, "IND")[0] > before
    assert cost_cell(document, "IND")[1] == CellMethod.USER
    assert panel.figures.text("price_hour") == "30"
    assert page.chart.scene.sentence == should  # what it should cost does not follow the quote
    assert page.use.text() == "Take out of the ranking"
    other = replace(document.scenario, function="it-development")
    assert own_value(document.study.with_active(other), "IND", PRICE) is None
    settle(panel, lambda: click(page.use))
    assert document.study == with_quote


@pytest.mark.parametrize(("price", "told"), [("", "Enter a"), ("many", "not a number"), ("-3", "above 0")])
def test_that_a_price_that_cannot_be_is_refused(
    open_panel: OpenPanel, document: Document, price: str, told: str
) -> None:
    panel = open_panel("IND")
    choose_page(panel, "quotes")
    add_quote(panel, "Acme", price)
    assert told in panel.message.text()
    assert document.study.own.quotes == ()


# Head count -----------------------------------------------------------------------------------------


def test_that_more_people_than_there_are_to_hire_is_said(
    open_panel: OpenPanel, settle: Settle, document: Document
) -> None:
    panel = open_panel("MLT")
    assert panel.staffing.isHidden()
    settle(panel, lambda: document.edit(replace(document.scenario, headcount=50_000), "grow"))
    assert panel.staffing.isVisible()
    assert "annot staff" in panel.staffing.text()
