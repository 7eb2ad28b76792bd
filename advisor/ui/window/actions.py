"""Every action of the window with its text, shortcut and place in the menus; others connect them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QWidget

_Shortcut = str | QKeySequence.StandardKey


class Actions(QObject):
    """The actions as attributes; each also works by its shortcut anywhere in the window."""

    def __init__(self, undo_stack: QUndoStack, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        keys = QKeySequence.StandardKey
        self.new = self.add(self.tr("&New scenario"), keys.New)
        self.open = self.add(self.tr("&Open…"), keys.Open, self.tr("Open a scenario file"))
        self.recent_menu = QMenu(self.tr("Open &recent"), window)
        self.save = self.add(self.tr("&Save"), keys.Save)
        self.save_as = self.add(self.tr("Save &as…"), "Ctrl+Shift+S")
        self.export_ranking = self.add(
            self.tr("&Ranking as CSV…"),
            "Ctrl+E",
            self.tr("The ranked list with all figures, for a spreadsheet"),
        )
        self.export_map = self.add(
            self.tr("&Map as picture…"), "Ctrl+Shift+E", self.tr("The map as it is now, with its legend")
        )
        self.export = self.add(self.tr("Export"), None, self.tr("Export the ranking or the map"))
        self.quit = self.add(self.tr("&Quit"), keys.Quit)
        self.undo = undo_stack.createUndoAction(self, self.tr("Undo"))
        self.redo = undo_stack.createRedoAction(self, self.tr("Redo"))
        self.undo.setShortcut(keys.Undo)
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        for action in (self.undo, self.redo):
            window.addAction(action)
        self.conditions = self.add(
            self.tr("&Working conditions…"),
            "Ctrl+K",
            self.tr("Hours, languages and year that the figures rest on"),
        )
        self.another_way = self.add(
            self.tr("Set weights &another way…"),
            "Ctrl+Shift+W",
            self.tr("By ranking, by comparing in pairs, or by what steps from worst to best are worth"),
        )
        self.reset_weights = self.add(self.tr("Reset all &weights"), "Ctrl+R")
        self.dark = self.add(self.tr("&Dark look"), "Ctrl+Shift+L", checkable=True)
        self.present = self.add(
            self.tr("&Present"), "F5", self.tr("Larger type and more contrast, for a room"), checkable=True
        )
        self.reduced_motion = self.add(
            self.tr("&Reduced motion"), None, self.tr("Rows jump to their new place"), checkable=True
        )
        self.full_screen = self.add(self.tr("&Full screen"), keys.FullScreen, checkable=True)
        self.reset_map = self.add(self.tr("Whole &world"), "Ctrl+0", self.tr("Show the whole map again"))
        self.fold_drawer = self.add(self.tr("&Fold the drawer"), "F9", checkable=True)
        self.menu = self.add(self.tr("Menu"), "F10")
        self.sources = self.add(self.tr("&Sources…"), "F1", self.tr("Where every figure comes from"))
        self.about = self.add(self.tr("&About Location Advisor…"), None)

    def add(
        self, text: str, shortcut: _Shortcut | None = None, tip: str = "", *, checkable: bool = False
    ) -> QAction:
        """A new action of the window; its tooltip says the shortcut too."""
        action = QAction(text, self)
        action.setCheckable(checkable)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        said = tip or action.iconText()
        action.setToolTip(f"{said} ({keys})" if keys else said)
        self._window.addAction(action)
        return action

    def export_menu(self, parent: QWidget) -> QMenu:
        """What can be exported."""
        menu = QMenu(self.tr("&Export"), parent)
        menu.addActions([self.export_ranking, self.export_map])
        return menu

    def scenario_menu(self, parent: QWidget) -> QMenu:
        """Files."""
        menu = QMenu(self.tr("&Scenario"), parent)
        _fill(menu, self.new, self.open)
        menu.addMenu(self.recent_menu)
        _fill(menu, None, self.save, self.save_as, None)
        menu.addMenu(self.export_menu(parent))
        _fill(menu, None, self.quit)
        return menu

    def edit_menu(self, parent: QWidget) -> QMenu:
        """Undo and what the ranking rests on."""
        menu = QMenu(self.tr("&Edit"), parent)
        _fill(menu, self.undo, self.redo, None, self.conditions, self.another_way, self.reset_weights)
        return menu

    def view_menu(self, parent: QWidget) -> QMenu:
        """How things look."""
        menu = QMenu(self.tr("&View"), parent)
        _fill(menu, self.present, self.full_screen, self.dark, self.reduced_motion, None)
        _fill(menu, self.reset_map, self.fold_drawer)
        return menu

    def help_menu(self, parent: QWidget) -> QMenu:
        """Where figures come from."""
        menu = QMenu(self.tr("&Help"), parent)
        _fill(menu, self.sources, self.about)
        return menu

    def menus(self, parent: QWidget) -> dict[str, QMenu]:
        """All menus by name, for a menu bar or a menu button."""
        return {
            "scenario": self.scenario_menu(parent),
            "edit": self.edit_menu(parent),
            "view": self.view_menu(parent),
            "help": self.help_menu(parent),
        }


def _fill(menu: QMenu, *actions: QAction | None) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
