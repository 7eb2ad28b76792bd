"""A slider for one share of a whole, painted as a bar in the hue of its theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from advisor.ui.look.current import look_of
from advisor.ui.look.row_paint import edge_colour

_BAR, _GROOVE = 0.4, 0.16  # height of the bar, and of its empty way, as parts of the knob's
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_Home: -100,
    Qt.Key.Key_End: 100,
}
_FAST = 10


class ShareSlider(QSlider):
    """A share in whole percent, 0 to 100.

    The slider never decides what its share is: it says what the user wants and
    shows what the document answers with ``show_share``.

    Signals:
        wanted: the share that the user asks for.
        gesture_began, gesture_ended: around one drag, or one key held down.
        reset_wanted: double click, Delete or Backspace.
    """

    wanted = Signal(int)
    gesture_began = Signal()
    gesture_ended = Signal()
    reset_wanted = Signal()

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colour = colour
        self._share = 0.0
        self._default: float | None = None
        self._in_gesture = False
        self._pressed = False
        self.setRange(0, 100)
        self.setMinimumWidth(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.valueChanged.connect(self.wanted)

    def show_share(self, share: float, whole: int, default: float | None = None) -> None:
        """Show a share.

        Args:
            share: exact percentage, for the bar.
            whole: whole percentage, for the value that is read out.
            default: percentage of the business function, marked with a notch.
        """
        self._share, self._default = share, default
        blocked = self.blockSignals(True)
        self.setValue(whole)
        self.blockSignals(blocked)
        self.update()

    def sizeHint(self) -> QSize:
        """Height of the knob and its focus ring; it grows with the type."""
        return QSize(120, self._knob + 7)

    @property
    def _knob(self) -> int:
        return look_of(self).base

    # Gestures ----------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if not self._in_gesture:
            self._in_gesture = True
            self.gesture_began.emit()

    def _end(self) -> None:
        if self._in_gesture:
            self._in_gesture = False
            self.gesture_ended.emit()

    def _span(self) -> tuple[float, float]:
        """Left end and length of the way of the knob's middle."""
        edge = self._knob / 2 + 2
        return edge, max(1.0, self.width() - 2 * edge)

    def _value_at(self, x: float) -> int:
        left, length = self._span()
        share = min(1.0, max(0.0, (x - left) / length))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1.0 - share
        return round(100 * share)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the knob; a press beside it brings it there."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = True
        self._begin()
        left, length = self._span()
        knob = left + length * self._share / 100
        if abs(event.position().x() - knob) > self._knob / 2 + 1:
            self.setValue(self._value_at(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._pressed:
            self.setValue(self._value_at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self._end()
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the business function's share."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self._end()
            self.reset_wanted.emit()
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by one, with shift by ten; a key held down is one gesture."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reset_wanted.emit()
        elif step := _STEPS.get(key):
            if abs(step) == 1 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                step *= _FAST
            self._begin()
            self.setValue(self.value() + step)
        else:
            event.ignore()
            return
        event.accept()

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel; it must not move priorities by accident."""
        event.ignore()

    # Painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A track, the share in the theme's hue, a notch at the default, a knob."""
        left, length = self._span()
        middle = self.height() / 2
        at = left + length * self._share / 100
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        hue, radius = QColor(self._colour), self._knob / 2
        painter.setPen(Qt.PenStyle.NoPen)
        look, edge = look_of(self), edge_colour(hue)
        painter.setBrush(QColor(look.edge))
        thick = _GROOVE * self._knob
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, length, thick), thick / 2, thick / 2)
        thick = _BAR * self._knob
        painter.setBrush(hue)
        painter.setPen(QPen(edge, 1.0) if edge != hue else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, at - left, thick), thick / 2, thick / 2)
        if self._default is not None and abs(self._default - self._share) > 0.5:
            notch = left + length * self._default / 100
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.quiet))
            painter.drawRoundedRect(QRectF(notch - 1, middle - radius, 2, 2 * radius), 1, 1)
        if self.isEnabled():
            painter.setBrush(QColor(look.panel))
            painter.setPen(QPen(edge, 2.5 if self.underMouse() or self._pressed else 2.0))
            painter.drawEllipse(QPointF(at, middle), radius - 1, radius - 1)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(look.accent), 1.5))
                painter.drawEllipse(QPointF(at, middle), radius + 1.75, radius + 1.75)
        painter.end()
