"""How things look, and how much of them is seen."""

from __future__ import annotations

from advisor.app.document.settings import TEXT_SIZES, USUAL_SIZE
from advisor.ui.look.current import look_in_force
from advisor.ui.window.actions.action import Action, Button, Menu
from advisor.ui.window.context import WindowContext
from advisor.words.language_names import own_name
from advisor.words.plain_text import menu_text
from advisor.words.translation import language, languages, t


def menus() -> tuple[Menu, ...]:
    """The menu."""
    return (
        Menu("view", t("&View")),
        Menu(
            "language",
            t("Lan&guage"),
            parent="view",
            section=2,
            help=t("The language of the program, with its numbers and dates; the study stays open"),
            icon="language",
            button=Button.ICON,
        ),
    )


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        *(_language(code) for code in languages()),
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
            "system-look",
            t("Loo&k of the system"),
            lambda window, _on: window.follow_system(),
            t("Light or dark as the system is, now and whenever it changes"),
            "view",
            is_on=lambda window: not window.settings.look,
        ),
        Action(
            "larger-text",
            t("&Larger text"),
            lambda window, _on: _step_size(window, 1),
            t("Up to twice the usual size: lists, charts and map alike"),
            "view",
            ("Ctrl++", "Ctrl+="),
            2,
            is_enabled=lambda window: window.settings.text_size < TEXT_SIZES[-1],
            why_not=t("It is as large as it can be"),
        ),
        Action(
            "smaller-text",
            t("S&maller text"),
            lambda window, _on: _step_size(window, -1),
            t("Down to four fifths of the usual size"),
            "view",
            ("Ctrl+-",),
            2,
            is_enabled=lambda window: window.settings.text_size > TEXT_SIZES[0],
            why_not=t("It is as small as it can be"),
        ),
        Action(
            "usual-text",
            t("&Usual text size"),
            lambda window, _on: window.choose_text_size(USUAL_SIZE),
            t("Back to 100 %"),
            "view",
            ("Ctrl+Shift+0",),
            2,
            words=lambda window: t("&Usual text size (now {percent} %)", percent=window.settings.text_size),
        ),
        Action(
            "reduced-motion",
            t("&Reduced motion"),
            lambda window, on: window.choose_reduced_motion(on),
            t("Rows jump to their new place"),
            "view",
            is_on=lambda window: window.reduces_motion,
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


def _step_size(window: WindowContext, step: int) -> None:
    at = TEXT_SIZES.index(window.settings.text_size) + step
    window.choose_text_size(TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])


def _language(code: str) -> Action:
    name = own_name(code)
    return Action(
        f"language-{code}",
        menu_text(name),
        lambda window, _on: window.choose_language(code),
        t("Everything in {language}, also at the next start", language=name),
        "language",
        is_on=lambda _window: language() == code,
    )


def _reset_map(window: WindowContext, _on: bool) -> None:
    if window.map_panel is not None:
        window.map_panel.view.reset_view()
