"""The field in which a scenario gets its name, where its tab stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from advisor.ui.widgets.small_widgets import restyle


class NameField(QLineEdit):
    """A name over a tab; says whether it was taken or left.

    Signals:
        left: whether with Return, or by going elsewhere, rather than with Escape.
    """

    left = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return takes, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            self.show_wrong(wrong=False)
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves it: a half-typed name must not make a scenario."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit(False)

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark what was typed as no name that can be taken."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            restyle(self)
