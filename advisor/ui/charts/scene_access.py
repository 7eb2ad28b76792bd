"""Charts as a screen reader finds them: the sentence, and a child for every mark that explains itself."""

from __future__ import annotations

import weakref
from typing import Any, Protocol, cast

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from advisor.ui.widgets.painted_parts import PaintedNode, PartNode
from advisor.views.scene.hits import mark_at
from advisor.views.scene.marks import Handle, Mark
from advisor.views.scene.scene import Scene

_Text, _Role = QAccessible.Text, QAccessible.Role


class ShowsScene(Protocol):
    """What a screen reader has to know of a chart."""

    current: int

    @property
    def scene(self) -> Scene:
        """What it shows."""

    def accessibleName(self) -> str:
        """Its name with its sentence."""

    def accessibleDescription(self) -> str:
        """What the keyboard is at."""

    def mapToGlobal(self, point: QPoint, /) -> Any:
        """Onto the screen."""

    def mapFromGlobal(self, point: QPoint, /) -> Any:
        """From the screen."""


class MarkNode(PartNode):
    """One mark."""

    def __init__(self, chart: SceneNode, view: ShowsScene, index: int) -> None:
        super().__init__(chart, index)
        self._view = view

    def _mark(self) -> Mark | None:
        stops = self._view.scene.stops
        return stops[self.index] if self.index < len(stops) else None

    def text(self, kind: QAccessible.Text) -> str:
        """What it says, and the numbers that it stands for."""
        mark = self._mark()
        if mark is None:
            return ""
        if kind == _Text.Name:
            return mark.said
        return ", ".join(f"{value:.6g}" for value in mark.values) if kind == _Text.Value else ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        mark = self._mark()
        if mark is None:
            return QRect()
        area = mark.area
        corner = self._view.mapToGlobal(QPoint(round(area.x), round(area.y)))
        return QRect(corner.x(), corner.y(), max(1, round(area.width)), max(1, round(area.height)))

    def role(self) -> QAccessible.Role:
        """Something to drag, or a part of a picture."""
        return _Role.Slider if isinstance(self._mark(), Handle) else _Role.Graphic

    def state(self) -> QAccessible.State:
        """Whether the keyboard is at it."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._view.current == self.index
        return state


class SceneNode(PaintedNode):
    """A chart and its marks.

    Args:
        view: the chart, which must be what ``ShowsScene`` says.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, _Role.Chart)
        self._view: ShowsScene = weakref.proxy(cast(ShowsScene, view))  # whoever listens keeps no chart alive

    def text(self, kind: QAccessible.Text) -> str:
        """The name with the sentence; what the keyboard is at."""
        if kind == _Text.Name:
            _ = self._view.scene
            return self._view.accessibleName()
        return self._view.accessibleDescription() if kind == _Text.Description else ""

    def childCount(self) -> int:
        """How many marks there are."""
        return len(self._view.scene.stops)

    def part(self, index: int) -> MarkNode:
        """One mark."""
        return MarkNode(self, self._view, index)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark at a place of the screen."""
        inside = self._view.mapFromGlobal(QPoint(x, y))
        mark = mark_at(self._view.scene, inside.x(), inside.y(), stops=True)
        return None if mark is None else self.child(self._view.scene.stops.index(mark))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark that the keyboard is at."""
        return self.child(self._view.current) if self._view.current >= 0 else None
