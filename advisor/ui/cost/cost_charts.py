"""The cost charts, one in front, with the buttons that choose and copy them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton

from advisor.ui.cost.cost_cash_chart import CashFlowChart
from advisor.ui.cost.cost_chart import CostChart
from advisor.ui.cost.cost_components_chart import ComponentsChart
from advisor.ui.cost.cost_quality_chart import QualityChart
from advisor.ui.cost.cost_terms import Choice
from advisor.ui.cost.cost_tornado_chart import TornadoChart
from advisor.ui.cost.cost_waterfall_chart import WaterfallChart
from advisor.ui.look.icons import icon
from advisor.ui.widgets.small_widgets import ChoiceBox
from advisor.views.cost.cost_view import CostView


class CostCharts(QStackedWidget):
    """A stack of charts.

    Attributes:
        chooser: one button a chart; the owner places it.
        short_chooser: the same as a list, for where the buttons have no room.
        copy_picture, copy_numbers: buttons for the chart in front; the owner places them.

    Signals:
        chart_changed: key of the chart that is now in front.
        copied: what was put on the clipboard, a sentence.
    """

    chart_changed = Signal(str)
    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.quality = QualityChart()
        self.located: dict[str, CostChart] = {
            "components": ComponentsChart(),
            "waterfall": WaterfallChart(),
            "cash": CashFlowChart(),
            "tornado": TornadoChart(),
        }
        self.all: dict[str, CostChart] = {**self.located, "quality": self.quality}
        for chart in self.all.values():
            self.addWidget(chart)
            chart.copied.connect(self.copied)
        self.chooser = Choice(self.tr("Chart"), [(key, c.name, "") for key, c in self.all.items()])
        self.chooser.chosen.connect(self.show_chart)
        self.short_chooser = ChoiceBox()
        self.short_chooser.setAccessibleName(self.tr("Chart"))
        for key, chart in self.all.items():
            self.short_chooser.addItem(chart.name, key)
        self.short_chooser.activated.connect(
            lambda _index: self.show_chart(str(self.short_chooser.currentData()))
        )
        self.copy_picture = self._tool(self.tr("Copy the chart as a picture"))
        self.copy_numbers = self._tool(self.tr("Copy the chart as numbers"))
        self.copy_picture.clicked.connect(self._copy_picture)
        self.copy_numbers.clicked.connect(self._copy_numbers)
        self.copy_picture.setIcon(icon("picture", "quiet", "line"))
        self.copy_numbers.setIcon(icon("numbers", "quiet", "line"))
        self.chooser.show_key("components")

    @property
    def chart(self) -> CostChart:
        """The chart in front."""
        return self.all[self.chooser.key]

    def show_chart(self, key: str) -> None:
        """Bring a chart to the front."""
        self.chooser.show_key(key)
        self.short_chooser.setCurrentIndex(self.short_chooser.findData(key))
        self.setCurrentWidget(self.all[key])
        self._enable()
        self.chart_changed.emit(key)

    def show_view(self, view: CostView | None, nothing: str) -> None:
        """Show a location's cost, or why there is none to show."""
        for chart in self.located.values():
            chart.show_view(view, nothing)
        self._enable()

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _copy_picture(self) -> None:
        self.chart.copy_picture()

    def _copy_numbers(self) -> None:
        self.chart.copy_numbers()

    def _enable(self) -> None:
        for button in (self.copy_picture, self.copy_numbers):
            button.setEnabled(not self.chart.is_empty)
