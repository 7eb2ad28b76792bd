"""What actions, tabs and pages may use of the window, so that none of them needs to know its class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from advisor.app.document.compared_scenarios import ComparedScenarios
    from advisor.app.document.document import Document
    from advisor.app.document.selection import Selection
    from advisor.app.document.settings import Settings
    from advisor.app.document.vote_cover import VoteCover
    from advisor.app.workers.change_reckoner import ChangeReckoner
    from advisor.app.workers.robustness_runner import RobustnessRunner
    from advisor.ui.map.map_panel import MapPanel
    from advisor.ui.priorities.must_haves_panel import MustHavesPanel
    from advisor.ui.priorities.priorities_panel import PrioritiesPanel
    from advisor.ui.ranking.ranking_view import RankingView
    from advisor.ui.scenarios.scenario_strip import ScenarioStrip
    from advisor.ui.window.drawer import Drawer
    from advisor.ui.window.file_actions import FileActions
    from advisor.ui.window.header_bar import HeaderBar
    from advisor.ui.window.messages import MessageBar
    from advisor.ui.window.panes import Panes
    from advisor.ui.window.presenting import Presenting
    from advisor.ui.window.side_page import SidePage


class WindowContext(Protocol):
    """The parts of a window, and the few things that only the window as a whole can do."""

    @property
    def document(self) -> Document:
        """The open document."""

    @property
    def changes(self) -> ChangeReckoner:
        """Changes that call for other figures."""

    @property
    def selection(self) -> Selection:
        """The selection that all parts share."""

    @property
    def settings(self) -> Settings:
        """What is remembered from one start to the next."""

    @property
    def robustness(self) -> RobustnessRunner:
        """Counts how sure the ranking is."""

    @property
    def files(self) -> FileActions:
        """New, open, save, export."""

    @property
    def messages(self) -> MessageBar:
        """The bar for messages."""

    @property
    def header(self) -> HeaderBar:
        """The header."""

    @property
    def scenarios(self) -> ScenarioStrip:
        """The strip of scenarios."""

    @property
    def compared(self) -> ComparedScenarios:
        """Which scenario the active one is set beside."""

    @property
    def vote_cover(self) -> VoteCover:
        """Whether the votes of the people are hidden."""

    @property
    def priorities(self) -> PrioritiesPanel:
        """The sliders."""

    @property
    def must_haves(self) -> MustHavesPanel:
        """The must-haves below the sliders."""

    @property
    def ranking(self) -> RankingView:
        """List and table."""

    @property
    def map_panel(self) -> MapPanel | None:
        """The map, None where the pack has no polygons."""

    @property
    def drawer(self) -> Drawer:
        """The tabs below the map."""

    @property
    def panes(self) -> Panes:
        """Where the parts stand."""

    @property
    def side_page(self) -> SidePage:
        """The page that slides in."""

    @property
    def help_page(self) -> SidePage:
        """The help, over everything else."""

    @property
    def presentation(self) -> Presenting:
        """What a room is shown on a screen of its own."""

    @property
    def has_large_type(self) -> bool:
        """Whether the window is dressed for a room."""

    def open_page(self, page: str) -> QWidget:
        """Slide in with a page, by its id in ``advisor.ui.window.pages``."""

    def show_help(self, place: str = "") -> None:
        """Slide in with the help, at a place or at what explains the widget that has the keyboard."""

    def begin_tour(self) -> None:
        """Point at one part of the window after the other."""

    def open_palette(self) -> None:
        """Offer everything that can be done or gone to, by a few letters."""

    def choose_text_size(self, percent: int) -> None:
        """Let all type have another size, in percent of the usual one."""

    def follow_system(self) -> None:
        """Dress light or dark as the system does."""

    def choose_dark(self, dark: bool) -> None:
        """Change between the dark and the light look."""

    def choose_language(self, code: str) -> None:
        """Ask for another language, by its code."""

    def use_large_type(self, large: bool) -> None:
        """Dress for a room, or back."""

    @property
    def reduces_motion(self) -> bool:
        """Whether things jump rather than glide."""

    def choose_reduced_motion(self, reduced: bool) -> None:
        """Let things jump rather than glide."""

    def isFullScreen(self) -> bool:
        """Whether the window fills the screen."""

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen, or go back to the size before."""

    def close(self) -> bool:
        """Close the window, after asking about unsaved changes."""
