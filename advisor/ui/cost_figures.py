"""The strip of key figures above the cost charts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advisor.plots.cost_figures import KeyFigure
from advisor.ui.row_paint import Ink, Type, write
from advisor.ui.theme import GAP, Look

_PAD = 12
_MAIN = "saving"
_QUIET = "wage_only"


class CostFigures(QWidget):
    """One column a figure: caption, range, middle; columns as wide as what stands in them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figures: tuple[KeyFigure, ...] = ()
        self._columns: list[tuple[float, float]] = []
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._ink = Ink.of(look)
        self._small = Type(self.font(), look.small)
        self._figure = Type(self.font(), look.base + 1, QFont.Weight.DemiBold)
        self._main = Type(self.font(), look.base + 1, QFont.Weight.Bold)
        self.updateGeometry()
        self.update()

    def show_figures(self, figures: tuple[KeyFigure, ...]) -> None:
        """Show figures."""
        self.figures = figures
        words = [f"{each.caption}: {each.text} {each.middle}".strip() for each in figures]
        self.setAccessibleName(self.tr("Key figures: {}").format("; ".join(words)))
        self.update()

    def text(self, key: str) -> str:
        """What stands in the column of a figure."""
        return next((each.text for each in self.figures if each.id == key), "")

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(400, round(2 * self._small.height + self._figure.height + 4))

    def columns(self) -> list[tuple[float, float]]:
        """Left edge and width of each column; room to spare is shared out."""
        wishes = [
            max(self._small.width(each.caption), self._main.width(each.text), self._small.width(each.middle))
            for each in self.figures
        ]
        if not wishes:
            return []
        room = self.width() - 2 * _PAD - GAP * (len(wishes) - 1)
        spare = (room - sum(wishes)) / max(1, len(wishes) - 1)
        if spare < 0:  # shorten the longest first
            limit = _limit(wishes, room)
            wishes, spare = [min(wish, limit) for wish in wishes], 0.0
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
        for (left, width), each in zip(self._columns, self.figures, strict=True):
            face = self._main if each.id == _MAIN else self._figure
            colour = ink.quiet if each.id == _QUIET else ink.text
            write(painter, QRectF(left, 0, width, small), each.caption, self._small, ink.quiet)
            write(painter, QRectF(left, small, width, figure), each.text, face, colour)
            write(painter, QRectF(left, small + figure, width, small), each.middle, self._small, ink.quiet)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Explain the figure under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            x = event.pos().x()
            for (left, width), each in zip(self._columns, self.figures, strict=False):
                if left <= x < left + width + GAP:
                    QToolTip.showText(event.globalPos(), f"<p>{each.tip}</p>", self)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


def _limit(wishes: list[float], room: float) -> float:
    """The width that no column may exceed so that all fit into ``room``."""
    left, rest = room, sorted(wishes)
    for position, wish in enumerate(rest):
        share = left / (len(rest) - position)
        if wish > share:
            return share
        left -= wish
    return max(rest)
