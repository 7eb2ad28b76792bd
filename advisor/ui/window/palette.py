"""The command palette: a field over the window, and below it whatever the typed letters mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.kept_focus import KeptFocus
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.small_widgets import label
from advisor.ui.window.palette_offers import Offer, found_offers, moved
from advisor.views.look.theme import LIGHT
from advisor.words.translation import t

OFFER = Qt.ItemDataRole.UserRole
_LINES = 9  # that are seen at once
_WIDTH = 640  # pixels, at the size of type without an audience
_TOP = 56  # pixels below the upper edge of the window
_PAD, _GAP = 12, 16
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_RUNNING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(KeptFocus):
    """Lies over its parent while it is open; Enter runs a line, Escape gives the focus back.

    Args:
        parent: over which it lies.
        offers: what is offered, by kinds. The first is there at once; the others are gone through a kind a
            turn, or when the first letter is typed.
    """

    def __init__(self, parent: QWidget, offers: Callable[[], Sequence[Iterable[Offer]]]) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAccessibleName(t("Command palette"))
        self._host, self._ask_offers = parent, offers
        self._offers: list[Offer] = []
        self._pieces = Piecemeal(self)
        self._focus_before: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(t("Action, place, criterion, map layer or scenario"))
        self.field.setAccessibleName(t("What to do or where to go"))
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.model = _OfferModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.setAccessibleName(t("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.list.clicked.connect(self._run)
        self.nothing = label(t("Nothing has that name."), "quiet", self)
        self.nothing.setContentsMargins(_PAD, 8, _PAD, 12)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        parent.installEventFilter(self)
        self.hide()
        follow_look(self._place)

    @property
    def shown(self) -> list[Offer]:
        """What is offered now, in order."""
        return list(self.model.offers)

    @property
    def current(self) -> Offer | None:
        """The line that Enter would run."""
        row = self.list.currentIndex().row()
        return self.model.offers[row] if 0 <= row < len(self.model.offers) else None

    def open_up(self) -> None:
        """Open with an empty field; if it is open, mark what was typed."""
        if self.isHidden():
            self._focus_before = self.window().focusWidget()
            self._offers = []
            self._pieces.start(partial(self._offers.extend, kind) for kind in self._ask_offers())
            self.field.clear()
            self._find("")
            self.show()
            self._place()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def close_down(self) -> None:
        """Go away and give the focus back."""
        if self.isHidden():
            return
        before, self._focus_before = self._focus_before, None
        has_focus = self.field.hasFocus() or self.window().focusWidget() is None
        self.hide()
        if has_focus and before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys ---------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list while the field has the focus; the size of the window."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._take_key(Qt.Key(event.key()))
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            self._leave()
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_down()
        elif key in _RUNNING:
            self._run(self.list.currentIndex())
        elif key in _MOVING:
            self._go(moved(self.model.offers, self.list.currentIndex().row(), key, _LINES - 1))
        else:
            return False
        return True

    def _leave(self) -> None:
        """Another key or a click has put the keyboard elsewhere in the window: it stays there."""
        now = self.window().focusWidget()
        if not self.isHidden() and now is not None and now is not self.field:
            self.hide()

    # Finding and running ------------------------------------------------------------------------------

    def _find(self, typed: str) -> None:
        if typed:
            self._pieces.finish()
        self.model.show_offers(found_offers(self._offers, typed))
        found = bool(self.model.offers)
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        self._place()
        self._go(0 if found else -1)
        if not found and self.isVisible():
            announce(self.field, self.nothing.text())

    def _go(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        if row >= 0 and self.isVisible():
            announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _run(self, index: QModelIndex) -> None:
        offer = index.data(OFFER)
        if not isinstance(offer, Offer):
            return
        if offer.why_not:
            announce(self.field, offer.why_not)
            return
        self.close_down()
        offer.run()

    # Look ---------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """In the middle near the upper edge, as high as what was found."""
        if self.isHidden():
            return
        room = self._host.size()
        base = look_in_force().base
        wide = min(round(_WIDTH * base / LIGHT.base), room.width() - 2 * _GAP)
        line = self.list.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        around = self.field.sizeHint().height() + 3 * _GAP
        lines = max(1, min(_LINES, len(self.model.offers), (room.height() - _TOP - around) // line))
        self.list.setFixedHeight(lines * line)
        self._layout.activate()
        high = self._layout.sizeHint().height()
        self.setGeometry(QRect((room.width() - wide) // 2, min(_TOP, room.height() // 8), wide, high))


class _OfferModel(QAbstractListModel):
    """The lines, with words for screen readers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: Sequence[Offer] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if not 0 <= index.row() < len(self.offers):
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.name
        if role == OFFER:
            return offer
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(offer)
        return None


def _spoken(offer: Offer) -> str:
    if offer.why_not:
        return t("{name}, {kind}. Not now: {reason}", name=offer.name, kind=offer.kind, reason=offer.why_not)
    if offer.keys:
        return t("{name}, {kind}, {keys}", name=offer.name, kind=offer.kind, keys=offer.keys)
    return t("{name}, {kind}", name=offer.name, kind=offer.kind)


class _OfferDelegate(QStyledItemDelegate):
    """Name and keys, below them help or the reason, and the kind."""

    def _fonts(self) -> tuple[QFont, QFont]:
        look = look_in_force()
        parent = self.parent()
        base = QFont(parent.font()) if isinstance(parent, QWidget) else QFont()
        small = QFont(base)
        base.setPixelSize(look.base)
        small.setPixelSize(look.small)
        return base, small

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        base, small = self._fonts()
        return QSize(100, QFontMetrics(base).height() + QFontMetrics(small).height() + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        offer = index.data(OFFER)
        if not isinstance(offer, Offer):
            return
        look, (base, small) = look_in_force(), self._fonts()
        view = self.parent()
        is_current = isinstance(view, QListView) and view.currentIndex().row() == index.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.selected))
            painter.drawRoundedRect(option.rect, 4, 4)
        area = option.rect.adjusted(_PAD, 4, -_PAD, -5)
        text = QColor(look.quiet if offer.why_not else look.text)
        _line(painter, area, (base, small), (offer.name, offer.keys), (text, QColor(look.quiet)), is_top=True)
        _line(
            painter,
            area,
            (small, small),
            (offer.why_not or offer.help, offer.kind),
            (QColor(look.warning if offer.why_not else look.quiet), QColor(look.quiet)),
            is_top=False,
        )
        painter.restore()


def _line(
    painter: QPainter,
    area: QRect,
    fonts: tuple[QFont, QFont],
    words: tuple[str, str],
    colours: tuple[QColor, QColor],
    *,
    is_top: bool,
) -> None:
    """One line of text at the left and, where there is some, one at the right; the left one makes room."""
    upright = Qt.AlignmentFlag.AlignTop if is_top else Qt.AlignmentFlag.AlignBottom
    right = QFontMetrics(fonts[1]).horizontalAdvance(words[1])
    painter.setFont(fonts[1])
    painter.setPen(colours[1])
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | upright, words[1])
    room = area.width() - (right + _GAP if right else 0)
    painter.setFont(fonts[0])
    painter.setPen(colours[0])
    fitting = QFontMetrics(fonts[0]).elidedText(words[0], Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | upright, fitting)
