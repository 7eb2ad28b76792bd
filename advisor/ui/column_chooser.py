"""A small panel that drops down to tick the columns of the ranking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor.app.ranking_columns import RankingColumn
from advisor.ui.theme import GAP

_HEIGHT = 420


class ColumnChooser(QFrame):
    """Every column that can be hidden, under its theme.

    Signals:
        chosen: keys of the ticked columns, after each tick.
    """

    chosen = Signal(list)

    def __init__(self, columns: Sequence[RankingColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("Columns to show"))
        self._boxes: dict[str, QCheckBox] = {}
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        layout.setSpacing(2)
        group = ""
        for column in sorted(columns, key=lambda one: one.group != "Ranking"):
            if column.fixed:
                continue
            if column.group != group:
                group = column.group
                heading = QLabel(group)
                heading.setProperty("role", "caption")
                heading.setContentsMargins(0, GAP, 0, 2)
                layout.addWidget(heading)
            box = QCheckBox(column.title)
            box.setToolTip(column.tip)
            box.toggled.connect(self._tell)
            self._boxes[column.key] = box
            layout.addWidget(box)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)
        width = inside.sizeHint().width() + area.verticalScrollBar().sizeHint().width()
        self.resize(width + 4, min(inside.sizeHint().height() + 4, _HEIGHT))

    def tick(self, shown: Sequence[str]) -> None:
        """Tick the columns that are shown, without telling anyone."""
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in shown)
            box.blockSignals(False)

    def drop_from(self, button: QWidget) -> None:
        """Open below a button, right edges in line."""
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        self.move(corner)
        self.show()

    def _tell(self) -> None:
        self.chosen.emit([key for key, box in self._boxes.items() if box.isChecked()])
