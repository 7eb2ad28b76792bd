"""What every chart can do: say its sentence, explain what is pointed at, be copied."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from advisor.ui.charts.chart_paint import ChartLook, outline
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import Type, write
from advisor.views.look.theme import GAP

PAD = 12
_LINES_FOR_MORE = 7.5  # of height, from which the sentence may take more than one
_PICTURE_SIZE = QSize(900, 420)
_PICTURE_RATIO = 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Target:
    """Something in a chart that explains itself.

    Attributes:
        area: where it is.
        words: what it says on hover, when it has the focus, and to a screen reader.
        key: what a click on it means, if anything.
    """

    area: QRectF
    words: str
    key: str = ""


class Chart(QWidget):
    """A chart with a sentence above it.

    Subclasses say ``is_empty``, ``sentence`` and ``table`` and draw in
    ``draw``, where they also gather ``targets``. Arrow keys walk through these.

    Signals:
        copied: what was copied, for a message.
    """

    copied = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.targets: list[Target] = []
        self.current = -1
        self._nothing = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(80)
        self.setAccessibleName(name)
        self.copy_picture_action = self._action(
            self.tr("Copy as a picture"), "Ctrl+Shift+C", self.copy_picture
        )
        self.copy_numbers_action = self._action(
            self.tr("Copy as numbers"), QKeySequence.StandardKey.Copy, self.copy_numbers
        )
        follow_look(self._dress)

    # What subclasses say --------------------------------------------------------------------------------

    @abstractmethod
    def sentence(self) -> str:
        """What the chart shows, in a sentence."""

    @abstractmethod
    def table(self) -> str:
        """The chart's numbers, tabs between cells."""

    @abstractmethod
    def draw(self, painter: QPainter, area: QRectF) -> None:
        """Draw the chart and gather ``targets``."""

    @property
    @abstractmethod
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""

    # Showing --------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self.look = ChartLook(look, self.font())
        self.update()

    def show_nothing(self, why: str) -> None:
        """What to say while there is nothing to draw."""
        self._nothing = why
        self.refresh()

    def refresh(self) -> None:
        """Describe and draw again."""
        words = self._nothing if self.is_empty else self.sentence()
        self.setAccessibleName(f"{self.name}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """As large as the drawer allows."""
        return QSize(480, 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sentence, chart and focus."""
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))
        if 0 <= self.current < len(self.targets) and self.hasFocus():
            outline(painter, self.targets[self.current].area, self.look.ink.accent)
        elif self.hasFocus():
            outline(painter, QRectF(self.rect()), self.look.ink.accent)
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.targets = []
        inner = area.adjusted(PAD, 4, -PAD, -6)
        if self.is_empty:
            self._say(painter, inner, self._nothing, self.look.plain, centred=True)
            return
        used = self._say(painter, inner, self.sentence(), self.look.plain)
        self.draw(painter, inner.adjusted(0, used + GAP, 0, 0))

    def _say(self, painter: QPainter, area: QRectF, text: str, face: Type, *, centred: bool = False) -> float:
        """Write up to three lines, no figure apart from its percent sign; returns their height."""
        text = text.replace(" %", "\N{NO-BREAK SPACE}%")
        if not centred and area.height() < _LINES_FOR_MORE * face.height:
            line = QRectF(area.left(), area.top(), area.width(), face.height)
            write(painter, line, text, face, self.look.ink.text)
            return face.height
        flags = int(Qt.TextFlag.TextWordWrap)
        flags |= int(Qt.AlignmentFlag.AlignCenter) if centred else int(Qt.AlignmentFlag.AlignLeft)
        painter.setFont(face.font)
        painter.setPen(self.look.ink.quiet if centred else self.look.ink.text)
        room = (
            area
            if centred
            else QRectF(area.left(), area.top(), area.width(), 3 * face.metrics.lineSpacing() + 2)
        )
        painter.drawText(room, flags, text)
        return float(face.metrics.boundingRect(room, flags, text).height())

    # Explaining -----------------------------------------------------------------------------------------

    def target_at(self, position: QPointF) -> int:
        """Index of the target under a position, -1 for none; the last one drawn wins."""
        hits = (
            index
            for index in reversed(range(len(self.targets)))
            if self.targets[index].area.contains(position)
        )
        return next(hits, -1)

    def event(self, event: QEvent) -> bool:
        """Explain what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.target_at(QPointF(event.pos()))
            if index >= 0:
                QToolTip.showText(event.globalPos(), self.targets[index].words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the focus to what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.current = self.target_at(event.position())
            if self.current >= 0:
                self.chosen(self.targets[self.current])
            self.update()
        super().mousePressEvent(event)

    def chosen(self, target: Target) -> None:
        """What a click on a target, or Return, does; nothing unless a subclass says so."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the targets, Return chooses one, Escape leaves them."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self.targets:
            start = self.current if self.current >= 0 else (-1 if step > 0 else len(self.targets))
            self.current = max(0, min(len(self.targets) - 1, start + step))
            target = self.targets[self.current]
            self.setAccessibleDescription(target.words)
            QToolTip.showText(self.mapToGlobal(target.area.bottomLeft().toPoint()), target.words, self)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self.current < len(self.targets):
            self.chosen(self.targets[self.current])
        elif event.key() == Qt.Key.Key_Escape and self.current >= 0:
            self.current = -1
            QToolTip.hideText()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget where the keyboard was."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.current = -1
        self.update()

    # Copying --------------------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(QPoint()))

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        menu = QMenu(self)
        menu.addActions([self.copy_picture_action, self.copy_numbers_action])
        for action in menu.actions():
            action.setEnabled(not self.is_empty)
        return menu

    def picture(self) -> QImage:
        """The chart with its sentence, at twice the usual density."""
        size = self.size().expandedTo(_PICTURE_SIZE)
        image = QImage(size * _PICTURE_RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_PICTURE_RATIO)
        image.fill(self.look.ink.panel)
        painter = QPainter(image)
        self._paint(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        self.update()  # targets are where the picture had them
        return image

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        if not self.is_empty:
            QGuiApplication.clipboard().setImage(self.picture())
            self.copied.emit(self.tr("{} is on the clipboard as a picture.").format(self.name))

    def copy_numbers(self) -> None:
        """Put the chart's numbers on the clipboard, to paste into a spreadsheet."""
        if not self.is_empty:
            QGuiApplication.clipboard().setText(self.table())
            self.copied.emit(self.tr("{} is on the clipboard as a table.").format(self.name))

    def _action(self, text: str, keys: QKeySequence.StandardKey | str, do: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action
