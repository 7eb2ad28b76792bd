"""The tour: one callout after the other points at the real parts of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.kept_focus import KeptFocus
from advisor.ui.widgets.small_widgets import label
from advisor.ui.widgets.stops import halts
from advisor.ui.window.context import WindowContext
from advisor.ui.window.tour_stops import Stop, stops
from advisor.views.look.theme import GAP, RADIUS
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_WIDTH = 26  # of a callout, in sizes of type
_SHADE = 150  # of 255, over all that is not pointed at
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


class Tour(KeptFocus):
    """A callout over the window: Enter goes on, Escape ends it; the window below can be used meanwhile.

    Args:
        window: whose parts are shown.
        parent: lies below the callout.

    Signals:
        ended: it was closed or has come to its end; whether it shall be shown at the next start.
    """

    ended = Signal(bool)

    def __init__(self, window: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self._window, self._host = window, parent
        self._way: tuple[Stop, ...] = ()
        self._at = 0
        self._focus_before: QWidget | None = None
        self._ring = _Ring(parent)
        self.title = label("", "title", self)
        self.text = label("", "", self)
        self.text.setWordWrap(True)
        self.count = label("", "quiet", self)
        self.never = QCheckBox(t("Do not show this at the start again"), self)
        self.back_button = QPushButton(t("Back"), self)
        self.back_button.clicked.connect(self.back)
        self.next_button = QPushButton(self)
        self.next_button.setProperty("role", "primary")
        self.next_button.clicked.connect(self.go_on)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("close", "quiet"))
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setAccessibleName(t("End the tour"))
        self.close_button.setToolTip(as_typed(t("End the tour (Esc)")))
        self.close_button.clicked.connect(self.end)
        self._build()
        parent.installEventFilter(self)
        for button in (self.next_button, self.back_button, self.close_button, self.never):
            button.installEventFilter(self)
        self.hide()
        follow_look(self._dress)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 14)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addSpacing(2)
        column.addLayout(foot)
        column.addWidget(self.never)

    def stops_inside(self) -> list[QWidget]:
        """Going on comes first, then going back."""
        buttons = (self.next_button, self.back_button, self.never, self.close_button)
        return [button for button in buttons if halts(button)]

    # The way -----------------------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether a stop is shown."""
        return not self.isHidden()

    @property
    def stop(self) -> int:
        """Number of the stop, from 1; 0 while there is none."""
        return self._at + 1 if self.is_on else 0

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops of the tour that is under way."""
        return self._way

    @property
    def target(self) -> QWidget | None:
        """What is pointed at."""
        return self._way[self._at].find(self._window) if self.is_on else None

    def begin(self) -> None:
        """Show the first stop."""
        self._way = stops(self._window)
        if not self.is_on:
            self._focus_before = self.window().focusWidget()
        self.never.setChecked(True)
        self.show()
        self._show(0)

    def go_on(self) -> None:
        """To the next stop; from the last one, to the end."""
        if self._at + 1 < len(self._way):
            self._show(self._at + 1)
        else:
            self.end()

    def back(self) -> None:
        """To the stop before."""
        if self._at:
            self._show(self._at - 1)

    def end(self) -> None:
        """Close, and give the keyboard back."""
        if not self.is_on:
            return
        self.hide()
        self._ring.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit(not self.never.isChecked())

    def _show(self, at: int) -> None:
        self._at = at
        stop = self._way[at]
        stop.prepare(self._window)
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.count.setText(t("{number} of {all}", number=at + 1, all=len(self._way)))
        self.back_button.setEnabled(at > 0)
        self.next_button.setText(t("Next") if at + 1 < len(self._way) else t("Done"))
        self.setAccessibleName(stop.title)
        self.setAccessibleDescription(stop.text)
        self._place()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, t("{title}. {text}", title=stop.title, text=stop.text))

    # Keys and place ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button with the keyboard says; arrows go on and back, Escape ends."""
        key, now = event.key(), self.window().focusWidget()
        is_enter = key in _ON[:2]
        if key == Qt.Key.Key_Escape:
            self.end()
        elif is_enter and isinstance(now, QAbstractButton) and self.isAncestorOf(now):
            (self.next_button if now is self.never else now).click()
        elif key in _ON:
            self.go_on()
        elif key in _BACK:
            self.back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what is pointed at; arrows go on and back from every button."""
        if (
            watched is not self._host
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
                self.keyPressEvent(event)
                return True
            return super().eventFilter(watched, event)
        if self.is_on and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.setFixedWidth(_WIDTH * look_in_force().base)
        if self.is_on:
            self._place()

    def _place(self) -> None:
        target = self.target
        room = self._host.rect()
        around = room if target is None else _area(target, self._host)
        layout = self.layout()
        if layout is not None:
            self.text.ensurePolished()  # before that its type is of another size
            self.text.setMinimumHeight(0)  # or it would count as what the words need
            margins = layout.contentsMargins()
            wide = self.width() - margins.left() - margins.right()
            self.text.setMinimumHeight(self.text.heightForWidth(wide) + 2)
            layout.activate()
            least = self.minimumSizeHint().height()
            self.resize(self.width(), max(layout.heightForWidth(self.width()), least))
        self.move(_beside(around, self.size(), room))
        self._ring.show_around(around)
        self.raise_()


def _area(target: QWidget, host: QWidget) -> QRect:
    """What can be seen of a widget, in its host: what scrolls may hide a part of it."""
    area = QRect(target.mapTo(host, QPoint()), target.size())
    around = target.parentWidget()
    while around is not None and around is not host:
        area = area.intersected(QRect(around.mapTo(host, QPoint()), around.size()))
        around = around.parentWidget()
    return area


def _beside(around: QRect, size: QSize, room: QRect) -> QPoint:
    """Where a callout stands: at the side of the target that has most room, within the window."""
    gap = 2 * GAP
    middle = around.center() - QPoint(size.width() // 2, size.height() // 2)
    sides = {
        QPoint(around.right() + gap, middle.y()): room.right() - around.right() - size.width() - gap,
        QPoint(around.left() - gap - size.width(), middle.y()): around.left() - size.width() - gap,
        QPoint(middle.x(), around.bottom() + gap): room.bottom() - around.bottom() - size.height() - gap,
        QPoint(middle.x(), around.top() - gap - size.height()): around.top() - size.height() - gap,
    }
    best, left_over = max(sides.items(), key=lambda side: side[1])
    place = best if left_over >= 0 else middle  # nowhere beside it: over its middle
    inside = room.adjusted(GAP, GAP, -GAP - size.width(), -GAP - size.height())
    return QPoint(
        min(max(place.x(), inside.left()), max(inside.left(), inside.right())),
        min(max(place.y(), inside.top()), max(inside.top(), inside.bottom())),
    )


class _Ring(QWidget):
    """Shades all but what is pointed at; the mouse goes through."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host, self._around = host, QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_around(self, around: QRect) -> None:
        """Leave an area bright."""
        self._around = around
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shade and outline."""
        look = look_in_force()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside, outside = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(self._around).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        shade = QColor(look.window)
        shade.setAlpha(_SHADE)
        painter.fillPath(outside.subtracted(inside), shade)
        painter.setPen(QPen(QColor(look.accent), 3))
        painter.drawPath(inside)
        painter.end()
