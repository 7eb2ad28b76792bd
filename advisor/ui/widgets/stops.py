"""Where Tab halts inside a part of a window: what can be seen of it, line by line as the eye goes.

Qt goes in the order in which widgets were made, which is another one: tabs and rows come when they are
needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from advisor.ui.look.current import look_in_force

_SEVERAL = 3  # heights of type: a field or a button is lower


def seen_inside(part: QWidget, whole: QWidget | None = None) -> Iterator[QWidget]:
    """What can be seen of a part, in the order in which it was made.

    Args:
        part: of a window; it is not among them.
        whole: a widget with an order of its own, into which nobody looks.
    """
    for child in part.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            if child is not whole:
                yield from seen_inside(child, whole)


def halts(widget: QWidget) -> bool:
    """Whether Tab may lead to a widget; one that hands the keyboard on to a part of itself stands for it."""
    if not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    proxy = widget.focusProxy()
    return proxy is None or widget.isAncestorOf(proxy)


def line_by_line(part: QWidget) -> Callable[[QWidget], tuple[int, int]]:
    """The order of widgets inside a part, for sorting: from line to line, and from left to right in each.

    What is as high as several lines stands on its first.
    """
    line = look_in_force().base

    def place(widget: QWidget) -> tuple[int, int]:
        height = widget.height()
        middle = widget.mapTo(part, QPoint(0, height // 2 if height <= _SEVERAL * line else line))
        return middle.y() // line, middle.x()

    return place
