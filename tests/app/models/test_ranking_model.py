from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.models.ranking_model import RankingModel, Role
from advisor.core.evaluation import Status
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.study.study import Study

DASH = "\N{EN DASH}"
DISPLAY, EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole


@pytest.fixture
def document(qapp: object, write_pack: Callable[..., Path]) -> Document:
    folder = write_pack(
        criteria=(
            "id,label,theme,unit,direction,lower,upper,weight\n"
            "quality,Quality,good,points,up,0,10,1\nprice,Price,money,USD,down,0,100,1\n"
            "rain,Rain,good,mm,down,0,10,0.01\n"
        ),
        values=(
            "location_id,criterion_id,value\na,quality,9\na,price,80\nb,quality,5\nb,price,50\n"
            "c,quality,2\nc,price,10\na,rain,3\nb,rain,3\n"
        ),
    )
    return Document(Assessor(load_pack(folder)), Study.of(weighted(1, 1)))


def weighted(quality: float, price: float) -> Scenario:
    return Scenario(theme_weights={"good": quality, "money": price})


def names(model: RankingModel) -> list[object]:
    column = model.column("name")
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_that_rows_stand_in_listing_order(document: Document) -> None:
    model = RankingModel(document)
    document.edit(weighted(9, 1), "weigh quality")
    assert names(model) == ["Alpha", "Beta", "Gamma"]
    document.edit(weighted(1, 9), "weigh price")
    assert names(model) == ["Gamma", "Beta", "Alpha"]


def test_that_excluded_locations_stay_below_with_the_reason(document: Document) -> None:
    model = RankingModel(document)
    must = MustHaves(bounds=(Bound("quality", "<=", 8),))
    document.edit(replace(weighted(9, 1), must_haves=must), "limit quality")
    assert names(model) == ["Beta", "Gamma", "Alpha"]
    last = model.index(2, model.column("name")).data(Role.ROW)
    assert (last.status, last.rank) == (Status.EXCLUDED, 0)
    assert last.reason == "Quality 9 points, at most 8 points wanted"
    assert model.index(2, model.column("rank")).data() == DASH


def test_that_models_keep_the_rules_of_qt_while_the_ranking_changes(document: Document) -> None:
    model = RankingModel(document)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for quality in (9, 1, 5, 0):
        document.edit(weighted(quality, 5), "weigh")
    document.edit(replace(weighted(1, 5), must_haves=MustHaves(bounds=(Bound("price", "<=", 60),))), "limit")
    document.undo_stack.undo()
    assert model.rowCount() == 3


def test_that_a_held_index_follows_its_location(document: Document) -> None:
    model = RankingModel(document)
    document.edit(weighted(9, 1), "weigh quality")
    held = QPersistentModelIndex(model.index(0, model.column("name")))
    document.edit(weighted(1, 9), "weigh price")
    assert (held.row(), held.data()) == (2, "Alpha")


def test_that_new_values_in_the_same_order_move_no_row(document: Document) -> None:
    model = RankingModel(document)
    document.edit(weighted(9, 1), "weigh quality")
    moved, changed, reset = (
        QSignalSpy(model.layoutChanged),
        QSignalSpy(model.dataChanged),
        QSignalSpy(model.modelReset),
    )
    document.edit(weighted(10, 1), "weigh quality more")
    assert (moved.count(), changed.count(), reset.count()) == (0, 1, 0)


def test_that_a_new_order_resets_nothing(document: Document) -> None:
    model = RankingModel(document)
    reset = QSignalSpy(model.modelReset)
    document.edit(weighted(9, 1), "weigh quality")
    document.edit(weighted(1, 9), "weigh price")
    assert reset.count() == 0


def test_that_a_score_is_shown_with_one_decimal_and_edited_unrounded(document: Document) -> None:
    model = RankingModel(document)
    score = model.index(0, model.column("score"))
    raw = document.assessment.evaluation.scores[model.order[0]]
    assert score.data() == f"{raw:.1f}"
    assert score.data(EDIT) == pytest.approx(raw, abs=1e-12)


def test_that_an_unknown_figure_is_a_dash_and_no_number(document: Document) -> None:
    model = RankingModel(document)
    row = names(model).index("Gamma")
    rain = model.index(row, model.column("rain"))
    assert (rain.data(), rain.data(EDIT)) == (DASH, None)
    assert "unknown" in rain.data(Qt.ItemDataRole.ToolTipRole)


def test_that_parts_by_theme_add_up_to_the_score(document: Document) -> None:
    model = RankingModel(document)
    for row in range(3):
        facts = model.index(row, 0).data(Role.ROW)
        assert sum(facts.parts) == pytest.approx(facts.score / 100)


