"""Two scenarios beside each other: ranks, assumptions, and which assumption explains the difference."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.compared_scenarios import ComparedScenarios
from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.scenario.comparison.explanation import Explanation, explaining
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import follow_look
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import ChoiceBox, ElidedLabel, label
from advisor.views.scenarios.assumption_texts import differences
from advisor.views.scenarios.differences_scene import differences_scene
from advisor.views.scenarios.explanation_scene import explanation_scene
from advisor.views.scenarios.slope_scene import slope_scene
from advisor.views.scene.scene import SceneMaker, empty_scene
from advisor.words.formatting import percent_text
from advisor.words.translation import t

RANKS, ASSUMPTIONS, EXPLANATION = range(3)
REST_MS = 250
_MARGINS, _BETWEEN = 48, 6
_CHOOSER, _CHOOSER_LEAST = 200, 90  # pixels


class ScenariosPanel(QWidget):
    """A choice of the scenario that the active one is set beside, over three charts.

    Signals:
        copied: what was copied, for a message.
        map_wanted: the map is to show how ranks change.
        copy_wanted: there is one scenario only, and a copy of it would be one to compare with.
    """

    copied = Signal(str)
    map_wanted = Signal()
    copy_wanted = Signal()

    def __init__(
        self, document: Document, compared: ComparedScenarios, selection: Selection, *, has_map: bool
    ) -> None:
        super().__init__()
        self._has_map = has_map
        self._document, self._compared, self._selection = document, compared, selection
        self.explanation: Explanation | None = None
        self._way: Generator[float, None, Explanation] | None = None
        self.segments = Segments(
            t("Page of the comparison"),
            (
                (t("Ranks"), t("Ranks")),
                (t("Assumptions"), t("Assumed")),
                (t("What explains it"), t("Why")),
            ),
        )
        self.chooser = ChoiceBox(self)
        self.who = ElidedLabel("", self)
        self.who.setAlignment(Qt.AlignmentFlag.AlignRight)  # beside what it names
        self.map_button = QPushButton(t("On the map"), self)
        self.slope = SceneView(t("Ranks in two scenarios"), picks=True)
        self.table = SceneView(t("Assumptions that differ"))
        self.way = SceneView(t("What explains the difference"))
        self._stack = QStackedWidget(self)
        self._stale = [True, True, True]
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._rest = QTimer(self)  # a slider that moves must not begin the way at each of its steps
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)
        self._build()
        self.segments.chosen.connect(self.show_page)
        self.chooser.activated.connect(lambda _at: compared.choose(str(self.chooser.currentData())))
        self.slope.chosen.connect(selection.select)
        self.slope.hovered.connect(selection.hover)
        selection.selected_changed.connect(self._on_selected)
        compared.changed.connect(self._on_change)
        for chart in (self.slope, self.table, self.way):
            chart.copied.connect(self.copied)
        self._on_change()
        follow_look(self._dress)

    def _dress(self) -> None:
        """Other type needs other widths."""
        self._fit(self.width())

    def _build(self) -> None:
        self.chooser.setAccessibleName(t("Scenario to compare with"))
        self.chooser.setToolTip(t("Scenario to compare with: the one that was in force before"))
        self.who.setBuddy(self.chooser)
        self.map_button.setToolTip(t("Colour the map by places gained and lost"))
        self.map_button.clicked.connect(self.map_wanted)
        self._row = head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 2)
        head.setSpacing(6)
        against = QHBoxLayout()
        against.setSpacing(6)
        against.addWidget(self.who, 1_000)  # all that the others leave; they stay at the right without it
        against.addStretch(1)
        against.addWidget(self.chooser)
        against.addWidget(self.map_button)
        head.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(against, 1)
        for chart in (self.slope, self.table, self.way):
            area = QScrollArea()
            area.setWidget(chart)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            self._stack.addWidget(area)
        self._stack.addWidget(self._single())
        self._head = QWidget(self)
        self._head.setLayout(head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    def _single(self) -> QWidget:
        """What is shown where there is nothing to compare with."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        said = label(
            t("There is one scenario. Duplicate it, change what you assume, and see here what that does."),
            "",
            page,
        )
        said.setWordWrap(True)
        self.copy_button = QPushButton(t("Duplicate the scenario"), page)
        self.copy_button.clicked.connect(self.copy_wanted)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        column.addWidget(said)
        column.addLayout(row)
        column.addStretch(1)
        return page

    @property
    def page(self) -> int:
        """Index of the page that is chosen."""
        return self.segments.current

    def show_page(self, index: int) -> None:
        """Bring a page to the front."""
        self.segments.show_current(index)
        self._refresh()

    def shutdown(self) -> None:
        """Leave the way where it is."""
        self._stop()

    # Following ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the way any more; it is gone again from the start when it is seen."""
        super().hideEvent(event)
        if self._way is not None or self._rest.isActive():
            self._stop()
            self._stale[EXPLANATION] = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the labels where room is short."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """In one row where choices and the names of the pages can be read in full there, else in two."""
        least = self.segments.long_width
        wish = max(_CHOOSER_LEAST, self.chooser.reading_width())
        button = self.map_button.sizeHint().width()
        below = least + wish + _MARGINS > width
        ways = QHBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        pages = 0 if below else least
        # Where room is short the button goes, which the menu has as well.
        has_button = self._has_map and pages + wish + button + _MARGINS <= width
        self.map_button.setVisible(has_button)
        others = (button if has_button else 0) + _MARGINS
        room = width - others - pages
        who = self.who.sizeHint().width() + _BETWEEN
        is_said = who + wish <= room
        self.who.setVisible(is_said)
        wide = min(max(wish, _CHOOSER), room - (who if is_said else 0))
        self.chooser.setFixedWidth(max(_CHOOSER_LEAST, wide))
        self.segments.fit(width - _MARGINS if below else width - others - wide - (who if is_said else 0))

    def _on_change(self) -> None:
        names, other = self._compared.others, self._compared.other
        self.chooser.clear()
        for name in names:
            self.chooser.addItem(name, name)
        self.chooser.setCurrentIndex(self.chooser.findData(other))
        self.who.setText(t("{scenario} against", scenario=self._document.study.active))
        self._head.setVisible(bool(names))
        self._stale = [True, True, True]
        self._stop()
        self._fit(self.width())
        self._refresh()

    def _on_selected(self) -> None:
        self._stale[RANKS] = True
        self._refresh()

    def _refresh(self) -> None:
        if not self._compared.others:
            self._stack.setCurrentIndex(self._stack.count() - 1)
            return
        self._stack.setCurrentIndex(self.page)
        if not self.isVisible() or not self._stale[self.page]:
            return
        self._stale[self.page] = False
        (self._show_ranks, self._show_assumptions, self._rest.start)[self.page]()

    def _show_ranks(self) -> None:
        pair = self._compared.pair
        if pair is not None:
            self.slope.show_scene(partial(slope_scene, pair, self._selection.selected))

    def _show_assumptions(self) -> None:
        study = self._document.study
        a, b = study.named(self._compared.other), study.scenario
        rows = differences(self._document.pack, a, b)
        self.table.show_scene(partial(differences_scene, rows, (a.name, b.name)))

    # The way from one to the other, a ranking at a time ------------------------------------------------

    def _begin(self) -> None:
        study = self._document.study
        a, b = study.named(self._compared.other), study.scenario
        self._way = explaining(self._compared.assess, self._document.pack, a, b)
        self._say(0.0)
        self._timer.start()

    def _go_on(self) -> None:
        if self._way is None:
            self._stop()
            return
        try:
            self._say(next(self._way))
        except StopIteration as done:
            self._stop()
            self._show_way(done.value)
        except ScenarioError as error:
            self._stop()
            self.way.show_scene(_said(str(error)))

    def _stop(self) -> None:
        self._rest.stop()
        self._timer.stop()
        self._way = None

    def _say(self, part: float) -> None:
        self.way.show_scene(
            _said(t("Changing one assumption at a time: {part} done", part=percent_text(part)))
        )

    def _show_way(self, found: Explanation) -> None:
        self.explanation = found
        study = self._document.study
        a, b = study.named(found.a), study.named(found.b)
        self.way.show_scene(partial(explanation_scene, self._document.pack, found, a, b))


def _said(text: str) -> SceneMaker:
    return lambda size, measure: empty_scene(size, measure, text)
