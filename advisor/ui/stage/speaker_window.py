"""The window of the person who speaks: what is shown, what comes next, notes, and the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.talk import TalkStep
from advisor.ui.look.current import follow_look, look_in_force, wear
from advisor.ui.stage.stage_keys import Wish, place_of, wish_of
from advisor.ui.stage.stage_screen import steer
from advisor.ui.stage.talk import Talk
from advisor.ui.widgets.small_widgets import label, line
from advisor.views.look.theme import GAP, presented, scaled
from advisor.views.stage.steps import step_name
from advisor.words.dates import time_text
from advisor.words.locale import digits
from advisor.words.translation import t

_SECOND_MS = 1000
_REST_MS = 1200  # after which notes that are being typed are kept
_SIZE = (860, 700)  # pixels to begin with
_LARGER = 1.4


class SpeakerWindow(QWidget):
    """Follows a talk, steers it, and keeps notes in the study.

    Args:
        talk: what is presented.
        now: seconds of a clock that only goes forward.
        clock: the time of day.

    Signals:
        left: somebody wants to leave the presentation.
        wished: what else somebody asks for with a key (``Wish``).
        closed: the window has been closed; the presentation goes on.
    """

    left = Signal()
    wished = Signal(object)
    closed = Signal()

    def __init__(
        self,
        talk: Talk,
        now: Callable[[], float] = time.monotonic,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("speakerWindow")
        self.setWindowTitle(t("Speaker"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(*_SIZE)
        self._talk, self._now, self._clock = talk, now, clock
        self._since = now()
        self._step: TalkStep = talk.step
        self.elapsed = label("", "name", self)
        self.time_of_day = label("", "title", self)
        self.place = label("", "quiet", self)
        self.lit = label("", "", self)
        self.votes = label("", "", self)
        self.current = label("", "title", self)
        self.sentence = label("", "", self)
        self.next = label("", "title", self)
        self.next_sentence = label("", "", self)
        self.problem = label("", "error", self)
        self.notes = QPlainTextEdit(self)
        self.back_button = self._button(t("Back"), talk.back)
        self.forward_button = self._button(t("Next"), talk.forward)
        self.blank_button = self._button(t("Blank"), lambda: talk.blank(not talk.is_blank))
        self.reset_button = self._button(t("Start the clock anew"), self.start_clock)
        self.leave_button = self._button(t("Leave"), self.left.emit)
        self._build()
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._seconds.timeout.connect(self.show_time)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep_notes)
        self.notes.textChanged.connect(self._rest.start)
        self.notes.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        talk.changed.connect(self.show_step)
        talk.figures_changed.connect(self.show_step)
        follow_look(self._dress)

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked: do())
        return button

    def _build(self) -> None:
        for text in (
            self.place,
            self.lit,
            self.votes,
            self.sentence,
            self.next_sentence,
            self.problem,
            self.current,
            self.next,
        ):
            text.setWordWrap(True)
        self.problem.hide()
        self.notes.setAccessibleName(t("Notes"))
        self.notes.setPlaceholderText(t("What you want to say here. Notes are kept in the study."))
        self.notes.setTabChangesFocus(True)
        self.elapsed.setToolTip(t("Time since the presentation began"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        clocks = QHBoxLayout()
        clocks.addWidget(self.elapsed)
        clocks.addWidget(self.reset_button)
        clocks.addStretch(1)
        clocks.addWidget(self.time_of_day)
        column.addLayout(clocks)
        column.addWidget(line(self))
        for part in (self.place, self.current, self.sentence, self.lit, self.votes):
            column.addWidget(part)
        column.addWidget(label(t("Notes"), "quiet", self))
        column.addWidget(self.notes, 1)
        column.addWidget(self.problem)
        column.addWidget(line(self))
        column.addWidget(label(t("Next"), "quiet", self))
        column.addWidget(self.next)
        column.addWidget(self.next_sentence)
        row = QHBoxLayout()
        for button in (self.back_button, self.forward_button, self.blank_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        column.addLayout(row)

    def _dress(self) -> None:
        """As the window, a size larger, in the contrast of a room and with captions as large as all else.

        It is read while standing, and from further away than a window that one works in.
        """
        look = look_in_force()
        wear(self, scaled(replace(presented(look), base=look.base, small=look.base), _LARGER))

    def begin(self) -> None:
        """Start the clock and show the first step."""
        self._step = self._talk.step
        self.start_clock()
        self.show_step()
        # Not in the notes, where Qt would begin: letters steer until somebody goes there to type.
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_clock(self) -> None:
        """Count from here."""
        self._since = self._now()
        self.show_time()
        self._seconds.start()

    def end(self) -> None:
        """Keep what was typed last, and stop the clock."""
        self.keep_notes()
        self._seconds.stop()

    def show_time(self) -> None:
        """The time of day, and how long somebody has been speaking."""
        seconds = max(0, int(self._now() - self._since))
        minutes, rest = divmod(seconds, 60)
        self.elapsed.setText(t("{minutes}:{seconds}", minutes=digits(minutes), seconds=f"{rest:02d}"))
        self.time_of_day.setText(time_text(self._clock()))

    def show_step(self) -> None:
        """Show where the talk is, with its notes, and what comes next."""
        talk = self._talk
        if not talk.is_on:
            return
        step, following = talk.step, talk.next_step
        if step is not self._step:
            self.keep_notes()
            self._step = step
        place = t("Step {number} of {all}", number=digits(talk.at + 1), all=digits(len(talk.steps)))
        if talk.is_blank:
            place = t("{place}: the screen is blank", place=place)
        self.place.setText(place)
        self.current.setText(step_name(step))
        self._show_state()
        self.sentence.setText(talk.sentence(step))
        self.next.setText(step_name(following) if following else t("The end"))
        self.next_sentence.setText(talk.sentence(following) if following else "")
        self.back_button.setEnabled(talk.at > 0 or talk.is_blank)
        self.forward_button.setEnabled(following is not None or talk.is_blank)
        self.blank_button.setText(t("Show again") if talk.is_blank else t("Blank"))
        self._show_notes()

    def _show_state(self) -> None:
        """What the room sees besides the step, for a speaker who has the screen behind the back."""
        talk = self._talk
        found = talk.shown.of(talk.lit) if talk.lit else None
        self.lit.setText(
            t("In the spotlight: {place}", place=found.name) if found else t("No place is in the spotlight.")
        )
        covered = talk.cover.is_covered
        self.votes.setText(t("The votes are hidden.") if covered else t("The votes are shown."))
        self.votes.setVisible(bool(talk.document.study.stakeholders))

    def _show_notes(self) -> None:
        kept = self._talk.notes(self._step)
        if self._rest.isActive() or self.notes.toPlainText() == kept:
            return  # what is being typed stands until it is kept
        blocked = self.notes.blockSignals(True)
        self.notes.setPlainText(kept)
        self.notes.blockSignals(blocked)

    def keep_notes(self) -> None:
        """Keep what was typed, as a step that can be undone; what is too long is refused with the reason."""
        self._rest.stop()
        text = self.notes.toPlainText()
        if text == self._talk.notes(self._step):
            self.problem.hide()
            return
        try:
            self._talk.write_notes(self._step, text)
        except ScenarioError as error:
            self.problem.setText(str(error))
            self.problem.show()
        else:
            self.problem.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps, blank, and leaving, as on the room's screen."""
        wish = wish_of(event)
        place = place_of(event)
        if wish is Wish.LEAVE:
            self.left.emit()
        elif wish is not None and not steer(self._talk, wish):
            self.wished.emit(wish)
        elif place is not None:
            self._talk.light_place(place)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While notes are typed only the keys of a clicker steer; Escape takes the keyboard out of them."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            wish = wish_of(event, arrows=False, letters=False)
            if wish is Wish.LEAVE:
                self.keep_notes()
                self.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if wish is not None:
                if not steer(self._talk, wish):
                    self.wished.emit(wish)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.keep_notes()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it ends nothing but itself."""
        self.end()
        super().closeEvent(event)
        self.closed.emit()
