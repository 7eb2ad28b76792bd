from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.models.criteria_model import BAR_ROLE, ROW_ROLE, CriteriaModel
from advisor.core.criteria import Criterion
from advisor.core.matrix import CellMethod
from advisor.core.screening import Bound
from advisor.core.value_functions import Direction, LinearValue
from advisor.datapack.loading import load_pack
from advisor.scenario.edits.own_figures import checked_figure
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.study.study import Study
from advisor.views.why.criteria_rows import lift_sentence, standing_sentence
from advisor.views.why.criteria_texts import TreeColumn
from advisor.words.number_input import NumberError

TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def document(qapp: object, write_pack: Callable[..., Path]) -> Document:
    folder = write_pack(
        criteria=(
            "id,label,theme,unit,direction,lower,upper,weight\n"
            "quality,Quality,good,0-100,up,0,100,3\nrain,Rain,good,mm,down,0,10,1\n"
            "price,Price,money,USD,down,0,100,4\n"
        ),
        values=(
            "location_id,criterion_id,year,value,low,high,method,source_id,note\n"
            "a,quality,2024,90,85,95,observed,bank,census\na,price,2023,80,,,estimated,bank;board,\n"
            "b,quality,2024,50,,,observed,bank,\nb,price,2023,50,,,observed,bank,\n"
            "c,quality,2024,20,,,observed,bank,\nc,price,2023,10,,,observed,bank,\n"
            "b,rain,2024,4,,,observed,bank,\nc,rain,2024,6,,,observed,bank,\n"
        ),
        sources__csv=(
            "id,publisher,dataset,edition,licence,tier,note\nbank,World Bank,WDI,2025,CC BY,open,\n"
            "board,Price Board,Prices,2023,CC0,open,\n"
        ),
    )
    return Document(Assessor(load_pack(folder)), Study.of(Scenario()))


@pytest.fixture
def selection(document: Document) -> Selection:
    selection = Selection()
    selection.select("a")
    return selection


@pytest.fixture
def model(document: Document, selection: Selection) -> CriteriaModel:
    return CriteriaModel(document, selection)


def criterion(unit: str) -> Criterion:
    return Criterion("x", LinearValue(0, 1, Direction.UP), label="X", unit=unit)


def cell(model: CriteriaModel, theme: int, row: int, part: TreeColumn) -> QModelIndex:
    return model.index(row, part, model.index(theme, 0))


def texts(model: CriteriaModel, theme: int, row: int) -> list[object]:
    return [cell(model, theme, row, part).data() for part in TreeColumn]


def own_figures(document):
    return [(one.location, one.criterion, one.value) for one in document.study.own.figures]


def test_that_a_criterion_is_shown_with_figure_origin_value_weight_and_points(model: CriteriaModel) -> None:
    assert texts(model, 0, 0) == ["Quality", "90", "0–100", "observed", "World Bank", "90", "38 %", "33.8"]
    assert cell(model, 0, 0, TreeColumn.VALUE).data(ROW_ROLE).year == 2024
    assert cell(model, 0, 0, TreeColumn.VALUE).data(BAR_ROLE) == pytest.approx(0.9)


def test_that_hovering_tells_interval_note_and_full_source(model: CriteriaModel) -> None:
    assert cell(model, 0, 0, TreeColumn.VALUE).data(TIP) == "Between 85 and 95\ncensus"
    assert cell(model, 1, 0, TreeColumn.SOURCE).data() == "World Bank +1"
    assert cell(model, 1, 0, TreeColumn.SOURCE).data(TIP) == (
        "World Bank, WDI, 2025, CC BY\nPrice Board, Prices, 2023, CC0"
    )


def test_that_an_unknown_figure_is_a_dash_with_the_reason_on_hover(model: CriteriaModel) -> None:
    assert texts(model, 0, 1)[:5] == ["Rain", "\N{EN DASH}", "mm", "unknown, taken from peers", "\N{EN DASH}"]
    assert cell(model, 0, 1, TreeColumn.VALUE).data(TIP) == (
        "Unknown. It counts as 5, the middle of similar places (4.2 to 5.8)"
    )


def test_that_points_add_up_to_theme_and_score(model: CriteriaModel, document: Document) -> None:
    sums = [model.index(theme, 0).data(ROW_ROLE).points for theme in range(2)]
    assert sum(sums) == pytest.approx(document.assessment.evaluation.scores[0])
    inside = [cell(model, 0, row, TreeColumn.POINTS).data(ROW_ROLE).points for row in range(2)]
    assert sum(inside) == pytest.approx(sums[0])


def test_that_the_tree_keeps_the_rules_of_qt(
    model: CriteriaModel, document: Document, selection: Selection
) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    selection.select("b")
    document.edit(Scenario(theme_weights={"money": 9.0}), "weigh money")
    selection.select("")
    assert model.rowCount() == 0
    selection.select("c")
    assert model.rowCount() == 2


def test_that_another_location_changes_the_figures_without_a_reset(
    model: CriteriaModel, selection: Selection
) -> None:
    resets = QSignalSpy(model.modelReset)
    selection.select("b")
    assert cell(model, 0, 0, TreeColumn.VALUE).data() == "50"
    assert resets.count() == 0


