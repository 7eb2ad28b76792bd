"""The drawer below the map: tabs that follow the selection; it can be folded away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.workers.own_turn import OwnTurn
from advisor.ui.look.current import dress_again, follow_look
from advisor.ui.look.icons import icon
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.window.drawer_tabs import DrawerTabs
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_BAR_MARGINS, _BETWEEN = 20, 6  # of the bar in all, and between what stands in it
_UNLIMITED = 16_777_215


class Drawer(QFrame):
    """A host for tabs, each built when it is first shown.

    Signals:
        folded_changed: whether only the tabs are left to be seen.
        wanted: somebody wants to see a tab, which may have made room for other things.
    """

    folded_changed = Signal(bool)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._folded = False
        self._can_fold = True
        self._stands_for_map = False
        self._ids: list[str] = []
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._panels: dict[str, QWidget] = {}
        self._topics: dict[str, str] = {}
        self._anew = OwnTurn(self._show_if_seen, self)
        self._bar = QFrame(self)
        self._bar.setObjectName("drawerBar")
        self._tabs = DrawerTabs(self._bar)
        self._tabs.setAccessibleName(t("Details"))
        self._tabs.chosen.connect(self._on_current)
        self._tabs.tabBarClicked.connect(self._on_click)
        self._pages = QStackedWidget(self)
        self.all_button = QToolButton(self._bar)
        self.all_button.setText(f"{t('More')} \N{BLACK DOWN-POINTING SMALL TRIANGLE}")
        self.all_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.all_button.setAccessibleName(t("All tabs"))
        self.all_button.setToolTip(t("All tabs"))
        self.all_button.setMenu(QMenu(self.all_button))
        self.all_button.menu().aboutToShow.connect(self._list_tabs)
        self.all_button.hide()
        self.fold_button = QToolButton(self._bar)
        self.fold_button.setIconSize(QSize(14, 14))
        self.fold_button.clicked.connect(lambda: self.set_folded(not self._folded))
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self._tabs, 1)
        row.addWidget(self.all_button)
        row.addWidget(self.fold_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        self._draw_button()
        self._fitting = Fitting(self, self._fit)
        follow_look(self._dress)

    # Tabs --------------------------------------------------------------------------------------------

    def add_tab(
        self, tab: str, title: str, build: Callable[[], QWidget], help_: str = "", topic: str = ""
    ) -> None:
        """Add a tab at the right end.

        Args:
            tab: its id.
            title: what the tab says.
            build: makes its panel, called once and only when it is needed.
            help_: a sentence for its tooltip.
            topic: the place of the help that explains it.
        """
        self._topics[tab] = topic
        self._ids.append(tab)
        self._builders[tab] = build
        self._tabs.add(tab, title, help_)

    @property
    def tab_ids(self) -> tuple[str, ...]:
        """The ids of the tabs from left to right."""
        return tuple(self._ids)

    @property
    def tabs(self) -> DrawerTabs:
        """The row of tabs."""
        return self._tabs

    def has(self, tab: str) -> bool:
        """Whether there is such a tab."""
        return tab in self._ids

    def panel(self, tab: str) -> QWidget:
        """The panel of a tab, built now if it was never shown.

        Raises:
            KeyError: there is no such tab.
        """
        if tab not in self._panels:
            panel = self._builders[tab]()
            give_topic(panel, self._topics[tab])
            self._panels[tab] = panel
            self._pages.addWidget(panel)
            dress_again(panel)
        return self._panels[tab]

    def build_anew(self) -> None:
        """Give up what was built: it belongs to another pack.

        What is in front is built again in the turn that comes, once everybody knows the pack.
        """
        self._end_panels()
        panels, self._panels = list(self._panels.values()), {}
        self._pages.hide()  # otherwise each that goes would show the next
        for panel in panels:
            self._pages.removeWidget(panel)
            panel.setParent(None)
            panel.deleteLater()
        self._pages.setVisible(not self._folded)
        self._anew.start()

    @property
    def built(self) -> tuple[str, ...]:
        """The ids of the tabs that have been shown, or asked for, until now."""
        return tuple(self._panels)

    @property
    def current(self) -> str:
        """The id of the tab in front, empty where there is none."""
        return self._tabs.current

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front and unfold the drawer."""
        self.wanted.emit()
        self._tabs.choose(tab)
        self.set_folded(False)

    def shutdown(self) -> None:
        """Let panels end what they have under way; call before the window goes."""
        self._anew.stop()
        self._end_panels()

    def _end_panels(self) -> None:
        for panel in self._panels.values():
            end = getattr(panel, "shutdown", None)
            if end is not None:
                end()

    # Folding -----------------------------------------------------------------------------------------

    @property
    def can_fold(self) -> bool:
        """Whether there is something above that could use the room."""
        return self._can_fold

    def set_can_fold(self, can: bool) -> None:
        """Say whether folding makes sense."""
        self._can_fold = can
        self.fold_button.setVisible(can)

    def set_stands_for_map(self, stands: bool) -> None:
        """Say whether unfolded it takes the place of the map, so that folding is the way to the map."""
        if stands != self._stands_for_map:
            self._stands_for_map = stands
            self._draw_button()

    @property
    def is_folded(self) -> bool:
        """Whether only the tabs can be seen."""
        return self._folded

    @property
    def folded_height(self) -> int:
        """Height of the tabs alone."""
        return self._bar.sizeHint().height() + 1

    def set_folded(self, folded: bool) -> None:
        """Fold away all but the tabs, or unfold."""
        if folded == self._folded or not self._can_fold:
            return
        self._folded = folded
        self._pages.setVisible(not folded)
        self.setMaximumHeight(self.folded_height if folded else _UNLIMITED)
        self._draw_button()
        if not folded:
            self._show_panel()
        self.folded_changed.emit(folded)

    # Look --------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Take the room that the look's type needs."""
        if self._folded:
            self.setMaximumHeight(self.folded_height)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what can be seen now."""
        super().showEvent(event)
        self._show_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all tabs in sight."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        """Keep whole tabs only; where there is no room for all, list them."""
        self._tabs.ensurePolished()
        room = self.width() - self.fold_button.sizeHint().width() - _BAR_MARGINS
        self.all_button.setVisible(self._tabs.fit(room, self.all_button.sizeHint().width() + _BETWEEN))

    def _list_tabs(self) -> None:
        menu = self.all_button.menu()
        menu.clear()
        for tab, title in self._tabs.titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(tab == self.current)
            action.triggered.connect(partial(self.show_tab, tab))

    def _draw_button(self) -> None:
        leads_to_map = self._stands_for_map and not self._folded
        shape = "world" if leads_to_map else "chevron-up" if self._folded else "chevron-down"
        self.fold_button.setIcon(icon(shape, "quiet"))
        name = t("Unfold the drawer") if self._folded else t("Fold the drawer away")
        if leads_to_map:
            name = t("Show the map in place of the details")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(as_typed(t("{what} (F9)", what=name)))

    def _on_current(self, tab: str) -> None:
        give_topic(self, self._topics.get(tab, ""))
        self._show_if_seen()

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show_panel()

    def _show_panel(self) -> None:
        if self.current and not self._folded:
            self._pages.setCurrentWidget(self.panel(self.current))

    def _on_click(self, index: int) -> None:
        if index >= 0 and self._folded:
            self.set_folded(False)
