"""What stands in a widget, fitted to its size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from advisor.ui.look.current import follow_look
from advisor.ui.look.layouts import neighbours_left


class Fitting(QObject):
    """Folds, shortens or widens what stands in a widget, whenever its size, its type or its words change.

    Args:
        widget: what is told of another size. It calls ``now`` in its ``resizeEvent``.
        fit: decides what is shown, and how large.
    """

    def __init__(self, widget: QWidget, fit: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._fit = widget, fit
        follow_look(self.again)

    def now(self) -> None:
        """Fit; what stands beside the widget is laid out once, afterwards."""
        with neighbours_left(self._widget):
            self._fit()

    def again(self) -> None:
        """Fit, because what stands in the widget has changed.

        Before anybody sees the widget it is told of its size, so fitting it now would be for nothing.
        """
        if not self._widget.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self.now()
