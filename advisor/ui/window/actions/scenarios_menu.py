"""The scenarios of the study: copies, names, order, colours, and two of them beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from advisor.scenario.study.scenario import SCENARIO_COLOURS
from advisor.ui.window.actions.action import Action, Entry, Menu
from advisor.ui.window.context import WindowContext
from advisor.views.map.rank_change_layer import RANK_CHANGE
from advisor.views.scenarios.colour_names import colour_name
from advisor.words.translation import t


def menus() -> tuple[Menu, ...]:
    """The menu and the colours inside it."""
    return (
        Menu("scenarios", t("S&cenarios")),
        Menu("colour", t("&Colour"), "scenarios", help=t("A colour beside the name"), fill=_colours),
    )


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "duplicate-scenario",
            t("&Duplicate"),
            lambda window, _on: window.scenarios.tabs.duplicate(),
            t("A copy of the scenario, to be changed"),
            "scenarios",
            ("Ctrl+D",),
        ),
        Action(
            "new-from-this",
            t("&New from this…"),
            lambda window, _on: window.scenarios.tabs.new_from_this(),
            t("A copy of the scenario under a name of its own"),
            "scenarios",
            ("Ctrl+Shift+N",),
        ),
        Action(
            "rename-scenario",
            t("&Rename…"),
            lambda window, _on: window.scenarios.tabs.rename(),
            t("Another name for the scenario"),
            "scenarios",
            ("F2",),
        ),
        Action(
            "delete-scenario",
            t("De&lete"),
            lambda window, _on: window.scenarios.tabs.remove(),
            t("Take the scenario out of the study; undo brings it back"),
            "scenarios",
            ("Ctrl+Shift+Del",),
        ),
        Action(
            "next-scenario",
            t("Ne&xt scenario"),
            lambda window, _on: window.scenarios.tabs.go(1),
            t("Put the scenario to the right in force"),
            "scenarios",
            ("Ctrl+PgDown",),
            1,
        ),
        Action(
            "previous-scenario",
            t("&Previous scenario"),
            lambda window, _on: window.scenarios.tabs.go(-1),
            t("Put the scenario to the left in force"),
            "scenarios",
            ("Ctrl+PgUp",),
            1,
        ),
        Action(
            "move-scenario-right",
            t("Move to the ri&ght"),
            lambda window, _on: window.scenarios.tabs.shift(1),
            t("Move the scenario to the right in the strip"),
            "scenarios",
            ("Ctrl+Shift+PgDown",),
            1,
        ),
        Action(
            "move-scenario-left",
            t("Move to the le&ft"),
            lambda window, _on: window.scenarios.tabs.shift(-1),
            t("Move the scenario to the left in the strip"),
            "scenarios",
            ("Ctrl+Shift+PgUp",),
            1,
        ),
        Action(
            "compare-scenarios",
            t("Compare &scenarios"),
            lambda window, _on: window.drawer.show_tab("scenarios"),
            t("Ranks and assumptions of two scenarios, and what explains the difference"),
            "scenarios",
            ("Ctrl+Shift+M",),
            2,
        ),
        Action(
            "show-rank-change",
            t("Rank change on the &map"),
            _show_rank_change,
            t("Colour the map by places gained and lost between two scenarios"),
            "scenarios",
            (),
            2,
            is_enabled=lambda window: window.map_panel is not None,
            why_not=t("The data pack has no map"),
        ),
    )


def _has_several(window: WindowContext) -> bool:
    return len(window.document.study.scenarios) > 1


def _show_rank_change(window: WindowContext, _on: bool) -> None:
    if not _has_several(window):
        window.drawer.show_tab("scenarios")  # says what is missing
    elif window.map_panel is not None:
        window.map_panel.ask_layer(RANK_CHANGE)


def _colours(window: WindowContext) -> Sequence[Entry]:
    return [
        Entry(colour_name(colour), "", partial(window.scenarios.tabs.colour, colour))
        for colour in SCENARIO_COLOURS
    ]
