from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.models.ranking_filter import RankingFilter
from advisor.app.models.ranking_model import RankingModel, Role
from advisor.core.evaluation import Status
from advisor.core.screening import Bound
from advisor.places import gazetteer
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.study.study import Study

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
SCENARIO = Scenario(
    home="GBR", function="customer-support", must_haves=MustHaves(bounds=(Bound("overlap", ">=", 3.0),))
)


@pytest.fixture
def document(qtbot: QtBot, assessor: Assessor) -> Document:
    return Document(assessor, Study.of(SCENARIO))


@pytest.fixture
def rows(document: Document) -> RankingFilter:
    return RankingFilter(RankingModel(document))


def shown(rows: RankingFilter, key: str = "name") -> list[str]:
    column = rows.model.column(key)
    return [rows.index(row, column).data() for row, place in enumerate(rows.keys) if place >= 0]


def test_that_everything_is_shown_without_a_filter(rows: RankingFilter) -> None:
    count = len(rows.model.assessment.locations)
    assert rows.counts == (count, count)
    assert len(shown(rows)) == count


def test_that_sections_that_are_not_ranked_have_a_heading_with_their_count(rows: RankingFilter) -> None:
    status = rows.model.assessment.evaluation.status
    headings = [rows.index(row, 0).data() for row, key in enumerate(rows.keys) if key < 0]
    excluded, lacking = (int((status == one).sum()) for one in (Status.EXCLUDED, Status.INSUFFICIENT))
    assert headings == [f"Excluded ({excluded})", f"Too little data ({lacking})"]
    first = rows.keys.index(-int(Status.EXCLUDED))
    assert rows.keys[first] < 0
    assert rows.flags(rows.index(first, 0)) == Qt.ItemFlag.NoItemFlags
    assert not rows.mapToSource(rows.index(first, 0)).isValid()


@pytest.mark.parametrize("text", ["pol", "POLAND", " poland ", "eastern pol"])
def test_that_words_are_found_in_name_id_and_region(rows: RankingFilter, text: str) -> None:
    rows.set_filter(text=text)
    assert "Poland" in shown(rows)


def test_that_accents_need_not_be_typed(rows: RankingFilter) -> None:
    rows.set_filter(text="cote d")
    assert [name for name in shown(rows) if "Ivoire" in name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Holland", {"Netherlands"}),
        ("Burma", {"Myanmar"}),
        ("Krakow", {"Poland"}),
        ("krak\u00f3w", {"Poland"}),
        ("Deutschland", {"Germany"}),
        ("Korea", {"North Korea", "South Korea"}),
        ("Korea, South", {"South Korea"}),
    ],
)
def test_that_other_names_hubs_and_other_languages_are_found(
    rows: RankingFilter, text: str, names: set[str]
) -> None:
    rows.set_filter(text=text)
    locations = rows.model.assessment.locations
    assert {locations[key].name for key in rows.keys if key >= 0} == names


def test_that_filtering_changes_no_rank(rows: RankingFilter) -> None:
    before = dict(zip(shown(rows), shown(rows, "rank"), strict=True))
    rows.set_filter(region="Europe")
    assert 0 < len(shown(rows)) < len(before)
    assert all(before[name] == rank for name, rank in zip(shown(rows), shown(rows, "rank"), strict=True))


def test_that_filters_add_up_and_are_counted(rows: RankingFilter) -> None:
    counts = QSignalSpy(rows.counts_changed)
    rows.set_filter(region="Europe")
    rows.set_filter(engagement="nearshore")
    rows.set_filter(engagement="nearshore")
    assert counts.count() == 2
    assert rows.counts == tuple(counts.at(1))
    assert set(shown(rows, "engagement")) == {"nearshore"}
    assert rows.counts[0] == len(shown(rows))


def test_that_a_filter_that_nothing_passes_shows_nothing(rows: RankingFilter) -> None:
    rows.set_filter(text="no such place")
    assert (rows.rowCount(), rows.counts[0]) == (0, 0)


