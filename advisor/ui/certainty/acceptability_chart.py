"""A heat map of how often each location takes each rank, with the table of chances in the same rows."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from advisor.ui.charts.chart import Chart, Target
from advisor.ui.look.current import look_in_force
from advisor.ui.look.heat_ramp import HeatRamp, text_on
from advisor.ui.look.row_paint import write
from advisor.views.certainty.certainty_figures import RankRow, RankTable
from advisor.views.look.theme import GAP
from advisor.words.formatting import share_text

SELDOM = 0.005  # smaller shares are within the sampling error of none
LABELLED = 0.045  # smaller shares are told by colour and on hover only
_LEAST_ROW, _MOST_ROW = 4, 13  # pixels that a row is higher than its text
_NAME_SHARE, _LEAST_NAME, _MOST_NAME = 0.24, 96, 220
_EDGE = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns stand, in pixels from the left, and how high a row is."""

    rank: tuple[float, float]
    name: tuple[float, float]
    cells: tuple[tuple[float, float], ...]
    chances: tuple[tuple[float, float], ...]
    row: float


class AcceptabilityChart(Chart):
    """One row a location; a click selects it, the pointer hovers it everywhere.

    Signals:
        chosen_location: id of the location that was clicked or chosen with Return.
        hovered_location: id under the pointer, empty when it has left.
    """

    chosen_location = Signal(str)
    hovered_location = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.shown: RankTable | None = None
        self.words = ""
        self._selected = self._hovered = ""
        self._scrolled = 0
        self._cells: list[tuple[QRectF, int, int]] = []
        super().__init__("Certainty of the ranks", parent)

    # What the chart says ----------------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether nothing is counted yet, or nothing is ranked."""
        return self.shown is None or not self.shown.rows

    def sentence(self) -> str:
        """What the draws say about the selected location, or about the first one."""
        return self.words

    def table(self) -> str:
        """The chart's numbers, tabs between cells."""
        return self.shown.text if self.shown else ""

    def show_table(self, table: RankTable | None, sentence: str, nothing: str = "") -> None:
        """Show what was counted, or why there is nothing."""
        self.shown, self.words = table, sentence
        self.setMinimumHeight(round(self.least_height))
        self.show_nothing(nothing)

    def mark(self, selected: str, hovered: str) -> None:
        """Mark the selected location and the one under the pointer."""
        if (selected, hovered) != (self._selected, self._hovered):
            self._selected, self._hovered = selected, hovered
            self.update()

    def scroll_to(self, pixels: int) -> None:
        """Keep the headings in sight when the chart is scrolled."""
        self._scrolled = pixels
        self.update()

    # Measures ---------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self.ramp = HeatRamp(look)
        super()._dress()
        self.setMinimumHeight(round(self.least_height))

    @property
    def least_height(self) -> float:
        """Height below which it must be scrolled."""
        rows = len(self.shown.rows) if self.shown else 0
        return (
            rows * (self.look.small.height + _LEAST_ROW)
            + self._heading_height
            + 2 * self.look.plain.height
            + 24
        )

    @property
    def _heading_height(self) -> float:
        return self.look.small.height + 8

    def places(self, area: QRectF) -> Places:
        """The columns for an area."""
        assert self.shown is not None
        small, strong = self.look.small, self.look.small_strong
        rank = strong.width("000") + 2
        name = min(_MOST_NAME, max(_LEAST_NAME, area.width() * _NAME_SHARE))
        widths = (strong.width(">99 %") + 6, small.width(">99 %") + 10, small.width("000–000") + 12)
        start = area.left() + _EDGE + rank + GAP + name + GAP
        end = area.right() - _EDGE - sum(widths) - GAP
        at, chances = end + GAP, []
        for width in widths:
            chances.append((at, width))
            at += width
        cells = self._cell_places(start, end)
        room = (area.height() - self._heading_height) / max(1, len(self.shown.rows))
        row = math.floor(min(small.height + _MOST_ROW, max(small.height + _LEAST_ROW, room)))
        return Places(
            (area.left() + _EDGE, rank),
            (area.left() + _EDGE + rank + GAP, name),
            cells,
            tuple(chances),
            row,
        )

    def _cell_places(self, start: float, end: float) -> tuple[tuple[float, float], ...]:
        """The ranks side by side; the column that gathers the rest stands apart."""
        columns = self.shown.columns if self.shown else ()
        rest = columns[-1].endswith("+") if columns else False
        last = self.look.small.width("16+") + 8 if rest else 0.0
        own = len(columns) - rest
        cell = math.floor((end - start - last - (GAP if rest else 0)) / max(1, own))
        places = [(start + column * cell, float(cell)) for column in range(own)]
        return tuple(places + ([(start + own * cell + GAP, last)] if rest else []))

    def row_area(self, index: int) -> QRectF:
        """Where a row was drawn last; empty before the first time."""
        return self.targets[index].area if 0 <= index < len(self.targets) else QRectF()

    # Drawing ----------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw rows, then the headings above them."""
        if self.shown is None:
            return
        self._cells = []
        places = self.places(area)
        top = area.top() + self._heading_height
        for index, row in enumerate(self.shown.rows):
            line = QRectF(area.left(), top + index * places.row, area.width(), places.row)
            self.targets.append(Target(line, self.shown.row_words(index), row.id))
            self._draw_row(painter, line, row, index, places)
        self._draw_headings(painter, area, places)

    def _draw_row(self, painter: QPainter, line: QRectF, row: RankRow, index: int, places: Places) -> None:
        ink, look = self.look.ink, self.look
        if row.id == self._selected:
            painter.fillRect(line, ink.selected)
            painter.fillRect(QRectF(line.left(), line.top(), _EDGE, line.height()), ink.accent)
        elif row.id == self._hovered:
            painter.fillRect(line, ink.track)

        def at(place: tuple[float, float]) -> QRectF:
            return QRectF(place[0], line.top(), place[1], line.height())

        write(painter, at(places.rank), str(row.rank), look.small_strong, ink.text, right=True)
        write(painter, at(places.name), row.name, look.small, ink.text)
        for column, (share, (left, width)) in enumerate(zip(row.shares, places.cells, strict=True)):
            cell = QRectF(left, line.top() + 1, width - 1, line.height() - 2)
            self._cells.append((cell.adjusted(0, -1, 1, 1), index, column))
            if self._is_rest(column):
                # Many ranks together are no rank: a number, so that they do not outshine those that are.
                text = share_text(share).removesuffix(" %")
                write(painter, cell.adjusted(0, 0, -4, 0), text, look.small, ink.quiet, right=True)
            else:
                self._draw_cell(painter, cell, share)
        for place, share, face in zip(
            places.chances, (row.p_first, row.p_top3), (look.small_strong, look.small), strict=False
        ):
            seldom = share < SELDOM
            colour = ink.quiet if seldom else ink.text
            write(painter, at(place), share_text(share), look.small if seldom else face, colour, right=True)
        write(painter, at(places.chances[-1]), row.interval, look.small, ink.text, right=True)

    def _is_rest(self, column: int) -> bool:
        return self.shown is not None and self.shown.columns[column].endswith("+")

    def _draw_cell(self, painter: QPainter, cell: QRectF, share: float) -> None:
        if share < SELDOM:
            painter.fillRect(cell, self.look.ink.raised)
            return
        colour = self.ramp.colour(share)
        painter.fillRect(cell, colour)
        text = f"{100 * share:.0f}"
        width = self.look.small.width(text)
        if share >= LABELLED and width <= cell.width():
            middle = QRectF(cell.center().x() - width / 2, cell.top(), width + 1, cell.height())
            write(painter, middle, text, self.look.small, text_on(colour))

    def _draw_headings(self, painter: QPainter, area: QRectF, places: Places) -> None:
        assert self.shown is not None
        ink, small = self.look.ink, self.look.small
        top = max(area.top(), float(self._scrolled))
        band = QRectF(0, top, self.width() + area.right(), self._heading_height)
        painter.fillRect(band, ink.panel)
        line = QRectF(area.left(), top, 0, self._heading_height - 4)
        room = QRectF(area.left(), top, places.cells[0][0] - GAP - area.left(), line.height())
        for text in (self.tr("% of weightings at rank"), self.tr("% at rank"), ""):
            if small.width(text) <= room.width():
                write(painter, room, text, small, ink.quiet, right=True)
                break
        for text, (left, wide) in zip(self.shown.columns, places.cells, strict=True):
            width = small.width(text)
            middle = left + (wide - width) / 2 - 0.5
            write(painter, QRectF(middle, top, width + 1, line.height()), text, small, ink.quiet)
        for place, text in zip(
            places.chances, (self.tr("First"), self.tr("Top 3"), self.tr("Ranks")), strict=True
        ):
            write(painter, QRectF(place[0], top, place[1], line.height()), text, small, ink.quiet, right=True)
        painter.fillRect(QRectF(area.left(), band.bottom() - 3, area.width(), 1), ink.line)

    def picture(self) -> QImage:
        """The chart with its sentence, unscrolled."""
        scrolled, self._scrolled = self._scrolled, 0
        image = super().picture()
        self._scrolled = scrolled
        return image

    def sizeHint(self) -> QSize:
        """As large as the drawer allows."""
        return QSize(600, 320)

    # Pointer ----------------------------------------------------------------------------------------------

    def words_at(self, position: QPointF) -> str:
        """What is under a position: a cell, or else its row."""
        if self.shown is None:
            return ""
        for cell, row, column in self._cells:
            if cell.contains(position):
                return self.shown.cell_words(row, column)
        index = self.target_at(position)
        return self.targets[index].words if index >= 0 else ""

    def event(self, event: QEvent) -> bool:
        """Explain the cell under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if words := self.words_at(QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is hovered everywhere."""
        super().mouseMoveEvent(event)
        index = self.target_at(event.position())
        self.hovered_location.emit(self.targets[index].key if index >= 0 else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self.hovered_location.emit("")

    def chosen(self, target: Target) -> None:
        """Select the location of a row."""
        self.chosen_location.emit(target.key)
