"""Where the parts of the window stand: header, message, and three columns with the map above the drawer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from advisor.app.document.settings import Settings
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.map.map_fit import MapFit
from advisor.ui.map.map_panel import MapPanel
from advisor.ui.ranking.ranking_view import RankingView
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import line
from advisor.ui.window.drawer import Drawer
from advisor.views.look.theme import BASE_PIXELS
from advisor.words.translation import t

_LEFT, _RIGHT = 312, 380  # pixels to begin with
# Pixels of the drawer under the map at the usual size of type, unless moved by hand: this part of what both
# have, within these limits, so that a chart is seen there.
_DRAWER_PART, _DRAWER_LEAST, _DRAWER_ENOUGH = 0.44, 240, 270
_LEFT_LEAST, _LEFT_MOST, _RIGHT_LEAST = 296, 440, 300
# Of the type size, for the tabs of the drawer: below it, first the ranking and then the priorities make room.
_CENTRE_LEAST = 39
# Of the type size: where the middle would be narrower, the ranking goes below the priorities.
_STACKED_BELOW = 34
# Pixels that the sides need more for each pixel of type: their rows may be as narrow as what they say.
_LEFT_GROWS, _RIGHT_GROWS = 18, 16
_STACKED_SHARE = 0.45  # of the window for priorities and ranking below each other, at most
_STACKED_HEIGHTS = [4_000, 6_000]  # of priorities and ranking, to begin with: only how they compare counts
# Of the type size: where the window is lower, map and drawer have no room below each other, and the middle
# shows one at a time.
_ONE_AT_A_TIME_BELOW = 38
# Of the type size: where less is left beside the priorities, one side is seen at a time.
_ONE_SIDE_BELOW = 22
_PRIORITIES, _RANKING, _CENTRE = range(3)
_BAND = 8  # pixels at the ends of what stands above the columns
_UNLIMITED = 16_777_215
_TABLE_SHARE = 0.55  # of the window for the ranking as a table


class Panes(QWidget):
    """Lays out the parts and remembers how much room each has.

    Parts are made in their places, ``rows``, ``centre`` and ``columns``, and so never move: Qt dresses anew
    whatever moves, with all that it holds.

    Attributes:
        columns: the splitter between left, middle and right; the ranking is made in it.
        centre: the splitter between map and drawer, which are made in it in this order.
        left: scrolls what stands at the left.
        rows: what stands at the left is made in it.
        sides: chooses what is seen where there is room for one side only.
    """

    _drawer: Drawer
    _ranking: RankingView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._map: MapPanel | None = None
        self._fit: MapFit | None = None
        self._as_list: list[int] = []
        self._wished = (_LEFT, _RIGHT)
        self._unfolded: list[int] = []
        self._both: list[int] = []  # heights of map and drawer, before the map made room
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self._side = QSplitter(Qt.Orientation.Vertical, self.columns)
        self.left = _left_area(self._side)
        self.rows = QWidget(self.left)
        self.left.setWidget(self.rows)
        self.centre = QSplitter(Qt.Orientation.Vertical, self.columns)
        for splitter in (self.columns, self.centre, self._side):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)

    def hold(
        self,
        header: QWidget,
        strip: QWidget,
        messages: QWidget,
        left: tuple[QWidget, ...],
        map_panel: MapPanel | None,
        drawer: Drawer,
        ranking: RankingView,
    ) -> None:
        """Lay out the parts, which are all there now.

        Args:
            header: across the top.
            strip: the scenarios, below it.
            messages: below it.
            left: stand below each other at the left, with a line between.
            map_panel: in the middle; None where there is no map.
            drawer: below the map.
            ranking: at the right.
        """
        self._drawer, self._ranking, self._map = drawer, ranking, map_panel
        _fill_left(self.rows, left)
        self.sides = self._made_switch()
        self.centre.setStretchFactor(0, 1)
        self._fit = MapFit(self.centre, map_panel, self._drawer_least) if map_panel is not None else None
        self.columns.setStretchFactor(1, 1)
        ranking.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ranking.setMinimumWidth(_RIGHT_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(strip)
        band = QHBoxLayout()
        band.setContentsMargins(_BAND, 0, _BAND, 0)
        band.addWidget(messages)
        column.addLayout(band)
        column.addWidget(self.sides)
        column.addWidget(self.columns, 1)
        self.columns.splitterMoved.connect(self._on_moved)
        drawer.set_can_fold(map_panel is not None)
        drawer.folded_changed.connect(self._on_folded)
        drawer.wanted.connect(lambda: self._bring(_CENTRE))
        ranking.wanted.connect(lambda: self._bring(_RANKING))
        ranking.table_mode_changed.connect(self._on_table_mode)
        if map_panel is not None:
            map_panel.wanted.connect(self.show_map)
        follow_look(self._dress)

    def _made_switch(self) -> Segments:
        """Chooses what is seen where there is no room for all sides."""
        texts = (t("Priorities"), t("Ranking"), t("Map and details"))
        switch = Segments(t("What is shown"), [(text, text) for text in texts], self)
        switch.setContentsMargins(_BAND, 4, _BAND, 0)
        switch.hide()
        switch.chosen.connect(lambda _side: self._show_sides())
        return switch

    def restore(self, settings: Settings, width: int) -> None:
        """Give every part the room it had, or what suits a window of this width."""
        left, _centre, right = settings.sizes("main", 3) or [_LEFT, 0, _RIGHT]
        self._wished = (left, right)
        self._divide(width)
        if self._fit is not None and (kept := settings.sizes("centre", 2)):
            self._fit.is_active = False
            self.centre.setSizes(kept)

    def remember(self, settings: Settings) -> None:
        """Keep how much room every part has, as a list and with the drawer unfolded."""
        columns = self._as_list if self._ranking.table_mode else self.columns.sizes()
        left, right = self._wished
        settings.keep_sizes("main", [left, columns[1], right])
        if self._fit is not None and not self._fit.is_active:
            centre = self._unfolded if self._drawer.is_folded else self.centre.sizes()
            settings.keep_sizes("centre", centre if all(centre) else self._both)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the height is known, and the map has what it needs before anybody sees it."""
        super().showEvent(event)
        self._share_middle()
        if self._fit is not None:
            self._fit.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both sides have the widths that were wished for, where that leaves enough for the middle."""
        super().resizeEvent(event)
        self._share_middle()
        if self._ranking.table_mode:
            self._share_sides(event.size().width())
        else:
            self._divide(event.size().width())

    @property
    def is_stacked(self) -> bool:
        """Whether the ranking stands below the priorities, because type is large for the window."""
        return self.columns.count() == 2

    @property
    def shows_one_at_a_time(self) -> bool:
        """Whether the drawer takes the place of the map while it is unfolded: both have no room."""
        return self._map is not None and self.height() < _ONE_AT_A_TIME_BELOW * look_in_force().base

    def show_map(self) -> None:
        """Bring the map to sight where the drawer, or the other side, has taken its place."""
        self._bring(_CENTRE)
        if self.shows_one_at_a_time:
            self._drawer.set_folded(True)

    def _bring(self, side: int) -> None:
        """Show a side where there is room for one only."""
        self.sides.show_current(side)
        self._show_sides()

    def _share_sides(self, width: int) -> None:
        """All sides beside each other, or a choice between them where there is room for one."""
        beside = width - self.left.minimumWidth()
        self.sides.setVisible(self.is_stacked and beside < _ONE_SIDE_BELOW * look_in_force().base)
        self.sides.fit(width - 2 * _BAND)
        self._show_sides()

    def _show_sides(self) -> None:
        """All sides, or the one that is chosen."""
        one, chosen = not self.sides.isHidden(), self.sides.current
        self.left.setVisible(not one or chosen == _PRIORITIES)
        self._ranking.setVisible(not one or chosen == _RANKING)
        self._side.setVisible(not one or chosen != _CENTRE)
        self.centre.setVisible(not one or chosen == _CENTRE)
        self._limit_left()

    def _share_middle(self) -> None:
        """Map above drawer, or one of them where there is room for no more."""
        if self._map is None or not self.isVisible():
            return
        one = self.shows_one_at_a_time
        self._drawer.set_stands_for_map(one)
        is_seen = self._drawer.is_folded or not one
        if is_seen != self._map.isHidden():
            return
        if not is_seen:
            self._both = self.centre.sizes()
        self._map.setVisible(is_seen)
        if is_seen and not self._drawer.is_folded and self._fit is not None:
            if self._fit.is_active:
                self._fit.fit_soon()
            else:
                self.centre.setSizes(self._both)

    def _divide(self, width: int) -> None:
        """Two columns or three in a width, and how wide each is."""
        middle = width - self.left.minimumWidth() - self._ranking.minimumWidth()
        stacked = middle < _STACKED_BELOW * look_in_force().base
        if stacked != self.is_stacked:
            self._stack(stacked)
        self._share_sides(width)
        self.columns.setSizes(self._columns_in(width))

    def _stack(self, stacked: bool) -> None:
        """Put the ranking below the priorities, or back to the right; what has the keyboard keeps it."""
        focus = self._ranking.focusWidget() if self._ranking.isAncestorOf(self.focusWidget()) else None
        if stacked:
            self._side.addWidget(self._ranking)
            self._side.setSizes(_STACKED_HEIGHTS)
        else:
            self.columns.addWidget(self._ranking)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _columns_in(self, width: int) -> list[int]:
        """Left, middle and right in a width; stacked, left and middle."""
        left, right = (round(wish * _larger()) for wish in self._wished)
        if self.is_stacked:
            for_middle = width - _STACKED_BELOW * look_in_force().base
            left = min(left, round(_STACKED_SHARE * width), for_middle)
            left = max(self._side.minimumSizeHint().width(), self.left.minimumWidth(), left)
            return [left, max(0, width - left)]
        missing = _CENTRE_LEAST * look_in_force().base - (width - left - right)
        from_right = min(max(0, missing), max(0, right - self._ranking.minimumWidth()))
        from_left = min(max(0, missing - from_right), max(0, left - self.left.minimumWidth()))
        left, right = left - from_left, right - from_right
        return [left, max(0, width - left - right), right]

    def _drawer_least(self) -> int:
        """How many pixels the drawer keeps under the map."""
        part = _DRAWER_PART * sum(self.centre.sizes()) / _larger()
        return round(min(_DRAWER_ENOUGH, max(_DRAWER_LEAST, part)) * _larger())

    def _on_moved(self) -> None:
        if self._ranking.table_mode:
            return
        left, right = self.columns.sizes()[0], self._wished[1]
        if not self.is_stacked:
            right = round(self.columns.sizes()[2] / _larger())
        self._wished = (round(left / _larger()), right)

    def _dress(self) -> None:
        """Larger type needs more room at the sides."""
        look = look_in_force()
        extra = max(0, look.base - BASE_PIXELS)
        self.left.setMinimumWidth(_LEFT_LEAST + _LEFT_GROWS * extra)
        self._limit_left()
        self._ranking.setMinimumWidth(_RIGHT_LEAST + _RIGHT_GROWS * extra)
        if self.isVisible() and not self._ranking.table_mode:
            self._divide(self.width())
        self._share_middle()
        if self._fit is not None:
            self._fit.fit_soon()

    def _limit_left(self) -> None:
        """The priorities need no more than this, unless a table stands below them."""
        extra = max(0, look_in_force().base - BASE_PIXELS)
        has_table = self.is_stacked and self._ranking.table_mode
        is_alone = not self.sides.isHidden()
        self.left.setMaximumWidth(
            _UNLIMITED if has_table or is_alone else _LEFT_MOST + 2 * _LEFT_GROWS * extra
        )

    def _on_table_mode(self, table: bool) -> None:
        """A table wants more width than a list; afterwards everything is as it was."""
        sizes = self.columns.sizes()
        self._limit_left()
        if not table:
            self._divide(self.width())
            if len(self._as_list) == self.columns.count():
                self.columns.setSizes(self._as_list)
            return
        self._as_list = sizes
        if self.is_stacked:
            wide = round(_TABLE_SHARE * sum(sizes))
            self.columns.setSizes([wide, sum(sizes) - wide])
            return
        left, total = sizes[0], sum(sizes)
        spare = (
            total - left - max(self.centre.minimumSizeHint().width(), _CENTRE_LEAST * look_in_force().base)
        )
        wide = max(sizes[2], min(int(self.width() * _TABLE_SHARE), spare))
        self.columns.setSizes([left, total - left - wide, wide])

    def _on_folded(self, folded: bool) -> None:
        """The map takes the room of a folded drawer."""
        if not folded:
            self._share_middle()
            self.centre.setSizes(self._unfolded)
            if self._fit is not None:
                self._fit.fit()
            return
        self._unfolded = self.centre.sizes()
        self._share_middle()
        bar = self._drawer.folded_height
        self.centre.setSizes([sum(self._unfolded) - bar, bar])


def _larger() -> float:
    """How many times the usual size type has; widths that are wished for are those of the usual one."""
    return max(1.0, look_in_force().base / BASE_PIXELS)


def _left_area(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setProperty("role", "panel")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(_LEFT_LEAST)
    area.setMaximumWidth(_LEFT_MOST)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _fill_left(inside: QWidget, parts: tuple[QWidget, ...]) -> None:
    column = QVBoxLayout(inside)
    column.setContentsMargins(12, 10, 12, 12)
    column.setSpacing(10)
    for position, part in enumerate(parts):
        if position:
            column.addWidget(line(inside))
        column.addWidget(part)
    column.addStretch(1)
