"""A small panel over the table to tick its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor.ui.widgets.small_widgets import PlainLabel
from advisor.views.look.theme import GAP
from advisor.views.ranking.ranking_column import RankingColumn
from advisor.words.plain_text import as_typed, menu_text
from advisor.words.translation import t


class ColumnChooser(QFrame):
    """Every column that can be hidden, under its theme.

    Signals:
        chosen: keys of the ticked columns, after each tick.
        closed: the panel is gone.
    """

    chosen = Signal(list)
    closed = Signal()

    def __init__(self, columns: Sequence[RankingColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnChooser")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self.setAccessibleName(t("Columns to show"))
        self._columns = columns
        self._boxes: dict[str, QCheckBox] = {}
        self._inside, self._area = QWidget(), QScrollArea()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)

    def _fill(self) -> None:
        """Make the boxes, once somebody wants to see them."""
        inside = self._inside
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, GAP)
        layout.setSpacing(2)
        group = ""
        groups = list(dict.fromkeys(column.group for column in self._columns))
        for column in sorted(self._columns, key=lambda one: groups.index(one.group)):
            if column.fixed:
                continue
            if column.group != group:
                group = column.group
                heading = PlainLabel(group)
                heading.setProperty("role", "caption")
                heading.setContentsMargins(0, GAP, 0, 2)
                layout.addWidget(heading)
            box = QCheckBox(menu_text(column.title))
            box.setToolTip(as_typed(column.tip))
            box.toggled.connect(self._tell)
            self._boxes[column.key] = box
            layout.addWidget(box)
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)

    def tick(self, shown: Sequence[str]) -> None:
        """Tick the columns that are shown, without telling anyone."""
        if not self._boxes:
            self._fill()
        for key, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(key in shown)
            box.blockSignals(False)

    def drop_from(self, button: QWidget, room: QWidget) -> None:
        """Open below a button, right edges in line, no higher than the room below it."""
        edge = button.mapTo(room, QPoint(button.width(), button.height() + 2))
        self.show()
        ample = self._inside.sizeHint()
        width = ample.width() + self._area.verticalScrollBar().sizeHint().width() + 2 * GAP
        height = min(ample.height() + 4, room.height() - edge.y() - GAP)
        self.setGeometry(max(0, edge.x() - width), edge.y(), width, height)
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the button."""
        super().hideEvent(event)
        self.closed.emit()

    def _tell(self) -> None:
        self.chosen.emit([key for key, box in self._boxes.items() if box.isChecked()])
