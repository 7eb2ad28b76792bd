"""The strip of key figures above the cost charts."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import Ink, Type, write
from advisor.views.cost.cost_figures import KeyFigure, key_figures_text
from advisor.views.look.theme import GAP
from advisor.words.glossary import with_meaning

_PAD = 12
_MAIN = "saving"
_QUIET = "wage_only"
_GO_FIRST = (
    "npv",
    "one_off",
    "run_rate",
    "wage_month",
    "payback",
    "total",
    "price_hour",
    "wage_only",
)  # where there is no room for all; the table still has them


# Key figures whose caption names a term.
_TERMS = {
    "saving": "p10-p90",
    "wage_only": "wage-only",
    "payback": "payback",
    "price_hour": "price-hour",
    "one_off": "one-off",
}


def _explained(figure: KeyFigure) -> str:
    term = _TERMS.get(figure.id)
    words = with_meaning(figure.tip, term) if term else figure.tip
    return "".join(f"<p>{escape(part)}</p>" for part in words.splitlines())


class CostFigures(QWidget):
    """One column a figure: caption, range, middle; columns as wide as what stands in them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figures: tuple[KeyFigure, ...] = ()
        self._columns: list[tuple[float, float]] = []
        self._is_short = False
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self._ink = Ink.of(look)
        self._small = Type(self.font(), look.small)
        self._figure = Type(self.font(), look.base + 1, QFont.Weight.DemiBold)
        self._main = Type(self.font(), look.base + 1, QFont.Weight.Bold)
        self.updateGeometry()
        self.update()

    def show_figures(self, figures: tuple[KeyFigure, ...]) -> None:
        """Show figures."""
        self.figures = figures
        self.setAccessibleName(key_figures_text(figures))
        self.update()

    def text(self, key: str) -> str:
        """What stands in the column of a figure."""
        return next((each.text for each in self.figures if each.id == key), "")

    def set_short(self, short: bool) -> None:
        """Leave the line below the figures out where there is little height."""
        if short != self._is_short:
            self._is_short = short
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Three lines, or two."""
        return QSize(400, self.height_of(short=self._is_short))

    def height_of(self, *, short: bool) -> int:
        """How high the figures are with the line below them, or without it."""
        return round(self._figure.height + (1 if short else 2) * self._small.height + 4)

    def shown(self) -> tuple[KeyFigure, ...]:
        """The figures that there is room for."""
        figures = self.figures
        for key in _GO_FIRST:
            needs = [
                max(self._main.width(each.text), *map(self._small.width, self._words(each)))
                for each in figures
            ]
            if sum(needs) + GAP * (len(needs) - 1) <= self.width() - 2 * _PAD:
                break
            figures = tuple(each for each in figures if each.id != key)
        return figures

    def _words(self, figure: KeyFigure) -> tuple[str, str]:
        """What stands above and below a figure."""
        return figure.caption, "" if self._is_short else figure.middle

    def columns(self) -> list[tuple[float, float]]:
        """Left edge and width of each column; room to spare is shared out."""
        figures = self.shown()
        if not figures:
            return []
        least = [self._main.width(each.text) + 1 for each in figures]
        wishes = [
            max(number, *map(self._small.width, self._words(each)))
            for number, each in zip(least, figures, strict=True)
        ]
        room = self.width() - 2 * _PAD - GAP * (len(wishes) - 1)
        spare = (room - sum(wishes)) / max(1, len(wishes) - 1)
        if spare < 0:  # the words are shortened, the figures never
            part = max(0.0, room - sum(least)) / max(1.0, sum(wishes) - sum(least))
            wishes = [number + part * (wish - number) for number, wish in zip(least, wishes, strict=True)]
            spare = 0.0
        found, left = [], float(_PAD)
        for wish in wishes:
            found.append((left, wish + 1))
            left += wish + GAP + min(spare, 40.0)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns."""
        painter = QPainter(self)
        ink, small, figure = self._ink, self._small.height, self._figure.height
        self._columns = self.columns()
        for (left, width), each in zip(self._columns, self.shown(), strict=True):
            face = self._main if each.id == _MAIN else self._figure
            colour = ink.quiet if each.id == _QUIET else ink.text
            write(painter, QRectF(left, 0, width, small), each.caption, self._small, ink.quiet)
            write(painter, QRectF(left, small, width, figure), each.text, face, colour)
            if not self._is_short:
                below = QRectF(left, small + figure, width, small)
                write(painter, below, each.middle, self._small, ink.quiet)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Explain the figure under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            x = event.pos().x()
            for (left, width), each in zip(self._columns, self.shown(), strict=False):
                if left <= x < left + width + GAP:
                    QToolTip.showText(event.globalPos(), _explained(each), self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)
