"""A weight now and as it would have to be, on a line from 0 to 100 %, with a button that sets it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from advisor.scenario.edits.weight_moves import WeightMove
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import Ink, Type, write
from advisor.ui.widgets.small_widgets import HueChip, label
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_DOT, _THICK = 4.0, 3.0


class Dumbbell(QWidget):
    """Two places on a line from 0 to 100 %: hollow where the weight is, filled where it would have to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._move: WeightMove | None = None
        self._hue = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self._ink = Ink.of(look)
        self._quiet = Type(self.font(), look.small)
        self._strong = Type(self.font(), look.small, QFont.Weight.DemiBold)
        self._label = self._strong.width("100.0 %") + 8
        self.updateGeometry()
        self.update()

    def show_move(self, move: WeightMove, hue: QColor) -> None:
        """Show another weight."""
        self._move, self._hue = move, hue
        now, needed = move.texts
        self.setAccessibleName(t("{now} → {needed}", now=now, needed=needed))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(220, round(self._quiet.height + 6))

    def minimumSizeHint(self) -> QSize:
        """Both labels and a short line."""
        return QSize(round(2 * self._label + 48), self.sizeHint().height())

    def place(self, share: float) -> float:
        """Where a share, 0..1, is."""
        return self._label + (self.width() - 2 * self._label) * share

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, way, both places and their labels."""
        if self._move is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        now, needed = self.place(self._move.now), self.place(self._move.needed)
        painter.setPen(QPen(self._ink.track, _THICK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(self.place(0), middle), QPointF(self.place(1), middle))
        texts = self._move.texts
        rising = needed >= now
        self._write(painter, now, texts[0], not rising, self._quiet, self._ink.quiet)
        self._write(painter, needed, texts[1], rising, self._strong, self._ink.text)
        painter.setPen(QPen(self._hue, _THICK))
        painter.drawLine(QPointF(now, middle), QPointF(needed, middle))
        painter.setPen(QPen(self._hue, 1.5))
        painter.setBrush(self._ink.panel)
        painter.drawEllipse(QPointF(now, middle), _DOT - 0.5, _DOT - 0.5)
        painter.setBrush(self._hue)
        painter.drawEllipse(QPointF(needed, middle), _DOT, _DOT)
        painter.end()

    def _write(
        self, painter: QPainter, at: float, text: str, on_right: bool, face: Type, ink: QColor
    ) -> None:
        gap = _DOT + 4
        width = face.width(text) + 4
        backing = at + gap - 2 if on_right else at - gap - width + 2
        painter.fillRect(QRectF(backing, 0, width, self.height()), self._ink.panel)
        left = at + gap if on_right else at - gap - self._label
        write(painter, QRectF(left, 0, self._label, self.height()), text, face, ink, right=not on_right)


class MoveRow(QWidget):
    """One weight of a comparison.

    Signals:
        wanted: the ``WeightMove`` to make.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.move_: WeightMove | None = None
        self._chip = HueChip(14, self)
        self._name = label("", "", self)
        self._name.setWordWrap(True)
        self._name.setMinimumWidth(1)  # as narrow as its share of the row: words go into the next line
        self._dumbbell = Dumbbell(self)
        self.button = QPushButton(t("Set"), self)
        self.button.setProperty("role", "link")
        self.button.clicked.connect(lambda: self.wanted.emit(self.move_))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._chip)
        row.addWidget(self._name, 2)
        row.addWidget(self._dumbbell, 3)
        row.addWidget(self.button)

    def show_move(self, move: WeightMove, hue: QColor, *, is_locked: bool) -> None:
        """Show another weight; one that is locked cannot be set."""
        self.move_ = move
        now, needed = move.texts
        self._name.setText(move.name)
        self._chip.show_hue(hue)
        self._dumbbell.show_move(move, hue)
        words = t(
            "Set the weight of “{name}” to {needed} instead of {now}", name=move.name, needed=needed, now=now
        )
        why_not = t("Locked: unlock it among the priorities to set it") if is_locked else ""
        self.button.setEnabled(not is_locked)
        self.button.setToolTip(as_typed(why_not or words))
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription(why_not)
        self.setToolTip(
            as_typed(
                t(
                    "“{name}” weighs {now} of the whole now. At {needed} both would be level.",
                    name=move.name,
                    now=now,
                    needed=needed,
                )
            )
        )
