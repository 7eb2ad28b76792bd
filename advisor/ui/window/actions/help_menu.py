"""Where figures come from, which keys there are, and what this program is."""

from __future__ import annotations

from advisor.ui.window.actions.action import Action, Menu
from advisor.words.translation import t


def menus() -> tuple[Menu, ...]:
    """The menu."""
    return (Menu("help", t("&Help")),)


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "sources",
            t("&Sources…"),
            lambda window, _on: window.open_page("sources"),
            t("Where every figure comes from"),
            "help",
            ("F1",),
        ),
        Action(
            "keyboard",
            t("&Keyboard…"),
            lambda window, _on: window.open_page("keyboard"),
            t("Everything that can be done by keyboard"),
            "help",
            ("?",),
        ),
        Action(
            "about",
            t("&About Location Advisor…"),
            lambda window, _on: window.open_page("about"),
            t("Which version this is, and which data it uses"),
            "help",
        ),
    )