def test_that_coverage_tells_what_is_missing(document: Document) -> None:
    model = RankingModel(document)
    cell = model.index(names(model).index("Gamma"), model.column("coverage"))
    assert cell.data() == "99 %"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Unknown: Rain"


@pytest.mark.parametrize(
    ("column", "descending"), [("score", True), ("quality", True), ("price", False), ("rank", False)]
)
def test_that_the_first_sorting_of_a_column_puts_the_best_first(
    document: Document, column: str, descending: bool
) -> None:
    model = RankingModel(document)
    order = model.headerData(
        model.column(column), Qt.Orientation.Horizontal, Qt.ItemDataRole.InitialSortOrderRole
    )
    wanted = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    assert order == wanted.value


def test_that_movement_is_measured_from_the_last_rest(document: Document) -> None:
    now = [0.0]
    document.edit(weighted(9, 1), "weigh quality")
    model = RankingModel(document, rest_seconds=1.0, clock=lambda: now[0])
    gamma = model.assessment.evaluation.row("c")
    now[0] = 10.0
    document.edit(weighted(5, 5.2), "drag")
    now[0] = 10.2
    document.edit(weighted(1, 9), "drag on")
    assert model.row(gamma).movement == 2
    now[0] = 20.0
    document.edit(weighted(1, 8), "drag again")
    assert model.row(gamma).movement == 0


def test_that_certainty_is_shown_only_once_it_is_known(document: Document) -> None:
    model = RankingModel(document)
    index = model.index(0, 0)
    assert index.data(Role.CERTAINTY) is None
    model.set_certainty({index.data(Role.ID): (1, 3)})
    assert index.data(Role.CERTAINTY) == (1, 3)
    assert index.data(Role.ROW).certainty == (1, 3)


def test_that_a_pack_without_places_has_no_columns_about_them(document: Document) -> None:
    model = RankingModel(document)
    assert [model.column(key) for key in ("engagement", "cost_per_fte", "overlap")] == [-1, -1, -1]
    assert model.columnCount() == 10  # with the likely ranks
    assert model.columnCount(model.index(0, 0)) == model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_that_the_default_pack_shows_engagement_cost_and_overlap(
    qtbot: QtBot, default_pack: DataPack
) -> None:
    scenario = Scenario(home="GBR", function="customer-support")
    model = RankingModel(Document(Assessor(default_pack), Study.of(scenario)))
    keys = [column.key for column in model.columns if column.shown]
    assert keys == ["rank", "name", "score", "engagement", "movement", "cost_per_fte", "overlap", "coverage"]
    poland = next(row for row in range(model.rowCount()) if model.index(row, 0).data(Role.ID) == "POL")
    texts = [model.index(poland, model.column(key)).data() for key in ("engagement", "overlap")]
    assert texts == ["nearshore", "7 h"]
    assert DASH in model.index(poland, model.column("cost_per_fte")).data()


def test_that_a_row_is_read_aloud_with_cost_overlap_and_likely_ranks(
    qtbot: QtBot, default_pack: DataPack
) -> None:
    scenario = Scenario(home="GBR", function="customer-support")
    model = RankingModel(Document(Assessor(default_pack), Study.of(scenario)))
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data(Role.ID) == "POL")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    name, cost = model.index(row, model.column("name")), model.index(row, model.column("cost_per_fte"))
    shown = model.row(model.order[row])
    model.set_certainty({"POL": (6, 77)})
    assert name.data(spoken) == (
        f"Rank {shown.rank}, Poland, score {shown.score:.1f}, nearshore, cost {cost.data()} USD a year, "
        "overlap 7 h, likely ranks 6 to 77"
    )
    assert cost.data(spoken) == f"Cost per full-time employee, USD a year: {cost.data()}"
    likely = model.index(row, model.column("likely_ranks"))
    assert (likely.data(), likely.data(EDIT)) == ("6\N{EN DASH}77", 6)


def test_that_another_study_starts_without_movement(document: Document) -> None:
    now = [0.0]
    model = RankingModel(document, clock=lambda: now[0])
    document.edit(weighted(9, 1), "weigh quality")
    document.edit(weighted(1, 9), "weigh price")
    moved = [model.row(number).movement for number in model.order]
    assert any(moved)
    document.new(document.study.with_active(weighted(9, 1)))
    assert not any(model.row(number).movement for number in model.order)


def test_that_the_first_edit_of_another_study_moves_locations(document: Document) -> None:
    model = RankingModel(document, clock=lambda: 0.0)
    document.new(document.study.with_active(weighted(9, 1)))
    document.edit(weighted(1, 9), "weigh price")
    assert any(model.row(number).movement for number in model.order)
