"""The main window: a frame that can be seen at once, and what only the window as a whole can do.

Nothing that reads tables or draws parts is loaded with this module; ``furnishing`` puts the parts in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from advisor.app.document.settings import TEXT_SIZES, USUAL_SIZE, Settings
from advisor.app.workers.own_turn import OwnTurn
from advisor.app.workers.worker import Worker
from advisor.ui.look.current import dress_again, put_in_force
from advisor.ui.look.layouts import settle
from advisor.ui.look.painting_turns import PaintingTurns
from advisor.ui.look.system_motion import system_reduces_motion
from advisor.ui.widgets.help_topic import give_topic, topic_of
from advisor.views.look.theme import GLIDE_MS, LOOKS, Look, presented, scaled
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.app.document.compared_scenarios import ComparedScenarios
    from advisor.app.document.document import Document
    from advisor.app.document.selection import Selection
    from advisor.app.document.vote_cover import VoteCover
    from advisor.app.workers.change_reckoner import ChangeReckoner
    from advisor.app.workers.robustness_runner import RobustnessRunner
    from advisor.app.workers.year_ahead import YearAhead
    from advisor.ui.map.map_panel import MapPanel
    from advisor.ui.priorities.must_haves_panel import MustHavesPanel
    from advisor.ui.priorities.priorities_panel import PrioritiesPanel
    from advisor.ui.ranking.ranking_view import RankingView
    from advisor.ui.scenarios.scenario_strip import ScenarioStrip
    from advisor.ui.window.actions.window_actions import WindowActions
    from advisor.ui.window.drawer import Drawer
    from advisor.ui.window.file_actions import FileActions
    from advisor.ui.window.header_bar import HeaderBar
    from advisor.ui.window.industry_offers import IndustryOffers
    from advisor.ui.window.load_ahead import LoadAhead
    from advisor.ui.window.messages import MessageBar
    from advisor.ui.window.palette import Palette
    from advisor.ui.window.panes import Panes
    from advisor.ui.window.presenting import Presenting
    from advisor.ui.window.recovery import Recovery
    from advisor.ui.window.side_page import SidePage
    from advisor.ui.window.status_line import StatusLine
    from advisor.ui.window.tour import Tour
    from advisor.ui.window.what_stays import WhatStays
    from advisor.views.captions import Caption
    from advisor.views.scene.scene import SceneMaker

_NAME = "Location Advisor"
_FIRST_SIZE = QSize(1440, 900)
_FRAME = 40  # pixels that a system's frame adds to the height


def first_size(room: QSize) -> QSize:
    """Of a window that nobody has given a size yet.

    Args:
        room: that programs may have on the screen, of which the window's frame takes some.
    """
    return _FIRST_SIZE.boundedTo(QSize(room.width(), room.height() - _FRAME))


class MainWindow(QMainWindow):
    """Everything that a session needs.

    First it is a frame, whose place and look are known before anything has been read; ``furnish`` puts the
    parts in. What can be done, which tabs and which pages there are is declared in
    ``advisor.ui.window.actions``, ``tabs`` and ``pages``.

    Args:
        settings: of this user, read where they are not given.

    Attributes:
        is_furnished: whether the parts are there; everything but closing waits for that.
        was_closed: whether somebody has closed it, perhaps before the parts were there.

    Signals:
        language_wanted: the user has chosen a language, by its code; whoever holds the window sees to it.
    """

    language_wanted = Signal(str)

    document: Document
    changes: ChangeReckoner
    selection: Selection
    messages: MessageBar
    files: FileActions
    header: HeaderBar
    scenarios: ScenarioStrip
    compared: ComparedScenarios
    vote_cover: VoteCover
    priorities: PrioritiesPanel
    must_haves: MustHavesPanel
    map_panel: MapPanel | None
    ranking: RankingView
    drawer: Drawer
    robustness: RobustnessRunner
    year_ahead: YearAhead
    status_line: StatusLine
    panes: Panes
    side_page: SidePage
    help_page: SidePage
    tour: Tour
    palette_: Palette
    presentation: Presenting
    actions_: WindowActions
    offers: IndustryOffers
    load_ahead: LoadAhead
    what_stays: WhatStays
    recovery: Recovery

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings if settings is not None else Settings()
        self.is_furnished = self.was_closed = False
        self._is_closing = self._has_large_type = self._was_maximized = False
        self._does_system_reduce = False
        PaintingTurns(self)
        self.giving_back = Worker("memory", self)
        self._motion_asked = Worker("system-motion", self)
        self._motion_asked.done.connect(self._take_system_motion)
        self._refit = OwnTurn(self._dress, self)
        put_in_force(self._chosen_look())
        self.setWindowTitle(_NAME)
        self.setMinimumSize(960, 600)
        if self.settings.geometry.isEmpty():
            self.resize(first_size(self.screen().availableSize()))
        else:
            self.restoreGeometry(self.settings.geometry)

    def take_parts(self) -> None:
        """All parts are there: give them their room, and be what a window is for from here on."""
        self._apply_motion()
        self.panes.restore(self.settings, self.width())
        QApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.is_furnished = True

    def show_parts(self) -> None:
        """Let the parts be seen in a window that is seen already."""
        self.panes.show()
        self.status_line.show()
        self._begin()

    # What only the window as a whole can do ----------------------------------------------------------

    def open_page(self, page: str) -> QWidget:
        """Slide in with a page, by its id in ``advisor.ui.window.pages``; returns what it shows.

        Raises:
            KeyError: there is no such page.
        """
        from advisor.ui.window.pages import pages

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
        from advisor.scenario.study.examples import first_example

        example = first_example(self.document.pack) if self.settings.shows_tour else None
        if example is None:
            return False
        self.document.new(example)
        self.begin_tour()
        return True

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
        from advisor.ui.window.tab_order import next_stop

        stop = next_stop(self, self.focusWidget(), forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        return True

    # Life --------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type follows the width, in a turn of its own: taking the size is enough for one."""
        super().resizeEvent(event)
        settle()
        if self._has_large_type:
            self._refit.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Start where the keyboard is of use."""
        super().showEvent(event)
        if self.is_furnished and not event.spontaneous():
            self._begin()

    def _begin(self) -> None:
        self.ranking.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.settings.reduced_motion is None:  # asked once the window stands, and never waited for
            QTimer.singleShot(0, self, lambda: self._motion_asked.start(system_reduces_motion))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes without blocking; remember sizes; let go of the web page."""
        if not self.is_furnished:
            self.was_closed = True
            super().closeEvent(event)
            return
        self.changes.settle()
        if not self._is_closing and not self.document.undo_stack.isClean():
            event.ignore()
            self.files.unless_unsaved(self.leave)
            return
        self.was_closed = True
        self.remember()
        self.presentation.shutdown()
        self.recovery.shutdown()
        self.files.exports.shutdown()
        self.files.openings.shutdown()
        if self.map_panel is not None:
            self.map_panel.shutdown()
        self.drawer.shutdown()
        self.changes.shutdown()
        self.year_ahead.shutdown()
        self.load_ahead.shutdown()
        self.what_stays.shutdown()
        self.robustness.shutdown()
        self.giving_back.shutdown()
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
