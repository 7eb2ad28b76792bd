"""The declared actions as Qt actions and menus of one window."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from advisor.ui.window.actions.action import Action, Menu
from advisor.ui.window.actions.registry import all_actions, all_menus
from advisor.ui.window.context import WindowContext
from advisor.words.plain_text import as_typed, menu_text
from advisor.words.translation import t


class WindowActions(QObject):
    """Makes what is declared, and keeps it in step with the window.

    Args:
        context: what the actions work on.
        widget: gets the shortcuts.

    Attributes:
        declared: the declarations in order.
        menus: the menus of the bar and those inside them, by id.
    """

    def __init__(self, context: WindowContext, widget: QWidget) -> None:
        super().__init__(widget)
        self._context, self._widget = context, widget
        self.declared = all_actions()
        self.declared_menus = all_menus()
        self._made = {action.id: self._make(action) for action in self.declared}
        self.menus = {menu.id: self._make_menu(menu) for menu in self.declared_menus}
        for menu in self.declared_menus:
            self._fill(menu)
        stack = context.document.undo_stack
        stack.undoTextChanged.connect(self._refresh_undo)
        stack.redoTextChanged.connect(self._refresh_undo)
        stack.indexChanged.connect(self._refresh_all)
        context.document.replaced.connect(self._refresh_all)
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        """The Qt action of a declaration.

        Raises:
            KeyError: there is no such action.
        """
        return self._made[action_id]

    @property
    def bar(self) -> tuple[QMenu, ...]:
        """The menus of the bar in order."""
        return tuple(self.menus[menu.id] for menu in self.declared_menus if not menu.parent)

    def refresh(self) -> None:
        """Ask every action anew whether it can be used, is on, and what it is called."""
        for action in self.declared:
            self._update(action)

    def _refresh_undo(self) -> None:
        if not isValid(self._context.document.undo_stack):  # it says this a last time while it is taken down
            return
        for action in self.declared:
            if action.words is not None:
                self._update(action)

    def _refresh_all(self) -> None:
        """A step was done or undone: what can be done may be something else now."""
        if isValid(self._context.document.undo_stack):
            self.refresh()

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self)
        made.setObjectName(action.id)
        made.setCheckable(action.is_on is not None)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made.setToolTip(as_typed(with_keys(action.help, made)))
        made.setStatusTip(action.help)
        made.setIconVisibleInMenu(False)
        if action.id == "quit":
            made.setMenuRole(QAction.MenuRole.QuitRole)
        made.triggered.connect(lambda checked: self._run(action, checked))
        self._widget.addAction(made)
        return made

    def _make_menu(self, menu: Menu) -> QMenu:
        made = QMenu(menu.text, self._widget)
        made.setToolTipsVisible(True)
        if menu.fill is None:
            made.aboutToShow.connect(self.refresh)
        else:
            made.aboutToShow.connect(lambda: self._fill_anew(menu, made))
        return made

    def _fill(self, menu: Menu) -> None:
        made = self.menus[menu.id]
        inside: list[Action | Menu] = [m for m in self.declared_menus if m.parent == menu.id]
        inside += [action for action in self.declared if action.menu == menu.id]
        # Actions come before menus of the same section.
        inside.sort(key=lambda one: (one.section, isinstance(one, Menu)))
        for position, (_section, members) in enumerate(groupby(inside, key=lambda one: one.section)):
            if position:
                made.addSeparator()
            for one in members:
                if isinstance(one, Menu):
                    made.addMenu(self.menus[one.id])
                else:
                    made.addAction(self._made[one.id])

    def _fill_anew(self, menu: Menu, made: QMenu) -> None:
        made.clear()
        for entry in menu.fill(self._context) if menu.fill else ():
            line = made.addAction(menu_text(entry.text))
            line.setToolTip(as_typed(entry.help))
            line.triggered.connect(lambda _checked, run=entry.run: run())

    def _run(self, action: Action, checked: bool) -> None:
        self._context.changes.settle()
        action.run(self._context, checked)
        self._update(action)

    def _update(self, action: Action) -> None:
        made, window = self._made[action.id], self._context
        made.setEnabled(action.is_enabled(window))
        if action.is_on is not None:
            made.setChecked(action.is_on(window))
        if action.words is not None:
            words = action.words(window)
            made.setText(words)
            made.setToolTip(as_typed(with_keys(words, made)))


def with_keys(words: str, action: QAction) -> str:
    """Words for a tooltip, with the keys that do the same."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return t("{words} ({keys})", words=words, keys=keys) if keys else words
