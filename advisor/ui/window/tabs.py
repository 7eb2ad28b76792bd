"""The tabs of the drawer. A new tab is one entry here; it is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from advisor.ui.window.context import WindowContext
from advisor.words.translation import t

# What the tabs are built from, from left to right; read ahead of their first showing.
MODULES = (
    "advisor.ui.why.detail_panel",
    "advisor.ui.cost.cost_panel",
    "advisor.ui.clock.clock_panel",
    "advisor.ui.home.pair_panel",
    "advisor.ui.certainty.certainty_panel",
    "advisor.ui.compare.compare_panel",
    "advisor.ui.scenarios.scenarios_panel",
    "advisor.views.map.rank_change_layer",
    "advisor.ui.people.people_panel",
    "advisor.ui.weights.draft_page",
)


def _always(_window: WindowContext) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Tab:
    """What the drawer needs to know of a tab.

    Attributes:
        id: unique; never shown.
        title: on the tab.
        help: a sentence without full stop.
        build: makes the panel. It imports what it needs only then, so that a tab nobody opens costs nothing.
            A panel that has ``shutdown`` is told before the window goes.
        topic: the page of the help that explains it.
        is_available: whether the pack has what the tab shows.
    """

    id: str
    title: str
    help: str
    build: Callable[[WindowContext], QWidget]
    topic: str
    is_available: Callable[[WindowContext], bool] = _always


def tabs() -> tuple[Tab, ...]:
    """Every tab from left to right, in the language in force."""
    return (
        Tab("why", t("Why"), t("What lifts and lowers the selected location"), _why, "why"),
        Tab(
            "cost",
            t("Cost"),
            t("What the work would really cost at the selected location"),
            _cost,
            "cost",
            lambda window: window.document.cost_model is not None,
        ),
        Tab(
            "clock",
            t("Clock"),
            t("Working hours of home and sites side by side"),
            _clock,
            "clock",
            _has_places,
        ),
        Tab(
            "home",
            t("From home"),
            t("Law, calendar, languages and ties between home and the location"),
            _home,
            "home",
            _has_places,
        ),
        Tab("certainty", t("Certainty"), t("How sure the ranking is"), _certainty, "certainty"),
        Tab("compare", t("Compare"), t("What sets two locations apart"), _compare, "compare"),
        Tab(
            "scenarios",
            t("Scenarios"),
            t("What sets two scenarios apart, and why"),
            _scenarios,
            "scenarios#compare",
        ),
        Tab(
            "people",
            t("People"),
            t("Whose priorities count, and what they come to together"),
            _people,
            "people",
        ),
    )


def _has_places(window: WindowContext) -> bool:
    return window.document.pack.places is not None


def _why(window: WindowContext) -> QWidget:
    from advisor.ui.why.detail_panel import DetailPanel

    return DetailPanel(window.document, window.selection)


def _cost(window: WindowContext) -> QWidget:
    from advisor.ui.cost.cost_panel import CostPanel

    model = window.document.cost_model
    if model is None:
        raise ValueError("The pack knows no costs.")
    return CostPanel(window.document, model, window.selection)


def _clock(window: WindowContext) -> QWidget:
    from advisor.ui.clock.clock_panel import ClockPanel

    return ClockPanel(window.document, window.selection)


def _home(window: WindowContext) -> QWidget:
    from advisor.ui.home.pair_panel import PairPanel

    return PairPanel(window.document, window.selection)


def _certainty(window: WindowContext) -> QWidget:
    from advisor.ui.certainty.certainty_panel import CertaintyPanel

    panel = CertaintyPanel(window.document, window.selection, window.robustness)
    panel.copied.connect(window.messages.note)
    return panel


def _compare(window: WindowContext) -> QWidget:
    from advisor.ui.compare.compare_panel import ComparePanel

    panel = ComparePanel(window.document, window.selection)
    panel.copied.connect(window.messages.note)
    return panel


def _scenarios(window: WindowContext) -> QWidget:
    from advisor.ui.scenarios.scenarios_panel import ScenariosPanel
    from advisor.views.map.rank_change_layer import RANK_CHANGE

    panel = ScenariosPanel(
        window.document, window.compared, window.selection, has_map=window.map_panel is not None
    )
    panel.copied.connect(window.messages.note)
    panel.copy_wanted.connect(window.scenarios.tabs.duplicate)
    if window.map_panel is not None:
        shown = window.map_panel
        panel.map_wanted.connect(lambda: shown.ask_layer(RANK_CHANGE))
    return panel


def _people(window: WindowContext) -> QWidget:
    from advisor.ui.people.people_panel import PeoplePanel
    from advisor.ui.weights.draft_page import DraftPage

    panel = PeoplePanel(window.document, window.selection, DraftPage, window.vote_cover)
    panel.files.chosen.connect(window.files.openings.take_votes)
    panel.noted.connect(window.messages.note)
    panel.refused.connect(window.messages.problem)
    panel.copied.connect(window.messages.note)
    return panel
