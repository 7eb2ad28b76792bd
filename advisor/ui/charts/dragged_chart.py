"""A chart in which a weight is set by clicking, dragging, or with arrow keys."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from advisor.ui.charts.chart import Chart, Target

_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DraggedChart(Chart):
    """Says which weight the user wants; never decides which it is.

    Signals:
        wanted: weight, 0..1, that the user asks for.
        gesture_began, gesture_ended: around one drag, or one key held down.
    """

    wanted = Signal(float)
    gesture_began = Signal()
    gesture_ended = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._in_gesture = False
        self._pressed = False
        super().__init__(name, parent)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    @abstractmethod
    def share_at(self, x: float) -> float:
        """The weight, 0..1, at a position."""

    @property
    @abstractmethod
    def share_now(self) -> float:
        """The weight in force, 0..1."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the weight here."""
        if event.button() != Qt.MouseButton.LeftButton or self.is_empty:
            super().mousePressEvent(event)
            return
        self._pressed = True
        self._begin()
        self.wanted.emit(self.share_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._pressed and not self.is_empty:
            self.wanted.emit(self.share_at(event.position().x()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the weight by one, with shift by ten; up and down walk through the marks."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or self.is_empty:
            super().keyPressEvent(event)
            return
        step *= 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        self._begin()
        self.wanted.emit(min(1.0, max(0.0, round(self.share_now + step / 100, 2))))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a key's gesture."""
        if not event.isAutoRepeat() and not self._pressed:
            self._end()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever leaves has finished."""
        self._pressed = False
        self._end()
        super().focusOutEvent(event)

    def chosen(self, target: Target) -> None:
        """Return on a crossing takes its weight."""
        if target.key:
            self._begin()
            self.wanted.emit(float(target.key))
            self._end()

    def _begin(self) -> None:
        if not self._in_gesture:
            self._in_gesture = True
            self.gesture_began.emit()

    def _end(self) -> None:
        if self._in_gesture:
            self._in_gesture = False
            self.gesture_ended.emit()
