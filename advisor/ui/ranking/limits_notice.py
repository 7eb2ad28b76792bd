"""Above the ranking where must-haves leave (almost) nothing: what excludes how many, and the remedy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import GAP
from advisor.views.ranking.limit_texts import LimitReport, Remedy
from advisor.words.plain_text import as_typed


class LimitsNotice(QFrame):
    """A few lines that are there only while there is something to say; a change of what is left is announced.

    Signals:
        wanted: the ``Remedy`` whose button was pressed.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("limitsNotice")
        self._left = -1
        self.sentence = self._line("section")
        self.home = self._line("")
        self.limits = self._line("quiet")
        self.buttons: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._offered: tuple[Remedy, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, GAP, 12, GAP)
        self._column.setSpacing(4)
        for part in (self.sentence, self.home, self.limits):
            self._column.addWidget(part)
        self.hide()

    def _line(self, role: str) -> QLabel:
        made = label("", role, self)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return made

    def show_report(self, report: LimitReport) -> None:
        """Say what a report says, nothing where it says nothing."""
        for part, text in (
            (self.sentence, report.sentence),
            (self.home, report.home),
            (self.limits, "\n".join(report.limits)),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._offer(report.remedies)
        self.setAccessibleName(report.spoken)
        self.setVisible(not report.is_empty)
        if report.sentence and report.left != self._left:
            announce(self, report.spoken)
        self._left = report.left if report.sentence else -1

    def _offer(self, remedies: tuple[Remedy, ...]) -> None:
        if remedies == self._offered:
            return
        self._offered = remedies
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()  # its button may be the one that is being pressed
            row.deleteLater()
        self._rows, self.buttons = [], []
        for remedy in remedies:
            row = QWidget(self)
            button = QPushButton(remedy.button, row)
            button.setAccessibleName(remedy.text)
            button.setToolTip(as_typed(remedy.text))
            if not self.buttons:
                button.setProperty("role", "primary")
            button.clicked.connect(lambda _on=False, one=remedy: self.wanted.emit(one))
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 2, 0, 2)
            line.setSpacing(GAP)
            words = self._line("")
            words.setText(remedy.text)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            self._column.addWidget(row)
            self._rows.append(row)
            self.buttons.append(button)