def test_that_a_typed_figure_replaces_the_source_and_can_be_undone(
    model: CriteriaModel, document: Document
) -> None:
    value = cell(model, 1, 0, TreeColumn.VALUE)
    assert value.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.setData(value, "30")
    assert own_figures(document) == [("a", "price", 30.0)]
    assert document.undo_stack.undoText() == "change price of Alpha"
    assert texts(model, 1, 0)[1:6] == ["30", "USD", "your figure", "you", "70"]
    document.undo_stack.undo()
    assert cell(model, 1, 0, TreeColumn.METHOD).data(ROW_ROLE).method == CellMethod.ESTIMATED


def test_that_an_unknown_figure_can_be_filled_in(model: CriteriaModel, document: Document) -> None:
    value = cell(model, 0, 1, TreeColumn.VALUE)
    assert value.data(Qt.ItemDataRole.EditRole) == ""
    assert model.setData(value, "2.5")
    assert document.assessment.evaluation.coverage[0] == pytest.approx(1.0)


def test_that_an_own_figure_can_be_changed_and_taken_back(model: CriteriaModel, document: Document) -> None:
    value = cell(model, 1, 0, TreeColumn.VALUE)
    model.setData(value, "30")
    model.setData(value, "40")
    assert own_figures(document) == [("a", "price", 40.0)]
    model.setData(value, "")
    assert document.study.own.figures == ()
    assert document.undo_stack.undoText() == "take the source's figure for Alpha"


def test_that_the_same_text_again_edits_nothing(model: CriteriaModel, document: Document) -> None:
    value = cell(model, 1, 0, TreeColumn.VALUE)
    assert model.setData(value, value.data(Qt.ItemDataRole.EditRole))
    assert document.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("theme", "text", "reason"),
    [
        (1, "cheap", "is not a number. Write it as 4.5 or 31 k, or leave it empty for the source's figure."),
        (0, "140", "cannot be: Quality lies between 0 and 100."),
    ],
)
def test_that_a_bad_figure_is_refused_with_one_message(
    model: CriteriaModel, document: Document, theme: int, text: str, reason: str
) -> None:
    refused: list[str] = []
    model.refused.connect(refused.append)
    assert not model.setData(cell(model, theme, 0, TreeColumn.VALUE), text)
    assert refused == [f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} {reason}"]
    assert document.undo_stack.count() == 0


def test_that_themes_and_other_columns_cannot_be_edited(model: CriteriaModel) -> None:
    assert not model.index(0, TreeColumn.VALUE).flags() & Qt.ItemFlag.ItemIsEditable
    assert not cell(model, 0, 0, TreeColumn.UNIT).flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, TreeColumn.VALUE), "3")


@pytest.mark.parametrize(
    ("unit", "text", "figure"),
    [("hours a day", "3 h 30", 3.5), ("USD a year", "31 k", 31000.0), ("", "-4,5", -4.5), ("%", "", None)],
)
def test_that_figures_are_read_in_their_unit(unit: str, text: str, figure: float | None) -> None:
    assert checked_figure(text, criterion(unit)) == figure


@pytest.mark.parametrize(
    ("unit", "text"), [("hours a day", "25"), ("index −2.5 to 2.5", "3"), ("index 0-1", "-0.1")]
)
def test_that_figures_outside_their_scale_are_refused(unit: str, text: str) -> None:
    with pytest.raises(NumberError, match="lies between"):
        checked_figure(text, criterion(unit))


def test_that_the_sentence_names_what_lifts_and_what_lowers(document: Document) -> None:
    assert lift_sentence(document.assessment, 0) == (
        "“Quality” (+15.0) lifts it most; “price” (\N{MINUS SIGN}15.0) lowers it most, "
        "in points against the middle of the ranking."
    )


def test_that_a_place_in_the_middle_is_called_so(document: Document) -> None:
    document.edit(Scenario(criterion_weights={"rain": 0.0}), "leave rain out")
    assert lift_sentence(document.assessment, 1) == (
        "Close to the middle of the ranking on everything that counts."
    )


def test_that_the_headline_says_why_a_place_is_not_ranked(document: Document) -> None:
    assert standing_sentence(document.assessment, 0) == ""
    must = MustHaves(bounds=(Bound("price", "<=", 60.0), Bound("rain", "<=", 5.0)))
    document.edit(Scenario(must_haves=must), "set must-haves")
    assert standing_sentence(document.assessment, 0) == "Excluded: Price USD 80, at most USD 60 wanted."
    document.edit(Scenario(must_haves=MustHaves(bounds=(Bound("rain", "<=", 5.0),))), "ask for rain only")
    assert standing_sentence(document.assessment, 0) == (
        "Not checked against the must-have on “rain”: the figure is unknown."
    )
    document.edit(Scenario(criterion_weights={"rain": 90.0}), "weigh rain")
    assert standing_sentence(document.assessment, 0).startswith("Too little data: 7")
