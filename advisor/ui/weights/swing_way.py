"""Weights from swings: what going from worst to best is worth, in real units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor.core.elicitation import Elicited, swing_weights
from advisor.scenario.edits.weight_scope import Item
from advisor.ui.look.current import follow_look
from advisor.ui.weights.row_way import RowWay
from advisor.ui.weights.weights_texts import SWING_LEAD
from advisor.ui.widgets.share_slider import ShareSlider
from advisor.ui.widgets.small_widgets import PlainLabel, label
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t


class SwingRow(QWidget):
    """Points for one swing.

    Signals:
        changed: other points.
    """

    changed = Signal()

    def __init__(self, item: Item, hue: QColor, points: int) -> None:
        super().__init__()
        self.item = item
        self.points = points
        self.slider = ShareSlider(hue.name(), self)
        self.slider.setAccessibleName(t("{criterion}, points", criterion=item.name))
        self.slider.setToolTip(as_typed(item.swing_in_full))
        self.slider.wanted.connect(self._set)
        self.slider.reset_wanted.connect(lambda: self._set(0))
        self.number = PlainLabel(parent=self)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.swing = label(item.swing, "quiet", self)
        self.swing.setWordWrap(True)
        self.swing.setToolTip(as_typed(item.swing_in_full))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setVerticalSpacing(0)
        grid.addWidget(PlainLabel(item.name, self), 0, 0)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.number, 0, 2)
        grid.addWidget(self.swing, 1, 0, 1, 3)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        follow_look(self._dress)
        self._show()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self.number.ensurePolished()
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("100") + 4)

    def _set(self, points: int) -> None:
        self.points = points
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.slider.show_share(self.points, self.points)
        self.number.setText(str(self.points))


class SwingWay(RowWay):
    """A row for each swing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            marked(SWING_LEAD),
            parent,
        )
        self.rows: list[SwingRow] = []

    def load(self, items: Sequence[Item], hues: Mapping[str, QColor], shares: Mapping[str, float]) -> None:
        """Begin with the weights in force, the largest at 100."""
        most = max(shares.values()) or 1.0
        self.rows = [SwingRow(item, hues[item.theme], round(100 * shares[item.id] / most)) for item in items]
        for row in self.rows:
            row.changed.connect(self.changed)
        self.put_rows(self.rows)

    def elicited(self) -> Elicited | None:
        """Weights by name; None while every swing has 0 points."""
        points = {row.item.name: float(row.points) for row in self.rows}
        return swing_weights(points) if any(points.values()) else None
