"""The page that lists every action by menu, with its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor.ui.widgets.small_widgets import label
from advisor.ui.window.actions.action import Action
from advisor.ui.window.actions.registry import all_actions, all_menus
from advisor.ui.window.context import WindowContext

_BETWEEN = 14  # pixels above a heading


def keys_text(action: Action) -> str:
    """The keys of an action as this system writes them, several with a comma."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in action.keys)


def keyboard_page(window: WindowContext) -> QWidget:
    """Every action that applies to the open pack: name and keys, help beneath."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 4, 20, 20)
    column.setSpacing(4)
    actions = all_actions()
    for menu in all_menus():
        inside = [action for action in actions if action.menu == menu.id and _applies(action, window)]
        if not inside:
            continue
        heading = label(menu.name, "section")
        heading.setContentsMargins(0, _BETWEEN if column.count() else 0, 0, 0)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, action in enumerate(inside):
            name, keys, help_ = label(action.name), label(keys_text(action)), label(action.help, "quiet")
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            for words in (name, help_):  # the keys are read in full
                words.setWordWrap(True)
            help_.setContentsMargins(0, 0, 0, 6)
            grid.addWidget(name, 2 * row, 0)
            grid.addWidget(keys, 2 * row, 1)
            grid.addWidget(help_, 2 * row + 1, 0, 1, 2)
        column.addLayout(grid)
    column.addStretch(1)
    return page


def _applies(action: Action, window: WindowContext) -> bool:
    """Undo with nothing to take back still has its keys; a map action without a map has none."""
    return action.words is not None or action.is_enabled(window)
