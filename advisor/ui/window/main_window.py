"""The main window: header, priorities and must-haves, map above drawer, ranking; one look for all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.document.settings import Settings
from advisor.app.workers.robustness_runner import Certainty, RobustnessRunner
from advisor.app.workers.year_ahead import YearAhead
from advisor.ui.certainty.certainty_panel import CertaintyPanel
from advisor.ui.clock.clock_panel import ClockPanel
from advisor.ui.compare.compare_panel import ComparePanel
from advisor.ui.cost.cost_panel import CostPanel
from advisor.ui.home.pair_panel import PairPanel
from advisor.ui.look.current import follow_look, look_in_force, put_in_force
from advisor.ui.map.map_panel import MapPanel
from advisor.ui.map.map_view import MapView
from advisor.ui.priorities.must_haves_panel import MustHavesPanel
from advisor.ui.priorities.priorities_panel import PrioritiesPanel
from advisor.ui.ranking.ranking_view import RankingView
from advisor.ui.why.detail_panel import DetailPanel
from advisor.ui.widgets.small_widgets import line
from advisor.ui.window.actions import Actions
from advisor.ui.window.drawer import Drawer
from advisor.ui.window.file_actions import FileActions
from advisor.ui.window.header_bar import HeaderBar
from advisor.ui.window.messages import MessageBar
from advisor.ui.window.side_page import SidePage
from advisor.ui.window.status_line import StatusLine
from advisor.ui.window.wiring import Wiring
from advisor.views.look.theme import GLIDE_MS, LOOKS, Look, presented

_LEFT, _RIGHT = 312, 380  # pixels to begin with
_DRAWER_SHARE = 0.36  # of the height, to begin with
_LEFT_LEAST, _LEFT_MOST, _RIGHT_LEAST = 296, 440, 300
_TABLE_SHARE = 0.55  # of the window for the ranking as a table


class MainWindow(QMainWindow):
    """Everything that a session needs, over one document and one selection.

    Later parts plug in through ``drawer.add_tab``, ``actions_.add`` with ``wiring.menus``, and
    ``side_page.open_page``.
    """

    def __init__(
        self, document: Document, settings: Settings | None = None, map_view: MapView | None = None
    ) -> None:
        super().__init__()
        self.document = document
        self.settings = settings if settings is not None else Settings()
        self.selection = Selection(self)
        self._is_closing = False
        self._list_width = 0
        put_in_force(self._chosen_look())
        self.messages = MessageBar(self)
        self.files = FileActions(document, self.messages, self.settings, self)
        self.actions_ = Actions(document.undo_stack, self)
        self.header = HeaderBar(document, self)
        self.priorities = PrioritiesPanel(document)
        self.must_haves = MustHavesPanel(document)
        self.map_panel = (
            MapPanel(document, self.selection, self, map_view) if document.pack.geometry else None
        )
        self.ranking = RankingView(
            document,
            self.selection,
            store=self.settings.store,
        )
        self.details = DetailPanel(document, self.selection)
        self.drawer = Drawer(self)
        self.drawer.add_tab(self.details, self.tr("Why"))
        self.cost = self._cost_panel()
        self._add_place_panels()
        self.robustness = RobustnessRunner(document, self)
        self.certainty = CertaintyPanel(document, self.selection, self.robustness)
        self.drawer.add_tab(self.certainty, self.tr("Certainty"))
        self.compare = ComparePanel(document, self.selection)
        self.drawer.add_tab(self.compare, self.tr("Compare"))
        self.year_ahead = YearAhead(document, self)
        self.status_line = StatusLine(document, self)
        self.main_splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.centre_splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.side_page = SidePage(self._lay_out())
        self.wiring = Wiring(self)
        self._follow()
        self._apply_motion(self.settings.reduced_motion)
        self._restore()
        follow_look(self._dress)
        QApplication.styleHints().colorSchemeChanged.connect(self._on_system_look)
        self._name_window()
        self._select_best()

    # Layout ------------------------------------------------------------------------------------------

    def _lay_out(self) -> QWidget:
        if self.map_panel is not None:
            self.centre_splitter.addWidget(self.map_panel)
        self.centre_splitter.addWidget(self.drawer)
        self.centre_splitter.setStretchFactor(0, 1)
        self.main_splitter.addWidget(self._left())
        self.main_splitter.addWidget(self.centre_splitter)
        self.main_splitter.addWidget(self.ranking)
        self.main_splitter.setStretchFactor(1, 1)
        self.ranking.setMinimumWidth(_RIGHT_LEAST)
        for part in (self.ranking, self.details):
            part.setProperty("role", "panel")
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for splitter in (self.main_splitter, self.centre_splitter):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        band = QHBoxLayout()
        band.setContentsMargins(8, 0, 8, 0)
        band.addWidget(self.messages)
        column.addLayout(band)
        column.addWidget(self.main_splitter, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status_line)
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        return centre

    def _cost_panel(self) -> CostPanel | None:
        model = self.document.cost_model
        if model is None:
            return None
        panel = CostPanel(self.document, model, self.selection)
        self.drawer.add_tab(panel, self.tr("Cost"))
        return panel

    def _add_place_panels(self) -> None:
        if self.document.pack.places is None:
            return
        self.clock = ClockPanel(self.document, self.selection)
        self.pair = PairPanel(self.document, self.selection)
        self.drawer.add_tab(self.clock, self.tr("Clock"))
        self.drawer.add_tab(self.pair, self.tr("From home"))

    def _left(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.priorities)
        column.addWidget(line())
        column.addWidget(self.must_haves)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setProperty("role", "panel")
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(_LEFT_LEAST)
        area.setMaximumWidth(_LEFT_MOST)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left_area = area
        return area

    def _restore(self) -> None:
        if not self.settings.geometry.isEmpty():
            self.restoreGeometry(self.settings.geometry)
        wide = self.settings.sizes("main", 3) or [_LEFT, self.width() - _LEFT - _RIGHT, _RIGHT]
        self.main_splitter.setSizes(wide)
        if self.map_panel is not None:
            drawer = int(self.height() * _DRAWER_SHARE)
            self.centre_splitter.setSizes(
                self.settings.sizes("centre", 2) or [self.height() - drawer, drawer]
            )

    def _follow(self) -> None:
        self.document.undo_stack.cleanChanged.connect(self._show_clean)
        self.document.assessment_changed.connect(lambda _assessment: self._name_window())
        self.document.file_changed.connect(self._name_window)
        self.ranking.table_mode_changed.connect(self._on_table_mode)
        self.robustness.changed.connect(self._show_certainty)
        self.certainty.copied.connect(self.messages.note)

    def _show_certainty(self, certainty: Certainty) -> None:
        self.ranking.set_certainty(certainty.intervals, certainty.sentence)
        if self.map_panel is not None:
            self.map_panel.set_certainty(certainty)

    # What actions do ---------------------------------------------------------------------------------

    def choose_dark(self, dark: bool) -> None:
        """Change between the dark and the light look, also for the next start."""
        self.settings.look = "dark" if dark else "light"
        put_in_force(self._chosen_look())

    def present(self, _presenting: bool = True) -> None:
        """Dress for a room, or back, as the action says."""
        put_in_force(self._chosen_look())

    def choose_reduced_motion(self, reduced: bool) -> None:
        """Let things jump rather than glide, also at the next start."""
        self.settings.reduced_motion = reduced
        self._apply_motion(reduced)

    def _apply_motion(self, reduced: bool) -> None:
        self.ranking.set_reduced_motion(reduced)
        self.side_page.set_glide(0 if reduced else GLIDE_MS)

    def _on_table_mode(self, table: bool) -> None:
        """A table wants more width than a list; give it back afterwards."""
        sizes = self.main_splitter.sizes()
        if table:
            self._list_width = sizes[2]
        wide = int(self.width() * _TABLE_SHARE) if table else self._list_width or _RIGHT
        wide = max(wide, sizes[2]) if table else wide
        self.main_splitter.setSizes([sizes[0], max(0, sum(sizes) - sizes[0] - wide), wide])

    # Look --------------------------------------------------------------------------------------------

    def _chosen_look(self) -> Look:
        name = self.settings.look
        if not name:
            scheme = QApplication.styleHints().colorScheme()
            name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        look = LOOKS[name]
        is_presented = hasattr(self, "actions_") and self.actions_.present.isChecked()
        return presented(look, self.width()) if is_presented else look

    def _on_system_look(self) -> None:
        """Follow the system's look while the user has chosen none."""
        put_in_force(self._chosen_look())

    def _dress(self) -> None:
        """Larger type wants wider panels."""
        look = look_in_force()
        self.actions_.dark.setChecked(look.name == "dark")
        extra = look.base - LOOKS[look.name].base
        self._left_area.setMinimumWidth(_LEFT_LEAST + 22 * extra)
        self._left_area.setMaximumWidth(_LEFT_MOST + 22 * extra)
        self.ranking.setMinimumWidth(_RIGHT_LEAST + 30 * extra)

    # Window ------------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> bool:
        """Open a scenario file; a broken one gives one message."""
        return self.files.open(path)

    def _select_best(self) -> None:
        """Start with the best place abroad, so that there is something to look at."""
        assessment = self.document.assessment
        ids, home = assessment.pack.location_ids, assessment.scenario.home
        best = (int(row) for row in assessment.evaluation.order if ids[row] != home)
        row = next(best, -1)
        if row >= 0 and assessment.evaluation.ranks[row] > 0:
            self.selection.select(ids[row])

    def _name_window(self) -> None:
        self.setWindowTitle(self.tr("{}[*] – Location Advisor").format(self.document.scenario.name))
        self.setWindowModified(not self.document.undo_stack.isClean())
        path = self.document.path
        self.setWindowFilePath(str(path) if path else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a presentation the type follows the width."""
        super().resizeEvent(event)
        if hasattr(self, "wiring") and self.actions_.present.isChecked():
            put_in_force(self._chosen_look())

    def _show_clean(self, clean: bool) -> None:
        """Asks nobody: the stack says this a last time while it is taken down."""
        self.setWindowModified(not clean)

    def showEvent(self, event: QShowEvent) -> None:
        """Start where the keyboard is of use."""
        super().showEvent(event)
        if not event.spontaneous():
            self.ranking.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes without blocking; remember sizes; let go of the web page."""
        if not self._is_closing and not self.document.undo_stack.isClean():
            event.ignore()
            self.files.unless_unsaved(self._close_now)
            return
        self._remember()
        if self.map_panel is not None:
            self.map_panel.shutdown()
        if self.cost is not None:
            self.cost.shutdown()
        self.year_ahead.shutdown()
        self.robustness.shutdown()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._is_closing = True
        self.close()

    def _remember(self) -> None:
        self.settings.geometry = self.saveGeometry()
        if not self.ranking.table_mode:
            self.settings.keep_sizes("main", self.main_splitter.sizes())
        if self.map_panel is not None and not self.drawer.is_folded:
            self.settings.keep_sizes("centre", self.centre_splitter.sizes())
        self.settings.save()
