"""Puts the parts of a window into its frame: all of them over one document and one selection."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from advisor.app.document.compared_scenarios import ComparedScenarios
from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.document.settings import Settings
from advisor.app.document.vote_cover import VoteCover
from advisor.app.workers.change_reckoner import ChangeReckoner
from advisor.app.workers.robustness_runner import RobustnessRunner
from advisor.app.workers.year_ahead import YearAhead
from advisor.ui.look.current import dress_again
from advisor.ui.map.map_panel import MapPanel
from advisor.ui.map.map_view import MapView
from advisor.ui.priorities.must_haves_panel import MustHavesPanel
from advisor.ui.priorities.priorities_panel import PrioritiesPanel
from advisor.ui.ranking.ranking_view import RankingView
from advisor.ui.scenarios.scenario_strip import ScenarioStrip
from advisor.ui.stage.talk import Talk
from advisor.ui.window.actions.action import Action, Button, Menu
from advisor.ui.window.actions.window_actions import WindowActions, with_keys
from advisor.ui.window.drawer import Drawer
from advisor.ui.window.file_actions import FileActions
from advisor.ui.window.file_drops import FileDrops
from advisor.ui.window.following import Following
from advisor.ui.window.header_bar import HeaderBar
from advisor.ui.window.help_topics import HELP_WIDTH, give_topics
from advisor.ui.window.industry_offers import IndustryOffers
from advisor.ui.window.intake_opening import IMPORT_MODULE
from advisor.ui.window.load_ahead import LoadAhead
from advisor.ui.window.main_window import MainWindow
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.pack_opening import open_pack_page
from advisor.ui.window.palette import Palette
from advisor.ui.window.palette_offers import kinds_of_offers
from advisor.ui.window.panes import Panes
from advisor.ui.window.presenting import Presenting
from advisor.ui.window.recovery import Recovery
from advisor.ui.window.side_page import SidePage
from advisor.ui.window.status_line import StatusLine
from advisor.ui.window.tabs import MODULES, tabs
from advisor.ui.window.tour import Tour
from advisor.ui.window.what_stays import WhatStays
from advisor.words.plain_text import as_typed
from advisor.words.translation import t


def furnish(
    window: MainWindow,
    document: Document,
    map_view: MapView | None = None,
    between_parts: Callable[[], None] = lambda: None,
) -> None:
    """Make every part in its place, and let each follow what it has to follow.

    They are seen when the window is shown, or with ``show_parts``.

    Args:
        window: a frame without parts, shown or not.
        document: what is shown and edited.
        map_view: a map that is being loaded already.
        between_parts: called while the window is put together, so that who waits for answers gets some.
    """
    window.document = document
    window.changes = ChangeReckoner(document, window)
    window.selection = Selection(window)
    window.panes = Panes(window)
    window.messages = MessageBar(window.panes)
    window.files = FileActions(document, window.messages, window.settings, window)
    window.compared = ComparedScenarios(document, window)
    window.vote_cover = VoteCover(document, window)
    _make_columns(window, map_view, between_parts)
    window.robustness = RobustnessRunner(document, window)
    window.year_ahead = YearAhead(document, window)
    window.status_line = StatusLine(document, window)
    window.side_page = SidePage(window.panes)
    window.help_page = SidePage(window.panes, width=HELP_WIDTH)
    window.tour = Tour(window, window.panes)
    window.palette_ = Palette(
        window.panes, lambda: kinds_of_offers(window, lambda key: window.actions_[key].trigger())
    )
    between_parts()
    for tab in tabs():
        if tab.is_available(window):
            window.drawer.add_tab(tab.id, tab.title, partial(tab.build, window), tab.help, tab.topic)
    window.presentation = _presenting(window)
    window.actions_ = WindowActions(window, window)
    between_parts()
    window.offers = IndustryOffers(window, window)
    FileDrops(window, window.files.openings.look_at, lambda folder: open_pack_page(window, folder))
    _place_actions(window)
    window.load_ahead = LoadAhead([*MODULES, IMPORT_MODULE], window, pack=document.pack)
    window.what_stays = WhatStays(lambda: window.files.exports.is_busy, window)
    Following(window)
    between_parts()
    window.setCentralWidget(window.panes)
    window.setStatusBar(window.status_line)
    dress_again(window)
    window.recovery = Recovery(document, window.files, window.messages, window)
    window.take_parts()


def furnished_window(
    document: Document, settings: Settings | None = None, map_view: MapView | None = None
) -> MainWindow:
    """A window with all its parts, not shown yet.

    Args:
        document: what is shown and edited.
        settings: of this user, read where they are not given.
        map_view: a map that is being loaded already.
    """
    window = MainWindow(settings)
    furnish(window, document, map_view)
    return window


def _make_columns(window: MainWindow, map_view: MapView | None, between_parts: Callable[[], None]) -> None:
    """What is seen first, each part in the place where it stays."""
    document, panes = window.document, window.panes
    window.header = HeaderBar(document, window.changes, panes)
    window.scenarios = ScenarioStrip(document, panes)
    window.priorities = PrioritiesPanel(document, panes.rows)
    window.must_haves = MustHavesPanel(document, panes.rows)
    between_parts()
    has_map = document.pack.geometry is not None
    window.map_panel = MapPanel(document, window.selection, panes.centre, map_view) if has_map else None
    window.drawer = Drawer(panes.centre)
    window.ranking = RankingView(document, window.selection, panes.columns, store=window.settings.store)
    between_parts()
    left = (window.priorities, window.must_haves)
    panes.hold(
        window.header,
        window.scenarios,
        window.messages,
        left,
        window.map_panel,
        window.drawer,
        window.ranking,
    )


def _presenting(window: MainWindow) -> Presenting:
    talk = Talk(window.document, window.selection, window.robustness, window.vote_cover, window)
    return Presenting(
        talk, lambda: window.reduces_motion, window.map_panel, window, lambda key: window.actions_[key]
    )


def _place_actions(window: MainWindow) -> None:
    """Put what is declared into the menu, the header and the bar of the system."""
    give_topics(window)
    actions, header = window.actions_, window.header
    menu = QMenu(window)
    for part in actions.bar:
        menu.addMenu(part)
        if sys.platform == "darwin":
            window.menuBar().addMenu(part)
    header.set_menu(menu)
    header.menu_button.setToolTip(as_typed(with_keys(t("Menu"), actions["menu"])))
    for part_id, caption in header.captions.items():
        caption.setToolTip(as_typed(with_keys(caption.text(), actions[f"go-{part_id}"])))
    declared: list[Action | Menu] = [*actions.declared, *actions.declared_menus]
    for one in declared:
        with_text = one.button is Button.ICON_AND_TEXT
        if one.button is Button.NONE:
            continue
        if isinstance(one, Menu):
            header.add_menu_button(actions.menus[one.id], one.name, one.help, one.icon, with_text=with_text)
        else:
            header.add_action_button(actions[one.id], one.icon, with_text=with_text)
    window.scenarios.add_button.setToolTip(actions["duplicate-scenario"].toolTip())
    for action in ("compare-scenarios", "log-decision", "decision-log"):
        window.scenarios.add_action_button(actions[action])
