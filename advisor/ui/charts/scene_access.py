"""Charts as a screen reader finds them: the sentence, and a child for every mark that explains itself."""

from __future__ import annotations

import weakref
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

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


class MarkNode(QAccessibleInterface):
    """One mark. It is looked up anew at every question, because a chart is laid out anew all the time."""

    def __init__(self, chart: QAccessibleInterface, view: ShowsScene, index: int) -> None:
        super().__init__()
        self._chart, self._view, self.index = chart, view, index

    def _mark(self) -> Mark | None:
        stops = self._view.scene.stops
        return stops[self.index] if self.index < len(stops) else None

    def isValid(self) -> bool:
        """Whether the chart still has so many marks."""
        return self._mark() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Marks are no objects of their own."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The chart."""
        return self._chart

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Marks have no children."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Marks have no children."""
        return None

    def childCount(self) -> int:
        """Marks have no children."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Marks have no children."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """What it says, and the numbers that it stands for."""
        mark = self._mark()
        if mark is None:
            return ""
        if kind == _Text.Name:
            return mark.said
        return ", ".join(f"{value:.6g}" for value in mark.values) if kind == _Text.Value else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Marks cannot be typed into."""

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


class SceneNode(QAccessibleWidget):
    """A chart and its marks."""

    def __init__(self, view: ShowsScene) -> None:
        super().__init__(cast(QWidget, view), _Role.Chart)
        self._view: ShowsScene = weakref.proxy(view)  # whoever listens keeps no chart alive
        self._nodes: list[MarkNode] = []
        self._ids: list[int] = []

    def text(self, kind: QAccessible.Text) -> str:
        """The name with the sentence; what the keyboard is at."""
        if kind == _Text.Name:
            _ = self._view.scene
            return self._view.accessibleName()
        return self._view.accessibleDescription() if kind == _Text.Description else ""

    def childCount(self) -> int:
        """How many marks there are."""
        return len(self._view.scene.stops)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One mark."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._nodes) <= index:
            node = MarkNode(self, self._view, len(self._nodes))
            self._nodes.append(node)
            self._ids.append(QAccessible.registerAccessibleInterface(node))
        return self._nodes[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which mark a child is."""
        return child.index if isinstance(child, MarkNode) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark at a place of the screen."""
        inside = self._view.mapFromGlobal(QPoint(x, y))
        mark = mark_at(self._view.scene, inside.x(), inside.y(), stops=True)
        return None if mark is None else self.child(self._view.scene.stops.index(mark))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The mark that the keyboard is at."""
        return self.child(self._view.current) if self._view.current >= 0 else None

    def forget(self) -> None:
        """Take the marks back from Qt, before the chart goes."""
        for number in self._ids:
            QAccessible.deleteAccessibleInterface(number)
        self._ids.clear()
        self._nodes.clear()


# Qt keeps no hold on what Python makes for it.
_nodes: dict[int, SceneNode] = {}


def offer_marks(view: QWidget) -> None:
    """Let screen readers into a chart.

    Each chart is registered by itself. A factory, the other way that Qt offers, would be asked about every
    object of the program, and the binding crashes when it is asked about what a web page gives the focus to.

    Args:
        view: the chart, which must be what ``ShowsScene`` says.
    """
    number = id(view)
    node = _nodes[number] = SceneNode(cast(ShowsScene, view))
    QAccessible.registerAccessibleInterface(node)
    view.destroyed.connect(lambda: _forget(number))


def _forget(number: int) -> None:
    if node := _nodes.pop(number, None):
        node.forget()
