"""A small button that opens and closes what is below it, and says to screen readers which of both it is."""

from __future__ import annotations

import weakref
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QToolButton, QWidget

from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.painted_parts import offer_node


class TinyButton(QToolButton):
    """A button with nothing but a small icon."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tiny")
        follow_look(self._dress)

    def _dress(self) -> None:
        """As large as type."""
        base = look_in_force().base
        self.setIconSize(QSize(base + 1, base + 1))
        self.setFixedSize(base + 7, base + 7)


class Expander(TinyButton):
    """Down while what it opens can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        offer_node(self, partial(_ExpanderNode, self))
        self.toggled.connect(self._tell)

    def _tell(self) -> None:
        if QAccessible.isActive():
            change = QAccessible.State()
            change.expanded = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, change))


class _ExpanderNode(QAccessibleWidget):
    """Qt calls every button that stays down a check box; this one can be expanded."""

    def __init__(self, button: Expander) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._button: Expander = weakref.proxy(button)

    def state(self) -> QAccessible.State:
        """Whether it is open, beside what every widget says."""
        state = super().state()
        state.expandable = True
        state.expanded = self._button.isChecked()
        state.collapsed = not self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        """It can be pressed."""
        return [QAccessibleWidget.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Press it."""
        if name == QAccessibleWidget.pressAction():
            self._button.click()
        else:
            super().doAction(name)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing is inside."""
        return None

    def childCount(self) -> int:
        """Nothing is inside."""
        return 0
