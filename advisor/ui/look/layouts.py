"""Windows laid out in the turn in which they take another size, or their type does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

_TURNS = 8  # what is fitted stands in what is fitted, so deep; where nothing waits these take no time


def settle() -> None:
    """Lay out now what waits for turns to come.

    Qt lays a widget out before it tells it of its size, and what the widget folds or widens then is laid out
    in the next turn; what that changes within its parts, in the one after. Until then parts stand over each
    other, as large as they have just become and where they were, and are painted so.
    """
    for _turn in range(_TURNS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@contextmanager
def neighbours_left(widget: QWidget) -> Iterator[None]:
    """Try something out in a widget without its neighbours being laid out at each attempt.

    Qt lays out whatever holds a widget when a part of that is shown; here it does so once, in a later turn or
    when ``settle`` is called.
    """
    holder = widget.parentWidget()
    layout = holder.layout() if holder is not None else None
    if layout is None or not layout.isEnabled():
        yield
        return
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
