"""A walk through all that the drawer shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisor.ui.cost.cost_panel import CostPanel
from advisor.ui.cost.cost_parameters_panel import ALL
from advisor.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from advisor.ui.window.main_window import MainWindow


def every_page(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page of every tab in turn, in front: what it is called, and the panel of its tab.

    Each tab is left at its first page. What is computed elsewhere may still have to come.
    """
    for tab in window.drawer.tab_ids:
        window.drawer.show_tab(tab)
        panel = window.drawer.panel(tab)
        if isinstance(panel, CostPanel):
            yield from ((f"{tab} {chart}", panel) for chart in _every_chart(panel))
            continue
        segments = next((one for one in panel.findChildren(Segments) if one.isVisible()), None)
        if segments is None:
            yield f"{tab} 0", panel
            continue
        for page in range(segments.count):
            segments.button(page).click()
            yield f"{tab} {page}", panel
        segments.button(0).click()


def _every_chart(panel: CostPanel) -> Iterator[str]:
    """Its charts are chosen from a list where the buttons have no room."""
    first, *others = panel.charts.all
    for chart in (first, *others):
        panel.charts.show_chart(chart)
        yield chart
    panel.charts.show_chart(first)
    was_shown = panel.bar.show_parameters.isChecked()
    panel.bar.show_parameters.setChecked(True)
    for key, button in panel.parameters.scope.buttons.items():
        button.click()
        yield f"parameters {key}"
    panel.parameters.show_page(ALL)
    panel.bar.show_parameters.setChecked(was_shown)
