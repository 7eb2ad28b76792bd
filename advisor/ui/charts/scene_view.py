"""The one widget that shows a chart: it draws a scene, explains it, and can be walked, dragged and copied."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip

from advisor.ui.charts.copied_scene import CopiedScene
from advisor.ui.charts.scene_access import SceneNode
from advisor.ui.charts.scene_painter import ScenePainter
from advisor.ui.look.current import follow_look, look_of
from advisor.ui.widgets.painted_parts import offer_node
from advisor.views.scene.box import Box, Size
from advisor.views.scene.hits import mark_at
from advisor.views.scene.marks import Handle, Mark
from advisor.views.scene.scene import Scene, SceneMaker
from advisor.views.scene.type_styles import Measurer
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_SNAP = 5.0  # pixels around a snap in which the pointer takes it
_FAR = 10  # times as far with shift
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SceneView(CopiedScene):
    """A chart.

    Arrow keys, Home and End walk through its marks, Return chooses one, Escape leaves them. Where something
    can be dragged, left and right move it instead, with shift further. A screen reader finds every mark as
    a child of its own.

    Args:
        name: what the chart is called.
        picks: whether a click on a mark chooses it.
        walk_chooses: whether the mark that the keyboard comes to is chosen at once.
        size: as large as it would like to be.

    Signals:
        chosen: key of the mark that was clicked, or chosen with Return.
        removed: key of the mark at which Delete was pressed.
        hovered: key of the mark under the pointer, empty for none.
        dragged: the value that the user asks for.
        gesture_began, gesture_ended: around one drag, or one key held down.
    """

    chosen = Signal(str)
    removed = Signal(str)
    hovered = Signal(str)
    dragged = Signal(float)
    gesture_began = Signal()
    gesture_ended = Signal()

    def __init__(
        self,
        name: str,
        *,
        picks: bool = False,
        walk_chooses: bool = False,
        size: tuple[int, int] = (480, 220),
    ) -> None:
        super().__init__(name)
        self.current = -1
        self._picks, self._walk_chooses = picks or walk_chooses, walk_chooses
        self._wish = QSize(*size)
        self._scene: Scene | None = None
        self._scrolled = 0.0
        self._under = ""
        self._is_dragging = self._in_gesture = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(80)
        self.setAccessibleName(name)
        follow_look(self._dress)
        offer_node(self, partial(SceneNode, self))

    # Showing --------------------------------------------------------------------------------------------

    def show_scene(self, make: SceneMaker) -> None:
        """Show another chart, or another state of it; it is laid out anew at every size.

        Args:
            make: lays the chart out for a size and a measurer.
        """
        self._make = make
        self._forget()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._painter = ScenePainter(look_of(self), self.font())
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """What holds the chart may have come to wear a look of its own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and look_of(self) != self._painter.look:
            self._dress()

    def scroll_to(self, pixels: int) -> None:
        """Keep what is pinned in sight when the chart is scrolled."""
        self._scrolled = float(pixels)
        self.update()

    @property
    def scene(self) -> Scene:
        """What is shown, laid out for the size as it is."""
        size = Size(float(self.width()), float(self.height()))
        if self._scene is None or self._scene.size != size:
            before = self._current_mark()
            self._scene = self._make(size, self._painter.faces)
            self.setAccessibleName(t("{caption}: {message}", caption=self.name, message=self._scene.words))
            if self._scene.least_height:  # else whoever shows it has said how high it is
                self.setMinimumHeight(round(self._scene.least_height))
            self._return_to(before)
        return self._scene

    @property
    def measure(self) -> Measurer:
        """How long texts are in this chart."""
        return self._painter.faces

    def _forget(self) -> None:
        """Lay out anew: at once where somebody sees it, or else when somebody does."""
        before = self._current_mark()
        self._scene = None
        if self.isVisible():
            _ = self.scene
            self._return_to(before)
        else:
            self._leave()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as it would like to be."""
        return self._wish

    def showEvent(self, event: QShowEvent) -> None:
        """Say what it shows."""
        super().showEvent(event)
        _ = self.scene

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scene and the focus."""
        scene = self.scene
        painter = QPainter(self)
        self._painter.paint(painter, scene, self._scrolled)
        if self.hasFocus():
            mark = self._current_mark()
            self._painter.frame(painter, mark.area if mark else Box(0, 0, *scene.size))
        painter.end()

    # Where the keyboard is ------------------------------------------------------------------------------

    def _current_mark(self) -> Mark | None:
        stops = self._scene.stops if self._scene else ()
        return stops[self.current] if 0 <= self.current < len(stops) else None

    def _return_to(self, before: Mark | None) -> None:
        """After a change: stay at what stands for the same, or leave; never describe what was before."""
        stops = self._scene.stops if self._scene else ()
        at = -1
        if before is not None:
            same = (i for i, mark in enumerate(stops) if mark.key == before.key and mark.key)
            alike = (i for i, mark in enumerate(stops) if mark.said == before.said)
            at = next(same, next(alike, -1))
        if at < 0:
            self._leave()
        else:
            self.current = at
            self.setAccessibleDescription(stops[at].said)

    def _leave(self) -> None:
        self.current = -1
        self.setAccessibleDescription("")

    def _go_to(self, index: int) -> None:
        """Take the keyboard to a mark and say it."""
        stops = self.scene.stops
        self.current = index
        mark = stops[index]
        self.setAccessibleDescription(mark.said)
        if (around := self._scrolling) is not None:
            around.ensureWidgetVisible(self)
        if QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(index)
            QAccessible.updateAccessibility(event)
        if self._walk_chooses:
            self.chosen.emit(mark.key)
        else:
            below = QPoint(round(mark.area.x), round(mark.area.bottom))
            QToolTip.showText(self.mapToGlobal(below), as_typed(mark.said), self)
        self.update()

    @property
    def _scrolling(self) -> QScrollArea | None:
        """What the chart is scrolled in."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where the keyboard is, which is what whoever scrolls the chart brings into sight.

        A chart that is higher than there is room for stays where it is, unless none of it is seen: Qt would
        take it to its middle, away from its sentence and its headings.
        """
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            if (mark := self._current_mark()) is not None:
                return QRectF(*mark.area).toAlignedRect()
            around = self._scrolling
            if around is not None and self.height() > around.viewport().height():
                return self.visibleRegion().boundingRect() or QRect(0, 0, self.width(), 1)
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose, leave, move what can be dragged."""
        key, handle, stops = Qt.Key(event.key()), self.scene.handle, self.scene.stops
        if handle is not None and key in _SIDEWAYS:
            self._nudge(handle, _STEPS[key], event.modifiers())
        elif stops and (key in _STEPS or key in _ENDS):
            self._walk(key)
        elif key in _CHOOSE and (mark := self._current_mark()):
            self._choose(mark)
        elif key in _REMOVE and (at := self._place()) >= 0 and stops[at].key:
            self.removed.emit(stops[at].key)
        elif key == Qt.Key.Key_Escape and self.current >= 0:
            self._leave()
            QToolTip.hideText()
            self.update()
        else:
            super().keyPressEvent(event)

    def _place(self) -> int:
        """Where walking starts from: the mark with the focus, or the selected one where walking selects."""
        if self.current >= 0 or not self._walk_chooses:
            return self.current
        return next((i for i, mark in enumerate(self.scene.stops) if mark.key == self.scene.marked), -1)

    def _walk(self, key: Qt.Key) -> None:
        last, at = len(self.scene.stops) - 1, self._place()
        if key in _ENDS:
            self._go_to(_ENDS[key] % (last + 1))
            return
        step = _STEPS[key]
        start = at if at >= 0 else (-1 if step > 0 else last + 1)
        self._go_to(max(0, min(last, start + step)))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a key's gesture."""
        if not event.isAutoRepeat() and not self._is_dragging:
            self._end()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget where the keyboard was; whoever leaves has finished dragging."""
        super().focusOutEvent(event)
        self._is_dragging = False
        self._end()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._leave()
        self.update()

    # Pointing -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Explain what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), as_typed(words), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def words_at(self, position: QPointF) -> str:
        """What the mark under a position says."""
        mark = mark_at(self.scene, position.x(), position.y())
        return mark.said if mark else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle here, or choose what is here."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        x, y, handle = event.position().x(), event.position().y(), self.scene.handle
        if handle is not None and handle.track.y <= y < handle.track.bottom:
            self._is_dragging = True
            self._begin()
            self.dragged.emit(handle.value_at(x, _SNAP))
            return
        mark = mark_at(self.scene, x, y, stops=True)
        self._leave()
        if mark is not None:
            self.current = self.scene.stops.index(mark)
            self.setAccessibleDescription(mark.said)
            self._choose(mark)
        self.update()

    def _choose(self, mark: Mark) -> None:
        if mark.key:
            self.chosen.emit(mark.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or hover what is under the pointer."""
        x, y, handle = event.position().x(), event.position().y(), self.scene.handle
        if self._is_dragging and handle is not None:
            self.dragged.emit(handle.value_at(x, _SNAP))
            return
        mark = mark_at(self.scene, x, y)
        self._hover(mark.key if mark else "")
        if handle is not None:
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif self._picks and mark is not None and mark.key:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False
            self._end()
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        self._hover("")
        super().leaveEvent(event)

    def _hover(self, key: str) -> None:
        if key != self._under:
            self._under = key
            self.hovered.emit(key)

    # Dragging -------------------------------------------------------------------------------------------

    def _nudge(self, handle: Handle, step: int, modifiers: Qt.KeyboardModifier) -> None:
        far = _FAR if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        self._begin()
        self.dragged.emit(handle.rounded(handle.value + step * far * handle.key_step))

    def _begin(self) -> None:
        if not self._in_gesture:
            self._in_gesture = True
            self.gesture_began.emit()

    def _end(self) -> None:
        if self._in_gesture:
            self._in_gesture = False
            self.gesture_ended.emit()
