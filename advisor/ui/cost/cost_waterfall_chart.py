"""From the wage gap to the true saving, one row a step."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from advisor.ui.charts.chart_paint import Scale, block, hair
from advisor.ui.cost.cost_chart import CostChart, Target
from advisor.ui.look.row_paint import write
from advisor.views.cost.cost_money import money_text
from advisor.views.cost.cost_waterfall import Fall, waterfall, waterfall_sentence, waterfall_table
from advisor.views.look.theme import GAP

_LABELS = 0.34  # of the width, at most
_MOST_ROW = 26.0


class WaterfallChart(CostChart):
    """What each cost gives or takes back."""

    def __init__(self) -> None:
        super().__init__("Waterfall")

    def sentence(self) -> str:
        """Wage-only saving against the true one."""
        return waterfall_sentence(self.view) if self.view else ""

    def table(self) -> str:
        """Every step."""
        return waterfall_table(self.view) if self.view else ""

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """As many rows as can be read; the others are merged by group."""
        if self.view is None:
            return
        look = self.look
        falls = waterfall(self.view, int(area.height() // (look.small.height + 2)))
        row = min(_MOST_ROW, area.height() / len(falls))
        face, strong = (
            (look.plain, look.strong) if row >= look.plain.height else (look.small, look.small_strong)
        )
        names = min(area.width() * _LABELS, max(face.width(fall.label) for fall in falls) + 2 * GAP)
        texts = [self._text(fall) for fall in falls]
        numbers = max(strong.width(text) for text in texts) + GAP
        levels = [0.0, *(fall.start for fall in falls), *(fall.end for fall in falls)]
        scale = Scale(min(levels), max(levels), area.left() + names + numbers, area.right() - 2)
        bottom = area.top() + row * len(falls)
        hair(painter, look.ink.quiet, QPointF(scale.at(0), area.top() + 1), QPointF(scale.at(0), bottom - 1))
        for at, fall in enumerate(falls):
            line = QRectF(area.left(), area.top() + at * row, area.width(), row)
            used = strong if fall.is_whole else face
            write(painter, QRectF(line.left(), line.top(), names - GAP, row), fall.label, used, look.ink.text)
            number = QRectF(line.left() + names - GAP, line.top(), numbers, row)
            write(painter, number, texts[at], strong, look.ink.text, right=True)
            ends = sorted((scale.at(fall.start), scale.at(fall.end)))
            gap = max(1.0, row * 0.14)
            bar = QRectF(ends[0], line.top() + gap, ends[1] - ends[0], row - 2 * gap)
            colour = look.whole if fall.is_whole else look.gives if fall.amount > 0 else look.takes
            block(painter, bar, colour)
            self.targets.append(Target(line, self._words(fall)))
        for at, (before, _after) in enumerate(pairwise(falls)):
            x, y = scale.at(before.end), area.top() + (at + 1) * row
            gap = max(1.0, row * 0.14)
            hair(painter, look.ink.quiet, QPointF(x, y - gap), QPointF(x, y + gap))

    @staticmethod
    def _text(fall: Fall) -> str:
        text = money_text(fall.amount)
        return text if fall.is_whole or fall.amount <= 0 else f"+{text}"

    @staticmethod
    def _words(fall: Fall) -> str:
        verb = "adds" if fall.amount > 0 else "takes back"
        if fall.is_whole:
            return f"{fall.label}: {money_text(fall.amount)}"
        lines = [f"{fall.label} {verb} {money_text(abs(fall.amount))}, which leaves {money_text(fall.end)}"]
        if len(fall.steps) > 1:
            lines += [f"{step.label}: {money_text(step.amount)}" for step in fall.steps]
        return "\n".join(lines)
