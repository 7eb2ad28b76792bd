"""A slider through the days of a year, with months and the dates on which clocks change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from advisor.places.timezones import days_in_year
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import Ink, Type, edge_colour, write
from advisor.views.clock.clock_figure import ClockStep
from advisor.views.clock.clock_texts import day_text, step_text
from advisor.views.look.theme import theme_colour
from advisor.words.dates import month_names
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_KNOB = 15.0
_TRACK = 2.0
_GRIP = 8.0  # a press this near a clock change goes there, pixels


class YearSlider(QSlider):
    """The value is the day of the year, from 0; arrows move by a day, page keys by four weeks.

    Ctrl and an arrow go to the next clock change; ``valueChanged`` follows every step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._year = 2027
        self._steps: tuple[ClockStep, ...] = ()
        self._pressed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSingleStep(1)
        self.setPageStep(28)
        follow_look(self._dress)
        self._name_day()

    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """Another value, whoever set it, is another day."""
        super().sliderChange(change)
        if change == QSlider.SliderChange.SliderValueChange:
            self._name_day()

    def _name_day(self) -> None:
        """The value is the number of the day, which says nothing to whoever hears it."""
        self.setAccessibleName(t("Date: {day}", day=day_text(self.day)))

    def _dress(self) -> None:
        """Paint in the colours and sizes of a look."""
        look = look_in_force()
        self._ink = Ink.of(look)
        self._small = Type(self.font(), look.small)
        self.updateGeometry()
        self.update()

    def show_year(self, year: int, steps: Sequence[ClockStep]) -> None:
        """Another year or other clock changes; the day of the year stays where it can."""
        self._year, self._steps = year, tuple(steps)
        self.setRange(0, days_in_year(year) - 1)
        self._name_day()
        self.update()

    @property
    def day(self) -> date:
        """The date at the knob."""
        return date(self._year, 1, 1) + timedelta(days=self.value())

    def set_day(self, day: date) -> None:
        """Go to a date of the year."""
        self.setValue((day - date(self._year, 1, 1)).days)

    def sizeHint(self) -> QSize:
        """Month names, the track, and the marks above it."""
        return QSize(300, round(self._small.height + _KNOB + 7))

    def minimumSizeHint(self) -> QSize:
        """Can be narrow, not low."""
        return QSize(200, self.sizeHint().height())

    # Moving ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The knob comes to the pointer; near a mark, to the day of the clock change."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = True
        x = event.position().x()
        near = [step for step in self._steps if abs(self._x(self._index(step)) - x) <= _GRIP]
        is_on_knob = abs(self._x(self.value()) - x) <= _KNOB / 2
        if near and not is_on_knob:
            self.setValue(self._index(min(near, key=lambda step: abs(self._x(self._index(step)) - x))))
        elif not is_on_knob:
            self.setValue(self._value_at(x))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._pressed:
            self.setValue(self._value_at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = False
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and an arrow: the next clock change."""
        forward = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Up)
        backward = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Down)
        if not (event.modifiers() & Qt.KeyboardModifier.ControlModifier and (forward or backward)):
            super().keyPressEvent(event)
            return
        days = [self._index(step) for step in self._steps]
        ahead = [day for day in days if (day > self.value() if forward else day < self.value())]
        if ahead:
            self.setValue(min(ahead) if forward else max(ahead))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls; it must not move the date by accident."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """A mark says what changes there."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = [s for s in self._steps if abs(self._x(self._index(s)) - event.pos().x()) <= _GRIP]
            text = "\n".join(step_text(step) for step in near) or day_text(self.day)
            QToolTip.showText(event.globalPos(), as_typed(text), self)
            return True
        return super().event(event)

    # Painting ----------------------------------------------------------------------------------------

    def _index(self, step: ClockStep) -> int:
        return (step.day - date(self._year, 1, 1)).days

    def _span(self) -> tuple[float, float]:
        edge = _KNOB / 2 + 2
        return edge, max(1.0, self.width() - 2 * edge)

    def _x(self, index: float) -> float:
        left, length = self._span()
        return left + length * index / max(1, self.maximum())

    def _value_at(self, x: float) -> int:
        left, length = self._span()
        return round(min(1.0, max(0.0, (x - left) / length)) * self.maximum())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Months below the track, clock changes as flags on it, the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, middle = self._ink, _KNOB / 2 + 4
        left, length = self._span()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.edge)
        painter.drawRoundedRect(QRectF(left, middle - _TRACK / 2, length, _TRACK), 2, 2)
        below = middle + _KNOB / 2 + 1
        is_narrow = length / 12 < self._small.width("Mmm") + 2
        # Where a letter has no room either, only the first month of every quarter has one.
        each = 1 if length / 12 >= self._small.width("M") + 2 else 3
        for month, name in enumerate(month_names(), 1):
            first = self._x((date(self._year, month, 1) - date(self._year, 1, 1)).days)
            painter.setPen(QPen(ink.edge, 1.0))
            painter.drawLine(QPointF(first, middle + 3), QPointF(first, middle + 7))
            room = QRectF(first, below, each * length / 12, self._small.height)
            if month % each == 1 % each:
                write(painter, room, name[:1] if is_narrow else name, self._small, ink.quiet)
        hue = edge_colour(QColor(theme_colour("time")))
        for step in self._steps:
            x = self._x(self._index(step))
            painter.setPen(QPen(hue, 2.5))
            painter.drawLine(QPointF(x, middle - 8), QPointF(x, middle + 6))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hue)
            way = 6 if step.minutes > 0 else -6
            painter.drawPolygon(
                [QPointF(x, middle - 9), QPointF(x + way, middle - 6), QPointF(x, middle - 3)]
            )
        knob = QPointF(self._x(self.value()), middle)
        painter.setBrush(ink.panel)
        painter.setPen(QPen(ink.accent, 2.5))
        painter.drawEllipse(knob, _KNOB / 2 - 1, _KNOB / 2 - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.accent, 1.0))
            painter.drawEllipse(knob, _KNOB / 2 + 2, _KNOB / 2 + 2)
        painter.end()
