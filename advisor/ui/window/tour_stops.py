"""Where the tour halts: what is pointed at, and what is said about it. A new stop is one entry here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from advisor.ui.window.context import WindowContext
from advisor.words.translation import t

MOST = 8  # stops: two minutes


@dataclass(frozen=True, slots=True)
class Stop:
    """One halt.

    Attributes:
        title: what is pointed at, in a few words.
        text: what it is for and what to try, in two or three short sentences.
        find: the widget; None where the window has none, and the stop is left out.
        prepare: brings it into sight.
    """

    title: str
    text: str
    find: Callable[[WindowContext], QWidget | None]
    prepare: Callable[[WindowContext], object] = lambda _window: None


def stops(window: WindowContext) -> tuple[Stop, ...]:
    """Every stop that a window has something to show for, in the language in force."""
    return tuple(stop for stop in _all(window) if stop.find(window) is not None)


def _all(window: WindowContext) -> tuple[Stop, ...]:
    has_places = window.document.pack.places is not None
    question = t(
        "Your home country, the work to be done and how many people. Everything is computed as seen from "
        "there: change one of them, and map and ranking follow."
    )
    alone = t("The scenario: everything that decides one ranking. Its name can be changed here.")
    return (
        Stop(t("What it is about"), question if has_places else alone, lambda window: window.header),
        Stop(
            t("What matters to you"),
            t(
                "Drag a slider: the others make room, so that all add up to 100 %, and the ranking moves "
                "with your hand. The arrow at the left of a theme shows what it is made of."
            ),
            lambda window: window.priorities,
        ),
        Stop(
            t("What must be"),
            t(
                "A location that misses a must-have leaves the ranking, with the reason, and stays in sight "
                "below it. What is unknown never excludes."
            ),
            lambda window: window.must_haves,
        ),
        Stop(
            t("Where it is strong"),
            t(
                "The map follows every change. Colour it by score, cost, overlap, certainty or any "
                "criterion; click a place to select it everywhere."
            ),
            lambda window: window.map_panel,
            lambda window: window.map_panel.wanted.emit() if window.map_panel is not None else None,
        ),
        Stop(
            t("Who leads"),
            t(
                "The best first, with the ranks that are likely beside each. Where likely ranks overlap "
                "widely, the order is not certain."
            ),
            lambda window: window.ranking,
        ),
        Stop(
            t("Why it stands there"),
            t(
                "Every figure of the selected location with source and year. Double click one to enter what "
                "you know better; the study keeps it."
            ),
            lambda window: window.drawer,
            lambda window: window.drawer.show_tab("why"),
        ),
        Stop(
            t("How sure, and at what cost"),
            t(
                "The other tabs: what it really costs, the hours you share, how sure the ranking is, two "
                "places or two scenarios side by side, and what a group makes of it."
            ),
            lambda window: window.drawer.tabs,
        ),
        Stop(
            t("Everything else"),
            t(
                "Ctrl+Z takes back any step. Ctrl+K finds everything by a few letters. F1 explains what you "
                "are at. The menu holds the rest, this tour too."
            ),
            lambda window: window.header.menu_button,
        ),
    )
