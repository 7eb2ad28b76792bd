"""The slim strip under the header: the scenarios of the study, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from advisor.app.document.document import Document
from advisor.ui.look.icons import icon
from advisor.ui.scenarios.scenario_tabs import ScenarioTabs
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.small_widgets import label
from advisor.words.translation import t

_MARGINS = 24  # pixels, both sides together


class ScenarioStrip(QFrame):
    """A caption, the tabs, a button for another one; room for actions at the right.

    Attributes:
        tabs: one for each scenario.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scenarioStrip")
        self.tabs = ScenarioTabs(document, self)
        self._buttons: list[QToolButton] = []
        self._caption = label(t("Scenarios"), "caption", self)
        self._caption.setBuddy(self.tabs)
        self.add_button = QToolButton(self)
        self.add_button.setProperty("role", "tiny")
        self.add_button.setIcon(icon("add", "text"))
        self.add_button.setIconSize(QSize(14, 14))
        self.add_button.setAccessibleName(t("Duplicate the scenario"))
        self.add_button.clicked.connect(self.tabs.duplicate)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._caption)
        self._row.addWidget(self.tabs)
        self._row.addWidget(self.add_button)
        self._row.addStretch(1)
        self._fitting = Fitting(self, self._fit)
        document.follow(self._fitting.again)

    def add_action_button(self, action: QAction) -> QToolButton:
        """Add a button at the right end that does an action, where there is room for it."""
        button = QToolButton(self)
        button.setProperty("role", "layer")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._row.addWidget(button)
        self._buttons.append(button)
        self._fitting.again()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        """Where room is short the caption goes, then the last buttons, which the menu has as well."""
        gap = self._row.spacing()
        needed = self.tabs.sizeHint().width() + self.add_button.sizeHint().width() + _MARGINS + 2 * gap
        caption = self._caption.sizeHint().width() + gap
        hints = [button.sizeHint().width() + gap for button in self._buttons]
        self._caption.setVisible(needed + caption + sum(hints) <= self.width())
        for place, button in enumerate(self._buttons):
            button.setVisible(needed + sum(hints[: place + 1]) <= self.width())

    def minimumSizeHint(self) -> QSize:
        """May become narrow: tabs scroll."""
        return QSize(0, super().minimumSizeHint().height())
