"""The main window: composes the parts over one document and one selection, and dresses them in one look."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from advisor.app.document.compared_scenarios import ComparedScenarios
from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.document.settings import TEXT_SIZES, USUAL_SIZE, Settings
from advisor.app.document.vote_cover import VoteCover
from advisor.app.workers.robustness_runner import Certainty, RobustnessRunner
from advisor.app.workers.worker import Worker
from advisor.app.workers.year_ahead import YearAhead
from advisor.scenario.study.examples import first_example
from advisor.ui.look.current import dress_again, follow_look, put_in_force
from advisor.ui.look.system_motion import system_reduces_motion
from advisor.ui.map.map_panel import MapPanel
from advisor.ui.map.map_view import MapView
from advisor.ui.priorities.must_haves_panel import MustHavesPanel
from advisor.ui.priorities.priorities_panel import PrioritiesPanel
from advisor.ui.ranking.ranking_view import RankingView
from advisor.ui.scenarios.scenario_strip import ScenarioStrip
from advisor.ui.stage.talk import Talk
from advisor.ui.widgets.help_topic import give_topic, topic_of
from advisor.ui.window.actions.action import Action, Button, Menu
from advisor.ui.window.actions.people_menu import take_votes
from advisor.ui.window.actions.window_actions import WindowActions, with_keys
from advisor.ui.window.drawer import Drawer
from advisor.ui.window.file_actions import FileActions
from advisor.ui.window.file_drops import FileDrops
from advisor.ui.window.header_bar import HeaderBar
from advisor.ui.window.help_topics import HELP_WIDTH, give_topics
from advisor.ui.window.industry_offers import IndustryOffers
from advisor.ui.window.intake_opening import IMPORT_MODULE, open_import
from advisor.ui.window.load_ahead import LoadAhead
from advisor.ui.window.memory import trim
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.pack_opening import open_pack_page
from advisor.ui.window.pages import pages
from advisor.ui.window.palette import Palette
from advisor.ui.window.palette_offers import kinds_of_offers
from advisor.ui.window.panes import Panes
from advisor.ui.window.presenting import Presenting
from advisor.ui.window.recovery import Recovery
from advisor.ui.window.side_page import SidePage
from advisor.ui.window.status_line import StatusLine
from advisor.ui.window.tab_order import next_stop
from advisor.ui.window.tabs import MODULES, tabs
from advisor.ui.window.tour import Tour
from advisor.ui.window.what_stays import WhatStays
from advisor.ui.window.window_texts import MAP_COPIED, MAP_SAVED
from advisor.views.captions import Caption
from advisor.views.look.theme import GLIDE_MS, LOOKS, Look, presented, scaled
from advisor.views.scene.scene import SceneMaker
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t


class MainWindow(QMainWindow):
    """Everything that a session needs.

    What can be done, which tabs and which pages there are is declared in ``advisor.ui.window.actions``,
    ``tabs`` and ``pages``; the window only puts them together.

    Signals:
        language_wanted: the user has chosen a language, by its code; whoever holds the window sees to it.
    """

    language_wanted = Signal(str)

    def __init__(
        self,
        document: Document,
        settings: Settings | None = None,
        map_view: MapView | None = None,
        between_parts: Callable[[], None] = lambda: None,
    ) -> None:
        """Put the window together.

        Args:
            document: what is shown and edited.
            settings: of this user, read where they are not given.
            map_view: a map that is being loaded already.
            between_parts: called while the window is put together, so that who waits for answers gets some.
        """
        super().__init__()
        self.document = document
        self.settings = settings if settings is not None else Settings()
        self.selection = Selection(self)
        self._is_closing = self._has_large_type = self._was_maximized = False
        self._ready_motion()
        put_in_force(self._chosen_look())
        self.panes = Panes(self)
        self.messages = MessageBar(self.panes)
        self.files = FileActions(document, self.messages, self.settings, self)
        self.header = HeaderBar(document, self.panes)
        self.scenarios = ScenarioStrip(document, self.panes)
        self.compared = ComparedScenarios(document, self)
        self.vote_cover = VoteCover(document, self)
        self.priorities = PrioritiesPanel(document, self.panes.rows)
        self.must_haves = MustHavesPanel(document, self.panes.rows)
        between_parts()
        centre, has_map = self.panes.centre, document.pack.geometry is not None
        self.map_panel = MapPanel(document, self.selection, centre, map_view) if has_map else None
        self.drawer = Drawer(centre)
        self.ranking = RankingView(document, self.selection, self.panes.columns, store=self.settings.store)
        between_parts()
        self.robustness = RobustnessRunner(document, self)
        self.year_ahead = YearAhead(document, self)
        self.status_line = StatusLine(document, self)
        left = (self.priorities, self.must_haves)
        self.panes.hold(
            self.header, self.scenarios, self.messages, left, self.map_panel, self.drawer, self.ranking
        )
        self.setCentralWidget(self.panes)
        self.setStatusBar(self.status_line)
        between_parts()
        self.side_page = SidePage(self.panes)
        self.help_page = SidePage(self.panes, width=HELP_WIDTH)
        self.tour = Tour(self, self.panes)
        self.tour.ended.connect(self._end_tour)
        self.palette_ = Palette(
            self.panes, lambda: kinds_of_offers(self, lambda key: self.actions_[key].trigger())
        )
        self._add_tabs()
        self.presentation = self._presenting()
        self.actions_: WindowActions = WindowActions(self, self)
        between_parts()
        self.offers = IndustryOffers(self, self)
        FileDrops(
            self,
            self.files.openings.look_at,
            lambda folder: open_pack_page(self, folder),
        )
        self._place_actions()
        self._follow()
        between_parts()
        self._restore()
        self._dress_first()
        self._name_window()
        self._select_best()
        self.recovery = Recovery(document, self.files, self.messages, self)

    # Composing ---------------------------------------------------------------------------------------

    def _dress_first(self) -> None:
        follow_look(self.actions_.refresh)
        dress_again(self)
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.timeout.connect(self._dress)
        QApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _add_tabs(self) -> None:
        for tab in tabs():
            if tab.is_available(self):
                self.drawer.add_tab(tab.id, tab.title, partial(tab.build, self), tab.help, tab.topic)

    def _presenting(self) -> Presenting:
        talk = Talk(self.document, self.selection, self.robustness, self.vote_cover, self)
        return Presenting(
            talk, lambda: self.reduces_motion, self.map_panel, self, lambda key: self.actions_[key]
        )

    def _place_actions(self) -> None:
        """Put what is declared into the menu, the header and the bar of the system."""
        give_topics(self)
        actions, header = self.actions_, self.header
        menu = QMenu(self)
        for part in actions.bar:
            menu.addMenu(part)
            if sys.platform == "darwin":
                self.menuBar().addMenu(part)
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
                header.add_menu_button(
                    actions.menus[one.id], one.name, one.help, one.icon, with_text=with_text
                )
            else:
                header.add_action_button(actions[one.id], one.icon, with_text=with_text)
        self.scenarios.add_button.setToolTip(actions["duplicate-scenario"].toolTip())
        for action in ("compare-scenarios", "log-decision", "decision-log"):
            self.scenarios.add_action_button(actions[action])

    def _follow(self) -> None:
        document, refresh = self.document, self.actions_.refresh
        self.load_ahead = LoadAhead([*MODULES, IMPORT_MODULE], self, pack=document.pack)
        self.files.openings.figures_found.connect(lambda path: open_import(self, path))
        self.files.openings.votes_found.connect(lambda paths: take_votes(self, paths))
        self.what_stays = WhatStays(lambda: self.files.exports.is_busy, self)
        for over in (
            self.load_ahead.done,
            self.side_page.closed,
            self.help_page.closed,
            self.files.exports.ended,
        ):
            over.connect(self.what_stays.look_soon)
        document.undo_stack.cleanChanged.connect(self._show_clean)
        document.assessment_changed.connect(lambda _assessment: self._name_window())
        document.file_changed.connect(self._name_window)
        self.scenarios.tabs.refused.connect(self.messages.problem)
        self.scenarios.tabs.told.connect(self._tell_undoable)
        self.compared.changed.connect(self._show_compared)
        self._show_compared()
        document.pack_changed.connect(self._take_pack)
        document.replaced.connect(self._begin_afresh)
        self.header.currency.refused.connect(self.messages.problem)
        self.robustness.changed.connect(self._show_certainty)
        self.priorities.conditions_wanted.connect(self.actions_["conditions"].trigger)
        self.priorities.another_way_wanted.connect(self.actions_["another-way"].trigger)
        self.drawer.folded_changed.connect(lambda _folded: refresh())
        self.presentation.changed.connect(lambda _on: refresh())
        self.ranking.table_mode_changed.connect(lambda _table: refresh())
        if self.map_panel is not None:
            view = self.map_panel.view
            view.saving_failed.connect(self.messages.problem)
            view.failed.connect(self.messages.problem)
            view.picture_saved.connect(lambda path: self.messages.note(marked(MAP_SAVED, path=path)))
            view.picture_copied.connect(lambda: self.messages.note(marked(MAP_COPIED)))

    def _show_certainty(self, certainty: Certainty) -> None:
        self.ranking.set_certainty(certainty.intervals, certainty.sentence)
        if self.map_panel is not None:
            self.map_panel.set_certainty(certainty)
        if certainty.is_final:  # nobody does anything
            trim()

    def _show_compared(self) -> None:
        """What the map may show of the scenario that is compared with; computed only where there is one."""
        if self.map_panel is not None:
            self.map_panel.set_other(self.compared.other_assessment)

    def _tell_undoable(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self.messages.done(text, self.document.undo_stack)

    def _begin_afresh(self) -> None:
        """Another study: what was selected and which pages were open belonged to the one before."""
        self.side_page.close_page()
        self._select_best()

    def _take_pack(self) -> None:
        """The study adds other criteria or sites: what was built from those before is built again."""
        if self.selection.selected not in self.document.pack.location_ids:
            self.selection.select("")
        self.drawer.build_anew()

    def _select_best(self) -> None:
        """Start with the best place abroad, so that there is something to look at."""
        assessment = self.document.assessment
        ids, home = assessment.pack.location_ids, assessment.scenario.home
        best = (int(row) for row in assessment.evaluation.order if ids[row] != home)
        row = next(best, -1)
        is_ranked = row >= 0 and assessment.evaluation.ranks[row] > 0
        self.selection.select(ids[row] if is_ranked else "")

    # What only the window as a whole can do ----------------------------------------------------------

    def open_page(self, page: str) -> QWidget:
        """Slide in with a page, by its id in ``advisor.ui.window.pages``; returns what it shows.

        Raises:
            KeyError: there is no such page.
        """
        declared = pages()[page]
        content = declared.build(self)
        give_topic(self.side_page, declared.topic)
        self.help_page.close_page()
        self.side_page.open_page(declared.title, content, declared.width)
        self.side_page.page = page
        dress_again(content)
        return content

    def show_help(self, place: str = "") -> None:
        """Slide in with the help, over whatever else is open.

        Args:
            place: of the help; none for what explains the widget that has the keyboard.
        """
        from advisor.ui.help.help_view import HelpView  # with all that reads and draws its pages
        from advisor.ui.window.help_charts import HelpCharts
        from advisor.views.help.help_pages import CONTENTS

        wanted = place or topic_of(self.focusWidget()) or CONTENTS
        shown = self.help_page.content
        if not isinstance(shown, HelpView):
            charts = HelpCharts(self.document)
            shown = HelpView(charts)
            charts.setParent(shown)
            charts.made.connect(shown.draw_again)
            give_topic(shown, CONTENTS)
            self.help_page.open_page(t("Help"), shown)
        shown.open(wanted)
        shown.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_tour(self) -> None:
        """Point at one part of the window after the other."""
        self.side_page.close_page()
        self.help_page.close_page()
        self.tour.begin()

    def welcome(self) -> bool:
        """Begin with an example study and the tour, unless that was closed for good or nothing fits the pack.

        Returns:
            Whether it was begun.
        """
        example = first_example(self.document.pack) if self.settings.shows_tour else None
        if example is None:
            return False
        self.document.new(example)
        self.begin_tour()
        return True

    def _end_tour(self, shows_again: bool) -> None:
        self.settings.shows_tour = shows_again
        self.settings.save()

    @property
    def page(self) -> str:
        """Id of the page that is open, empty where there is none."""
        return self.side_page.page if self.side_page.content is not None else ""

    def open_palette(self) -> None:
        """Offer everything that can be done or gone to, by a few letters."""
        self.actions_.refresh()
        self.palette_.open_up()

    def tell_copied(self, text: str) -> None:
        """Say what was copied."""
        self.messages.note(text)

    def caption_of(self, name: str) -> Caption:
        """What stands around a picture of a chart."""
        return self.files.caption_of(name)

    def ask_save_chart(self, name: str, make: SceneMaker) -> None:
        """Ask where to, and write a chart there with its caption."""
        self.files.ask_export_chart(name, make)

    def open_file(self, path: Path) -> bool:
        """Open a study file; a broken one gives one message."""
        return self.files.openings.open_now(path)

    def choose_language(self, code: str) -> None:
        """Ask for another language, also for the next start."""
        self.language_wanted.emit(code)

    def show_full_screen(self, full: bool) -> None:
        """Fill the screen, or go back to the size before."""
        if full:
            self._was_maximized = self.isMaximized()
            self.showFullScreen()
        elif self._was_maximized:
            self.showMaximized()
        else:
            self.showNormal()

    def _ready_motion(self) -> None:
        self._does_system_reduce = False
        self._motion_asked = Worker("system-motion", self)
        self._motion_asked.done.connect(self._take_system_motion)

    @property
    def reduces_motion(self) -> bool:
        """Whether things jump rather than glide: as the user has chosen, else as the system does."""
        chosen = self.settings.reduced_motion
        return self._does_system_reduce if chosen is None else chosen

    def choose_reduced_motion(self, reduced: bool) -> None:
        """Let things jump rather than glide, also at the next start."""
        self.settings.reduced_motion = reduced
        self._apply_motion()

    def _take_system_motion(self, reduced: object) -> None:
        self._does_system_reduce = reduced is True
        self._apply_motion()
        self.actions_.refresh()

    def _apply_motion(self) -> None:
        reduced = self.reduces_motion
        self.ranking.set_reduced_motion(reduced)
        for page in (self.side_page, self.help_page):
            page.set_glide(0 if reduced else GLIDE_MS)

    # Look --------------------------------------------------------------------------------------------

    @property
    def has_large_type(self) -> bool:
        """Whether the window is dressed for a room."""
        return self._has_large_type

    def use_large_type(self, large: bool) -> None:
        """Dress for a room, or back."""
        self._has_large_type = large
        self._dress()

    def choose_text_size(self, percent: int) -> None:
        """Let all type have another size, also at the next start.

        Args:
            percent: of the usual size; the nearest of the sizes there are is taken.
        """
        self.settings.text_size = min(TEXT_SIZES, key=lambda size: abs(size - percent))
        self._dress()

    def follow_system(self) -> None:
        """Dress light or dark as the system does, now and whenever that changes."""
        self.settings.look = ""
        self._dress()

    def choose_dark(self, dark: bool) -> None:
        """Change between the dark and the light look, also for the next start."""
        self.settings.look = "dark" if dark else "light"
        self._dress()

    def _chosen_look(self) -> Look:
        chosen, scheme = self.settings.look, QApplication.styleHints().colorScheme()
        is_dark = chosen == "dark" if chosen else scheme == Qt.ColorScheme.Dark
        look = scaled(LOOKS["dark" if is_dark else "light"], self.settings.text_size / USUAL_SIZE)
        return presented(look, self.width()) if self._has_large_type else look

    def _dress(self) -> None:
        """Put in force what the settings, the system and the size of the window call for."""
        put_in_force(self._chosen_look())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the window as the eye does."""
        stop = next_stop(self, self.focusWidget(), forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        return True

    # Life --------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        self._apply_motion()
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
        self.panes.restore(self.settings, self.width())

    def _name_window(self) -> None:
        name = self.document.scenario.name
        self.setWindowTitle(t("{scenario}[*] – Location Advisor", scenario=name))
        self.setWindowModified(not self.document.undo_stack.isClean())
        path = self.document.path
        self.setWindowFilePath(str(path) if path else "")

    def _show_clean(self, clean: bool) -> None:
        """Asks nobody: the stack says this a last time while it is taken down."""
        self.setWindowModified(not clean)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type follows the width, in a turn of its own: taking the size is enough for one."""
        super().resizeEvent(event)
        if self._has_large_type:
            self._refit.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Start where the keyboard is of use."""
        super().showEvent(event)
        if not event.spontaneous():
            self.ranking.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.settings.reduced_motion is None:  # asked once the window stands, and never waited for
                QTimer.singleShot(0, self, lambda: self._motion_asked.start(system_reduces_motion))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes without blocking; remember sizes; let go of the web page."""
        if not self._is_closing and not self.document.undo_stack.isClean():
            event.ignore()
            self.files.unless_unsaved(self.leave)
            return
        self.remember()
        self.presentation.shutdown()
        self.recovery.shutdown()
        self.files.exports.shutdown()
        self.files.openings.shutdown()
        if self.map_panel is not None:
            self.map_panel.shutdown()
        self.drawer.shutdown()
        self.year_ahead.shutdown()
        self.load_ahead.shutdown()
        self.what_stays.shutdown()
        self.robustness.shutdown()
        self._motion_asked.shutdown()
        super().closeEvent(event)

    def remember(self) -> None:
        """Keep sizes for the next start."""
        self.settings.geometry = self.saveGeometry()
        self.panes.remember(self.settings)
        self.settings.save()

    def leave(self) -> None:
        """Close without asking: what is not saved is in other hands."""
        self._is_closing = True
        self.close()
