"""The vote: one person after the other weighs behind a cover, and nothing is shown of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from advisor.app.document.document import Document
from advisor.datapack.schema import DataPack
from advisor.scenario.people.people_edits import person_named, scenario_of, with_weights_of
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.kept_focus import KeptFocus
from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import GAP
from advisor.words.translation import t

COVER, WEIGHING, END = range(3)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 54  # of the card, in sizes of type


class Weighing(Protocol):
    """The page on which somebody weighs; a widget."""

    def begin(self) -> None:
        """Put the keyboard where weighing begins."""

    def scenario(self) -> Scenario:
        """A scenario with the weights that they have come to."""


MakeWeighing = Callable[[DataPack, Scenario], QWidget]


class VoteScreen(KeptFocus):
    """Covers the whole window while people vote.

    A vote is one step of the document, made when somebody has finished; before that nothing is kept, and
    afterwards it is covered. Enter begins, Ctrl+Enter finishes, Escape goes back or leaves.

    Args:
        document: whose people vote.
        host: what is covered.
        make_weighing: makes the page on which somebody weighs; it is a ``Weighing``.

    Signals:
        left: the screen has gone.
        reveal_wanted: everybody has weighed, and the votes are to be shown.
    """

    left = Signal()
    reveal_wanted = Signal()

    def __init__(self, document: Document, host: QWidget, make_weighing: MakeWeighing) -> None:
        super().__init__(host)
        self.setObjectName("voteScreen")
        self.setAccessibleName(t("Vote"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document, self._host, self._make_weighing = document, host, make_weighing
        self._names: list[str] = []
        self._at = 0
        self._weighing: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.progress = label("", "quiet", self)
        self.who = label("", "name", self)
        self.lead = label("", "", self)
        self.lead.setWordWrap(True)
        self.problem = label("", "error", self)
        self.problem.setWordWrap(True)
        self.stages = QStackedWidget(self)
        self.begin_button = self._button(t("Begin"), self._begin_weighing, primary=True)
        self.skip_button = self._button(t("Skip"), self._next)
        self.stop_button = self._button(t("Stop the vote"), self.leave)
        self.done_button = self._button(t("Done"), self._finish, primary=True)
        self.back_button = self._button(t("Back"), self._cover)
        self.reveal_button = self._button(t("Show votes"), self._reveal, primary=True)
        self.close_button = self._button(t("Keep hidden"), self.leave)
        self._area = self.scrolled = QScrollArea(self)
        self._build()
        host.installEventFilter(self)
        document.replaced.connect(self.leave)  # its people are others
        self.hide()
        follow_look(self._dress)

    def _button(self, text: str, do: Callable[[], object], *, primary: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        if primary:
            button.setProperty("role", "primary")
        button.clicked.connect(lambda _checked: do())
        return button

    def _build(self) -> None:
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stages.addWidget(_row(self.begin_button, self.skip_button, self.stop_button))
        weighing = QWidget()
        column = QVBoxLayout(weighing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(_row(self.done_button, self.back_button))
        self.stages.addWidget(weighing)
        self.stages.addWidget(_row(self.reveal_button, self.close_button))
        self.card = QFrame(self)
        self.card.setObjectName("voteCard")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        inside.setSpacing(GAP)
        for part in (self.progress, self.who, self.lead, self.problem):
            inside.addWidget(part)
        inside.addWidget(self.stages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        row.addStretch(1)
        row.addWidget(self.card, 100)
        row.addStretch(1)

    # The course of a vote -------------------------------------------------------------------------------

    def begin(self, names: Sequence[str]) -> None:
        """Cover the window and call the first of some people."""
        if self.isHidden():
            self._focus_before = self.window().focusWidget()
        self._names, self._at = list(names), 0
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self._cover()

    @property
    def stage(self) -> int:
        """``COVER``, ``WEIGHING`` or ``END``."""
        return self.stages.currentIndex()

    @property
    def name(self) -> str:
        """Whose turn it is, empty at the end."""
        return self._names[self._at] if self._at < len(self._names) else ""

    @property
    def weighing(self) -> QWidget | None:
        """The page of the person who is weighing, None while nobody is."""
        return self._weighing

    def leave(self) -> None:
        """Uncover the window and give the keyboard back; votes that are in are kept."""
        if self.isHidden():
            return
        self._drop_weighing()
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _cover(self) -> None:
        """Between two people nothing is to be seen but a name."""
        self._drop_weighing()
        self._say("")
        self.progress.setText(t("Person {number} of {all}", number=self._at + 1, all=len(self._names)))
        self.progress.setVisible(len(self._names) > 1)
        self.who.setText(self.name)
        self.setAccessibleName(t("Vote of {name}", name=self.name))
        self.lead.setText(t("It is your turn. What you choose stays hidden until everybody has weighed."))
        self._show_stage(COVER, self.begin_button)

    def _begin_weighing(self) -> None:
        document = self._document
        try:
            person = person_named(document.study, self.name)
        except ScenarioError as error:  # somebody has taken them off the list meanwhile
            self._say(str(error))
            return
        self._weighing = self._make_weighing(document.pack, scenario_of(document.scenario, person))
        self._area.setWidget(self._weighing)
        self._weighing.show()
        self.lead.setText(t("What matters to you? Ctrl+Enter when you are done."))
        last = self._at + 1 == len(self._names)
        self.done_button.setText(t("Done") if last else t("Done, next person"))
        self._show_stage(WEIGHING, None)
        self._weighing.begin()  # type: ignore[attr-defined]

    def _finish(self) -> None:
        """Keep the vote as one step, and call the next."""
        page = self._weighing
        if self.stage != WEIGHING or page is None:
            return
        document, name = self._document, self.name
        try:
            after = with_weights_of(document.pack, document.study, name, page.scenario())  # type: ignore[attr-defined]
            document.edit_study(after, t("vote of {name}", name=name))
        except ScenarioError as error:
            self._say(str(error))
            return
        self._next()

    def _next(self) -> None:
        self._at += 1
        if self._at < len(self._names):
            self._cover()
            return
        self._drop_weighing()
        self._say("")
        waiting = [one.name for one in self._document.study.stakeholders if not one.has_weighed]
        self.progress.hide()
        self.who.setText(t("Everybody has weighed") if not waiting else t("The round is over"))
        self.lead.setText(
            t("The votes are hidden. Show them when the room is ready.")
            if not waiting
            else t("Not weighed yet: {names}. The votes that are in are hidden.", names=", ".join(waiting))
        )
        self._show_stage(END, self.reveal_button)

    def _reveal(self) -> None:
        self.leave()
        self.reveal_wanted.emit()

    def _show_stage(self, stage: int, focus: QWidget | None) -> None:
        self.stages.setCurrentIndex(stage)
        tall = QSizePolicy.Policy.Expanding if stage == WEIGHING else QSizePolicy.Policy.Maximum
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        self.stages.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        for index in range(self.stages.count()):
            # What is not in sight must not make the card tall.
            policy = QSizePolicy.Policy.Preferred if index == stage else QSizePolicy.Policy.Ignored
            part = self.stages.widget(index)
            assert part is not None
            part.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _drop_weighing(self) -> None:
        page, self._weighing = self._area.takeWidget(), None
        if page is not None:
            page.deleteLater()

    # Qt -------------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """The card is as wide as its type asks for."""
        self.card.setMaximumWidth(_WIDE * look_in_force().base)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus, Ctrl+Enter finishes; Escape goes back, or leaves."""
        key, focus = event.key(), self.window().focusWidget()
        if key == Qt.Key.Key_Escape:
            if self.stage == WEIGHING:
                self._cover()
            else:
                self.leave()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        elif key in _ENTER and isinstance(focus, QPushButton) and self.isAncestorOf(focus):
            focus.click()
        # Everything else stays here too: what lies below is covered for the keyboard as well.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the host at any size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)


def _row(*buttons: QPushButton) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, GAP, 0, 0)
    row.setSpacing(GAP)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return made
