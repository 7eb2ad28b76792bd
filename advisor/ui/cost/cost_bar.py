"""The row between key figures and charts: which chart, what the work costs at home, copying, parameters."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QSizePolicy, QToolButton, QToolTip, QWidget

from advisor.ui.cost.cost_charts import CostCharts
from advisor.ui.widgets.small_widgets import label
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_EDGES = 28  # margins and gaps
_LEFT, _RIGHT = 12, 8


def baseline_link(parent: QWidget) -> QPushButton:
    """Says what a person costs at home, and leads to where that is typed."""
    link = QPushButton(parent)
    link.setProperty("role", "link")
    link.setToolTip(
        t("What a person costs a year at home: the baseline of every saving. Click to enter your own.")
    )
    return link


class CostBar(QWidget):
    """Where there is no room, what matters least goes first: the prices, the copy buttons, the buttons.

    Attributes:
        baseline: leads to the cost at home, where that has no place of its own above.
        state: what the money is, or that something is being computed.
        show_parameters: a button that stays down while the parameters are shown.
    """

    def __init__(self, charts: CostCharts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._charts = charts
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.state = label("", "quiet")
        self.baseline = baseline_link(self)
        self._has_baseline, self._link = False, 0
        self.show_parameters = QToolButton()
        self.show_parameters.setText(t("Parameters"))
        self.show_parameters.setToolTip(t("Everything that the cost is computed with, to be changed."))
        self.show_parameters.setProperty("role", "layer")
        self.show_parameters.setCheckable(True)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(2)
        row.addWidget(charts.chooser)
        row.addWidget(charts.short_chooser)
        row.addWidget(self.baseline)
        row.addStretch(1)
        row.addWidget(self.state)
        for button in (charts.copy_picture, charts.copy_numbers, self.show_parameters):
            row.addWidget(button)
        charts.copied.connect(self._on_copied)

    def say(self, text: str) -> None:
        """Show what the money is, or what is going on."""
        self.state.setText(text)
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for."""
        charts = self._charts
        copies = (charts.copy_picture, charts.copy_numbers)
        room = self.width() - _EDGES - self.show_parameters.sizeHint().width()
        self.baseline.setVisible(self._has_baseline)
        if self._has_baseline:
            room -= self._link + 2
        room -= charts.chooser.sizeHint().width()
        charts.chooser.setVisible(room >= 0)
        charts.short_chooser.setVisible(room < 0)
        if room < 0:
            room += charts.chooser.sizeHint().width() - charts.short_chooser.sizeHint().width()
        room -= sum(button.sizeHint().width() + 2 for button in copies)
        for button in copies:
            button.setVisible(room >= 0)
        self.state.setHidden(room < self.state.fontMetrics().horizontalAdvance(self.state.text()) + 8)

    def take_baseline(self, wanted: bool, link: int, width: int) -> bool:
        """Show what the work costs at home in this row, which has room for it or has not.

        Args:
            wanted: whether it has no place above.
            link: how wide it is.
            width: that the row has, or will have once it is told.

        Returns:
            Whether it is shown here.
        """
        charts = self._charts
        others = (charts.short_chooser, self.show_parameters)
        fits = link + sum(part.sizeHint().width() for part in others) + _EDGES <= width
        self._has_baseline, self._link = wanted and fits, link
        self.arrange()
        return self._has_baseline

    def event(self, event: QEvent) -> bool:
        """Arrange again where a part has another size: what was hidden wore the type before."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self.arrange()

    def _on_copied(self, text: str) -> None:
        button = self._charts.copy_picture
        QToolTip.showText(button.mapToGlobal(button.rect().bottomLeft()), as_typed(text), self)
