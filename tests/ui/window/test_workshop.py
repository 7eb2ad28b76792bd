"""A workshop from the empty study to the paper that is handed out, in twelve steps, by keyboard only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.scenario.study.embedding import study_in
from advisor.ui.window.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
_SHIFTED = Mod.ControlModifier | Mod.ShiftModifier
# An average typist of everyday words, mixed with thinking of what to press: Card, Moran and Newell, "The
# keystroke-level model", Communications of the ACM 23 (1980), table 1: 0.28 s a key.
_SECONDS_A_KEY = 0.28


class Keyboard:
    """Presses keys as somebody would, where the focus is; counts them and times what they take."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.presses = 0
        self.longest = 0.0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            began = time.thread_time()
            QTest.keyClick(self._heard(), key, modifier)
            self._settle()
            self.longest = max(self.longest, time.thread_time() - began)
            self.presses += 1

    def type(self, text: str) -> None:
        for sign in text:
            began = time.thread_time()
            QTest.keyClicks(self._heard(), sign)
            self._settle()
            self.longest = max(self.longest, time.thread_time() - began)
            self.presses += 1

    def ask(self, words: str) -> None:
        """Run the first thing that the palette offers for a few letters."""
        self.press(Key.Key_K, Mod.ControlModifier)
        self.type(words)
        self.press(Key.Key_Return)

    def _settle(self) -> None:
        """Let the window show what the key has changed; figures are reckoned beside it."""
        QApplication.processEvents()
        while self.window.changes.is_busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _heard(self) -> QWidget:
        """What a key goes to: a popup, a dialog, the screen of a presentation, or the window."""
        talk = self.window.presentation
        screen = talk.screen if talk.talk.is_on else self.window
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        dialog = next((one for one in self.window.findChildren(QFileDialog) if one.isVisible()), None)
        window: QWidget = above or dialog or screen or self.window
        return window.focusWidget() or window


@pytest.fixture
def window(open_window: Callable[[Document], MainWindow], document: Document) -> MainWindow:
    return open_window(document)


@pytest.fixture
def patient_lists() -> Iterator[None]:
    """Letters typed into a list count as one word however slow the machine is."""
    hints = QApplication.styleHints()
    before = hints.keyboardInputInterval()
    hints.setKeyboardInputInterval(60_000)
    yield
    hints.setKeyboardInputInterval(before)


@pytest.fixture
def keys(window: MainWindow) -> Keyboard:
    return Keyboard(window)


@pytest.mark.usefixtures("patient_lists")
def test_that_a_workshop_of_twelve_steps_needs_no_mouse_and_less_than_five_minutes_of_keys(
    window: MainWindow,
    keys: Keyboard,
    document: Document,
    qtbot: QtBot,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
):
    first = document.study

    # 1. Where we are.
    keys.press(Key.Key_H, Mod.AltModifier)
    keys.type("Germany")
    keys.press(Key.Key_Return)
    assert document.scenario.home == "DEU"

    # 2. What is to be done, and by how many.
    keys.press(Key.Key_F, Mod.AltModifier)
    keys.type("Tech")
    assert document.scenario.function == "technical-support"
    keys.press(Key.Key_P, Mod.AltModifier)
    keys.type("120")
    keys.press(Key.Key_Return)
    assert document.scenario.headcount == 120

    # 3. A name for it.
    keys.press(Key.Key_S, Mod.AltModifier)
    keys.press(Key.Key_A, Mod.ControlModifier)
    keys.type("Help desk")
    keys.press(Key.Key_Return)
    assert document.scenario.name == "Help desk"

    # 4. What must be: at least four hours at once.
    keys.press(Key.Key_U, Mod.AltModifier)
    keys.type("4")
    keys.press(Key.Key_Return)
    assert [bound.limit for bound in document.scenario.must_haves.bounds if bound.column == "overlap"] == [4]

    # 5. Who is in the room.
    keys.ask("tab people")
    panel = window.drawer.panel("people")
    keys.press(Key.Key_F6)
    while window.focusWidget() is not panel.people.field:
        keys.press(Key.Key_Tab)
    for name in ("Ann", "Bob"):
        keys.type(name)
        keys.press(Key.Key_Return)
    assert [person.name for person in document.study.stakeholders] == ["Ann", "Bob"]

    # 6. Everybody weighs behind the cover.
    keys.press(Key.Key_V, _SHIFTED)
    for slider in (0, 2):
        keys.press(Key.Key_Return)
        keys.press(Key.Key_Tab, times=slider)
        keys.press(Key.Key_Right, Mod.ShiftModifier, times=3)
        keys.press(Key.Key_Return, Mod.ControlModifier)
    assert panel.is_covered

    # 7. The votes are revealed, and the group's weights taken.
    keys.press(Key.Key_Return)
    assert not panel.is_covered
    keys.ask("use the group")
    assert document.scenario.theme_weights

    # 8. Who leads, and why.
    keys.press(Key.Key_R, Mod.AltModifier)
    keys.press(Key.Key_Home)
    keys.press(Key.Key_Down)
    chosen = window.selection.selected
    keys.press(Key.Key_1, Mod.ControlModifier)
    assert window.drawer.current == "why"

    # 9. The same with four times the people, beside the first.
    keys.press(Key.Key_D, Mod.ControlModifier)
    keys.press(Key.Key_P, Mod.AltModifier)
    keys.type("480")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_M, _SHIFTED)
    assert len(document.study.scenarios) == 2
    assert window.compared.other_assessment is not None

    # 10. Before the room: every step to the end.
    keys.press(Key.Key_F5)
    talk = window.presentation.talk
    assert talk.is_on
    for _ in talk.steps[1:]:
        keys.press(Key.Key_PageDown)
    assert talk.next_step is None
    keys.press(Key.Key_Escape)
    assert not talk.is_on

    # 11. What was decided, by whom, and why.
    keys.press(Key.Key_L, Mod.ControlModifier)
    while window.focusWidget() is not window.side_page.content.who:
        keys.press(Key.Key_Tab)
    keys.type("The board")
    keys.press(Key.Key_Tab)
    keys.type("Near enough to visit")
    keys.press(Key.Key_Return, Mod.ControlModifier)
    (decision,) = document.study.decisions
    assert (decision.who, decision.note, decision.chosen) == ("The board", "Near enough to visit", chosen)

    # 12. The paper to take home.
    keys.press(Key.Key_Escape)
    keys.ask("report as a web page")
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    (dialog,) = window.findChildren(QFileDialog)
    paper = tmp_path / "paper.html"
    dialog.findChildren(QLineEdit)[0].setFocus()
    keys.press(Key.Key_A, Mod.ControlModifier)
    keys.type(str(paper.relative_to(tmp_path)) if Path.cwd() == tmp_path else str(paper))
    keys.press(Key.Key_Return)
    qtbot.waitUntil(paper.exists, timeout=60_000)
    assert study_in(paper) is not None

    record_property("keys", keys.presses)
    record_property("longest_key_ms", round(1000 * keys.longest))
    print(f"{keys.presses} keys, the longest {1000 * keys.longest:.0f} ms of the main thread")
    assert keys.presses * _SECONDS_A_KEY < 300
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.study == first
