"""The page that lists every action by menu, with its keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.small_widgets import label
from advisor.ui.window.actions.action import Action
from advisor.ui.window.actions.registry import all_actions, all_menus
from advisor.ui.window.context import WindowContext

_BETWEEN = 14  # pixels above a heading


def keys_text(action: Action) -> str:
    """The keys of an action as this system writes them, several with a comma."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in action.keys)


class KeyboardPage(QWidget):
    """Every action that applies to the open pack, the first menu at once, the others later."""

    def __init__(self, window: WindowContext) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        applying = [action for action in all_actions() if _applies(action, window)]
        inside = [(menu.name, [one for one in applying if one.menu == menu.id]) for menu in all_menus()]
        self._pieces = Piecemeal(self)
        self._pieces.start(partial(self._add, name, actions) for name, actions in inside if actions)

    def _add(self, name: str, actions: Sequence[Action]) -> None:
        heading = label(name, "section", self)
        heading.setContentsMargins(0, _BETWEEN if self._column.count() > 1 else 0, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(actions):
            title, help_ = label(action.name, "", self), label(action.help, "quiet", self)
            for words in (title, help_):  # the keys are read in full
                words.setWordWrap(True)
            help_.setContentsMargins(0, 0, 0, 6)
            grid.addWidget(title, 2 * row, 0, 1, 1 if action.keys else 2)
            if action.keys:
                keys = label(keys_text(action), "", self)
                keys.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(keys, 2 * row, 1)
            grid.addWidget(help_, 2 * row + 1, 0, 1, 2)
        end = self._column.count() - 1
        self._column.insertWidget(end, heading)
        self._column.insertLayout(end + 1, grid)


def _applies(action: Action, window: WindowContext) -> bool:
    """Undo with nothing to take back still has its keys; a map action without a map has none."""
    return action.words is not None or action.is_enabled(window)
