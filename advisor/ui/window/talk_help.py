"""The help while something is presented: a window of its own, on the speaker's screen where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.scenario.study.talk import TalkStep
from advisor.ui.help.help_view import HelpView
from advisor.ui.window.help_charts import HelpCharts
from advisor.views.look.theme import GAP
from advisor.words.translation import t

_SIZE = (760, 760)  # pixels
TOPICS = {
    TalkStep.TITLE: "presentation",
    TalkStep.QUESTION: "question",
    TalkStep.COVERED: "people#vote",
    TalkStep.PRIORITIES: "people",
    TalkStep.MAP: "map",
    TalkStep.TOP: "ranking",
    TalkStep.COMPARE: "compare",
    TalkStep.COST: "cost",
    TalkStep.CERTAINTY: "certainty",
    TalkStep.DECISION: "log",
}


class TalkHelp(QWidget):
    """Shows the page that explains a step; F1 or Escape closes it.

    Args:
        document: whose charts its pages show.

    Signals:
        closed: the keyboard is to go back to what is presented.
    """

    closed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("talkHelp")
        self.setWindowTitle(t("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "panel")
        self.resize(*_SIZE)
        self.view = HelpView(HelpCharts(document))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2 * GAP, 0, 0)
        column.addWidget(self.view)

    def show_step(self, step: TalkStep, screen: QScreen | None) -> None:
        """Open at what explains a step.

        Args:
            step: what the room sees.
            screen: where the help stands; None for wherever the system puts it.
        """
        if screen is not None:
            self.setScreen(screen)
            area = screen.availableGeometry()
            self.resize(min(_SIZE[0], area.width()), min(_SIZE[1], area.height()))
            self.move(area.center() - self.rect().center())
        self.view.open(TOPICS[step])
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Back to what is presented."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
