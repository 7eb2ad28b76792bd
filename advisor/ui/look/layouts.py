"""Windows laid out in the turn in which they take another size, or their type does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

_TURNS = 8  # what is fitted stands in what is fitted, so deep; where nothing waits these take no time


def settle() -> None:
    """Lay out now what waits for turns to come.

    Qt lays a widget out before it tells it of its size, and what the widget folds or widens then is laid out
    in the next turn; what that changes within its parts, in the one after. Until then parts stand over each
    other, as large as they have just become and where they were, and are painted so.
    """
    for _turn in range(_TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
