"""What weighs and what decides: two bars a criterion."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from advisor.ui.charts.chart import Chart, Target
from advisor.ui.charts.chart_paint import Scale, block, hair
from advisor.ui.look.row_paint import write
from advisor.views.certainty.diagnostics_figures import Diagnostics, Influence
from advisor.views.look.theme import GAP, theme_colour
from advisor.words.formatting import percent_text

_BAR = 6
_FAINT = 100  # of 255
_LEAST_ROW, _MOST_ROW = 20, 30


class InfluenceChart(Chart):
    """Nominal against effective weight of the criteria that matter most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.shown: Diagnostics | None = None
        super().__init__("Weight and influence", parent)

    @property
    def is_empty(self) -> bool:
        """Whether scores do not differ."""
        return self.shown is None or not self.shown.influences

    def sentence(self) -> str:
        """Which criterion decides more than it weighs."""
        return self.shown.influences_sentence if self.shown else ""

    def table(self) -> str:
        """The chart's numbers, tabs between cells."""
        return self.shown.influences_text if self.shown else ""

    def show_diagnostics(self, shown: Diagnostics | None) -> None:
        """Show another ranking's."""
        self.shown = shown
        rows = len(shown.influences) if shown else 0
        self.setMinimumHeight(round(rows * _LEAST_ROW + 3 * self.look.plain.height + 24))
        self.show_nothing(self.tr("The scores do not differ, so nothing decides."))

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw a criterion a row: a pale bar for its weight, a full one for its effect."""
        if self.shown is None:
            return
        small, ink = self.look.small, self.look.ink
        rows = self.shown.influences
        name = min(area.width() * 0.48, max(small.width(one.name) for one in rows) + 2)
        low = min(0.0, *(one.effect for one in rows))
        high = max(0.01, *(max(one.weight, one.effect) for one in rows))
        columns = self._headings(painter, area)
        scale = Scale(low, high, area.left() + name + GAP, columns[0].left() - GAP)
        top = area.top() + small.height + 8
        height = min(_MOST_ROW, max(_LEAST_ROW, (area.bottom() - top) / len(rows)))
        for index, one in enumerate(rows):
            line = QRectF(area.left(), top + index * height, area.width(), height)
            self.targets.append(Target(line, self._words(one)))
            write(painter, QRectF(line.left(), line.top(), name, line.height()), one.name, small, ink.text)
            self._bars(painter, line, one, scale)
            for column, share in zip(columns, (one.weight, one.effect), strict=True):
                place = QRectF(column.left(), line.top(), column.width(), line.height())
                write(painter, place, _signed(share), small, ink.text, right=True)
        axis = scale.at(0.0)
        hair(
            painter,
            ink.line,
            QRectF(axis, top, 0, 0).topLeft(),
            QRectF(axis, top + len(rows) * height, 0, 0).topLeft(),
        )

    def _bars(self, painter: QPainter, line: QRectF, one: Influence, scale: Scale) -> None:
        middle, zero, end = line.center().y(), scale.at(0.0), scale.at(one.effect)
        block(painter, QRectF(zero, middle - _BAR, scale.at(one.weight) - zero, _BAR), self._pale)
        full = QRectF(min(zero, end), middle, abs(end - zero), _BAR)
        block(painter, full, QColor(theme_colour(one.theme)))

    def _headings(self, painter: QPainter, area: QRectF) -> tuple[QRectF, QRectF]:
        """The two columns of figures, each headed by what its bar looks like."""
        small, ink = self.look.small, self.look.ink
        columns, right = [], area.right()
        for colour, text in ((self.look.whole, self.tr("decides")), (self._pale, self.tr("weighs"))):
            width = small.width(text) + 16
            column = QRectF(right - width, area.top(), width, small.height + 4)
            block(painter, QRectF(column.left(), column.center().y() - _BAR / 2, 10, _BAR), colour)
            write(painter, column, text, small, ink.quiet, right=True)
            columns.append(column)
            right -= width + GAP
        return columns[1], columns[0]

    @property
    def _pale(self) -> QColor:
        colour = QColor(self.look.ink.quiet)
        colour.setAlpha(_FAINT)
        return colour

    def _words(self, one: Influence) -> str:
        weighs = self.tr("{0} weighs {1}").format(one.name, percent_text(one.weight))
        if one.effect < 0:
            return self.tr("{0}, yet the ranking runs against it: who is good at it is ranked low.").format(
                weighs
            )
        return self.tr("{0} and makes {1} of what tells the ranked locations apart.").format(
            weighs, percent_text(one.effect)
        )


def _signed(share: float) -> str:
    return percent_text(share).replace("-", "\N{MINUS SIGN}")
