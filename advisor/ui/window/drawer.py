"""The drawer below the map: tabs that follow the selection; it can be folded away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from advisor.ui.look.current import follow_look
from advisor.ui.look.icons import icon
from advisor.ui.widgets.small_widgets import restyle

_TAB_PADDING = 26  # of a tab, to both sides
_BAR_MARGINS = 20


class Drawer(QFrame):
    """A host for tabs.

    Signals:
        folded_changed: whether only the tabs are left to be seen.
    """

    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawer")
        self._folded = False
        self._bar = QFrame(self)
        self._bar.setObjectName("drawerBar")
        self._tabs = QTabBar(self._bar)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("Details"))
        self._tabs.currentChanged.connect(self._on_current)
        self._tabs.tabBarClicked.connect(self._on_click)
        self._pages = QStackedWidget(self)
        self.fold_button = QToolButton(self._bar)
        self.fold_button.setIconSize(QSize(14, 14))
        self.fold_button.clicked.connect(lambda: self.set_folded(not self._folded))
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(4, 0, 8, 0)
        row.addWidget(self._tabs, 1)
        row.addWidget(self.fold_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        self._draw_button()
        follow_look(self._dress)

    def add_tab(self, widget: QWidget, title: str) -> int:
        """Add a tab at the right end.

        Returns:
            Its index, for ``show_tab``.
        """
        index = self._pages.addWidget(widget)
        self._tabs.addTab(title)
        return index

    def show_tab(self, index: int) -> None:
        """Bring a tab to the front and unfold the drawer."""
        self._tabs.setCurrentIndex(index)
        self.set_folded(False)

    @property
    def tabs(self) -> QTabBar:
        """The row of tabs."""
        return self._tabs

    def page(self, index: int) -> QWidget | None:
        """The widget of a tab."""
        return self._pages.widget(index)

    @property
    def current(self) -> QWidget | None:
        """The widget of the tab in front."""
        return self._pages.currentWidget()

    @property
    def is_folded(self) -> bool:
        """Whether only the tabs can be seen."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold away all but the tabs, or unfold."""
        if folded == self._folded:
            return
        self._folded = folded
        self._pages.setVisible(not folded)
        self.setMaximumHeight(self._bar.sizeHint().height() + 1 if folded else 16_777_215)
        self._draw_button()
        self.folded_changed.emit(folded)

    def _dress(self) -> None:
        """Paint in the colours of a look."""
        self._tabs.ensurePolished()
        self._fit()
        if self._folded:
            self.setMaximumHeight(self._bar.sizeHint().height() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all tabs in sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Move the tabs closer where they would not all be seen."""
        font = QFont(self._tabs.font())
        font.setWeight(QFont.Weight.DemiBold)
        words = (self._tabs.tabText(index) for index in range(self._tabs.count()))
        wide = sum(QFontMetrics(font).horizontalAdvance(word) + _TAB_PADDING for word in words)
        tight = wide > self.width() - self.fold_button.sizeHint().width() - _BAR_MARGINS
        if tight != bool(self._tabs.property("tight")):
            self._tabs.setProperty("tight", tight)
            restyle(self._tabs)

    def _draw_button(self) -> None:
        self.fold_button.setIcon(icon("chevron-up" if self._folded else "chevron-down", "quiet"))
        name = self.tr("Unfold the drawer") if self._folded else self.tr("Fold the drawer away")
        self.fold_button.setAccessibleName(name)
        self.fold_button.setToolTip(self.tr("{} (F9)").format(name))

    def _on_current(self, index: int) -> None:
        if index >= 0:
            self._pages.setCurrentIndex(index)

    def _on_click(self, index: int) -> None:
        if index >= 0 and self._folded:
            self.set_folded(False)
