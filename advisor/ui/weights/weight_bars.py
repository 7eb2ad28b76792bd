"""Weights that have been found beside those in force, as bars in the hues of their themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.core.shares import rounded_shares
from advisor.scenario.edits.weight_scope import Item
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import Ink, Type, write
from advisor.ui.look.score_bar import paint_score_bar
from advisor.views.look.theme import GAP
from advisor.words.formatting import percent_text
from advisor.words.translation import t

_BAR = 8.0
_NAMES = 0.42  # part of the width


class WeightBars(QWidget):
    """A bar for each weight, a notch where the weight in force is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self._hues: dict[str, QColor] = {}
        self._found: dict[str, float] = {}
        self._now: dict[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self._ink = Ink.of(look)
        self._plain = Type(self.font(), look.base)
        self._strong = Type(self.font(), look.base, QFont.Weight.DemiBold)
        self._small = Type(self.font(), look.small)
        self.updateGeometry()
        self.update()

    def show_weights(
        self,
        items: Sequence[Item],
        hues: Mapping[str, QColor],
        found: Mapping[str, float],
        now: Mapping[str, float],
    ) -> None:
        """Show weights found and in force, id to percent."""
        self._items, self._hues = tuple(items), dict(hues)
        self._found, self._now = dict(found), dict(now)
        self.setAccessibleName(t("Weights: {list}", list=", ".join(self.texts)))
        self.updateGeometry()
        self.update()

    @property
    def texts(self) -> list[str]:
        """Name and whole percentage of each."""
        whole = rounded_shares(self._found)
        return [
            t("{name} {share}", name=item.name, share=percent_text(whole[item.id] / 100))
            for item in self._items
        ]

    def sizeHint(self) -> QSize:
        """A line each."""
        return QSize(240, round(self._row * len(self._items)))

    @property
    def _row(self) -> float:
        return self._plain.height + 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names, bars, notches, percentages."""
        if not self._found:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found, now = rounded_shares(self._found), rounded_shares(self._now)
        most = max(*self._found.values(), *self._now.values(), 1.0)
        number, before = self._strong.width(percent_text(1.0)), self._small.width(_now(100))
        left = _NAMES * self.width()
        right = self.width() - number - before - 2 * GAP
        for place, item in enumerate(self._items):
            top = place * self._row
            write(painter, QRectF(0, top, left - GAP, self._row), item.name, self._plain, self._ink.text)
            bar = QRectF(left, top + (self._row - _BAR) / 2, right - left, _BAR)
            part = self._found[item.id] / most
            paint_score_bar(painter, bar, [(part, self._hues[item.theme])], self._ink.track)
            notch = left + (right - left) * self._now[item.id] / most
            painter.setPen(QPen(self._ink.text, 2))
            painter.drawLine(QPointF(notch, bar.top() - 3), QPointF(notch, bar.bottom() + 3))
            cell = QRectF(right + GAP, top, number, self._row)
            share = percent_text(found[item.id] / 100)
            write(painter, cell, share, self._strong, self._ink.text, right=True)
            cell = QRectF(right + number + 2 * GAP, top, before, self._row)
            write(painter, cell, _now(now[item.id]), self._small, self._ink.quiet, right=True)
        painter.end()


def _now(percent: int) -> str:
    return t("now {share}", share=percent_text(percent / 100))
