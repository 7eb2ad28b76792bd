"""A button of a row of which one is down, and which screen readers call a radio button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget


class OneOfMany(QPushButton):
    """One choice of a few that are all in sight; arrow keys move between those of one parent.

    Tool buttons look the same, but Qt tells screen readers that they are check boxes.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "layer")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._measured: tuple[str, int] | None = None  # words, and what they take more while it is down

    def sizeHint(self) -> QSize:
        """Room for the words in the weight that they have while the button is down."""
        self.ensurePolished()
        text = self.text()
        if self._measured is None or self._measured[0] != text:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            extra = QFontMetrics(font).horizontalAdvance(text) - self.fontMetrics().horizontalAdvance(text)
            self._measured = (text, max(0, extra))
        hint = super().sizeHint()
        return QSize(hint.width() + self._measured[1], hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of a word is cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """In another type words have another width."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measured = None
        super().changeEvent(event)

    def follow(self, action: QAction) -> None:
        """Do what an action does, and be down while it is."""
        self.setText(action.iconText())
        self.setAccessibleName(action.text().replace("&", ""))
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._show(action))
        self._show(action)

    def _show(self, action: QAction) -> None:
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        if self.isChecked() == action.isChecked():
            return
        # Of those that exclude each other Qt lets none be up by itself.
        self.setAutoExclusive(action.isChecked())
        self.setChecked(action.isChecked())
        self.setAutoExclusive(True)
