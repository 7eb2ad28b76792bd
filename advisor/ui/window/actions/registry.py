"""All actions and menus of the window. A new action is one entry in the file of its menu."""

from __future__ import annotations

from advisor.ui.window.actions import (
    edit_menu,
    go_menu,
    help_menu,
    log_actions,
    people_menu,
    scenarios_menu,
    study_menu,
    view_menu,
)
from advisor.ui.window.actions.action import Action, Menu

_FILES = (study_menu, edit_menu, scenarios_menu, log_actions, people_menu, view_menu, go_menu, help_menu)


def all_menus() -> tuple[Menu, ...]:
    """Every menu in the order of the bar, in the language in force."""
    return tuple(menu for file in _FILES for menu in file.menus())


def all_actions() -> tuple[Action, ...]:
    """Every action in the order of the menus, in the language in force."""
    return tuple(action for file in _FILES for action in file.actions())
