"""What the room should know, in sentences, and the button that puts it in force."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advisor.ui.look.current import look_in_force
from advisor.ui.widgets.foot import Foot
from advisor.ui.widgets.small_widgets import empty_layout, label
from advisor.views.look.theme import GAP
from advisor.views.people.people_figures import GroupFigures
from advisor.words.glossary import meaning
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

# Findings whose title names a term.
_TERMS = {"agreement": "kendall-w", "acceptable": "worst-regret"}
_ROOMY = 40  # sizes of type from which titles stand beside texts


class FindingsPage(QWidget):
    """A line for each finding, scrolled where they are many.

    Signals:
        use_wanted: the group's weights are to be the scenario's.
    """

    use_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.use_button = QPushButton(t("Use the group's weights in this scenario"))
        self.use_button.clicked.connect(self.use_wanted)
        inside = QWidget()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GAP)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(t("Findings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(Foot(self, self.use_button, edge=12))

    def show_figures(self, figures: GroupFigures) -> None:
        """Say what a group comes to."""
        empty_layout(self._grid)
        self._rows = []
        self.texts = tuple(finding.text for finding in figures.findings)
        for finding in figures.findings:
            title, text = label(finding.title, "section"), label(finding.text)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            title.setBuddy(text)
            if finding.id in _TERMS:
                title.setToolTip(as_typed(meaning(_TERMS[finding.id])))
            self._rows.append((title, text))
        self._place()

    def _place(self) -> None:
        """Titles beside the texts, or above them where there is little room."""
        stacked = self.width() < _ROOMY * look_in_force().base
        for row, (title, text) in enumerate(self._rows):
            for part in (title, text):
                self._grid.removeWidget(part)
            if stacked:
                self._grid.addWidget(title, 2 * row, 0, 1, 2)
                self._grid.addWidget(text, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another order."""
        super().resizeEvent(event)
        self._place()
