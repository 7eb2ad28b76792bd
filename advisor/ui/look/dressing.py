"""Putting a look on what there is: on what is seen first, on the rest a little in every turn that comes.

The style sheet belongs to the application. Left to itself Qt looks at every widget anew when it changes, also
those that nobody sees, and at each as often as it lies deep. So Qt is told to forget what it has worked out
before it gets the sheet, finds nothing to do, and every widget is dressed here, once. Were Qt not to forget,
all would be dressed just the same, only longer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Iterable
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from advisor.app.workers.own_turn import OwnTurn
from advisor.ui.look.layouts import settle
from advisor.ui.look.painting_turns import paint
from advisor.ui.look.stylesheet import palette, style_sheet
from advisor.views.look.theme import Look

Dress = Callable[[], None]
_SMALL = 8  # widgets within one that is dressed at once with whoever may measure it
_A_TURN = 15  # widgets
_FOLLOWER = 3  # widgets, of which as many are dressed in the time that one takes which follows the look
_SEEN_A_TURN = 150  # widgets, of which nothing is painted before all of them are dressed
_BETWEEN_MS = 10  # what the user does goes first


class _Part:
    """A widget that waits for its turn, with all that it holds or what is seen of that.

    Attributes:
        whole: the widget.
        followers: what follows the look within it.
        is_seen: whether somebody looks at it, so that it changes as a whole.
        is_done: whether it wears the look in force.
    """

    def __init__(self, whole: QWidget, seen: Iterable[QWidget] = ()) -> None:
        self.whole = whole
        self.followers: list[Dress] = []
        self.is_done = False
        self._left = deque(seen) or None
        self._to_tell: deque[QWidget] = deque()
        self.is_seen = self._left is not None

    def dress(self, most: int | None = None) -> int:
        """Put the look in force on what does not wear it yet, tell it so, then tell what follows the look.

        Args:
            most: so many widgets at once, and one of these three at a time; without it all is done.

        Returns:
            How much was done, in widgets.
        """
        if self._left is None:
            self._left = deque((self.whole, *self.whole.findChildren(QWidget)))
        if self._left:
            done = self._dress(most)
            if most is not None:
                return done
        if self._to_tell:
            done = self._tell(most)
            if most is not None:
                return done
        self.is_done = True
        for follow in self.followers:
            _tell_of_look(follow)
        return _FOLLOWER * len(self.followers)

    def _dress(self, most: int | None) -> int:
        done = 0
        while self._left and (most is None or done < most):
            widget = self._left.popleft()
            # Qt dresses what was never shown when that is shown.
            if isValid(widget) and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                _polish(widget)
                self._to_tell.append(widget)
                done += 1
        return done

    def _tell(self, most: int | None) -> int:
        done = 0
        while self._to_tell and (most is None or done < most):
            _tell(self._to_tell.popleft())
            done += 1
        return done


class Dressing(QObject):
    """Dresses all widgets of the application whenever the look changes."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[_Part] = deque()
        self._on_top: WeakSet[QWidget] = WeakSet()
        self._next = QTimer(self)
        self._next.setInterval(_BETWEEN_MS)
        self._next.timeout.connect(self._go_on)
        self._held_back: list[QWidget] = []  # windows that are not painted yet
        self._to_dress: deque[QWidget] = deque()  # of what is seen
        self._dressed: list[QWidget] = []
        self._at_once: list[_Part] = []  # that are dressed with it
        self._to_tell: list[Dress] = []  # what follows the look within those windows
        self._dressing_seen = OwnTurn(self._dress_seen, self)
        self._laying_out = OwnTurn(self._lay_out, self)
        self._painting = OwnTurn(self._paint, self)

    def take_turn(self, widget: QWidget) -> None:
        """Dress a widget and what it holds in the turn after the rest of its window, always."""
        self._on_top.add(widget)

    def put_on(self, application: QApplication, look: Look, followers: Iterable[Dress]) -> None:
        """Dress what is seen, and tell what follows the look there; the rest in the turns that come.

        What takes a turn of its own is the first of these.

        To dress what is seen is enough for one turn, or for a few. What follows the look there is told in the
        next one, in which windows are laid out as well, and they are painted in the one after that, once and
        as a whole: nobody sees what is half done. What is shown before its turn is dressed then; what follows
        the look in a widget that stands in no window yet is told at once, because whoever builds it may
        measure it.
        """
        self._forget()
        self._hold_back()
        application.setPalette(palette(look))
        if application.styleSheet():
            application.style().unpolish(application)
        application.setStyleSheet(style_sheet(look))
        all_of_it = _AllWidgets(self._on_top)
        seen = all_of_it.seen
        parts = {whole: _Part(whole, within) for whole, within in all_of_it.on_top.items()}
        parts |= {whole: _Part(whole) for whole in all_of_it.unseen}
        now: list[Dress] = []
        for follow in followers:
            part = _part_of(holder(_object_of(follow)), parts)
            (now if part is None else part.followers).append(follow)
        told = {holder(_object_of(follow)) for follow in now}
        for part in parts.values():
            was_shown = part.whole.testAttribute(Qt.WidgetAttribute.WA_WState_Created)
            is_being_made = part.whole.isWindow() and not was_shown
            if part.followers and is_being_made:
                part.dress()
            elif _may_be_measured(part.whole, told):
                self._at_once.append(part)
            else:
                part.whole.installEventFilter(self)
                self._waiting.append(part)
        self._to_dress.extend(seen)
        at_once: list[Dress] = []
        for follow in now:
            is_later = _is_held_back(_object_of(follow), self._held_back)
            (self._to_tell if is_later else at_once).append(follow)
        self._dress_seen()
        for follow in at_once:
            _tell_of_look(follow)

    def _dress_seen(self) -> None:
        """Dress some of what is seen, and go on in the next turn."""
        for _widget in range(min(_SEEN_A_TURN, len(self._to_dress))):
            widget = self._to_dress.popleft()
            if isValid(widget):
                _polish(widget)
                self._dressed.append(widget)
        # Started sooner a timer would be due before what has waited meanwhile, and go on in this very turn.
        if self._to_dress:
            self._dressing_seen.start()
            return
        self._dressing_seen.stop()
        dressed, self._dressed = self._dressed, []
        for widget in dressed:
            _tell(widget)
        at_once, self._at_once = self._at_once, []
        for part in at_once:
            if isValid(part.whole):
                part.dress()
        self._painting.stop()
        self._laying_out.start()

    def _hold_back(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window not in self._held_back:
                window.installEventFilter(self)
                self._held_back.append(window)

    def _lay_out(self) -> None:
        to_tell, self._to_tell = self._to_tell, []
        for follow in to_tell:
            _tell_of_look(follow)
        settle()
        self._painting.start()  # after what lists arrange in a turn of no delay

    def _paint(self) -> None:
        windows, self._held_back = self._held_back, []
        for window in windows:
            if isValid(window):
                window.removeEventFilter(self)
                paint(window)
        if self._waiting:
            self._next.start()

    def finish(self) -> None:
        """Dress now what still waits, and let it be painted."""
        if not self._is_under_way:
            return
        while self._to_dress:
            self._dress_seen()
        self._laying_out.stop()
        self._lay_out()
        self._painting.stop()
        self._paint()
        while self._waiting:
            self._finish(self._waiting.popleft())
        self._next.stop()

    @property
    def _is_under_way(self) -> bool:
        """Whether anything is still to be dressed, laid out or painted."""
        turns = (self._dressing_seen, self._laying_out, self._painting)
        return bool(self._to_dress or self._waiting) or any(turn.is_due for turn in turns)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what is shown before its turn, and before it hears of a size that it comes with.

        Windows that are to be painted later hear of that later. Were they kept from being painted altogether,
        Qt would paint them twice when they no longer are.
        """
        if event.type() == QEvent.Type.UpdateRequest and watched in self._held_back:
            return True
        is_coming = (
            event.type() == QEvent.Type.Resize and isinstance(watched, QWidget) and not watched.isVisible()
        )
        if is_coming or event.type() == QEvent.Type.Show:
            for part in [part for part in self._waiting if part.whole is watched]:
                self._waiting.remove(part)
                self._finish(part)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        """Go on with what waits; what somebody sees of it is painted when all of it is done."""
        done = 0
        while self._waiting and done < _A_TURN:
            part = self._waiting[0]
            if not isValid(part.whole):
                part.is_done = True
            elif part.is_seen:
                self._hold_back()
                part.dress(_SEEN_A_TURN)
                done = _A_TURN
            else:
                done += part.dress(_A_TURN - done)
            if part.is_done and part in self._waiting:
                self._waiting.remove(part)
                self._finish(part)
        if self._held_back and not (self._waiting and self._waiting[0].is_seen):
            self._painting.start()
        if not self._waiting:
            self._next.stop()

    def _finish(self, part: _Part) -> None:
        if isValid(part.whole):
            part.whole.removeEventFilter(self)
            if not part.is_done:
                part.dress()

    def _forget(self) -> None:
        for part in self._waiting:
            if isValid(part.whole):
                part.whole.removeEventFilter(self)
        for waiting in (self._waiting, self._to_dress, self._dressed, self._at_once, self._to_tell):
            waiting.clear()
        for turn in (self._dressing_seen, self._laying_out, self._painting):
            turn.stop()


def _polish(widget: QWidget) -> None:
    """Let a widget take what the style sheet in force says of it; not what it holds."""
    widget.style().polish(widget)


def _tell(dressed: QWidget) -> None:
    """Tell a widget that it has another style, once what it holds has it as well: some measure that."""
    if isValid(dressed):
        QApplication.sendEvent(dressed, QEvent(QEvent.Type.StyleChange))


def holder(follower: QObject) -> QWidget | None:
    """The widget that something is, or belongs to."""
    at: QObject | None = follower
    while at is not None and not isinstance(at, QWidget):
        at = at.parent()
    return at


def _object_of(follow: Dress) -> QObject:
    return follow.__self__  # type: ignore[attr-defined,no-any-return]


def _tell_of_look(follow: Dress) -> None:
    if isValid(_object_of(follow)):
        follow()


def _is_held_back(follower: QObject, windows: Container[QWidget]) -> bool:
    """Whether something belongs to a window that is not painted yet."""
    at = holder(follower)
    return at is not None and at.window() in windows


def _may_be_measured(widget: QWidget, told: Container[QWidget | None]) -> bool:
    """Whether somebody who is told of a look at once may measure a widget then.

    That is a small one near to whoever is told, such as a label or a row of buttons; it may lie out of sight
    only because an earlier change has left it there. Windows, menus and lists of choices among them, are
    measured when they open, and what is scrolled is as large as it is told to be.
    """
    if widget.isWindow() or isinstance(widget, QAbstractScrollArea):
        return False
    near = widget.parentWidget()
    is_near = near is not None and (near in told or near.parentWidget() in told)
    return is_near and len(widget.findChildren(QWidget)) <= _SMALL


def _part_of(widget: QWidget | None, parts: dict[QWidget, _Part]) -> _Part | None:
    at = widget
    while at is not None:
        if at in parts:
            return parts[at]
        at = at.parentWidget()
    return None


class _AllWidgets:
    """All widgets that are seen, those seen within each that takes a turn of its own, and the unseen.

    Of the unseen those that others hold are not named.

    What holds others comes before them, but a window last: dressed first, Qt would paint it and then all that
    it holds once more. Of what is not seen, menus and lists of choices come first, which measure themselves
    before they are shown, and then that which somebody sees who scrolls.

    Args:
        own_turn: what takes a turn of its own.
    """

    def __init__(self, own_turn: Container[QWidget]) -> None:
        self._own_turn = own_turn
        self.seen: list[QWidget] = []
        self.on_top: dict[QWidget, list[QWidget]] = {}
        self._out_of_sight: list[QWidget] = []
        self._to_open: list[QWidget] = []
        self._hidden: list[QWidget] = []
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._look_into(window, window.rect(), self.seen)
                self.seen.append(window)
            elif window.windowType() == Qt.WindowType.Popup:
                self._to_open.append(window)
            else:
                self._hidden.append(window)

    @property
    def unseen(self) -> list[QWidget]:
        return self._to_open + self._out_of_sight + self._hidden

    def _look_into(self, widget: QWidget, room: QRect, found: list[QWidget]) -> None:
        for child in widget.children():
            if not isinstance(child, QWidget) or child.isWindow():
                continue
            if not child.isVisible():
                self._hidden.append(child)
                continue
            place = child.geometry()
            shown = place.intersected(room)
            if shown.isEmpty():
                self._out_of_sight.append(child)
            else:
                within = self.on_top.setdefault(child, []) if child in self._own_turn else found
                within.append(child)
                self._look_into(child, shown.translated(-place.topLeft()), within)
