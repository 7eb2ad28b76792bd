"""Ranks by every method side by side, shaded by how far each lies from the ranking in force."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from advisor.ui.charts.chart import Chart, Target
from advisor.ui.charts.chart_paint import hair
from advisor.ui.look.row_paint import write
from advisor.views.compare.opinion_figures import Opinions, RankRow
from advisor.views.look.theme import GAP

_FAR = 40  # ranks away at which a cell has its full shade
_SHADE = 0.42
_NAMED = 0.3  # part of the width for names, at most


class OpinionsChart(Chart):
    """A table of ranks: locations down, methods across."""

    def __init__(self) -> None:
        self.opinions: Opinions | None = None
        self.marked: tuple[int, ...] = ()
        super().__init__("Second opinions")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.opinions is None

    def show_opinions(self, opinions: Opinions | None, marked: tuple[int, ...] = ()) -> None:
        """Draw other opinions, with the rows of the two compared in bold."""
        self.opinions, self.marked = opinions, marked
        self.show_nothing(self.tr("The other methods are being asked …"))
        self._fit()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        super()._dress()
        self._fit()

    def sentence(self) -> str:
        """Who is first by how many methods, and how far they agree."""
        return self.opinions.sentence if self.opinions else ""

    def table(self) -> str:
        """Ranks as tab-separated text."""
        return self.opinions.table() if self.opinions else ""

    @property
    def _row(self) -> float:
        return self.look.plain.height + 3

    def _fit(self) -> None:
        rows = len(self.opinions.rows) if self.opinions else 0
        self.setMinimumHeight(round(3 * self.look.plain.height + (rows + 1) * self._row + 3 * GAP))

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Headings with agreement, then a line for each location."""
        told = self.opinions
        if told is None or not told.rows:
            return
        ink, look = self.look.ink, self.look
        longest = max(look.strong.width(row.name) for row in told.rows) + 2 * GAP
        name = min(longest, _NAMED * area.width())
        column = (area.width() - name) / (1 + len(told.verdicts))
        heads = [(told.headline, self.tr("in force"), "")]
        heads += [(v.name, f"tau {v.tau_text}", f"{v.name}: {v.meaning}") for v in told.verdicts]
        fits = all(look.small_strong.width(head[0]) < column for head in heads)
        for place, (title, agreement, words) in enumerate(heads):
            cell = QRectF(area.left() + name + place * column, area.top(), column, look.small.height)
            face = look.small_strong
            said = title if fits or not place else told.verdicts[place - 1].short_name
            write(painter, _centred(cell, face.width(said)), said, face, ink.text)
            below = cell.translated(0, look.small.height)
            write(painter, _centred(below, look.small.width(agreement)), agreement, look.small, ink.quiet)
            if words:
                self.targets.append(Target(cell.united(below), words))
        top = area.top() + 2 * look.small.height + 3
        hair(painter, ink.line, QPointF(area.left(), top), QPointF(area.right(), top))
        for place, row in enumerate(told.rows):
            line = QRectF(area.left(), top + 2 + place * self._row, area.width(), self._row)
            self._draw_row(painter, line, row, name, column)

    def _draw_row(self, painter: QPainter, line: QRectF, row: RankRow, name: float, column: float) -> None:
        ink, look = self.look.ink, self.look
        bold = row.row in self.marked
        face = look.strong if bold else look.plain
        write(painter, QRectF(line.left(), line.top(), name - GAP, line.height()), row.name, face, ink.text)
        for place, rank in enumerate((row.headline, *row.ranks)):
            cell = QRectF(line.left() + name + place * column, line.top(), column, line.height())
            apart = rank - row.headline
            self._shade(painter, cell, apart)
            text = str(rank)
            write(painter, _centred(cell, face.width(text)), text, face, ink.text)
        told = self.opinions
        assert told is not None
        ranks = ", ".join(f"{v.name} {rank}" for v, rank in zip(told.verdicts, row.ranks, strict=True))
        self.targets.append(Target(line, f"{row.name}: {told.headline} {row.headline}, {ranks}"))

    def _shade(self, painter: QPainter, cell: QRectF, apart: int) -> None:
        """Worse ranks are shaded in the tone of warnings, better ones in that of actions; far ones more."""
        if not apart:
            return
        shade = QColor(self.look.ink.warning if apart > 0 else self.look.ink.accent)
        shade.setAlphaF(_SHADE * min(1.0, (abs(apart) / _FAR) ** 0.6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(cell.adjusted(2, 1, -2, -1), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _centred(cell: QRectF, width: float) -> QRectF:
    room = max(0.0, (cell.width() - width) / 2)
    return cell.adjusted(room, 0, -room + 1, 0)