@pytest.mark.parametrize("order", [UP, DOWN])
@pytest.mark.parametrize(
    "key", ["digital_trade_barriers", "score", "name", "movement", "coverage", "engagement"]
)
def test_that_sorting_keeps_sections_apart_and_missing_last(
    rows: RankingFilter, key: str, order: Qt.SortOrder
) -> None:
    column = rows.model.column(key)
    rows.sort(column, order)
    places = [place for place in rows.keys if place >= 0]
    status = rows.model.assessment.evaluation.status[places]
    assert (np.diff(status) >= 0).all()
    for section in Status:
        figures = rows.model.sort_key(column)[np.array(places)[status == section]]
        known = figures[~np.isnan(figures)]
        assert not np.isnan(figures[: len(known)]).any()
        assert (np.diff(known if order == UP else -known) >= 0).all()


def test_that_sorting_by_nothing_is_the_order_of_the_ranking(rows: RankingFilter) -> None:
    before = list(rows.keys)
    rows.sort(rows.model.column("name"), UP)
    assert list(rows.keys) != before
    assert rows.headerData(rows.model.column("name"), Qt.Orientation.Horizontal).endswith("Location")
    rows.sort(-1)
    assert list(rows.keys) == before


def test_that_the_sorted_column_carries_an_arrow(rows: RankingFilter) -> None:
    column = rows.model.column("score")
    rows.sort(column, DOWN)
    assert str(rows.headerData(column, Qt.Orientation.Horizontal)).startswith("\N{DOWNWARDS ARROW}")


def test_that_who_finds_nothing_is_not_kept_waiting_for_what_may_have_been_meant(
    rows: RankingFilter, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def compare(typed: str, *_rest: object) -> list[str]:
        compared.append(typed)
        return []

    monkeypatch.setattr(gazetteer, "get_close_matches", compare)
    rows.set_filter(text="Nowhereland")
    assert rows.keys == []
    assert compared == []


def test_that_a_held_index_follows_its_location_through_filter_and_ranking(
    rows: RankingFilter, document: Document
) -> None:
    column = rows.model.column("name")
    held = QPersistentModelIndex(rows.index(rows.row_of("POL"), column))
    rows.set_filter(region="Europe")
    document.edit(replace(SCENARIO, theme_weights={"cost": 90.0}), "weigh cost")
    assert held.data() == "Poland"
    assert held.row() == rows.row_of("POL")
    rows.set_filter(region="Asia")
    assert not held.isValid()
    assert rows.row_of("POL") == rows.row_of("nowhere") == -1


def test_that_cells_map_to_the_ranking_and_back(rows: RankingFilter) -> None:
    rows.set_filter(region="Europe")
    here = rows.index(rows.row_of("POL"), rows.model.column("score"))
    there = rows.mapToSource(here)
    assert there.data(Role.ID) == "POL"
    assert rows.mapFromSource(there) == here


def test_that_the_filter_keeps_the_rules_of_qt_through_everything(
    rows: RankingFilter, document: Document
) -> None:
    QAbstractItemModelTester(rows.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets = QSignalSpy(rows.modelReset)
    rows.set_filter(text="an")
    for hours in (5.0, 0.0, 12.0):
        must = MustHaves(bounds=(Bound("overlap", ">=", hours),))
        document.edit(replace(SCENARIO, must_haves=must), "want overlap")
    rows.sort(rows.model.column("score"), DOWN)
    rows.set_filter(text="", engagement="offshore")
    document.edit(replace(SCENARIO, theme_weights={"people": 70.0}), "weigh people")
    rows.set_filter(engagement="")
    document.undo_stack.undo()
    assert resets.count() == 0


def test_that_moves_tell_whether_the_ranking_or_the_filter_caused_them(
    rows: RankingFilter, document: Document
) -> None:
    causes: list[bool] = []
    rows.rearranging.connect(causes.append)
    rows.set_filter(region="Europe")
    document.edit(replace(SCENARIO, theme_weights={"people": 70.0}), "weigh people")
    assert causes == [False, True]


def test_that_neighbours_leave_together(rows: RankingFilter) -> None:
    gone: list[tuple[int, int]] = []
    rows.rowsRemoved.connect(lambda _parent, first, last: gone.append((first, last)))
    before = list(rows.keys)
    rows.set_filter(text="Korea")
    left = set(rows.keys)
    runs = sum(key not in left and (at == 0 or before[at - 1] in left) for at, key in enumerate(before))
    assert len(gone) == runs
    assert sum(last - first + 1 for first, last in gone) == len(before) - len(left)
