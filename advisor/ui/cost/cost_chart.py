"""What every cost chart shows: the cost of one location, or why there is none to show."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from advisor.ui.charts.chart import PAD, Chart, Target
from advisor.views.cost.cost_view import CostView

__all__ = ["PAD", "CostChart", "Target"]


class CostChart(Chart):
    """A chart of the selected location's cost."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.view: CostView | None = None
        super().__init__(name, parent)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.view is None

    def show_view(self, view: CostView | None, nothing: str = "") -> None:
        """Show a location's cost, or why there is none to show."""
        self.view = view
        self.show_nothing(nothing)
