"""A page that slides in over the right side of the window: settings, sources, about."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStyle,
    QStyleOption,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from advisor.app.workers.own_turn import OwnTurn
from advisor.ui.look.current import dress_last, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.foot import Foot, Footed
from advisor.ui.widgets.kept_focus import KeptFocus
from advisor.ui.widgets.piecemeal import LargePage, Piecemeal
from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import GLIDE_MS, LIGHT
from advisor.words.translation import t

PAGE_WIDTH = 460


class SidePage(KeptFocus):
    """A frame over its parent, shown one page at a time; Escape or the cross closes it.

    While it is open it holds the keyboard: Tab goes round inside it. What it shows goes when it closes, so
    that nothing hidden follows the document.

    Attributes:
        page: id of the page that was opened last, for whoever opens pages by id.

    Signals:
        closed: the page has gone, by whatever means.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, *, glide_ms: int = GLIDE_MS, width: int = PAGE_WIDTH) -> None:
        super().__init__(parent)
        self._wide = self._usual = width
        self.setObjectName("sidePage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._host = parent
        self._glide_ms = glide_ms
        self._focus_before: QWidget | None = None
        self._content: QWidget | None = None
        self.page = ""
        self._title = label("", "title", self)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close", "quiet"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setAccessibleName(t("Close this page"))
        self._close.setToolTip(t("Close (Esc)"))
        self._close.clicked.connect(self.close_page)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        self._foot: Foot | None = None
        self._motion = QPropertyAnimation(self, b"geometry", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(self._on_arrived)
        self._leaving = Piecemeal(self)
        self._replace = OwnTurn(self._on_arrived, self)
        dress_last(self)
        # What changes beneath it is painted without it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        parent.installEventFilter(self)
        self.hide()

    @property
    def content(self) -> QWidget | None:
        """What the page shows, None while it is closed."""
        return None if self.isHidden() else self._content

    @property
    def room(self) -> QWidget:
        """What a page may be made in: one that is made elsewhere is dressed once more when it comes."""
        return self._scroll.viewport()

    @property
    def title(self) -> str:
        """Title of the page."""
        return self._title.text()

    def set_glide(self, milliseconds: int) -> None:
        """How long sliding in takes; 0 for reduced motion."""
        self._glide_ms = milliseconds

    def open_page(self, title: str, content: QWidget, width: int = 0) -> None:
        """Slide in with a page; a page that is already there is replaced.

        Args:
            title: above it.
            content: the page.
            width: that it would like to have, pixels at the usual size of type; 0 for the usual one.
        """
        self._wide = width or self._usual
        was_open = not self.isHidden()
        self._title.setText(title)
        self.setAccessibleName(title)
        self._content = content
        self._scroll.setWidget(content)
        content.show()
        self._keep_foot(content)
        if not was_open:
            self._focus_before = self.window().focusWidget()
            away = self._place().translated(self.width(), 0)
            self.setGeometry(away)
            self.show()
        self.raise_()
        self._motion.stop()
        if was_open or self._glide_ms <= 0:
            self.setGeometry(self._place())
        else:
            self._motion.setDuration(self._glide_ms)
            self._motion.setStartValue(self._place().translated(self._place().width(), 0))
            self._motion.setEndValue(self._place())
            self._motion.start()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _keep_foot(self, content: QWidget) -> None:
        """What a page is for stays in sight: its foot stands below what scrolls."""
        if self._foot is not None:
            self._foot.hide()
            _delete(self._foot)
        self._foot = content.foot if isinstance(content, Footed) else None
        layout = self.layout()
        if self._foot is not None and layout is not None:
            layout.addWidget(self._foot)
            self._foot.show()

    def stops_inside(self) -> list[QWidget]:
        """The foot comes last, also where the page above it has been scrolled."""
        foot = self._foot
        return sorted(super().stops_inside(), key=lambda stop: foot is not None and foot.isAncestorOf(stop))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every pixel: nothing of what lies beneath shows through."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()
        super().paintEvent(event)

    def close_page(self) -> None:
        """Go away and give the focus back."""
        if self.isHidden():
            return
        self._motion.stop()
        before, self._focus_before = self._focus_before, None
        self.hide()
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        content, self._content = self._content, None
        foot, self._foot = self._foot, None
        if content is not None:
            # It goes from where it is: without a parent, all of its widgets would be dressed anew.
            content.hide()
            parts = content.let_go() if isinstance(content, LargePage) else ()
            feet: tuple[QWidget, ...] = ()
            if foot is not None:
                foot.hide()
                feet = (foot,)
            self._leaving.add(partial(_delete, part) for part in (*parts, content, *feet))
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; keys that no field takes scroll."""
        bar, key = self._scroll.verticalScrollBar(), event.key()
        scrolled = {
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key == Qt.Key.Key_Escape:
            self.close_page()
        elif key in scrolled:
            bar.setValue(scrolled[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the right edge of the parent; once a turn, because a long page takes a while to arrange."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._motion.stop()
            self._replace.start()
        return super().eventFilter(watched, event)

    def _place(self) -> QRect:
        room, em = self._host.size(), look_in_force().base
        as_type = round(self._wide * em / LIGHT.base)
        # Larger type makes it wider in proportion as long as it leaves half of the window, else by a little.
        wide = max(self._wide + 20 * (em - LIGHT.base), min(as_type, room.width() // 2))
        wide = min(wide, room.width())
        return QRect(room.width() - wide, 0, wide, room.height())

    def _on_arrived(self) -> None:
        self.setGeometry(self._place())


def _delete(part: QWidget) -> None:
    """Let a widget go that may have gone with another page already."""
    if isValid(part):
        part.deleteLater()
