"""What the room should know, in sentences, and the button that puts it in force."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import GAP
from advisor.views.people.people_figures import GroupFigures
from advisor.words.translation import t


class FindingsPage(QWidget):
    """A line for each finding, scrolled where they are many.

    Signals:
        use_wanted: the group's weights are to be the scenario's.
    """

    use_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        self.use_button = QPushButton(t("Use the group's weights in this scenario"))
        self.use_button.setProperty("role", "primary")
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
        button = QHBoxLayout()
        button.setContentsMargins(12, 4, 12, 8)
        button.addWidget(self.use_button)
        button.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addLayout(button)

    def show_figures(self, figures: GroupFigures) -> None:
        """Say what a group comes to."""
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.deleteLater()
        findings = figures.findings
        self.texts = tuple(finding.text for finding in findings)
        top = Qt.AlignmentFlag.AlignTop
        for row, finding in enumerate(findings):
            title, text = label(finding.title, "section"), label(finding.text)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            title.setBuddy(text)
            self._grid.addWidget(title, row, 0, top)
            self._grid.addWidget(text, row, 1, top)
