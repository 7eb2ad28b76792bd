"""The cost charts, one in front, with the buttons that choose and copy them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from advisor.ui.charts.scene_view import SceneView
from advisor.ui.cost.cost_terms import Choice
from advisor.ui.look.icons import icon
from advisor.ui.widgets.small_widgets import ChoiceBox
from advisor.views.cost.cash_flow_scene import cash_flow_scene
from advisor.views.cost.components_scene import components_scene
from advisor.views.cost.cost_quality import Dot
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.quality_scene import quality_scene
from advisor.views.cost.tornado_scene import tornado_scene
from advisor.views.cost.waterfall_scene import waterfall_scene
from advisor.views.scene.box import Size
from advisor.views.scene.scene import Scene, empty_scene
from advisor.views.scene.type_styles import Measurer
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_Located = Callable[[CostView, Size, Measurer], Scene]


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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quality: tuple[tuple[Dot, ...], str, str, str] = ((), "", "", "")
        self._located: dict[str, tuple[SceneView, _Located]] = {
            "components": (SceneView(t("Components")), components_scene),
            "waterfall": (SceneView(t("Waterfall")), waterfall_scene),
            "cash": (SceneView(t("Cash flow")), cash_flow_scene),
            "tornado": (SceneView(t("What matters")), tornado_scene),
        }
        self.quality = SceneView(t("Cost & quality"), picks=True)
        self.all = {key: view for key, (view, _) in self._located.items()} | {"quality": self.quality}
        for chart in self.all.values():
            self.addWidget(chart)
            chart.copied.connect(self.copied)
        self.chooser = Choice(t("Chart"), [(key, c.name, "") for key, c in self.all.items()])
        self.chooser.chosen.connect(self.show_chart)
        self.short_chooser = ChoiceBox()
        self.short_chooser.setAccessibleName(t("Chart"))
        for key, chart in self.all.items():
            self.short_chooser.addItem(chart.name, key)
        self.short_chooser.activated.connect(
            lambda _index: self.show_chart(str(self.short_chooser.currentData()))
        )
        self.copy_picture = self._tool(t("Copy the chart as a picture"))
        self.copy_numbers = self._tool(t("Copy the chart as numbers"))
        self.copy_picture.clicked.connect(self._copy_picture)
        self.copy_numbers.clicked.connect(self._copy_numbers)
        self.copy_picture.setIcon(icon("picture", "quiet", "line"))
        self.copy_numbers.setIcon(icon("numbers", "quiet", "line"))
        self.chooser.show_key("components")

    @property
    def chart(self) -> SceneView:
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
        for chart, lay_out in self._located.values():
            if view is None:
                chart.show_scene(lambda size, measure: empty_scene(size, measure, nothing))
            else:
                chart.show_scene(partial(lay_out, view))
        self._enable()

    def show_quality(self, dots: tuple[Dot, ...], money: str, selected: str) -> None:
        """Show all locations, one of them selected; ``money`` says what the cost is counted in."""
        self._show_quality(dots, money, selected, self._quality[3])

    def show_hovered(self, location: str) -> None:
        """Mark the location under the pointer, wherever that is."""
        dots, money, selected, before = self._quality
        if location != before:
            self._show_quality(dots, money, selected, location)

    def _show_quality(self, dots: tuple[Dot, ...], money: str, selected: str, hovered: str) -> None:
        self._quality = (dots, money, selected, hovered)
        self.quality.show_scene(partial(quality_scene, dots, money, selected, hovered))

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(16, 16))
        button.setToolTip(as_typed(name))
        button.setAccessibleName(name)
        return button

    def _copy_picture(self) -> None:
        self.chart.copy_picture()

    def _copy_numbers(self) -> None:
        self.chart.copy_numbers()

    def _enable(self) -> None:
        for button in (self.copy_picture, self.copy_numbers):
            button.setEnabled(not self.chart.is_empty)
