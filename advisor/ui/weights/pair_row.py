"""One comparison of two things on the scale of nine to either side."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.scenario.edits.weight_scope import Item, ratio_of
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import Ink, Type, write
from advisor.views.look.theme import GAP
from advisor.words.locale import digits
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_FAR = 8  # steps to either side
_NAMES = 0.3  # part of the width for each name
_STEPS = {Qt.Key.Key_Left: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Up: -1}


class PairRow(QWidget):
    """One comparison: the knob stands on the side of what matters more.

    Signals:
        changed: another step of the scale.
    """

    changed = Signal()

    def __init__(self, first: Item, second: Item, hues: tuple[QColor, QColor]) -> None:
        super().__init__()
        self.first, self.second = first, second
        self.step = 0
        self._hues = hues
        self._warned = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)
        self._describe()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self._ink = Ink.of(look)
        self._plain = Type(self.font(), look.base)
        self._strong = Type(self.font(), look.base, QFont.Weight.DemiBold)
        self.updateGeometry()
        self.update()

    def show_step(self, step: int) -> None:
        """Show a step without telling of it."""
        self.step = step
        self._describe()
        self.update()

    def warn(self, warned: bool) -> None:
        """Mark it as part of the worst contradiction."""
        if warned != self._warned:
            self._warned = warned
            self.update()

    @property
    def is_warned(self) -> bool:
        """Whether it is part of the worst contradiction."""
        return self._warned

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, round(self._plain.height + 10))

    def place(self, step: int) -> float:
        """Where a step is: positive ones, for the first, to the left."""
        left, right = self._span()
        return (left + right) / 2 - step * (right - left) / (2 * _FAR)

    def _span(self) -> tuple[float, float]:
        edge = _NAMES * self.width() + 2 * GAP
        return edge, self.width() - edge

    def _set(self, step: int) -> None:
        kept = max(-_FAR, min(_FAR, step))
        if kept != self.step:
            self.show_step(kept)
            self.changed.emit()

    def _set_at(self, x: float) -> None:
        left, right = self._span()
        self._set(round(((left + right) / 2 - x) * 2 * _FAR / (right - left)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the knob here."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._set_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._set_at(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left favours the first, right the second; Delete makes them equal."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(0)
        elif step := _STEPS.get(key):
            self._set(self.step + step)
        else:
            super().keyPressEvent(event)

    def _describe(self) -> None:
        if self.step == 0:
            words = t(
                "“{criterion}” matters as much as “{other}”",
                criterion=self.first.name,
                other=self.second.name,
            )
        else:
            more, less = (self.first, self.second) if self.step > 0 else (self.second, self.first)
            times = round(ratio_of(abs(self.step)))
            words = t(
                "“{criterion}” matters {times} times as much as “{other}”",
                criterion=more.name,
                times=digits(times),
                other=less.name,
            )
        self.setAccessibleName(words)
        self.setToolTip(as_typed(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names to both sides, the scale between them, the knob with its ratio."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, middle = self._ink, self.height() / 2
        if self._warned:
            tint = QColor(ink.warning)
            tint.setAlphaF(0.16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(self.rect().adjusted(0, 1, 0, -1), 4, 4)
        left, right = self._span()
        area = self.rect().toRectF()
        name = area.adjusted(4, 0, left - area.width() - GAP, 0)
        face = self._strong if self.step > 0 else self._plain
        write(painter, name, self.first.name, face, ink.text if self.step >= 0 else ink.quiet, right=True)
        name = area.adjusted(right + GAP, 0, -4, 0)
        face = self._strong if self.step < 0 else self._plain
        write(painter, name, self.second.name, face, ink.text if self.step <= 0 else ink.quiet)
        painter.setPen(QPen(ink.track, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        hue = self._hues[0] if self.step > 0 else self._hues[1]
        at = self.place(self.step)
        painter.setPen(QPen(hue, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self.step:
            painter.drawLine(QPointF(self.place(0), middle), QPointF(at, middle))
        painter.setPen(QPen(ink.quiet, 1))
        painter.drawLine(QPointF(self.place(0), middle - 5), QPointF(self.place(0), middle + 5))
        radius = self._plain.height / 2 + 1
        painter.setPen(QPen(ink.accent if self.hasFocus() else hue if self.step else ink.quiet, 2))
        painter.setBrush(ink.panel)
        painter.drawEllipse(QPointF(at, middle), radius, radius)
        text = "=" if self.step == 0 else str(abs(self.step) + 1)
        width = self._strong.width(text)
        cell = area.adjusted(at - width / 2, 0, 0, 0)
        write(painter, cell, text, self._strong, ink.text)
        painter.end()
