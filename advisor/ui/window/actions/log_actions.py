"""Deciding: logging a decision, and the log of those before."""

from __future__ import annotations

from advisor.ui.window.actions.action import Action, Menu
from advisor.words.translation import t


def menus() -> tuple[Menu, ...]:
    """None of its own: decisions stand with the scenarios that they keep."""
    return ()


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "log-decision",
            t("Log a d&ecision…"),
            lambda window, _on: window.open_page("decide"),
            t("Keep what was chosen, who decided and why, with the scenario as it is"),
            "scenarios",
            ("Ctrl+L",),
            3,
        ),
        Action(
            "decision-log",
            t("Decision l&og…"),
            lambda window, _on: window.open_page("log"),
            t("All decisions, the latest first; you can return to each"),
            "scenarios",
            ("Ctrl+J",),
            3,
        ),
    )
