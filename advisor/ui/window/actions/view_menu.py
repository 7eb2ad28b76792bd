"""How things look, and how much of them is seen."""

from __future__ import annotations

from advisor.ui.look.current import look_in_force
from advisor.ui.window.actions.action import Action, Button, Menu
from advisor.ui.window.context import WindowContext
from advisor.words.translation import t


def menus() -> tuple[Menu, ...]:
    """The menu."""
    return (Menu("view", t("&View")),)


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "present",
            t("&Present"),
            _present,
            t("Step by step on a full screen, in type that a room can read; Escape leaves"),
            "view",
            ("F5", "F11"),
            icon="present",
            button=Button.ICON_AND_TEXT,
            is_on=lambda window: window.presentation.is_on,
        ),
        Action(
            "speaker",
            t("&Speaker's window"),
            _speak,
            t("Present with notes, the next step and the time in a window of your own"),
            "view",
            ("Shift+F5",),
        ),
        Action(
            "large-type",
            t("Large t&ype"),
            lambda window, on: window.use_large_type(on),
            t("Larger type and more contrast in this window, for a room that works along"),
            "view",
            ("Ctrl+F5",),
            is_on=lambda window: window.has_large_type,
        ),
        Action(
            "full-screen",
            t("&Full screen"),
            lambda window, on: window.show_full_screen(on),
            t("The window without frame, as large as the screen"),
            "view",
            ("Shift+F11",),
            is_on=lambda window: window.isFullScreen(),
        ),
        Action(
            "dark",
            t("&Dark look"),
            lambda window, on: window.choose_dark(on),
            t("Light on dark, also at the next start"),
            "view",
            ("Ctrl+Shift+L",),
            is_on=lambda _window: look_in_force().name == "dark",
        ),
        Action(
            "reduced-motion",
            t("&Reduced motion"),
            lambda window, on: window.choose_reduced_motion(on),
            t("Rows jump to their new place"),
            "view",
            is_on=lambda window: window.settings.reduced_motion,
        ),
        Action(
            "table",
            t("Ranking as &table"),
            lambda window, on: window.ranking.set_table_mode(on),
            t("All figures side by side in place of the list"),
            "view",
            ("Ctrl+T",),
            1,
            is_on=lambda window: window.ranking.table_mode,
        ),
        Action(
            "reset-map",
            t("Whole w&orld"),
            _reset_map,
            t("Show the whole map again"),
            "view",
            ("Ctrl+0",),
            1,
            is_enabled=lambda window: window.map_panel is not None,
            why_not=t("The data pack has no map"),
        ),
        Action(
            "fold-drawer",
            t("Fold the dra&wer"),
            lambda window, on: window.drawer.set_folded(on),
            t("Leave the room to the map; only the tabs stay"),
            "view",
            ("F9",),
            1,
            is_enabled=lambda window: window.drawer.can_fold,
            is_on=lambda window: window.drawer.is_folded,
            why_not=t("The data pack has no map"),
        ),
    )


def _present(window: WindowContext, on: bool) -> None:
    if on:
        window.presentation.begin()
    else:
        window.presentation.leave()


def _speak(window: WindowContext, _on: bool) -> None:
    window.presentation.begin()
    window.presentation.open_speaker()


def _reset_map(window: WindowContext, _on: bool) -> None:
    if window.map_panel is not None:
        window.map_panel.view.reset_view()
