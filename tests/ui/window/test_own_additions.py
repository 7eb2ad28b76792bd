"""Criteria and sites of the user's own in the window: every part shows them, and one undo takes them away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.app.document.document import Document
from advisor.app.models.ranking_model import Role
from advisor.scenario.study.own_data import OwnCriterion, OwnData, OwnFigure, OwnSite, OwnSource

TABS = ("why", "cost", "people")  # of the drawer: a model of criteria, costs of locations, themes as columns


@pytest.fixture
def own(document: Document) -> OwnData:
    """A criterion with a figure for every location, and two sites."""
    ids = document.pack.location_ids
    return OwnData(
        figures=tuple(OwnFigure(key, "wifi", float(at), source="t") for at, key in enumerate(ids)),
        criteria=(
            OwnCriterion("wifi", "Wifi at sites", "up", 0, 250, "Mbit/s", theme="own", theme_weight=20),
        ),
        sites=(
            OwnSite("lodz", "Lodz plant", 51.77, 19.46, "POL"),
            OwnSite("leeds", "Leeds", 53.8, -1.5, "GBR"),
        ),
        sources=(OwnSource("t", "Survey of our offices"),),
    )


def test_one_step_adds_criteria_and_sites_everywhere_and_one_undo_takes_them_away(
    document: Document, open_window: Callable[[Document], Any], own: OwnData
) -> None:
    window = open_window(document)
    for tab in TABS:
        window.drawer.panel(tab)
    before = document.study
    names = [column.key for column in window.ranking.model.columns]
    places = window.ranking.model.rowCount()

    document.edit_study(replace(before, own=own), "import")

    assert "own" in window.priorities.rows
    assert "wifi" in window.priorities.criterion_rows
    assert "Wifi at sites" in {one.text() for one in window.map_panel.layer_actions.values()}
    assert [column.key for column in window.ranking.model.columns if column.key not in names] == ["wifi"]
    assert "wifi" in window.ranking.table.shown_columns
    assert window.ranking.model.rowCount() == places + 2
    shown = {window.ranking.rows.index(row, 0).data(Role.ID) for row in range(window.ranking.rows.rowCount())}
    assert {"lodz", "leeds"} <= shown
    for tab in TABS:
        window.drawer.panel(tab)
    window.selection.select("lodz")
    window.ranking.set_table_mode(True)
    row = window.must_haves.offer_limit("wifi", ">=")
    row.field.clearFocus()

    document.undo_stack.undo()

    assert document.study == before
    assert "own" not in window.priorities.rows
    assert "Wifi at sites" not in {one.text() for one in window.map_panel.layer_actions.values()}
    assert [column.key for column in window.ranking.model.columns] == names
    assert window.ranking.model.rowCount() == places
    assert window.selection.selected == ""
    for tab in TABS:
        window.drawer.panel(tab)
    document.undo_stack.redo()
    assert "wifi" in window.priorities.criterion_rows
