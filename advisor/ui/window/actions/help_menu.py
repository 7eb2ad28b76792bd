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
            "help",
            t("&Help"),
            lambda window, _on: window.show_help(),
            t("What the part of the window that has the keyboard is for"),
            "help",
            ("F1",),
        ),
        Action(
            "contents",
            t("&Contents of the help"),
            lambda window, _on: window.show_help("README"),
            t("All pages: getting started, every part of the window, and how figures are computed"),
            "help",
        ),
        Action(
            "glossary",
            t("&Glossary"),
            lambda window, _on: window.show_help("glossary"),
            t("Every term of the trade and of the method in a sentence"),
            "help",
        ),
        Action(
            "tour",
            t("&Take the tour"),
            lambda window, _on: window.begin_tour(),
            t("The parts of the window in two minutes"),
            "help",
        ),
        Action(
            "sources",
            t("&Sources…"),
            lambda window, _on: window.open_page("sources"),
            t("Where every figure comes from"),
            "help",
            ("Shift+F1",),
            1,
        ),
        Action(
            "keyboard",
            t("&Keyboard…"),
            lambda window, _on: window.open_page("keyboard"),
            t("Everything that can be done by keyboard"),
            "help",
            ("?",),
            1,
        ),
        Action(
            "about",
            t("&About Location Advisor…"),
            lambda window, _on: window.open_page("about"),
            t("Which version this is, and which data it uses"),
            "help",
            (),
            1,
        ),
    )
