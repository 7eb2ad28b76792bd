"""What sets two locations apart: bars to both sides of a line, each with the figures behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter

from advisor.ui.charts.chart import Chart, Target
from advisor.ui.charts.chart_paint import block, hair
from advisor.ui.look.row_paint import Type, theme_colours, write
from advisor.views.compare.compare_figures import LEAST_POINTS, Comparison, Difference
from advisor.views.look.theme import GAP
from advisor.words.formatting import in_sentence

_LEAST_BAR = 64.0  # pixels
_WIDE, _NAME_ROOM = 24, 6  # times the height of a line: halves, and names over figures
_POINTS_ROOM = "00.0"
_FIGURE_ROOM = "0000"
_BAR = 0.55  # height of a bar as a part of its row


class DifferenceChart(Chart):
    """Contributions to the lead, those for the first location on the left, for the second on the right.

    Signals:
        criterion_chosen: id of the criterion that was clicked.
    """

    criterion_chosen = Signal(str)

    def __init__(self) -> None:
        self._pair: Comparison | None = None
        self.bars: dict[str, float] = {}  # criterion to length of its bar, pixels
        super().__init__("Difference")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self._pair is None

    def show_pair(self, pair: Comparison | None) -> None:
        """Draw another comparison."""
        self._pair = pair
        self.show_nothing(self.tr("There is no second location to compare with."))
        self._fit()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        super()._dress()
        self._fit()

    def sentence(self) -> str:
        """Who leads, on what, and what would change that."""
        return self._pair.sentence if self._pair else ""

    def table(self) -> str:
        """The differences as tab-separated text."""
        return self._pair.table if self._pair else ""

    def chosen(self, target: Target) -> None:
        """A click asks what if the figure were another."""
        if target.key:
            self.criterion_chosen.emit(target.key)

    # Drawing ------------------------------------------------------------------------------------------

    @property
    def _row(self) -> float:
        return self.look.plain.height + 5

    def _fit(self) -> None:
        """Ask for the height that all bars take."""
        if self._pair is None:
            self.setMinimumHeight(80)
            return
        rows = max(map(len, self._sides(self._pair)), default=0)
        self.setMinimumHeight(round(2 * self.look.plain.height + (rows + 2.5) * self._row + 2 * GAP))

    @staticmethod
    def _sides(pair: Comparison) -> tuple[list[Difference], list[Difference]]:
        left = [d for d in pair.differences if d.points >= LEAST_POINTS]
        right = [d for d in reversed(pair.differences) if d.points <= -LEAST_POINTS]
        return left, right

    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Both sides, the line between them, and what makes no difference."""
        pair = self._pair
        if pair is None:
            return
        sides = self._sides(pair)
        self.bars = {}
        most = max((abs(d.points) for side in sides for d in side), default=1.0)
        middle = round(area.center().x())
        rows = max(map(len, sides))
        half = middle - area.left()
        widths = [self._widths(half, side) for side in sides]
        bar = min(half - name - 2 * figure - GAP for name, figure in widths)  # one scale for both sides
        for side, wide, left in zip(sides, widths, (True, False), strict=True):
            start = area.left() if left else middle
            heading = self._columns(QRectF(start, area.top(), half, self._row), wide, bar, left)
            self._draw_heading(painter, heading, pair, half, left)
            for place, difference in enumerate(side):
                top = area.top() + self._row * (place + 1.25)
                columns = self._columns(QRectF(start, top, half, self._row), wide, bar, left)
                self._draw_row(painter, columns, difference, most, left)
        bottom = area.top() + self._row * (rows + 1.25)
        hair(painter, self.look.ink.quiet, QPointF(middle, area.top() + self._row), QPointF(middle, bottom))
        self._draw_rest(painter, QRectF(area.left(), bottom, area.width(), self._row), pair)

    def _widths(self, width: float, side: Sequence[Difference]) -> tuple[float, float]:
        """How wide names and figures of one side are; the bar gets what is left."""
        plain, small = self.look.plain, self.look.small
        texts = [text for d in side for text in (d.first, d.second)]
        heads = [small.width(head) for head in self._heads(width >= _WIDE * plain.height)]
        figure = max([small.width(_FIGURE_ROOM), *heads, *map(small.width, texts)]) + GAP
        least = _LEAST_BAR + self.look.small_strong.width(_POINTS_ROOM) + GAP
        wanted = max([0.0, *(plain.width(d.name) for d in side)]) + 2
        return max(40.0, min(wanted, width - 2 * figure - least - GAP)), figure

    def _columns(
        self, half: QRectF, widths: tuple[float, float], bar: float, left: bool
    ) -> tuple[QRectF, ...]:
        """Where name, both figures, and bar with its points stand."""
        name, figure = widths
        at = half.left() if left else half.right() - name - 2 * figure
        places = [(at, name), (at + name, figure), (at + name + figure, figure)]
        places.append((half.right() - bar, bar) if left else (half.left(), bar))
        return tuple(QRectF(x, half.top(), width, half.height()) for x, width in places)

    def _heads(self, wide: bool) -> tuple[str, str]:
        """Over the figures: names where there is room for them, ids where not."""
        pair = self._pair
        assert pair is not None
        ids = pair.assessment.pack.location_ids
        names = [pair.name(row) for row in (pair.a, pair.b)]
        if not wide or max(map(self.look.small.width, names)) > _NAME_ROOM * self.look.small.height:
            return ids[pair.a], ids[pair.b]
        return names[0], names[1]

    def _titles(self, pair: Comparison, room: float) -> tuple[tuple[str, str], Type]:
        """The sum of each side with its location, both in the same form and the largest that fits."""
        points = [d.points for d in pair.differences]
        sums = (sum(p for p in points if p > 0), -sum(p for p in points if p < 0))
        ids = pair.assessment.pack.location_ids
        forms = ((pair.name(pair.a), pair.name(pair.b)), (ids[pair.a], ids[pair.b]))
        found = ("", ""), self.look.small_strong
        for names in forms:
            titles = (f"{names[0]}: {sums[0]:.1f}", f"{names[1]}: {sums[1]:.1f}")
            for face in (self.look.strong, self.look.small_strong):
                found = titles, face
                if max(map(face.width, titles)) < room:
                    return found
        return found

    def _draw_heading(
        self, painter: QPainter, columns: tuple[QRectF, ...], pair: Comparison, half: float, left: bool
    ) -> None:
        ink = self.look.ink
        _name, first, second, bar = columns
        titles, face = self._titles(pair, bar.width() - GAP)
        within = bar.adjusted(0, 0, -GAP, 0) if left else bar.adjusted(GAP, 0, 0, 0)
        write(painter, within, titles[0 if left else 1], face, ink.text, right=left)
        heads = self._heads(half >= _WIDE * self.look.plain.height)
        for cell, head in zip((first, second), heads, strict=True):
            write(painter, cell, head, self.look.small, ink.quiet, right=True)

    def _draw_row(
        self,
        painter: QPainter,
        columns: tuple[QRectF, ...],
        difference: Difference,
        most: float,
        left: bool,
    ) -> None:
        ink = self.look.ink
        name, first, second, bar = columns
        write(painter, name, difference.name, self.look.plain, ink.text)
        write(painter, first, difference.first, self.look.small, ink.quiet, right=True)
        write(painter, second, difference.second, self.look.small, ink.quiet, right=True)
        points = f"{abs(difference.points):.1f}"
        label = self.look.small_strong.width(_POINTS_ROOM) + GAP
        length = (bar.width() - label) * abs(difference.points) / most
        thick = round(_BAR * bar.height())
        top = round(bar.center().y() - thick / 2)
        start = bar.right() - length if left else bar.left() + 1
        self.bars[difference.id] = length
        block(painter, QRectF(start, top, length, thick), self._hue(difference.theme))
        edge = QRectF(bar.left(), bar.top(), start - GAP / 2 - bar.left(), bar.height())
        if not left:
            edge = QRectF(start + length + GAP / 2, bar.top(), label, bar.height())
        write(painter, edge, points, self.look.small_strong, ink.text, right=left)
        whole = name.united(bar).united(second)
        self.targets.append(Target(whole, self._words(difference), difference.id))

    def _hue(self, theme: str) -> QColor:
        pair = self._pair
        assert pair is not None
        themes = pair.assessment.evaluation.weights.themes
        return theme_colours(themes)[themes.index(theme)]

    def _words(self, difference: Difference) -> str:
        pair = self._pair
        assert pair is not None
        unit = f" {difference.unit}" if difference.unit else ""
        winner = pair.name(pair.a if difference.points > 0 else pair.b)
        words = self.tr(
            "{name}: {a} {first}, {b} {second}{unit}. Weighing {weight:.1f} %, that is {points:.2f} points "
            "for {winner}. Click to try another figure."
        ).format(
            name=difference.name,
            a=pair.name(pair.a),
            first=difference.first,
            b=pair.name(pair.b),
            second=difference.second,
            unit=unit,
            weight=100 * difference.weight,
            points=abs(difference.points),
            winner=winner,
        )
        if "*" in difference.first + difference.second:
            words += self.tr(" * unknown, estimated from similar places.")
        return words

    def _draw_rest(self, painter: QPainter, area: QRectF, pair: Comparison) -> None:
        rest = [d for d in pair.differences if abs(d.points) < LEAST_POINTS]
        if not rest:
            return
        names = ", ".join(in_sentence(d.name) for d in rest)
        text = self.tr("No difference: {0}").format(names)
        write(painter, area, text, self.look.small, self.look.ink.quiet)
        self.targets.append(Target(area, text))
