"""Two stacked bars over one scale: the work at home, and the work at the location."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from advisor.ui.charts.chart_paint import Scale, block, hair, spread
from advisor.ui.cost.cost_chart import CostChart, Target
from advisor.ui.look.row_paint import write
from advisor.views.cost.cost_components import (
    Part,
    components,
    components_sentence,
    components_table,
    part_lines,
)
from advisor.views.cost.cost_money import money_range, money_text
from advisor.views.look.theme import GAP

_SEAM = 1.0
_LABEL_GAP = 14.0
_LEAST_BAR, _MOST_BAR = 16.0, 44.0


class ComponentsChart(CostChart):
    """What the whole cost is made of."""

    def __init__(self) -> None:
        super().__init__("Components")

    def sentence(self) -> str:
        """How much of the cost is not pay."""
        return components_sentence(self.view) if self.view else ""

    def table(self) -> str:
        """Every line of the cost."""
        return components_table(self.view) if self.view else ""

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Names of the layers above the first bar and below the second."""
        view = self.view
        if view is None:
            return
        parts = components(view)
        look = self.look
        rows = [(view.name, [part.away for part in parts])]
        if not view.is_home:
            rows.insert(0, (view.home_name, [part.at_home for part in parts]))
        names = min(area.width() * 0.24, max(look.strong.width(name) for name, _ in rows) + 1.5 * GAP)
        spread_text = money_range(*(view.three("total")[at] for at in (0, 2)))
        # The layers are likely amounts: their sum is not the median that the key figures show.
        totals = [self.tr("{} likely").format(money_text(sum(amounts))) for _, amounts in rows]
        ends = max(look.strong.width(text) for text in totals)
        ends = max(ends, look.small.width(spread_text)) + 1.5 * GAP
        low = min(0.0, *(sum(min(0.0, a) for a in amounts) for _, amounts in rows))
        high = max(sum(max(0.0, a) for a in amounts) for _, amounts in rows)
        scale = Scale(low, high, area.left() + names, area.right() - ends)
        captions = 2 * look.small.height + 10
        room = area.height() - captions * len(rows) - GAP * (len(rows) - 1)
        bar = max(_LEAST_BAR, min(_MOST_BAR, room / len(rows)))
        top = area.top() + max(0.0, (room - bar * len(rows)) / 3)
        for at, (name, amounts) in enumerate(rows):
            above = at == 0 and len(rows) > 1
            bar_top = top + captions if above else top
            line = QRectF(scale.start, bar_top, scale.end - scale.start, bar)
            title = QRectF(area.left(), bar_top, names - GAP, bar)
            write(painter, title, name, look.strong, look.ink.text)
            right = self._stack(painter, line, scale, parts, amounts)
            total = totals[at]
            beside = QRectF(right + GAP, bar_top, ends + 40, bar)
            if at == len(rows) - 1 and bar >= 2 * look.small.height and not view.is_home:
                half = beside.height() / 2
                write(painter, beside.adjusted(0, 0, 0, -half), total, look.strong, look.ink.text)
                write(painter, beside.adjusted(0, half, 0, 0), spread_text, look.small, look.ink.quiet)
            else:
                write(painter, beside, total, look.strong, look.ink.text)
            whole = QRectF(scale.start, area.top(), area.right() - scale.start, 0)
            self._captions(painter, line, whole, scale, parts, amounts, above)
            top = bar_top + bar + GAP
        zero = scale.at(0.0)
        hair(painter, look.ink.quiet, QPointF(zero, area.top() + captions - 4), QPointF(zero, top - GAP + 4))

    def _stack(
        self, painter: QPainter, line: QRectF, scale: Scale, parts: tuple[Part, ...], amounts: list[float]
    ) -> float:
        """Draw the layers; returns the right end."""
        for part, left, right in self._spans(scale, parts, amounts):
            area = QRectF(left, line.top(), max(1.0, right - left - _SEAM), line.height())
            block(painter, area, self.look.parts[part.id])
            self.targets.append(Target(area, "\n".join([part.label, *part_lines(part)])))
        return scale.at(sum(max(0.0, amount) for amount in amounts))

    def _spans(
        self, scale: Scale, parts: tuple[Part, ...], amounts: list[float]
    ) -> list[tuple[Part, float, float]]:
        """Left and right end of each layer; what is below zero stands left of it."""
        spans, up, down = [], 0.0, 0.0
        for part, amount in zip(parts, amounts, strict=True):
            if amount > 0:
                spans.append((part, scale.at(up), scale.at(up + amount)))
                up += amount
            elif amount < 0:
                spans.append((part, scale.at(down + amount), scale.at(down)))
                down += amount
        return spans

    def _captions(
        self,
        painter: QPainter,
        line: QRectF,
        whole: QRectF,
        scale: Scale,
        parts: tuple[Part, ...],
        amounts: list[float],
        above: bool,
    ) -> None:
        look = self.look
        figures = {part.id: money_text(amount) for part, amount in zip(parts, amounts, strict=True)}
        spans = sorted(self._spans(scale, parts, amounts), key=lambda span: span[1])

        def wanted(part: Part) -> float:
            return max(look.small.width(part.label), look.small_strong.width(figures[part.id])) + _LABEL_GAP

        while sum(wanted(part) for part, _, _ in spans) > whole.width():
            spans.remove(min(spans, key=lambda span: span[2] - span[1]))  # the hover still names it
        widths = [wanted(part) for part, _, _ in spans]
        middles = [(left + right) / 2 for _, left, right in spans]
        starts = spread(middles, widths, whole.left(), whole.right())
        height = look.small.height
        near = line.top() - 3 if above else line.bottom() + 3
        for (part, _, _), middle, left, width in zip(spans, middles, starts, widths, strict=True):
            text = QRectF(left, near - 2 * height - 3 if above else near + 3, width - _LABEL_GAP + 4, height)
            tick = min(max(middle, left + 2), left + width - _LABEL_GAP - 2)
            edge = line.top() - 1 if above else line.bottom() + 1
            painter.setPen(look.ink.quiet)
            painter.drawLine(QPointF(middle, edge), QPointF(tick, near + (-2 if above else 2)))
            write(painter, text, part.label, look.small, look.ink.quiet)
            write(painter, text.translated(0, height), figures[part.id], look.small_strong, look.ink.text)
