"""How the bars of the clock view are painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from advisor.ui.look.row_paint import Ink, Type, write
from advisor.views.clock.clock_figure import ClockFigure, ClockRow
from advisor.views.clock.clock_texts import away_text, day_text
from advisor.views.look.theme import Look
from advisor.words.formatting import UNKNOWN, hours_text

_PAD = 12.0
_HOUR_STEPS = (3, 6)
_ROOMY = 34.0  # from this height of a row on, figures are large enough for a room
_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class ClockPainter:
    """Colours and type of one look."""

    def __init__(self, look: Look, font: QFont) -> None:
        half, bold = QFont.Weight.DemiBold, QFont.Weight.Bold
        self.ink = Ink.of(look)
        self.name = Type(font, look.base, half)
        self.large = Type(font, look.base + 3, bold)
        self.huge = Type(font, look.base + 7, bold)
        self.plain = Type(font, look.base)
        self.small = Type(font, look.small)
        self.day, self.night = QColor(look.clock.day), QColor(look.clock.night)
        self.work, self.work_edge = QColor(look.clock.work), QColor(look.clock.work_edge)
        self.overlap, self.overlap_edge = QColor(look.clock.overlap), QColor(look.clock.overlap_edge)
        self.inside, self.hatch = QColor(look.clock.text), QColor(look.clock.hatch)
        self.home = QColor(look.home)
        self.least_row = look.base + 6.0

    @property
    def axis_height(self) -> float:
        """Room for the hours above the first bar."""
        return round(self.small.height) + 6.0

    def axis(self, painter: QPainter, columns: Columns, figure: ClockFigure, bottom: float) -> None:
        """Hours of home time, and what the figures at the right are."""
        top = self.axis_height
        hours = dict(figure.rows[0].bar.hours)
        room = columns.wide / 24
        step = _HOUR_STEPS[0] if room * 3 > self.small.width("00:00") + 8 else _HOUR_STEPS[1]
        for minute, hour in hours.items():
            if hour % step:
                continue
            x = columns.x(minute, figure.length)
            painter.setPen(QPen(self.ink.line, 1.0))
            painter.drawLine(QPointF(x, top - 3), QPointF(x, bottom))
            text, width = f"{hour:02d}", self.small.width("00")
            write(
                painter,
                QRectF(x - width / 2, 2, width + 2, self.small.height),
                text,
                self.small,
                self.ink.quiet,
            )
        swatches = (self.overlap, self.night, None)
        for (left, width), text, hue in zip(columns.figures, columns.captions, swatches, strict=True):
            area = QRectF(left, 2, width, self.small.height)
            write(painter, area, text, self.small, self.ink.quiet, right=True)
            if hue is not None:
                side = 9.0
                at = area.right() - self.small.width(text) - side - 5
                painter.setPen(QPen(self.ink.quiet, 0.75))
                painter.setBrush(hue)
                painter.drawRect(QRectF(at, area.center().y() - side / 2, side, side))
        area = QRectF(_PAD, 2, columns.left - 2 * _PAD, self.small.height)
        write(painter, area, "Home time", self.small, self.ink.quiet)

    def row(
        self,
        painter: QPainter,
        columns: Columns,
        figure: ClockFigure,
        index: int,
        area: QRectF,
        *,
        is_marked: bool,
    ) -> None:
        """One place: name, bar, figures."""
        row, ink = figure.rows[index], self.ink
        if is_marked:
            painter.fillRect(area, ink.selected)
        self._name(painter, columns, row, area, is_home=index == 0)
        height = min(area.height() - 6, 40.0)
        bar = QRectF(columns.left, area.center().y() - height / 2, columns.wide, height)
        self._bar(painter, bar, figure, row)
        if index:
            self._figures(painter, columns, row, area)
        else:
            painter.setPen(QPen(self.home, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)

    def focus(self, painter: QPainter, area: QRectF) -> None:
        """The keyboard is here."""
        painter.setPen(QPen(self.ink.accent, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _name(
        self, painter: QPainter, columns: Columns, row: ClockRow, area: QRectF, *, is_home: bool
    ) -> None:
        room = QRectF(_PAD, area.top(), columns.left - 2 * _PAD, area.height())
        away = "home" if is_home else away_text(row.bar.offset_from_home)
        second = " \N{MIDDLE DOT} ".join((row.place.hub, away))
        if row.holiday:
            second = f"holiday: {row.holiday}"
        name, small = self.name.height, self.small.height
        if area.height() >= name + small:
            top = area.center().y() - (name + small) / 2
            write(
                painter,
                QRectF(room.left(), top, room.width(), name),
                row.place.name,
                self.name,
                self.ink.text,
            )
            below = QRectF(room.left(), top + name, room.width(), small)
            write(painter, below, second, self.small, self.ink.quiet)
            return
        short = "" if is_home or not row.bar.offset_from_home else away.replace(" h", "h").replace(" ", "")
        width = self.small.width(short) + 2
        write(painter, room.adjusted(0, 0, -width - 6, 0), row.place.name, self.name, self.ink.text)
        write(painter, room, short, self.small, self.ink.quiet, right=True)

    def _bar(self, painter: QPainter, bar: QRectF, figure: ClockFigure, row: ClockRow) -> None:
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(bar, 4, 4)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillRect(bar, self.day)
        for span in row.bar.night:
            painter.fillRect(self._part(bar, figure, span), self.night)
        for span in row.bar.work:
            self._block(painter, self._part(bar, figure, span), self.work, self.work_edge)
        for span in row.bar.overlap:
            self._block(painter, self._part(bar, figure, span), self.overlap, self.overlap_edge)
        hatch = QBrush(self.hatch, Qt.BrushStyle.BDiagPattern)
        for span in row.bar.work:
            for night in row.bar.night:
                both = (max(span[0], night[0]), min(span[1], night[1]))
                if both[0] < both[1]:
                    painter.fillRect(self._part(bar, figure, both), hatch)
        self._midnights(painter, bar, figure, row)
        for span in row.bar.work:
            self._ends(painter, bar, figure, row, span)
        painter.restore()

    def _block(self, painter: QPainter, area: QRectF, fill: QColor, edge: QColor) -> None:
        """Time in its colour, outlined where the colour alone is too near what it stands on."""
        painter.fillRect(area, fill)
        if edge != fill:
            painter.setPen(QPen(edge, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _part(self, bar: QRectF, figure: ClockFigure, span: tuple[int, int]) -> QRectF:
        scale = bar.width() / figure.length
        return QRectF(bar.left() + span[0] * scale, bar.top(), (span[1] - span[0]) * scale, bar.height())

    def _midnights(self, painter: QPainter, bar: QRectF, figure: ClockFigure, row: ClockRow) -> None:
        """A line where the date changes there, with the weekday that begins."""
        for count, minute in enumerate(row.bar.midnights, 1):
            x = bar.left() + minute * bar.width() / figure.length
            painter.setPen(QPen(self.ink.text, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, bar.top()), QPointF(x, bar.bottom()))
            text = _WEEK[(row.bar.first_date.weekday() + count) % 7]
            is_free = not any(a - 40 < minute + 60 and minute < b for a, b in row.bar.work)
            if is_free and x + self.small.width(text) + 6 < bar.right():
                area = QRectF(x + 4, bar.top(), self.small.width(text) + 2, bar.height())
                write(painter, area, text, self.small, self.ink.text)

    def _ends(
        self, painter: QPainter, bar: QRectF, figure: ClockFigure, row: ClockRow, span: tuple[int, int]
    ) -> None:
        """Local start and end of a shift inside its own bar, where there is room."""
        part = self._part(bar, figure, span).adjusted(5, 0, -5, 0)
        hours = row.place.schedule.hours
        start, _, end = str(hours).partition("-")
        is_whole = span[1] - span[0] == hours.length
        both = f"{start}\N{EN DASH}{end}"
        if is_whole and self.plain.width(both) <= part.width():
            write(painter, part, both, self.plain, self.inside)

    def _figures(self, painter: QPainter, columns: Columns, row: ClockRow, area: QRectF) -> None:
        place, ink = row.place, self.ink
        shared = hours_text(row.minutes / 60) if row.bar.work or row.minutes else UNKNOWN
        night = hours_text(place.night)
        cells = (
            (
                shared,
                self.large if area.height() < _ROOMY else self.huge,
                ink.text if row.minutes else ink.quiet,
            ),
            (night, self.plain, ink.warning if place.night else ink.quiet),
            (f"{place.cover:.0f} %", self.plain, ink.text),
        )
        for (left, width), (text, face, colour) in zip(columns.figures, cells, strict=False):
            box = QRectF(left, area.top(), width, area.height())
            write(painter, box, text, face, colour, right=True)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand from left to right, in pixels.

    Attributes:
        left: where the bars begin.
        wide: length of the axis.
        figures: left edge and width of each figure.
        captions: what each figure is.
    """

    left: float
    wide: float
    figures: tuple[tuple[float, float], ...]
    captions: tuple[str, ...]

    @classmethod
    def of(cls, width: float, paint: ClockPainter) -> Columns:
        """Columns for a width and a look."""
        captions = ("Overlap", "Night", "Cover")
        wants = (
            max(
                paint.huge.width("2 h 30"), paint.large.width("12 h 45"), paint.small.width(captions[0]) + 14
            ),
            max(paint.plain.width("8 h 45"), paint.small.width(captions[1]) + 14),
            max(paint.plain.width("100 %"), paint.small.width(captions[2])),
        )
        right, found = width - _PAD, []
        for want in reversed(wants):
            found.append((right - want, want))
            right -= want + _PAD
        left = min(max(0.23 * width, 10.0 * paint.name.font.pixelSize()), 260.0)
        return cls(left, max(120.0, right - left), tuple(reversed(found)), captions)

    def x(self, minute: float, length: int) -> float:
        """Where a minute of the axis stands."""
        return self.left + self.wide * minute / length


def row_tip(figure: ClockFigure, index: int) -> str:
    """A row in words."""
    row = figure.rows[index]
    place = row.place
    lines = [
        f"{place.name}, {place.hub} ({row.bar.zone}), {day_text(figure.day)} at home",
        f"Works {place.schedule.hours} on its own clock, closed {place.schedule.weekend}.",
    ]
    if index:
        lines.append(f"Shares {hours_text(row.minutes / 60)} with home on this date.")
        lines.append(f"{hours_text(place.night)} of its shift lie between 22:00 and 06:00.")
    lines.append(f"Covers {place.cover:.0f} % of the service window in the year.")
    if row.holiday:
        lines.append(f"Public holiday there: {row.holiday}. Hours are counted as if it were none.")
    return "\n".join(lines)
