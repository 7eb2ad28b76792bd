"""Finds widgets that stand over each other in a window, or beyond the edge of what lays them out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget
from shiboken6 import invalidate


def overlaps(root: QWidget) -> Iterator[str]:
    """A line for each pair in sight that a layout has put over each other, and for what it put outside."""
    for holder in [root, *root.findChildren(QWidget)]:
        layout = holder.layout()
        if layout is None or not holder.isVisible():
            continue
        parts = [(part, part.geometry()) for part in _laid_out(layout) if part.isVisible()]
        for (one, place), (other, other_place) in combinations(parts, 2):
            if place.intersects(other_place):
                yield f"{type(holder).__name__}: {_name(one)} over {_name(other)}"
        edge = holder.rect().marginsAdded(QMargins(1, 1, 1, 1))
        for part, place in parts:
            if not edge.contains(place):
                yield f"{type(holder).__name__}: {_name(part)} beyond the edge"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """What a layout places, with what the layouts within it do; those in front of each other are meant so."""
    if isinstance(layout, QStackedLayout):
        return
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = item.widget(), item.layout()
        if inner is None:
            # Qt tells nobody when an item goes, and Python would take what comes to its address for it.
            invalidate(item)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _name(part: QWidget) -> str:
    text = part.property("text") or part.accessibleName() or part.objectName()
    return f"{type(part).__name__} {str(text)[:40]!r} {part.geometry().getRect()}"
