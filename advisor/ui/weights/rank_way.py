"""Weights from a ranking: put the most important on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.core.elicitation import Elicited, rank_order_centroid
from advisor.scenario.edits.weight_scope import Item
from advisor.ui.look.current import follow_look
from advisor.ui.look.icons import icon
from advisor.ui.weights.weights_texts import RANK_LEAD
from advisor.ui.widgets.small_widgets import label
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t

_ID = Qt.ItemDataRole.UserRole
_NAME = Qt.ItemDataRole.UserRole + 1
_MOVING = (
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
)
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def _chip(hue: QColor) -> QIcon:
    picture = QPixmap(QSize(8, 32))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.fillRect(0, 2, 8, 28, hue)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it, and the colour says which theme it is
    return made


class RankList(QListWidget):
    """A list whose entries are dragged, or moved with Alt, Shift or Ctrl and an arrow key.

    Signals:
        reordered: the order is another one.
    """

    reordered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(4, 16))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(t("Ranking, the most important first"))
        follow_look(self._dress)
        self.model().rowsMoved.connect(self._on_moved)
        self.model().rowsInserted.connect(lambda *_: self._number())

    def fill(self, items: Sequence[Item], hues: Mapping[str, QColor]) -> None:
        """Put entries in, the first on top."""
        self.clear()
        for item in items:
            entry = QListWidgetItem(_chip(hues[item.theme]), item.name)
            entry.setData(_ID, item.id)
            entry.setData(_NAME, item.name)
            entry.setToolTip(as_typed(item.swing_in_full))
            self.addItem(entry)
        self.setCurrentRow(0)
        self._number()
        self._dress()

    def _dress(self) -> None:
        """Rows as high as their type."""
        self.ensurePolished()
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, self.fontMetrics().height() + 9))
        self.updateGeometry()

    def order(self) -> list[tuple[str, str]]:
        """Id and name of the entries from the top."""
        entries = (self.item(row) for row in range(self.count()))
        return [(str(entry.data(_ID)), str(entry.data(_NAME))) for entry in entries]

    def move_current(self, step: int) -> None:
        """Move the current entry up or down."""
        row, to = self.currentRow(), self.currentRow() + step
        if row < 0 or not 0 <= to < self.count():
            return
        entry = self.takeItem(row)
        self.insertItem(to, entry)
        self.setCurrentRow(to)
        self._on_moved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose an entry; with Alt, Shift or Ctrl they move it."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & _MOVING:
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """All entries."""
        row = self.sizeHintForRow(0) if self.count() else 24
        return QSize(240, self.count() * row + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """All entries."""
        return self.sizeHint()

    def _on_moved(self) -> None:
        self._number()
        self.reordered.emit()

    def _number(self) -> None:
        for row in range(self.count()):
            entry = self.item(row)
            entry.setText(f"{row + 1}   {entry.data(_NAME)}")
        self.updateGeometry()


class RankWay(QWidget):
    """The list with buttons for the pointer.

    Signals:
        changed: the ranking is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RankList(self)
        self.list.reordered.connect(self.changed)
        self.up, self.down = self._button(-1), self._button(1)
        lead = label(
            marked(RANK_LEAD),
            "quiet",
            self,
        )
        lead.setWordWrap(True)
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(lead)
        layout.addLayout(row)
        self.up.setIcon(icon("chevron-up", "quiet"))
        self.down.setIcon(icon("chevron-down", "quiet"))

    def _button(self, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(14, 14))
        button.setAccessibleName(t("Move up") if step < 0 else t("Move down"))
        button.setToolTip(as_typed(button.accessibleName()))
        button.clicked.connect(lambda: self.list.move_current(step))
        return button

    def load(self, items: Sequence[Item], hues: Mapping[str, QColor], shares: Mapping[str, float]) -> None:
        """Begin with the order of the weights in force."""
        self.list.fill(sorted(items, key=lambda item: -shares[item.id]), hues)

    def elicited(self) -> Elicited:
        """Weights by name."""
        return rank_order_centroid([name for _, name in self.list.order()])
