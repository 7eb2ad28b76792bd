"""To every part of the window by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor.ui.window.actions.action import Action, Menu
from advisor.ui.window.context import WindowContext
from advisor.ui.window.panel_round import go_to_panel
from advisor.ui.window.tabs import Tab, tabs
from advisor.words.translation import t

_Find = Callable[[WindowContext], QWidget | None]


def menus() -> tuple[Menu, ...]:
    """The menu."""
    return (Menu("go", t("&Go")),)


def actions() -> tuple[Action, ...]:
    """In the order of the menu; one for each tab of the drawer."""
    fields: list[tuple[str, str, str, _Find]] = [
        ("name", t("&Scenario name"), "Alt+S", _name),
        ("home", t("&Home"), "Alt+H", lambda window: window.header.home),
        ("function", t("&Function"), "Alt+F", lambda window: window.header.function),
        ("industry", t("&Industry"), "Alt+I", lambda window: window.header.industry),
        ("people", t("Hea&dcount"), "Alt+P", lambda window: window.header.people),
        ("currency", t("Currenc&y"), "Alt+Y", lambda window: window.header.currency),
    ]
    parts: list[tuple[str, str, str, _Find]] = [
        ("scenarios", t("S&cenarios"), "Alt+C", lambda window: window.scenarios.tabs),
        ("priorities", t("Priori&ties"), "Alt+W", _first_slider),
        ("must-haves", t("M&ust-haves"), "Alt+U", lambda window: window.must_haves.first_field),
        ("map", t("M&ap"), "Alt+M", _map),
        ("ranking", t("&Ranking"), "Alt+R", _ranking),
    ]
    return (
        *(_focus(id_, text, keys, find, 0) for id_, text, keys, find in fields),
        *(_focus(id_, text, keys, find, 1) for id_, text, keys, find in parts),
        Action(
            "find",
            t("Fi&nd a location"),
            _find,
            t("Type a part of its name above the ranking"),
            "go",
            ("Ctrl+F",),
            1,
        ),
        *(_tab(tab, number) for number, tab in enumerate(tabs(), start=1)),
        Action(
            "palette",
            t("C&ommand palette…"),
            lambda window, _on: window.open_palette(),
            t("Any action, place, criterion, map layer or scenario by a few letters"),
            "go",
            ("Ctrl+K",),
            3,
        ),
        Action(
            "next-panel",
            t("N&ext panel"),
            lambda window, _on: go_to_panel(window, 1),
            t("Header, scenarios, priorities, must-haves, map, details, ranking, and round again"),
            "go",
            ("F6",),
            3,
        ),
        Action(
            "previous-panel",
            t("Pre&vious panel"),
            lambda window, _on: go_to_panel(window, -1),
            t("The same round backwards"),
            "go",
            ("Shift+F6",),
            3,
        ),
        Action(
            "menu",
            t("&Menu"),
            lambda window, _on: window.header.open_menu(),
            t("Open the menu at the left of the header"),
            "go",
            ("F10",),
            3,
        ),
    )


def _find(window: WindowContext, _on: bool) -> None:
    """In the ranking, or in the help while that is read."""
    content = window.help_page.content
    if content is None:
        window.ranking.start_finding()
        return
    from advisor.ui.help.help_view import HelpView  # loaded already, since it is open

    if isinstance(content, HelpView):
        content.field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _name(window: WindowContext) -> QWidget:
    """In the header, or where that has no room for it among the scenarios."""
    name = window.header.name
    return window.scenarios.tabs if name.isHidden() else name


def _first_slider(window: WindowContext) -> QWidget | None:
    row = next(iter(window.priorities.rows.values()), None)
    return row.slider if row is not None else None


def _map(window: WindowContext) -> QWidget | None:
    return window.map_panel.view if window.map_panel is not None else None


def _ranking(window: WindowContext) -> QWidget:
    return window.ranking.table if window.ranking.table_mode else window.ranking.list


def _focus(part: str, text: str, keys: str, find: _Find, section: int) -> Action:
    def go(window: WindowContext, _on: bool) -> None:
        widget, map_panel = find(window), window.map_panel
        if widget is not None and map_panel is not None and map_panel.isAncestorOf(widget):
            map_panel.wanted.emit()
        # A web view may be given the focus only once its page is drawn.
        if widget is not None and getattr(widget, "is_ready", True):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def can_go(window: WindowContext) -> bool:
        widget = find(window)
        return widget is not None and not widget.isHidden()

    return Action(
        f"go-{part}",
        text,
        go,
        t("Put the keyboard there"),
        "go",
        (keys,),
        section,
        is_enabled=can_go,
        why_not=t("The data pack has nothing of the kind"),
    )


def _tab(tab: Tab, number: int) -> Action:
    return Action(
        f"tab-{tab.id}",
        tab.title,
        lambda window, _on: window.drawer.show_tab(tab.id),
        tab.help,
        "go",
        (f"Ctrl+{number}",) if number < 10 else (),
        2,
        is_enabled=lambda window: window.drawer.has(tab.id),
        why_not=t("The data pack has nothing of the kind"),
    )
