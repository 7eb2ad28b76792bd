"""What stands in a widget, fitted to its size; and a window laid out in the turn in which it takes one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from advisor.ui.look.current import follow_look

_TURNS = 8  # what is fitted stands in what is fitted, so deep; where nothing waits these take no time


class Fitting(QObject):
    """Folds, shortens or widens what stands in a widget, whenever its size, its type or its words change.

    Args:
        widget: what is told of another size. It calls ``now`` in its ``resizeEvent``.
        fit: decides what is shown, and how large.
    """

    def __init__(self, widget: QWidget, fit: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self.now = widget, fit
        follow_look(self.again)

    def again(self) -> None:
        """Fit, because what stands in the widget has changed.

        Before anybody sees the widget it is told of its size, so fitting it now would be for nothing.
        """
        if not self._widget.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self.now()


def settle() -> None:
    """Lay out now what waits for turns to come.

    Qt lays a widget out before it tells it of its size, and what the widget folds or widens then is laid out
    in the next turn; what that changes within its parts, in the one after. Until then parts stand over each
    other, as large as they have just become and where they were, and are painted so.
    """
    for _turn in range(_TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
