"""The clock view: home and sites as bars of a day on one axis of home time, figures at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advisor.ui.clock.clock_paint import ClockPainter, Columns, row_tip
from advisor.ui.look.current import follow_look, look_in_force
from advisor.views.clock.clock_figure import ClockFigure
from advisor.views.clock.clock_texts import spoken, table

_MOST_ROW = 62.0


class ClockChart(QWidget):
    """Bars of one date; a click or an arrow key chooses a place, Delete takes one away.

    Signals:
        chosen: location id of the bar that was clicked.
        removed: location id of a site that is to go.
    """

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: ClockFigure | None = None
        self._selected = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, keys, copy in (
            (self.tr("Copy as a picture"), "Ctrl+Shift+C", self.copy_picture),
            (self.tr("Copy as numbers"), "Ctrl+C", self.copy_numbers),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(copy)
            self.addAction(action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_look(self._dress)

    @property
    def figure(self) -> ClockFigure | None:
        """What is drawn."""
        return self._figure

    def _dress(self) -> None:
        """Paint in the colours and sizes of a look."""
        look = look_in_force()
        self._paint = ClockPainter(look, self.font())
        self.updateGeometry()
        self.update()

    def show_figure(self, figure: ClockFigure, selected: str = "") -> None:
        """Draw the bars of a date, with one place marked."""
        self._figure, self._selected = figure, selected
        self.setAccessibleName(spoken(figure))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for six sites."""
        return QSize(640, round(self._paint.axis_height + 7 * 26))

    def minimumSizeHint(self) -> QSize:
        """Home and two sites; more of them get lower bars."""
        return QSize(300, self.height_for(3))

    def height_for(self, rows: int) -> int:
        """Height at which so many rows have room for their texts."""
        return round(self._paint.axis_height + rows * self._paint.least_row) + 2

    def copy_picture(self) -> None:
        """Put the bars as they are on the clipboard."""
        QGuiApplication.clipboard().setPixmap(self.grab())

    def copy_numbers(self) -> None:
        """Put what the bars show on the clipboard, tabs between cells."""
        if self._figure is not None:
            QGuiApplication.clipboard().setText(table(self._figure))

    # Places ------------------------------------------------------------------------------------------

    def row_area(self, index: int) -> QRectF:
        """Where a row stands, the first being home."""
        count = len(self._figure.rows) if self._figure else 1
        top = self._paint.axis_height
        height = min(_MOST_ROW, max(1.0, (self.height() - top - 2) / count))
        return QRectF(0, top + index * height, self.width(), height)

    def _row_at(self, point: QPointF) -> int:
        count = len(self._figure.rows) if self._figure else 0
        return next((i for i in range(count) if self.row_area(i).contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a place."""
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and self._figure and row >= 0:
            self.chosen.emit(self._figure.rows[row].place.id)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the next place, Delete removes the marked one."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        ids = [row.place.id for row in self._figure.rows] if self._figure else []
        at = ids.index(self._selected) if self._selected in ids else -1
        key = Qt.Key(event.key())
        if key in steps and ids:
            self.chosen.emit(ids[min(len(ids) - 1, max(0, at + steps[key]))])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and at > 0:
            self.removed.emit(ids[at])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A row says in words what it shows."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(QPointF(event.pos()))
            if self._figure and row >= 0:
                QToolTip.showText(event.globalPos(), row_tip(self._figure, row), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # Painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The axis, then row by row."""
        figure = self._figure
        if figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = Columns.of(self.width(), self._paint)
        last = self.row_area(len(figure.rows) - 1)
        self._paint.axis(painter, columns, figure, last.bottom())
        for index in range(len(figure.rows)):
            area = self.row_area(index)
            is_marked = figure.rows[index].place.id == self._selected
            self._paint.row(painter, columns, figure, index, area, is_marked=is_marked)
        if self.hasFocus():
            self._paint.focus(painter, QRectF(self.rect()))
        painter.end()
