"""How sure the ranking is: chances of each rank, and what to check before it is believed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers.robustness_runner import Certainty, RobustnessRunner
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.certainty.checks_page import ChecksPage
from advisor.ui.certainty.spread_choice import SpreadChoice
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.widgets.progress_bar import ProgressBar
from advisor.ui.widgets.segments import Segments
from advisor.views.certainty.acceptability_scene import acceptability_scene
from advisor.views.certainty.certainty_figures import RankTable, rank_table
from advisor.views.look.theme import GAP
from advisor.views.scene.scene import empty_scene
from advisor.words.translation import t

RANKS, CHECKS = range(2)
_PAD = 12


class CertaintyPanel(QWidget):
    """Rank acceptability on one page, diagnostics on the other.

    Only the page in sight is kept up to date; the other one catches up when it is shown.

    Args:
        document: whose ranking is looked at.
        selection: shared with map and ranking.
        runner: counts the draws.

    Signals:
        copied: what was copied from a chart, for a message.
    """

    copied = Signal(str)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        runner: RobustnessRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document, self._selection, self._runner = document, selection, runner
        self.shown: RankTable | None = None
        self.chart = SceneView(t("Certainty of the ranks"), picks=True, size=(600, 320))
        self.checks = ChecksPage(document, selection)
        self.spread = SpreadChoice(document)
        self.segments = Segments(
            t("Pages"),
            [(t("Ranks"), t("Ranks")), (t("What to check"), t("Check"))],
        )
        self.progress = ProgressBar()
        self._certainty = runner.current
        self._words = ""
        self._is_stale = True
        self._build()
        self._connect()
        self._fitting = Fitting(self, self._fit)
        self.refresh()

    @property
    def sentence(self) -> str:
        """What the draws say about the selected location, or about the first one."""
        return self.chart.sentence()

    def show_page(self, page: int) -> None:
        """Show ``RANKS`` or ``CHECKS``."""
        self.segments.show_current(page)
        self.pages.setCurrentIndex(page)
        self.refresh()

    def refresh(self) -> None:
        """Bring the page in sight up to date."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        if self.pages.currentIndex() == CHECKS:
            self.checks.refresh()
        else:
            self._show_ranks()

    # Building -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._bar = bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.setContentsMargins(_PAD, 6, _PAD, 2)
        bar.setSpacing(GAP)
        bar.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        bar.addWidget(self.spread, 1)
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(2)
        self.progress.setAccessibleName(t("Counting ranks"))
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keep)
        self.progress.hide()
        self._area = QScrollArea()
        self._area.setWidget(self.chart)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().valueChanged.connect(self.chart.scroll_to)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._area)
        self.pages.addWidget(self.checks)
        give_topic(self.checks, "certainty#check")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.progress)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        selection, runner, chart = self._selection, self._runner, self.chart
        self.segments.chosen.connect(self.show_page)
        runner.changed.connect(self._take)
        runner.slow_changed.connect(self.progress.setVisible)
        runner.progressed.connect(self._show_progress)
        self._document.assessment_changed.connect(self._follow)
        selection.selected_changed.connect(self._select)
        selection.hovered_changed.connect(self._draw)
        chart.chosen.connect(selection.select)
        chart.hovered.connect(selection.hover)
        for part in (chart, *self.checks.charts):
            part.copied.connect(self.copied)

    # Reacting -------------------------------------------------------------------------------------------

    def _show_progress(self, part: float) -> None:
        self.progress.setValue(round(100 * part))

    def _take(self, certainty: Certainty) -> None:
        self._certainty = certainty
        if self.pages.currentIndex() == RANKS:
            self.refresh()

    def _follow(self, _assessment: Assessment) -> None:
        # The chances arrive when they are counted; until then the old ones stand, so that nothing blinks.
        if self.pages.currentIndex() == CHECKS:
            self.refresh()

    def _select(self, key: str) -> None:
        self.refresh()
        row = next((mark for mark in self.chart.scene.stops if mark.key == key), None)
        if row is not None:
            self._area.ensureVisible(0, round(row.area.centre[1]), 0, 2 * round(row.area.height))

    def _show_ranks(self) -> None:
        selected, certainty = self._selection.selected, self._certainty
        if certainty is None:
            self._say(t("Counting how often each location takes each rank."))
            return
        assessment, counted = certainty.assessment, certainty.robustness
        if not len(counted.rows):
            self._say(t("No location is ranked, so there is nothing to be sure of."))
            return
        ids = assessment.pack.location_ids
        row = ids.index(selected) if selected in ids else -1
        if row < 0 or not counted.rank_low[row]:
            row = int(counted.rows[0])
        self.shown, self._words = rank_table(assessment, counted, selected), certainty.sentence(row)
        self._draw()

    def _say(self, why: str) -> None:
        self.shown = None
        self.chart.show_scene(lambda size, measure: empty_scene(size, measure, why))

    def _draw(self) -> None:
        """The counted ranks with the selected location and the one under the pointer."""
        if self.shown is not None:
            marked = (self._selection.selected, self._selection.hovered)
            self.chart.show_scene(partial(acceptability_scene, self.shown, self._words, *marked))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten labels where there is little room."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        """The choice stands beside the pages with its caption, else below them: alone it says nothing."""
        room, choice = self.width() - 2 * _PAD, self.spread.sizeHint().width() + GAP
        is_beside = self.segments.long_width + choice <= room
        ways, sides = QBoxLayout.Direction, Qt.AlignmentFlag
        self._bar.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
        self._bar.setAlignment(self.spread, sides.AlignRight if is_beside else sides.AlignLeft)
        self.segments.fit(room - choice if is_beside else room)
