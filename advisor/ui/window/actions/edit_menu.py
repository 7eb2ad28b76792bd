"""Undo, and what the ranking rests on."""

from __future__ import annotations

from advisor.ui.window.actions.action import Action, Button, Menu
from advisor.ui.window.context import WindowContext
from advisor.words.translation import t


def menus() -> tuple[Menu, ...]:
    """The menu."""
    return (Menu("edit", t("&Edit")),)


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "undo",
            t("Undo"),
            lambda window, _on: window.changes.undo(),
            t("Take the last step back"),
            "edit",
            ("Ctrl+Z",),
            icon="undo",
            button=Button.ICON,
            is_enabled=lambda window: window.document.undo_stack.canUndo(),
            words=_undo_words,
            why_not=t("There is nothing to take back"),
        ),
        Action(
            "redo",
            t("Redo"),
            lambda window, _on: window.changes.redo(),
            t("Do again what was taken back"),
            "edit",
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            icon="redo",
            button=Button.ICON,
            is_enabled=lambda window: window.document.undo_stack.canRedo(),
            words=_redo_words,
            why_not=t("Nothing was taken back"),
        ),
        Action(
            "conditions",
            t("&Working conditions…"),
            lambda window, _on: window.open_page("conditions"),
            t("Hours, languages and year that the figures rest on"),
            "edit",
            ("Ctrl+Shift+H",),
            1,
            is_enabled=lambda window: window.document.pack.places is not None,
            why_not=t("The data pack knows no places"),
        ),
        Action(
            "another-way",
            t("Set weights &another way…"),
            lambda window, _on: window.open_page("weights"),
            t("By ranking, by comparing in pairs, or by what steps from worst to best are worth"),
            "edit",
            ("Ctrl+Shift+W",),
            1,
        ),
        Action(
            "reset-weights",
            t("&Reset all weights"),
            lambda window, _on: window.priorities.reset_all(),
            t("Back to the weights that the function and the industry suggest"),
            "edit",
            ("Ctrl+R",),
            1,
        ),
        Action(
            "plan",
            t("&Plan after the choice…"),
            lambda window, _on: window.open_page("plan"),
            t("What to ask providers, pilot, governance, risks and exit for the chosen location"),
            "edit",
            ("Ctrl+Shift+P",),
            2,
        ),
    )


def _undo_words(window: WindowContext) -> str:
    step = window.document.undo_stack.undoText()
    return t("Undo {step}", step=step) if step else t("Undo")


def _redo_words(window: WindowContext) -> str:
    step = window.document.undo_stack.redoText()
    return t("Redo {step}", step=step) if step else t("Redo")
