"""The row of tabs of the drawer: whole ones only, those around the one in front where room is short."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QWidget

from advisor.ui.widgets.small_widgets import restyle
from advisor.ui.widgets.word_widths import WordWidths

_PADDING = 26  # of a tab at both sides together while there is room, as in the style sheet


@dataclass(frozen=True, slots=True)
class _Tab:
    id: str
    title: str
    help: str


class DrawerTabs(QTabBar):
    """Tabs by their ids; Qt's own bar would cut the last one that it has room for, or scroll the others away.

    Signals:
        chosen: the id of the tab that is in front now.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[_Tab] = []
        self._first = 0
        self._room = 0
        self._measured = WordWidths()
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.currentChanged.connect(self._on_current)

    def add(self, tab: str, title: str, help_: str) -> None:
        """Add a tab at the right end; the first one is in front."""
        self._all.append(_Tab(tab, title, help_))
        self._append(self._all[-1])
        if len(self._all) == 1:
            self.chosen.emit(tab)

    @property
    def titles(self) -> dict[str, str]:
        """What all tabs say, by id, from left to right."""
        return {tab.id: tab.title for tab in self._all}

    @property
    def shown(self) -> tuple[str, ...]:
        """Ids of the tabs that have room."""
        return tuple(self.tabData(at) for at in range(self.count()))

    @property
    def current(self) -> str:
        """The id of the tab in front, empty where there is none."""
        return self.tabData(self.currentIndex()) or ""

    def choose(self, tab: str) -> None:
        """Bring a tab to the front."""
        if tab == self.current:
            return
        if tab not in self.shown:
            self._show_around(tab)
            self.chosen.emit(tab)
        self.setCurrentIndex(self.shown.index(tab))

    def minimumSizeHint(self) -> QSize:
        """May become narrow: what has no room is listed elsewhere."""
        return QSize(0, super().minimumSizeHint().height())

    def fit(self, room: int, for_more: int) -> bool:
        """Move the tabs closer where they would not all be seen; where that is not enough, show some only.

        Args:
            room: for all of them, in pixels.
            for_more: what of it a button takes that leads to the others.

        Returns:
            Whether some have no room.
        """
        words = self._word_widths(self.current)
        tight = sum(words) + _PADDING * len(words) > room
        if tight != bool(self.property("tight")):
            self.setProperty("tight", tight)
            restyle(self)
        is_short = tight and sum(self._widths(self.current)) > room
        self._room = room - for_more if is_short else room
        if self._all:
            self._show_around(self.current)
        return is_short

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go on to tabs that have no room."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
        if not step:
            super().keyPressEvent(event)
            return
        at = self._position(self.current) + step
        if 0 <= at < len(self._all):
            self.choose(self._all[at].id)

    def _on_current(self, _index: int) -> None:
        if self.current:
            self.chosen.emit(self.current)

    def _position(self, tab: str) -> int:
        return next((at for at, one in enumerate(self._all) if one.id == tab), 0)

    def _show_around(self, tab: str) -> None:
        """Show as many as have room, the given one in front and among them, and otherwise as it was."""
        widths, current = self._widths(tab), self._position(tab)
        first = min(self._first, current)
        while first < current and sum(widths[first : current + 1]) > self._room:
            first += 1
        while first > 0 and sum(widths[first - 1 :]) <= self._room:
            first -= 1
        last = current
        while last + 1 < len(widths) and sum(widths[first : last + 2]) <= self._room:
            last += 1
        self._first = first
        wanted = self._all[first : last + 1]
        if self.shown == tuple(one.id for one in wanted):
            return
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(self.count() - 1)
        for one in wanted:
            self._append(one)
        self.setCurrentIndex(current - first)
        self.blockSignals(blocked)

    def _append(self, tab: _Tab) -> None:
        at = self.addTab(tab.title)
        self.setTabData(at, tab.id)
        self.setTabToolTip(at, tab.help)
        self.updateGeometry()  # Qt's own bar says so only while it is seen

    def _word_widths(self, front: str) -> list[int]:
        """How wide the words of each tab are, where the one in front is set bold."""
        font, words = self.font(), self._measured
        return [(words.bold if tab.id == front else words.plain)(font, tab.title) for tab in self._all]

    def _widths(self, front: str) -> list[int]:
        """How wide each tab is, also of those that are not in the bar."""
        sample = 1 if self.currentIndex() == 0 and self.count() > 1 else 0  # not the one that is set bold
        words = self._word_widths(front)[self._position(self.tabData(sample))]
        edges = self.tabSizeHint(sample).width() - words
        return [words + edges for words in self._word_widths(front)]
