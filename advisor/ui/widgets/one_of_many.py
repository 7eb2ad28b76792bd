"""A button of a row of which one is down, and which screen readers call a radio button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.ui.widgets.word_widths import WordWidths


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
        self._widths = WordWidths()

    def sizeHint(self) -> QSize:
        """Room for the words in the weight that they have while the button is down."""
        self.ensurePolished()
        font, text = self.font(), self.text()
        extra = self._widths.bold(font, text) - self._widths.plain(font, text)
        hint = super().sizeHint()
        return QSize(hint.width() + max(0, extra), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of a word is cut."""
        return self.sizeHint()

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
