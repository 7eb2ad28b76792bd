"""Every chart and table of the window goes through the clipboard, as numbers and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.charts.copied_scene import CopiedScene
from advisor.ui.cost.cost_charts import CostCharts
from advisor.ui.people.people_table import PeopleTable
from advisor.ui.widgets.copied_table import TableCopying
from advisor.ui.widgets.segments import OneOfMany

CHARTS = {
    "cost": {"Cash flow", "Components", "Cost & quality", "Waterfall", "What matters"},
    "clock": {"Clock"},
    "certainty": {"Certainty of the ranks", "Ranks that hang on estimates", "Weight and influence"},
    "compare": {"Difference", "Second opinions", "Sensitivity", "What if"},
    "people": {"Rankings by person", "Weights by person"},
}
LONG_MS = 30_000


@pytest.fixture(scope="module")
def one_window(keep_window, assessor: Assessor):  # type: ignore[no-untyped-def]
    """A workshop whose votes are revealed; nothing is edited here."""
    study = read_study(EXAMPLE_STUDY.parent / "workshop.advisor")
    made = keep_window(Document(assessor, study))
    made.vote_cover.cover(False)
    return made


@pytest.fixture
def window(kept, qtbot: QtBot):  # type: ignore[no-untyped-def]
    qtbot.waitUntil(lambda: kept.robustness.current is not None, timeout=LONG_MS)
    return kept


def pages_of(panel: QWidget) -> Iterator[None]:
    """Every page of a panel in turn, by its own way to show one."""
    if (charts := panel.findChild(CostCharts)) is not None:
        for key in charts.all:
            charts.show_chart(key)
            yield
        return
    if hasattr(panel, "show_page"):
        for at in range(len(panel.segments.findChildren(OneOfMany))):
            panel.show_page(at)
            yield
    yield


def are_drawn(charts: list[CopiedScene]) -> bool:
    return all(bool(chart.scene.sentence) for chart in charts if chart.isVisible())


def colours(picture: QImage) -> int:
    wide, high = picture.width(), picture.height()
    return len({picture.pixel(x, y) for x in range(0, wide, 11) for y in range(0, high, 11)})


def test_that_every_chart_is_copied_as_numbers_and_with_its_caption(  # type: ignore[no-untyped-def]
    window, qtbot: QtBot
) -> None:
    clipboard, seen = QGuiApplication.clipboard(), dict[str, set[str]]()
    for tab in window.drawer.tab_ids:
        window.drawer.show_tab(tab)
        panel = window.drawer.panel(tab)
        for _page in pages_of(panel):
            shown = panel.findChildren(CopiedScene)
            qtbot.waitUntil(partial(are_drawn, shown), timeout=LONG_MS)
            for chart in shown:
                if not chart.isVisible() or chart.is_empty or chart.name in seen.setdefault(tab, set()):
                    continue
                seen[tab].add(chart.name)
                clipboard.clear()
                chart.copy_numbers_action.trigger()
                lines = [line.split("\t") for line in clipboard.text().rstrip("\n").split("\n")]
                if len(lines[0]) == 1:  # what the table is about
                    lines = lines[1:]
                assert len(lines) > 1, chart.name
                assert len({len(line) for line in lines}) == 1, (chart.name, lines)
                assert all(lines[0][1:]), (chart.name, lines[0])
                chart.copy_picture_action.trigger()
                picture = clipboard.image()
                assert picture.width() >= 2_800, chart.name
                assert colours(picture) > 4, chart.name
                bare = chart.maker(chart.scene.size, chart._painter.faces)
                assert picture.height() > bare.size.height, chart.name
    assert {tab: names for tab, names in seen.items() if names} == CHARTS


def show_parameters(window) -> None:  # type: ignore[no-untyped-def]
    """All pages of the cost parameters, which are built when they are first shown."""
    window.drawer.show_tab("cost")
    panel = window.drawer.panel("cost")
    panel.bar.show_parameters.setChecked(True)
    for button in panel.parameters.scope.buttons.values():
        button.click()
    assert len(panel.parameters.built) == len(panel.parameters.scope.buttons)


def test_that_every_table_is_copied(window) -> None:  # type: ignore[no-untyped-def]
    clipboard, copied = QGuiApplication.clipboard(), dict[str, list[list[str]]]()
    window.selection.select(window.document.assessment.locations[0].id)
    for tab in window.drawer.tab_ids:
        window.drawer.show_tab(tab)
        for _page in pages_of(window.drawer.panel(tab)):
            pass
    for as_table in (True, False):
        window.ranking.set_table_mode(as_table)
    show_parameters(window)
    for copying in window.findChildren(TableCopying):
        clipboard.clear()
        copying.copy_numbers()
        lines = [line.split("\t") for line in clipboard.text().rstrip("\n").split("\n")]
        assert len({len(line) for line in lines}) == 1, lines
        assert all("- " not in title for title in lines[0]), lines[0]  # a heading broken for the screen
        copied.setdefault(copying._view.accessibleName(), lines)
        copying.copy_picture()
        assert colours(clipboard.image()) > 3
    assert set(copied) == {
        "Ranking",
        "Ranking as a table",
        "Criteria of the selected location",
        "Cost parameters",
        "People and their points",
    }


def test_that_the_total_of_a_persons_points_can_be_asked_for(window) -> None:  # type: ignore[no-untyped-def]
    """A table asks every cell what would be edited, also the one that cannot be."""
    table = window.drawer.panel("people").findChild(PeopleTable)
    table.copying.copy_numbers()
    lines = QGuiApplication.clipboard().text().rstrip("\n").split("\n")
    assert [line.split("\t")[-1] for line in lines] == ["Total", *["100"] * 5]
    model = table.model()
    total = model.index(0, model.columnCount() - 1)
    assert total.data(Qt.ItemDataRole.EditRole) == "100"


def test_that_criteria_are_copied_as_numbers_with_their_units(window) -> None:  # type: ignore[no-untyped-def]
    window.selection.select("JAM")
    window.drawer.show_tab("why")
    window.drawer.panel("why").tree.copying.copy_numbers()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().rstrip("\n").split("\n")]
    value, unit, points = (lines[0].index(title) for title in ("Value", "Unit", "Points"))
    rows = {line[0].strip(): line for line in lines[1:]}
    cost = rows["Cost per full-time employee"]
    assert 30_000 < float(cost[value]) < 45_000
    assert cost[unit] == "USD a year"
    assert 1e6 < float(rows["Labour force"][value]) < 3e6
    assert rows["Labour force"][unit] == "people"
    score = window.document.assessment.evaluation.scores[window.document.pack.location_ids.index("JAM")]
    themes = [row for name, row in rows.items() if not row[value] and not row[unit]]
    assert sum(float(row[points]) for row in themes) == pytest.approx(float(score), abs=0.01)
