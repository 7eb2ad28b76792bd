"""What a painted widget shows, as a screen reader finds it: a child for every part that is no widget.

Each widget is registered by itself. A factory, the other way that Qt offers, would be asked about every
object of the program, and the binding crashes when it is asked about what a web page gives the focus to.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_MOMENTS = (QEvent.Type.Polish, QEvent.Type.Show, QEvent.Type.FocusIn)


class PartNode(QAccessibleInterface):
    """One part, without children. It is looked up anew at every question, as what is painted changes."""

    def __init__(self, whole: PaintedNode, index: int) -> None:
        super().__init__()
        self._whole, self.index = whole, index

    @abstractmethod
    def text(self, kind: QAccessible.Text) -> str:
        """What it says."""

    @abstractmethod
    def rect(self) -> QRect:
        """Where it is on the screen; empty where it cannot be seen."""

    @abstractmethod
    def role(self) -> QAccessible.Role:
        """What it is."""

    @abstractmethod
    def state(self) -> QAccessible.State:
        """How it is."""

    def isValid(self) -> bool:
        """Whether there are still so many parts."""
        return self.index < self._whole.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]
        """Parts are no objects of their own."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The widget."""
        return self._whole

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Parts have no children."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Parts have no children."""
        return None

    def childCount(self) -> int:
        """Parts have no children."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Parts have no children."""
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Parts cannot be typed into."""


class PaintedNode(QAccessibleWidget):
    """A widget and its parts."""

    def __init__(self, view: QWidget, role: QAccessible.Role) -> None:
        super().__init__(view, role)
        self._parts: list[PartNode] = []
        self._ids: list[int] = []

    @abstractmethod
    def childCount(self) -> int:
        """How many parts there are now."""

    @abstractmethod
    def part(self, index: int) -> PartNode:
        """Make the node of a part; asked for once."""

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One part."""
        if not 0 <= index < self.childCount():
            return None
        while len(self._parts) <= index:
            node = self.part(len(self._parts))
            self._parts.append(node)
            self._ids.append(QAccessible.registerAccessibleInterface(node))
        return self._parts[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which part a child is."""
        return child.index if isinstance(child, PartNode) else -1

    def forget(self) -> None:
        """Take the parts back from Qt, before the widget goes."""
        for number in self._ids:
            QAccessible.deleteAccessibleInterface(number)
        self._ids.clear()
        self._parts.clear()


class _Offered(QObject):
    """Keeps one node in force for one widget.

    Qt finds a node by its widget and that widget's class, and the class changes whenever Python connects
    something to a method for the first time: a node that was offered before is lost then. So it is offered
    when the widget is complete, and again where it was lost, whenever somebody may be about to ask for it.
    """

    def __init__(self, view: QWidget, make: Callable[[], QAccessibleWidget]) -> None:
        super().__init__()
        self._view, self._make = view, make
        self._node: QAccessibleWidget | None = None
        self._number = 0
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer it before it is seen, and before it gets the focus."""
        if event.type() in _MOMENTS:
            self._offer()
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        found = QAccessible.queryAccessibleInterface(self._view)
        if self._node is not None and found is self._node:
            return
        self.take_back()
        self._node = self._make()
        self._number = QAccessible.registerAccessibleInterface(self._node)

    def take_back(self) -> None:
        """Take the node and its parts back from Qt: before Python lets go of what Qt still knows."""
        if self._node is None:
            return
        if isinstance(self._node, PaintedNode):
            self._node.forget()
        QAccessible.deleteAccessibleInterface(self._number)
        self._node = None


# Children of their widgets would go before those tell that they are destroyed.
_offered: dict[int, _Offered] = {}


def offer_node(view: QWidget, make: Callable[[], QAccessibleWidget]) -> None:
    """Let screen readers find a node in the place of what Qt would tell of a widget, as long as it lives.

    Args:
        view: the widget.
        make: makes a node for it; may be asked again.
    """
    number = id(view)
    _offered[number] = _Offered(view, make)
    view.destroyed.connect(lambda: _forget(number))


def _forget(number: int) -> None:
    if (offered := _offered.pop(number, None)) is not None:
        offered.take_back()
